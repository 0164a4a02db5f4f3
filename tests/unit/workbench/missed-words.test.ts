/** What is said of answers that are letters alone. */
import { expect, it } from 'vitest';
import { withoutFault } from '../../../src/workbench/records-page/person-words.ts';
import { areLetters, lettersWords } from '../../../src/workbench/records/letters.ts';

it.each(['a', 'a, c', 'e, d, c, b, a', 'a.b, b.1', 'a[,]c', 'a[.]b[,]b[.]a'])(
  'takes %j for letters',
  (said) => {
    expect(areLetters(said)).toBe(true);
  },
);

it.each(['', 'no', 'true', 'Georgia', 'something else', 'I', '12', 'a step; another'])(
  'takes %j for none',
  (said) => {
    expect(areLetters(said)).toBe(false);
  },
);

it.each([
  ['b', 'option b'],
  ['a,c', 'options a, c'],
  ['a[,]c', 'options a, c'],
  ['Georgia,the state', 'Georgia, the state'],
])('says %j as %j', (said, words) => {
  expect(lettersWords(said)).toBe(words);
});

it('says that nothing was wrong in the other form of two, so that an old one isn’t taken for all', () => {
  const wrong = (form: string, course: string | null = 'Ethics') => ({ course, form, item: 'q' });
  expect(withoutFault([wrong('first'), wrong('first')])).toEqual([
    'In the latest form that they handed in, Ethics, nothing was wrong.',
  ]);
  expect(withoutFault([wrong('latest', null)])).toEqual([
    'In the first form that they handed in, nothing was wrong.',
  ]);
  expect(withoutFault([wrong('first'), wrong('latest'), wrong('only', 'Tea')])).toEqual([]);
});
