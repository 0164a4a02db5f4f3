/** What somebody answered, and what would have been right, in the course's words. */
import { expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import { withWords } from '../../../src/workbench/records/answer-words.ts';
import { COLUMNS } from '../../../src/workbench/records/columns.ts';
import { QUESTIONS } from '../../../src/workbench/records/question-names.ts';
import { readable } from '../../../src/workbench/records/readable.ts';
import { PASS_MARK, twelve } from './twelve.ts';
import { emptyStore } from '../../fakes/records-store.ts';

const FILTERS = { now: '2026-04-01 00:00:00', passMark: PASS_MARK };

/** Of p09, who answered four questions, all of them wrong. */
async function missedBy(said: readonly (readonly [string, string])[]) {
  const store = await emptyStore();
  const { answers, ...rows } = twelve();
  await store.whole(() =>
    store.put({
      ...rows,
      answers: answers
        .filter(({ person }) => person === 'p09')
        .map((row, at) => ({ ...row, response: said[at]?.[0] ?? null, pattern: said[at]?.[1] ?? null })),
    }),
  );
  const part = (item: string, name: string, words: string, right = 1) => ({
    item,
    part: name,
    words,
    is_key: right,
  });
  // of what has left the ledger keeps the title, and no words
  await store.setReference(
    'course_items',
    ['q1', 'q2', 'q3', 'q4'].map((item, at) => ({
      item,
      number: at + 1,
      title: item,
      objective: null,
      section: null,
      removed: Number(item === 'q4'),
    })),
  );
  await store.setReference('course_options', [
    { item: 'q1', option: 'a', words: 'Ask her', is_key: 1 },
    { item: 'q1', option: 'b', words: 'Say so', is_key: 0 },
  ]);
  await store.setReference('course_parts', [
    ...['a', 'b', 'c'].map((step) => part('q2', step, `Step ${step}`)),
    part('q3', 'a', 'Ana'),
    part('q3', 'b', 'Bo'),
    part('q3', '.a', 'arrives'),
    part('q3', '.b', 'begins'),
  ]);
  const missed = await ask(store, 'missed', FILTERS);
  store.close();
  return missed.map(({ chosen, right_answer: right }) => [chosen, right]);
}

it('is told of options, steps and pairs, in both spellings of SCORM, and as it stands where it is text', async () => {
  const words = [
    ['Say so', 'Ask her'],
    ['Step c; Step a; Step b', 'Step a; Step b; Step c'],
    ['Ana: begins; Bo: arrives', 'Ana: arrives; Bo: begins'],
    ['something else', 'Georgia, the state of Georgia'],
  ];
  const text = ['something else', 'Georgia,the state of Georgia'] as const;
  expect(await missedBy([['b', 'a'], ['c,a,b', 'a,b,c'], ['a.b,b.a', 'a.a,b.b'], text])).toEqual(words);
  expect(
    await missedBy([['b', 'a'], ['c[,]a[,]b', 'a[,]b[,]c'], ['a[.]b[,]b[.]a', 'a[.]a[,]b[.]b'], text]),
  ).toEqual(words);
});

it('keeps to the letters where the key was another, so that they stood for something else, and where one is none of the question’s', async () => {
  expect(
    await missedBy([
      ['b', 'c'],
      ['c,a,z', 'a,b,c'],
      ['', ''],
      ['b', ''],
    ]),
  ).toEqual([
    ['option b; the question had other answers then', 'option c'],
    ['options c, a, z; the question had other answers then', 'Step a; Step b; Step c'],
    [null, null],
    ['option b; the question has left the course', null],
  ]);
});

it('tells in the course’s words what was chosen of several, where the key is the course’s', async () => {
  const store = await emptyStore();
  await store.setReference(
    'course_parts',
    ['a', 'b', 'c'].map((part) => ({
      item: 'q1',
      part,
      words: `Step ${part}`,
      is_key: Number(part !== 'c'),
    })),
  );
  const rows = (key: string) => [
    { item: 'q1', response: key, words: null, is_key: 1 },
    { item: 'q1', response: 'a,c', words: null, is_key: 0 },
  ];
  const words = async (key: string) => (await withWords(store, rows(key))).map((row) => row['words']);
  expect(await words('a,b')).toEqual(['Step a; Step b', 'Step a; Step c']);
  expect(await words('b,c')).toEqual([null, null]);
  store.close();
});

it('has the columns of each question, and one line that says why there is nothing', async () => {
  const store = await emptyStore();
  await store.whole(() => store.put(twelve()));
  for (const name of QUESTIONS) {
    const rows = await ask(store, name, FILTERS);
    expect(COLUMNS[name], name).toEqual(Object.keys(rows[0] ?? {}));
    const heads = Object.keys(readable(name, rows)[0] ?? {});
    const [none, ...others] = readable(name, []);
    expect([Object.keys(none ?? {}), others], name).toEqual([heads, []]);
  }
  expect(readable('leaving', [], true)).toEqual([
    {
      Place:
        'While names are hidden this is not shown: it is of too few people, or would tell of a few with what else is shown.',
      People: null,
      Passed: null,
    },
  ]);
  expect(readable('dilemmas', await ask(store, 'dilemmas', FILTERS)).map((row) => row['It ends'])).toEqual([
    'well',
    'badly',
  ]);
  store.close();
});
