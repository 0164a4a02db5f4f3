/** SCORM reports of Moodle as they tell of a few attempts on one day. */

export interface Attempt {
  who: string;
  number?: number;
  /** Of the clock, on one day. */
  began: string;
  last: string;
  score: number;
  /** Right ones; `-` before a wrong one. */
  answers?: string;
}

export type Kind = 'basic' | 'interactions' | 'objectives';

/** @param listed who is in it without an attempt */
export function rowsOf(
  attempts: readonly Attempt[],
  {
    kind = 'interactions',
    named = true,
    listed = [],
  }: { kind?: Kind; named?: boolean; listed?: string[] } = {},
): string[][] {
  const words = {
    basic: [],
    interactions: ['Ethics'],
    objectives: ['Ethics', 'rights status', 'rights score'],
  }[kind];
  const places = kind === 'interactions' ? [0, 1, 2, 3] : [];
  const who = (name: string) => [name, ...(named ? [`${name}@e.org`] : [])];
  const questions = places.flatMap((n) =>
    ['Question', 'Response', 'Right answer', 'Result'].map((one) => `${one} ${n}`),
  );
  const head = [...who('Name').slice(0, 1), ...(named ? ['Email address'] : [])];
  return [
    [...head, 'Attempt', 'Started on', 'Last accessed on', 'Score', ...words, ...questions],
    ...attempts.map(({ who: name, number = 1, began, last, score, answers = '' }) => [
      ...who(name),
      String(number),
      `4 March 2026, ${began}`,
      `4 March 2026, ${last}`,
      String(score),
      ...(kind === 'basic' ? [] : [String(score)]),
      ...(kind === 'objectives' ? ['passed', String(score)] : []),
      ...places.flatMap((at) => {
        const answer = answers.split(' ')[at];
        if (!answer) return ['', '', '', ''];
        return answer.startsWith('-') ? [answer.slice(1), 'b', 'a', 'wrong'] : [answer, 'a', 'a', 'correct'];
      }),
    ]),
    ...listed.map((name) => [
      ...who(name),
      '-',
      '-',
      '-',
      '-',
      ...words.map(() => ''),
      ...questions.map(() => ''),
    ]),
  ];
}

export const asText = (rows: readonly string[][]): string => rows.map((cells) => cells.join('\t')).join('\n');
