/** Ways through a dilemma as a supervisor reads them, and reads them aloud. */
import { expect, it } from 'vitest';
import { areGone, shortWords, sidesOf, undividedWords } from '../../../src/workbench/records-page/ways.ts';
import { TOGETHER } from '../../../src/workbench/records/question-names.ts';
import { shortened } from '../../../src/workbench/records/way-words.ts';

const NAMES = { 'd hall.a': 'Say no.', 'd hall.b': 'Say yes.', 'd told.a': 'Tell her why.' };
const way = (steps: string, chosen: number) => ({ dilemma: 'd', way: steps, chosen });

it('says how a group is divided, side by side, in the course’s words', () => {
  expect(sidesOf(NAMES, [way('hall.a[,]told.a', 3), way('hall.b', 1)])).toEqual([
    '3\u00A0people: Say no. Then: Tell her why.',
    '1\u00A0person: Say yes.',
  ]);
  expect(sidesOf(NAMES, [way('hall.a', 3), way('hall.b', 2), way('hall.b[,]told.a', 1)]).at(-1)).toBe(
    '1\u00A0person went another way.',
  );
  expect(sidesOf(NAMES, [way('hall.a', 5), way(TOGETHER, 6)])).toEqual([
    '5\u00A0people: Say no.',
    '6\u00A0people went other ways.',
  ]);
});

it('keeps what the course has no words for as the source has it, and knows that it is gone', () => {
  expect(shortWords(NAMES, 'd', 'gone.c')).toBe('gone.c');
  expect(areGone(NAMES, [way('hall.a', 2)])).toBe(false);
  expect(areGone(NAMES, [way('hall.a[,]gone.c', 2)])).toBe(true);
  expect(areGone(NAMES, [way(TOGETHER, 6)])).toBe(false);
});

it('shortens long words at the end of one', () => {
  expect(shortened('Tell her, quietly, that you can’t.', 20)).toBe('Tell her, quietly…');
  expect(shortened('Say no.', 20)).toBe('Say no.');
  expect(shortened('x'.repeat(40), 20)).toBe(`${'x'.repeat(19)}…`);
});

it('says why no dilemma divides a group: nobody knows its ways, too few came to one, or all went the same', () => {
  const came = (dilemma: string, people: number) => ({ dilemma, way: 'hall.a', chosen: people, people });
  expect(undividedWords([], false)).toMatch(/These records don’t tell which ways people took/);
  expect(undividedWords([came('d', 1)], false)).toBe(
    'No dilemma divides the group yet: no two people came to the same one.',
  );
  expect(undividedWords([came('d', 2), came('e', 3), came('f', 1)], false)).toBe(
    'No dilemma divides the group: in each of the 2 that two people or more came to, all took the same way.',
  );
  expect(undividedWords([came('d', 2)], false)).toMatch(/: in the one that two people or more came to, all/);
  // what is withheld may divide it
  expect(undividedWords([], true)).toBe(undividedWords([came('d', 5)], true));
});
