/** Which keys are doubted, and which answer is named. */
import { expect, it } from 'vitest';
import { keyDoubts } from '../../../src/workbench/records-page/key-doubts.ts';

const question = (answers: number, remark = '') => ({ item: 'q', title: 'Milk', answers, remark });
const option = (response: string, is_key: 0 | 1 | null, share_of_stronger: number) => ({
  item: 'q',
  response,
  words: `Words of ${response}`,
  is_key,
  share_of_stronger,
});
const BEATEN = [option('a', 1, 0.2), option('b', 0, 0.7), option('c', 0, 0.1)];

it('names the wrong answer that the stronger half choose more often than the key', () => {
  expect(keyDoubts([question(60)], BEATEN)).toMatchObject([
    { question: { item: 'q' }, instead: { words: 'Words of b', share: 0.7, key: 0.2 } },
  ]);
  expect(keyDoubts([question(60, 'check the key')], BEATEN)).toMatchObject([{ instead: { share: 0.7 } }]);
});

it('says nothing of too few answers, of what chance brings, and of a key that is chosen most', () => {
  expect(keyDoubts([question(29)], BEATEN)).toEqual([]);
  expect(keyDoubts([question(60)], [option('a', 1, 0.4), option('b', 0, 0.5)])).toEqual([]);
  expect(keyDoubts([question(60)], [option('a', 1, 0.7), option('b', 0, 0.3)])).toEqual([]);
});

it('names no answer where the stronger half choose none more often, or where answers are counted together', () => {
  const [doubt] = keyDoubts([question(60, 'check the key')], [option('a', 1, 0.5), option('b', 0, 0.4)]);
  expect(doubt).toMatchObject({ question: { item: 'q' } });
  expect(doubt?.instead).toBeUndefined();
  expect(keyDoubts([question(60)], [option('a', 1, 0.1), option('all others together', null, 0.9)])).toEqual(
    [],
  );
});
