/** What a result shows of a text: the place with most of the words that were sought, and these marked. */
import { POINT } from './plain-text.ts';
import { wordsOf, type Word } from './words.ts';

export interface Piece {
  text: string;
  sought: boolean;
}

/** Characters of an excerpt, about two lines on a wide screen. */
const LENGTH = 180;
/** Characters before the first word that was found, so that it stands in a sentence. */
const BEFORE = 50;

/** The whole text with its words marked. `sought` are folded. */
export function marked(text: string, sought: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of wordsOf(text).filter(({ folded }) => sought.has(folded))) {
    if (from > at) pieces.push({ text: text.slice(at, from), sought: false });
    pieces.push({ text: text.slice(from, to), sought: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), sought: false });
  return pieces;
}

/** How many different words of those that are sought a text has; then how many at all. */
export function richness(text: string, sought: ReadonlySet<string>): number {
  const found = wordsOf(text).filter(({ folded }) => sought.has(folded));
  return different(found) + found.length / 1_000_000;
}

export function excerpt(text: string, sought: ReadonlySet<string>): Piece[] {
  const all = wordsOf(text);
  const found = all.filter(({ folded }) => sought.has(folded));
  const centre = densest(found);
  const wanted = Math.max(0, Math.min((centre?.from ?? 0) - BEFORE, text.length - LENGTH));
  const start = wanted === 0 ? 0 : (all.find(({ from }) => from >= wanted)?.from ?? 0);
  const end =
    start + LENGTH >= text.length
      ? text.length
      : (all.findLast(({ to }) => to <= start + LENGTH)?.to ?? text.length);
  const cut = `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
  return marked(cut.replaceAll(POINT, '\u00a0· '), sought);
}

/** The word with which the most different others stand in one excerpt. */
function densest(found: readonly Word[]): Word | undefined {
  let best: Word | undefined;
  let most = 0;
  for (const word of found) {
    const near = different(
      found.filter(({ from, to }) => from >= word.from && to <= word.from + LENGTH - BEFORE),
    );
    if (near > most) [best, most] = [word, near];
  }
  return best;
}

const different = (words: readonly Word[]): number => new Set(words.map(({ folded }) => folded)).size;
