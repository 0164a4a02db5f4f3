/** What a supervisor is told of a group where a source, or a result, leaves nothing to say. */
import { expect, it } from 'vitest';
import { leastWords } from '../../../src/workbench/records-page/stands-on.ts';
import { firstOf } from '../../../src/workbench/records-page/words.ts';
import { isUntold } from '../../../src/workbench/records-page/untold.ts';

it('calls a principle weak only where the group doesn’t hold it', () => {
  expect(leastWords(0.5)).toBe('The principle that the group holds least');
  expect(leastWords(2 / 3)).toMatch(/^Nothing is weak: the group holds every principle on average\./);
});

it('says no 0 of those who completed where the source can’t tell it', () => {
  const passed = { status: 'passed', untold: 1, people: 2 };
  expect(isUntold([passed])).toBe(true);
  expect(isUntold([{ ...passed, untold: 0 }])).toBe(false);
  expect(isUntold([passed, { status: 'completed', untold: 0, people: 1 }])).toBe(false);
});

it('says that people are left out only where some are, and tells no number of them while names are hidden', () => {
  expect(firstOf(30, 8, 8)).toBe('');
  expect(firstOf(30, 30, 46)).toBe('The first 30 of 46\u00A0people.');
  expect(firstOf(30, 8, undefined)).toBe('');
  expect(firstOf(30, 31, undefined)).toBe(
    'The first 30\u00A0people; how many more isn’t told while names are hidden.',
  );
});
