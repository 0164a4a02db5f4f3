/**
 * A passage of a text, kept by its words and a little of what stands around them (W3C Web Annotation Data Model, 4.2.4, Text Quote
 * Selector): it is found again where other parts of the text have changed. Spaces and line ends count alike, for a new
 * edition may break its lines elsewhere.
 */
export interface Passage {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** Characters of the longest passage that can be marked: what is kept on the device stays small. */
export const LONGEST = 1_500;

/** Characters that are kept of what stands before and after. */
const AROUND = 32;

/** From one character of a text to before another one. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The passage between two places of a text; undefined where there are no words between them. */
export function passageOf(text: string, { start, end }: Span): Passage | undefined {
  const quote = plain(text.slice(start, end));
  if (quote === '') return undefined;
  return {
    quote,
    before: flat(text.slice(0, start)).text.trimStart().slice(-AROUND),
    after: flat(text.slice(end)).text.trimEnd().slice(0, AROUND),
  };
}

/** Where a text has the passage now. Of several places with its words the one whose surroundings are most like. */
export function find(text: string, passage: Passage): Span | undefined {
  const whole = flat(text);
  const { quote } = passage;
  if (quote === '') return undefined;
  let best: { at: number; likeness: number } | undefined;
  for (let at = whole.text.indexOf(quote); at >= 0; at = whole.text.indexOf(quote, at + 1)) {
    const likeness =
      alike(reversed(whole.text.slice(0, at)), reversed(passage.before)) +
      alike(whole.text.slice(at + quote.length), passage.after);
    if (!best || likeness > best.likeness) best = { at, likeness };
  }
  if (!best) return undefined;
  const last = best.at + quote.length - 1;
  return { start: whole.places[best.at]!, end: whole.places[last]! + 1 };
}

/** With single spaces, and none at the ends. */
export const plain = (text: string): string => flat(text).text.trim();

/** With single spaces, and where each of its characters stood. */
function flat(text: string): { text: string; places: number[] } {
  let flattened = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const space = /\s/.test(text[at]!);
    if (space && flattened.endsWith(' ')) continue;
    flattened += space ? ' ' : text[at]!;
    places.push(at);
  }
  return { text: flattened, places };
}

const reversed = (text: string): string => text.split('').reverse().join('');

/** How many characters two texts begin with alike. Spaces at the very beginning don't count. */
function alike(one: string, other: string): number {
  const [left, right] = [one.trimStart(), other.trimStart()];
  let count = 0;
  while (count < right.length && left[count] === right[count]) count += 1;
  return count;
}
