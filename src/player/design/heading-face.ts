/**
 * The headings' own face. It comes a moment after the first screen, and takes the place of a stand-in of the same measures
 * (theme.css), so that no line moves. Where it doesn't come, headings stay as they are.
 */
import url from 'virtual:heading-face';

/** Never rejects. */
export async function fetchHeadingFace(): Promise<void> {
  const face = new FontFace('Heading', `url("${url}")`, { weight: '600 700', display: 'swap' });
  try {
    document.fonts.add(await face.load());
  } catch {
    // the stand-in stays
  }
}
