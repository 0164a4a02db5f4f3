/** Which try an answer belongs to, where a report doesn't say. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formSizes, triesOf } from '../../../src/workbench/records/import/forms.ts';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { emptyStore } from '../../fakes/records-store.ts';

const items = (names: string): string[] => names.split('');
const tries = (names: string, course: number | undefined, counts = [names.length]) =>
  triesOf(items(names), formSizes(counts, course))?.join('');

describe('answers that stand one after the other', () => {
  it('are cut by the length of the course’s forms, though no question comes twice', () => {
    expect(tries('abcdef', 3)).toBe('111222');
    expect(tries('abcabc', 3)).toBe('111222');
    expect(tries('abc', 3)).toBe('111');
  });

  it('are one form where they are fewer than the course asks', () => {
    expect(tries('ab', 3)).toBe('11');
    expect(tries('abcdefg', undefined)).toBe('1111111');
  });

  it('are cut by the length of an earlier version’s forms, where all of a report agree on one', () => {
    expect(tries('abcdefgh', 5, [4, 8, 4])).toBe('11112222');
    expect(tries('abcdefgh', 5, [8]), 'all may have had two tries').toBeUndefined();
    expect(tries('abcdefgh', 5, [1, 8]), 'one answer is no form').toBeUndefined();
  });

  it('are not cut where nobody can say', () => {
    expect(tries('abcdefg', 5, [7, 4])).toBeUndefined();
    expect(tries('aabcde', 3), 'no form asks a question twice').toBeUndefined();
  });

  it('are cut where a question comes again, if all forms have one length', () => {
    expect(tries('aa', 9)).toBe('12');
    expect(tries('abab', 9)).toBe('1122');
    expect(tries('abcab', 9)).toBeUndefined();
  });
});

describe('an Interactions report', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'forms-'));
    store = await emptyStore();
  });
  afterEach(async () => {
    store.close();
    await rm(folder, { recursive: true });
  });

  /** @param people name, score, and of each answer the question and whether it was right */
  async function take(people: [string, number, [string, 0 | 1][]][], form: number) {
    const most = Math.max(...people.map(([, , answers]) => answers.length));
    const groups = Array.from({ length: most }, (_, n) =>
      ['Question', 'Response', 'Right answer', 'Result'].map((one) => `${one} ${n}`),
    );
    const head = ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score', 'Ethics'];
    const lines = people.map(([name, score, answers]) =>
      [
        name,
        `${name}@e.org`,
        '1',
        '4 March 2026, 1:14 PM',
        '4 March 2026, 2:14 PM',
        score,
        score,
        ...Array.from({ length: most }, (_, n) => answers[n]).flatMap((one) =>
          one ? [one[0], one[1] ? 'a' : 'b', 'a', one[1] ? 'correct' : 'wrong'] : ['', '', '', ''],
        ),
      ].join('\t'),
    );
    const path = join(folder, 'report.csv');
    await writeFile(path, `${[[...head, ...groups.flat()].join('\t'), ...lines].join('\n')}\n`);
    return importFile(store, path, { form });
  }

  it('keeps a second try, of other questions, out of the first forms', async () => {
    const second: [string, 0 | 1][] = [
      ['q1', 1],
      ['q2', 0],
      ['q3', 1],
      ['q4', 1],
    ];
    const { notes } = await take(
      [
        ['ben', 100, second],
        ['ann', 50, second.slice(0, 2)],
      ],
      2,
    );
    expect(notes).toEqual([]);
    expect(
      await store.query(
        "select try_number, sum(correct) as correct, sum(asked) as asked from records.forms where person = 'ben@e.org' group by try_number order by 1",
      ),
    ).toEqual([
      { try_number: 1, correct: 1, asked: 2 },
      { try_number: 2, correct: 2, asked: 2 },
    ]);
  });

  it('has each answer in one try, though a later report shows that forms were shorter, in either order', async () => {
    const all: [string, 0 | 1][] = ['q1', 'q2', 'q3', 'q4'].map((item) => [item, 1]);
    const ben = (count: number): [string, number, [string, 0 | 1][]] => ['ben', 100, all.slice(0, count)];
    const cy: [string, number, [string, 0 | 1][]] = ['cy', 50, all.slice(0, 2)];
    const triesOfBen = () =>
      store.query(
        "select item, try_number from records.answers where person = 'ben@e.org' order by item, try_number",
      );
    const two = ['q1', 'q2', 'q3', 'q4'].map((item, at) => ({ item, try_number: at < 2 ? 1 : 2 }));
    const NO_FORM = 3;
    await take([ben(4)], NO_FORM);
    expect(await triesOfBen()).toEqual(two.map(({ item }) => ({ item, try_number: 1 })));
    await take([ben(4), cy], NO_FORM);
    expect(await triesOfBen()).toEqual(two);
    await take([ben(4)], NO_FORM);
    expect(await triesOfBen()).toEqual(two);
    await take([ben(3)], NO_FORM);
    expect(await triesOfBen(), 'an older one').toEqual(two);
  });

  it('leaves answers out that divide into no forms, says whose line it is, and takes the score', async () => {
    const five: [string, 0 | 1][] = ['q1', 'q2', 'q3', 'q4', 'q5'].map((item) => [item, 1]);
    const { notes } = await take([['ben', 100, five]], 2);
    expect(notes?.[0]).toMatch(
      /^Of 1 attempt \(first: line 2\) the answers don’t divide into forms of the course/,
    );
    expect(await store.query('select * from records.answers')).toEqual([]);
    expect(await store.query('select score from records.attempts')).toEqual([{ score: 100 }]);
  });
});
