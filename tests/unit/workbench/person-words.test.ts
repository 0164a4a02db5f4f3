/** What the page of one person says of them first. */
import { expect, it } from 'vitest';
import { inWords } from '../../../src/workbench/records-page/person-words.ts';

const passed = { status: 'passed', best_score: 90, tries: 2 };

it('says that something is open only where the report says so', () => {
  expect(inWords({ ...passed, said_open: 1 })).toBe(
    'Has passed, and something of the course is still open; the best score is 90\u00A0%, in 2\u00A0tries.',
  );
  expect(inWords({ ...passed, said_open: 0 })).toBe(
    'Has passed; the report doesn’t say whether the course is completed; the best score is 90\u00A0%, in 2\u00A0tries.',
  );
});

it('says that a list has them as not completed, and that somebody failed', () => {
  expect(inWords({ ...passed, said_open: 0, untold: 0 })).toBe(
    'Has passed; the course isn’t completed, as far as the reports say; the best score is 90\u00A0%, in 2\u00A0tries.',
  );
  expect(inWords({ status: 'failed', failed: 1, best_score: 46, tries: 1 })).toBe(
    'Has failed, and has not passed since; the best score is 46\u00A0%, in 1\u00A0try.',
  );
  const through = { status: 'completed', best_score: 46, tries: 0 };
  expect(inWords({ ...through, failed: 1 })).toBe(
    'Has completed the course, and failed; the best score is 46\u00A0%.',
  );
  expect(inWords({ ...through, passed: 1 })).toBe(
    'Has completed the course and passed; the best score is 46\u00A0%.',
  );
});

it('calls nothing a score where the source has a 0 for somebody who handed nothing in', () => {
  const begun = { status: 'in progress', best_score: 0, tries: 0, said_open: 0 };
  expect(inWords({ ...begun, no_result: 1 })).toBe('Has begun and is not finished; no result is known.');
  expect(inWords({ ...begun, no_result: 0, tries: 1 })).toBe(
    'Has begun and is not finished; the best score is 0\u00A0%, in 1\u00A0try.',
  );
});
