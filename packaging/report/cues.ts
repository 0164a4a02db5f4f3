/** How much of the key the wording gives away: what can be guessed from the options alone. */
import type { Item } from '../../src/course/compiled.ts';
import { oneAnswer, picks, trained, wordsOf, type OneAnswer, type Reader } from './classifier.ts';
import { EXCUSES } from './cue-words.ts';
import { inLanguage } from './language.ts';
import { atMost, within, type Limit, type Part } from './limits.ts';

/** Points above chance that the reader of words may reach, that excuses may differ by, and that the longest may. */
const ABOVE_CHANCE = 7;
const EXCUSES_APART = 10;
const LONGEST_APART = 8;

export function cuePart(graded: readonly Item[], practice: readonly Item[], language: string): Part {
  const [bank, exercises] = [oneAnswer(graded), oneAnswer(practice)];
  const [fromPractice, fromBank] = [trained(exercises), trained(bank)];
  return {
    title: `What the wording gives away (${bank.length} graded and ${exercises.length} practice items with one answer)`,
    limits: [
      ...(exercises.length > 0 && bank.length > 0
        ? [
            guessed('Words of practice options pick the key of graded items', fromPractice, bank),
            guessed('Words of graded options pick the key of practice items', fromBank, exercises),
          ]
        : []),
      ...(bank.length > 0 ? [excused(bank, language), longest(bank)] : []),
    ],
    lines: [...telling('Practice', fromPractice), ...telling('Graded', fromBank), ...excuses(bank, language)],
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const chance = (items: readonly OneAnswer[]): number => mean(items.map(({ options }) => 1 / options.length));

function guessed(what: string, reader: Reader, items: readonly OneAnswer[]): Limit {
  return atMost(what, mean(items.map((item) => picks(reader, item))), chance(items) + ABOVE_CHANCE / 100);
}

/** Excuses that an option holds. */
export function excusesIn(text: string, language: string): string[] {
  const list = inLanguage(EXCUSES, language) ?? [];
  const words = ` ${wordsOf(text).join(' ')} `;
  return list.filter((excuse) => words.includes(` ${excuse} `));
}

function excused(items: readonly OneAnswer[], language: string): Limit {
  const options = items.flatMap((item) => item.options);
  const share = (right: boolean): number =>
    mean(
      options
        .filter((option) => option.right === right)
        .map(({ plain }) => (excusesIn(plain, language).length > 0 ? 1 : 0)),
    );
  return within(
    'Keys with a clause that excuses itself, beside wrong options',
    share(true),
    share(false),
    EXCUSES_APART,
  );
}

function longest(items: readonly OneAnswer[]): Limit {
  const share = mean(items.map((item) => longestIsKey(item)));
  return within('The longest option is the key', share, chance(items), LONGEST_APART);
}

/** 1 where the key is the longest, a part where it shares that. */
function longestIsKey({ options }: OneAnswer): number {
  const most = Math.max(...options.map(({ plain }) => plain.length));
  const best = options.filter(({ plain }) => plain.length === most);
  return best.some(({ right }) => right) ? 1 / best.length : 0;
}

const TELLING = 15;

function telling(where: string, reader: Reader): string[] {
  const { keys, wrong } = reader.telling(TELLING);
  return keys.length === 0
    ? []
    : [
        `${where}: words of keys: ${keys.join(', ')}`,
        `${where}: words of wrong options: ${wrong.join(', ')}`,
      ];
}

function excuses(items: readonly OneAnswer[], language: string): string[] {
  const counts = new Map<string, { keys: number; wrong: number }>();
  for (const { plain, right } of items.flatMap((item) => item.options))
    for (const excuse of excusesIn(plain, language)) {
      const count = counts.get(excuse) ?? { keys: 0, wrong: 0 };
      counts.set(excuse, right ? { ...count, keys: count.keys + 1 } : { ...count, wrong: count.wrong + 1 });
    }
  const list = [...counts].map(([excuse, { keys, wrong }]) => `${excuse} ${keys}/${wrong}`);
  return [`Clauses, in keys/wrong options: ${list.join(', ') || 'none'}`];
}
