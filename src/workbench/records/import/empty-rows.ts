/** Rows of which a source says no more than what they are of: whoever knows more puts it in. */
import type { Row } from '../tables.ts';

export const emptyAttempt = (
  attempt: string,
  person: string,
  course: string | null,
  source = 'Moodle',
): Row<'attempts'> => ({
  attempt,
  person,
  source,
  course,
  number: null,
  version: null,
  language: null,
  started: null,
  last_seen: null,
  finished: null,
  completion: null,
  success: null,
  score: null,
  seconds: null,
  progress: null,
  tries: null,
  place: null,
});

/** @param what tells it from the attempt's others of the kind, where there may be several */
export const emptyEvent = (
  attempt: string,
  person: string,
  kind: string,
  what: string | null = null,
): Row<'events'> => ({
  event: [attempt, kind, ...(what === null ? [] : [what])].join('|'),
  attempt,
  person,
  happened: null,
  kind,
  object: what,
  name: null,
  response: null,
  ending: null,
  ok: null,
  score: null,
  seconds: null,
  try_number: null,
});
