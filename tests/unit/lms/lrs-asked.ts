/** An LRS that is asked as a course asks it, header by header. */
import { ANNA } from '../../../src/lms/cmi5.ts';
import { Lrs } from '../../../src/lms/lrs.ts';

export const VERBS = 'http://adlnet.gov/expapi/verbs/';
export const COURSE = 'https://lms.example/course';
export const PART = 'https://lms.example/course/part';
export const uuid = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

export type Json = Record<string, unknown>;

export let lrs: Lrs;
/** Before each test. */
export function renew(): void {
  lrs = new Lrs();
}

export const ask = (method: string, resource: string, body?: unknown, more: object = {}): Promise<Response> =>
  lrs.fetch(lrs.endpoint + resource, {
    method,
    headers: {
      Authorization: lrs.auth,
      'Content-Type': 'application/json',
      'X-Experience-API-Version': '1.0.3',
      ...more,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });

export const statement = (nth: number, changes: Json = {}): Json => ({
  id: uuid(nth),
  actor: ANNA,
  verb: { id: `${VERBS}answered`, display: { en: 'answered' } },
  object: { id: COURSE },
  context: { registration: uuid(900) },
  timestamp: '2026-01-05T10:00:00Z',
  ...changes,
});
