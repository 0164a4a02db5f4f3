/** Whether a result was sent in this registration: the LRS has the last word, where it may be asked. */
import { describe, expect, it } from 'vitest';
import { ANNA } from '../../../src/lms/cmi5.ts';
import { wasSent } from '../../../src/tracking/lrs/already-sent.ts';
import { LrsError } from '../../../src/tracking/lrs/client.ts';
import type { StatementClient, StatementQuery } from '../../../src/tracking/lrs/statement-client.ts';

const OWN = '11111111-1111-4111-8111-111111111111';
const QUERY = { agent: ANNA, activity: 'https://course.example/', registration: 'registration' };

/** An LRS that has these, or refuses to look with a status. */
function lrs(has: { own?: boolean; any?: boolean; refuses?: number }) {
  const asked: (string | StatementQuery)[] = [];
  const answer = async (question: string | StatementQuery, found: boolean | undefined) => {
    asked.push(question);
    if (has.refuses !== undefined) throw new LrsError('GET statements', has.refuses);
    return found ? {} : undefined;
  };
  const client = {
    statement: (id: string) => answer(id, has.own),
    latest: (query: StatementQuery) => answer(query, has.any),
  } as unknown as StatementClient;
  return { client, asked };
}

describe('what this course remembers to have sent', () => {
  it.each([
    [{ own: true, any: true }, true],
    [{ own: true }, true],
    [{ any: true }, true],
    [{}, false],
  ])('is looked up, with any other of the registration: %j', async (has, was) => {
    const { client, asked } = lrs(has);
    expect(await wasSent(client, 'passed', { passed: OWN, completed: 'other' }, QUERY)).toBe(was);
    expect(asked).toEqual([OWN, { ...QUERY, verb: 'http://adlnet.gov/expapi/verbs/passed' }]);
  });

  it.each([400, 403, 404, 405])('is believed where the LRS lets nobody look: %i', async (refuses) => {
    expect(await wasSent(lrs({ refuses }).client, 'completed', { completed: OWN }, QUERY)).toBe(true);
    expect(await wasSent(lrs({ refuses }).client, 'completed', { passed: OWN }, QUERY)).toBe(false);
  });

  it.each([0, 401, 408, 429, 500, 503])('is not known while the answer is %i', async (refuses) => {
    const asking = wasSent(lrs({ refuses }).client, 'completed', { completed: OWN }, QUERY);
    await expect(asking).rejects.toMatchObject({ status: refuses });
  });
});

it("without a registration only the own one is looked up: last year's would be found as well", async () => {
  const { client, asked } = lrs({ any: true });
  const { registration: _, ...query } = QUERY;
  expect(await wasSent(client, 'completed', { completed: OWN }, query)).toBe(false);
  expect(asked).toEqual([OWN]);
  expect(await wasSent(client, 'completed', {}, query)).toBe(false);
  expect(asked).toEqual([OWN]);
});

it('a failed try is remembered by the LRS alone', async () => {
  const { client, asked } = lrs({ any: true });
  expect(await wasSent(client, 'failed', { passed: OWN, completed: OWN }, QUERY)).toBe(true);
  expect(asked).toEqual([{ ...QUERY, verb: 'http://adlnet.gov/expapi/verbs/failed' }]);
});
