/** What an LRS holds, as a report shows it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ANNA } from '../../../src/lms/cmi5.ts';
import { BEN } from '../../fakes/ben.ts';
import { seenIn } from '../../../src/lms/lrs-report.ts';
import { documentKey } from '../../../src/lms/lrs-text.ts';
import { Lrs } from '../../../src/lms/lrs.ts';
import type { Actor, Statement } from '../../../src/lms/xapi-types.ts';

const COURSE = 'https://lms.example/course';

let lrs: Lrs;
let count = 0;
beforeEach(() => {
  lrs = new Lrs();
});

function said(verb: string, changes: Partial<Statement> = {}): void {
  lrs.statements.push({
    id: String(count++),
    actor: ANNA,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
    object: { id: COURSE },
    context: { registration: 'one' },
    timestamp: '2026-01-05T10:00:00Z',
    ...changes,
  });
}

function put(actor: Actor, text: string, registration = 'one'): void {
  const query = { agent: JSON.stringify(actor), activityId: COURSE, stateId: 'resume', registration };
  lrs.documents.set(documentKey('activities/state', new URLSearchParams(query)), text);
}

const seen = (actor: Actor = ANNA, registration?: string) =>
  seenIn(lrs, { actor, activity: COURSE, ...(registration && { registration }) });

const SCORE = { scaled: 0.9, raw: 90, min: 0, max: 100 };

describe('what an LRS holds', () => {
  it('is nothing at first', () => {
    expect(seen()).toMatchObject({ completion: 'not attempted', success: 'unknown', opened: 0, saved: '' });
    expect(seen().score).toBeUndefined();
  });

  it('reads in the words of every standard', () => {
    said('initialized');
    put(ANNA, '{"saved":"abc"}');
    said('answered', {
      object: { id: `${COURSE}/q1`, definition: { type: 'x', interactionType: 'choice' } },
      result: { response: 'a', success: false },
    });
    expect(seen()).toMatchObject({ completion: 'incomplete', opened: 1, closed: 0 });
    said('completed', { result: { completion: true } });
    said('passed', { result: { success: true, score: SCORE } });
    said('terminated', { result: { duration: 'PT5M' } });
    expect(seen()).toMatchObject({
      opened: 1,
      closed: 1,
      completion: 'completed',
      success: 'passed',
      score: { scaled: '0.9', raw: '90', min: '0', max: '100' },
      saved: '{"saved":"abc"}',
      resumable: true,
      time: 'PT5M',
      interactions: [{ id: `${COURSE}/q1`, type: 'choice', response: 'a', result: 'incorrect' }],
    });
  });

  it('takes no pass away for a later fail, nor for the score of one', () => {
    said('passed', { result: { score: SCORE } });
    said('failed', { result: { score: { ...SCORE, raw: 10 } } });
    expect(seen()).toMatchObject({ success: 'passed', score: { raw: '90' } });
  });

  it('counts for the course only what is said of it, and for a learner what that learner said', () => {
    said('passed', { object: { id: `${COURSE}/lesson` } });
    said('passed', { actor: BEN });
    put(BEN, 'of Ben');
    expect(seen()).toMatchObject({ success: 'unknown', saved: '' });
    expect(seen(BEN)).toMatchObject({ success: 'passed', saved: 'of Ben' });
  });

  it('tells registrations apart where it is asked to', () => {
    said('passed');
    put(ANNA, 'first');
    expect(seen(ANNA, 'two')).toMatchObject({ success: 'unknown', saved: '' });
    expect(seen(ANNA, 'one')).toMatchObject({ success: 'passed', saved: 'first' });
  });
});
