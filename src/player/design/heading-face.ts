/**
 * The headings' own face. It comes once the first screen stands, and takes the place of a stand-in of the same measures
 * (theme.css), so that no line moves. Where it doesn't come, headings stay as they are.
 */
import url from 'virtual:heading-face';

const face = new FontFace('Heading', `url("${url}")`, { weight: '600 700', display: 'swap' });

face.load().then(
  () => document.fonts.add(face),
  () => undefined,
);
