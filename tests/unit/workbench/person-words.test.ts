/** What the page of one person says of them first. */
import { expect, it } from 'vitest';
import { inWords } from '../../../src/workbench/records-page/person-words.ts';

const passed = { status: 'passed', best_score: 90, tries: 2 };

it('says that something is open only where the report says so', () => {
  expect(inWords({ ...passed, said_open: 1 })).toBe(
    'Has passed, and something of the course is still open; the best score is 90 %, in 2 tries.',
  );
  expect(inWords({ ...passed, said_open: 0 })).toBe(
    'Has passed; the report doesn’t say whether the course is completed; the best score is 90 %, in 2 tries.',
  );
});
