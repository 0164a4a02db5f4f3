/**
 * Which documents have a word, or one that begins like it or is nearly it, and how well they fit (BM25+). All words of a course
 * are a few thousand, so each is looked at: that takes milliseconds, and no library would be smaller than these lines.
 */
import { wordsOf } from './words.ts';

export interface Match {
  document: number;
  score: number;
  /** Words of the document, folded, by which it was found. */
  words: Set<string>;
}

/** A word in the title weighs as much as so many in the text. */
const TITLE = 4;
/** How much a further mention adds, how much a long document is held back, and what having a word at all is worth. */
const [SATURATION, LENGTH, PRESENCE] = [1.2, 0.7, 0.5];
/** What a word is worth that only begins like the one that is sought, and one that is nearly it. */
const [BEGINS, NEARLY] = [0.4, 0.45];
/** One letter in five may be another; shorter words would be other words at once. */
const LONG_ENOUGH = 5;

export class WordIndex {
  /** How often each word stands in each document. */
  private readonly mentions = new Map<string, Map<number, number>>();
  /** Words of each document. */
  private readonly lengths: number[] = [];
  private total = 0;

  /** The documents are numbered as they come. */
  add(title: string, text: string): void {
    const document = this.lengths.length;
    const words = wordsOf(text);
    for (const { folded } of words) this.mention(folded, document, 1);
    for (const { folded } of wordsOf(title)) this.mention(folded, document, TITLE);
    this.lengths.push(words.length);
    this.total += words.length;
  }

  /** What has all the words; where nothing has, what has any of them. The best comes first. */
  find(query: string): Match[] {
    const each = [...new Set(wordsOf(query).map(({ folded }) => folded))].map((word) => this.having(word));
    const any = each.reduce(join, new Map<number, Match>());
    const matches = [...any.values()];
    const all = matches.filter(({ document }) => each.every((one) => one.has(document)));
    return (all.length > 0 ? all : matches).sort((a, b) => b.score - a.score || a.document - b.document);
  }

  private mention(word: string, document: number, weight: number): void {
    const places = this.mentions.get(word) ?? new Map<number, number>();
    places.set(document, (places.get(document) ?? 0) + weight);
    this.mentions.set(word, places);
  }

  private having(sought: string): Map<number, Match> {
    const found = new Map<number, Match>();
    for (const [word, places] of this.mentions) {
      const worth = likeness(sought, word);
      if (worth === 0) continue;
      for (const [document, times] of places) {
        const match = found.get(document) ?? { document, score: 0, words: new Set() };
        match.score += worth * this.fit(times, places.size, this.lengths[document] ?? 0);
        match.words.add(word);
        found.set(document, match);
      }
    }
    return found;
  }

  private fit(times: number, documents: number, length: number): number {
    const rare = Math.log(1 + (this.lengths.length - documents + 0.5) / (documents + 0.5));
    const share = (length * this.lengths.length) / (this.total || 1);
    const held = SATURATION * (1 - LENGTH + LENGTH * share);
    return rare * (PRESENCE + (times * (SATURATION + 1)) / (times + held));
  }
}

/** Changes the first: a document that both have has the words of both. */
function join(all: Map<number, Match>, more: ReadonlyMap<number, Match>): Map<number, Match> {
  for (const [document, { score, words }] of more) {
    const known = all.get(document);
    all.set(document, {
      document,
      score: score + (known?.score ?? 0),
      words: new Set([...(known?.words ?? []), ...words]),
    });
  }
  return all;
}

/** From 1 for the word itself to 0 for another. */
function likeness(sought: string, word: string): number {
  if (word === sought) return 1;
  if (word.startsWith(sought)) return (BEGINS * sought.length) / word.length;
  if (sought.length < LONG_ENOUGH) return 0;
  const most = Math.round(sought.length / 5);
  const slips = distance(sought, word, most);
  return slips > most ? 0 : (NEARLY * sought.length) / (sought.length + slips * 2);
}

/** Letters too many, too few, other ones, or two in the wrong order; more than `most` is as good as any. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const turned = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      here[column] = Math.min(
        here[column - 1]! + 1,
        last[column]! + 1,
        last[column - 1]! + (same ? 0 : 1),
        turned && row > 1 && column > 1 ? before[column - 2]! + 1 : Infinity,
      );
    }
    if (Math.min(...here) > most) return most + 1;
    [before, last] = [last, here];
  }
  return last[b.length]!;
}
