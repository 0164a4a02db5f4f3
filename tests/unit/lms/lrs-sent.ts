/** An LRS, and statements that are sent to it. */
import { ANNA } from '../../../src/lms/cmi5.ts';
import { Lrs } from '../../../src/lms/lrs.ts';

export const VERBS = 'http://adlnet.gov/expapi/verbs/';
export const COURSE = 'https://lms.example/course';
export const uuid = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

export const statement = (nth: number, changes: object = {}): Record<string, unknown> => ({
  id: uuid(nth),
  actor: ANNA,
  verb: { id: `${VERBS}experienced`, display: { en: 'experienced' } },
  object: { id: COURSE },
  context: {},
  timestamp: '2026-01-05T10:00:00.000Z',
  ...changes,
});

export const headers = (auth: string): Record<string, string> => ({
  Authorization: auth,
  'Content-Type': 'application/json',
  'X-Experience-API-Version': '1.0.3',
});

export const state = (id = 'resume'): string =>
  `activities/state?${new URLSearchParams({ agent: JSON.stringify(ANNA), activityId: COURSE, stateId: id })}`;

/** The one that is asked. */
export let lrs = new Lrs();
export function useLrs(one: Lrs): void {
  lrs = one;
}

export const ask = (method: string, resource: string, body?: unknown, more: object = {}): Promise<Response> =>
  lrs.fetch(lrs.endpoint + resource, {
    method,
    headers: { ...headers(lrs.auth), ...more },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
export const send = async (...statements: object[]): Promise<number> =>
  (await ask('POST', 'statements', statements)).status;
