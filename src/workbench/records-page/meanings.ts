/** What a column of a table can mean, in a supervisor's words. */
import type { Meaning } from '../records/import/meanings.ts';

export const MEANING_WORDS: Readonly<Record<Meaning, string>> = {
  name: 'Person: whole name',
  first: 'Person: first name',
  last: 'Person: last name',
  email: 'Person: e-mail address',
  account: 'Person: number or account',
  team: 'Group',
  status: 'Status (completed, in progress …)',
  success: 'Passed or failed',
  score: 'Score',
  started: 'Date: begun',
  seen: 'Date: last seen',
  finished: 'Date: finished',
  duration: 'Time spent',
  course: 'Course',
  attempt: 'Number of the attempt',
  version: 'Version of the course',
  saved: 'Saved state (suspend data)',
};

/** Words of status that everybody here knows. */
export const STATUS_WORDS = ['completed', 'passed', 'failed', 'in progress', 'not started'] as const;
