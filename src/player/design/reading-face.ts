/** The face for readers with dyslexia, fetched when it is chosen. Where it doesn't come, the device's own stays. */
import url from 'virtual:reading-face';

let loading: Promise<unknown> | undefined;

/** Comes when the face is there, or can't be had; asked again, it tries again. */
export function loadReadingFace(): Promise<unknown> {
  const face = new FontFace('Reading', `url("${url}")`, { display: 'swap' });
  loading ??= face.load().then(
    () => document.fonts.add(face),
    () => (loading = undefined),
  );
  return loading;
}
