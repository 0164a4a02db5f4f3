/**
 * Where sentences begin and end, for a voice that speaks them one by one. Browsers lose long utterances: Chromium falls silent
 * after about 15 seconds of some voices. So a long sentence is cut where it breathes.
 */

export interface Stretch {
  start: number;
  end: number;
}

/** Characters: some twelve seconds of speech. */
const LONGEST = 160;

/** Sentences of a passage, without the space around them. What has no letter or figure in it isn't spoken. */
export function sentencesOf(text: string, language: string): Stretch[] {
  return cut(text, language)
    .flatMap((sentence) => breaths(text, trimmed(text, sentence)))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function cut(text: string, language: string): Stretch[] {
  // Firefox has it from 125 on
  if (!('Segmenter' in Intl)) return byMarks(text);
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/** After a mark that ends a sentence, with what closes around it. */
function byMarks(text: string): Stretch[] {
  const ends = [...text.matchAll(/[.!?…]+["'”’»)\]]*\s+/g)].map(({ index, 0: mark }) => index + mark.length);
  const all = [...ends, text.length];
  return all.map((end, index) => ({ start: all[index - 1] ?? 0, end }));
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: end - (words.length - words.trimEnd().length),
  };
}

/** A sentence in parts that a voice gets through: cut after the last pause before the limit, else between words. */
function breaths(text: string, { start, end }: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const words = text.slice(from, from + LONGEST);
    const pause = Math.max(...['; ', ': ', ', ', ' – ', ' — '].map((mark) => after(words, mark)));
    const at = pause > LONGEST / 4 ? pause : after(words, ' ');
    const to = from + (at > 0 ? at : LONGEST);
    parts.push(trimmed(text, { start: from, end: to }));
    from = to;
  }
  return [...parts, trimmed(text, { start: from, end })];
}

/** The place after the last of a mark; 0 where there is none. */
const after = (words: string, mark: string): number => {
  const at = words.lastIndexOf(mark);
  return at < 0 ? 0 : at + mark.length;
};
