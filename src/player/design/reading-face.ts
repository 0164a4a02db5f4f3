/** The face for readers with dyslexia, fetched when it is chosen. Where it doesn't come, the device's own stays. */
import url from 'virtual:reading-face';

let loading: Promise<unknown> | undefined;

/** Rejects where it can't be had; asked again, it tries again. */
export function loadReadingFace(): Promise<unknown> {
  const face = new FontFace('Reading', `url("${url}")`, { display: 'swap' });
  loading ??= face.load().then(
    () => document.fonts.add(face),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
