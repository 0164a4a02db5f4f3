/** Where the order of a form's answers (`order.ts`) stands behind the saved state: what a launch needs to know of it. Pure. */

/** Between the saved state and the order in what the device keeps. Neither has this sign. */
const MARK = '~';

/** What the device keeps, as `decode` reads it: the saved state, and the order behind it. */
export const withOrder = (saved: string, order = ''): string => (order === '' ? saved : saved + MARK + order);

export function splitOrder(text: string): { saved: string; order: string } {
  const [saved = '', order = ''] = text.split(MARK);
  return { saved, order };
}
