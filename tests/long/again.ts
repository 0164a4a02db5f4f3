/** A text in which a part stands so many times. */

/** `#N` is the number of the repetition, for what must differ. */
const again = (part: string, times: number): string =>
  Array.from({ length: times }, (_, index) => part.replaceAll('#N', String(index))).join('');

export const around =
  (before: string, part: string, after = '') =>
  (times: number): string =>
    before + again(part, times) + after;

export const nested =
  (open: string, close: string) =>
  (times: number): string =>
    `${open.repeat(times)}x${close.repeat(times)}`;
