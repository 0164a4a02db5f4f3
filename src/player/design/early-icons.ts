/** The small drawings of the first screen, for what is drawn before Lit is there. How the others are made is in drawing.ts. */
export const SAVE = 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12';
export const NEXT = 'M7.5 4.5L13 10l-5.5 5.5';
/** With the others: it points on as well. */
export const CHEVRON = 'M7 4l6 6-6 6';
export const CLOCK = 'M10 5.8V10l3 2M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z';

/** As HTML. @param turns It points on or back, which is the other way where one reads from the right. */
export function icon(path: string, weight = 1.8, turns = ''): string {
  return `<svg class="icon ${turns}" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="${path}" fill="none" stroke="currentColor" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}
