/** cmi5: what an LMS gives a session to begin with, in the words of other programs than the standard's. */
import { beforeEach, describe, expect, it } from 'vitest';
import { PASSED, writing } from '../../contract/material.ts';
import { cmi5, Device, newLms, quiet, type Page } from './harness.ts';

let device: Device;

beforeEach(() => {
  device = new Device();
});

/** What the LMS gives as launch data, or as the token, changed on its way. */
async function launched(
  lms: ReturnType<typeof newLms>,
  change: (given: Record<string, unknown>) => unknown,
): Promise<Page> {
  const own = lms.fetch;
  const fetch: typeof own = async (url, init) => {
    const answer = await own(url, init);
    if (!/LMS\.LaunchData|\/fetch\//.test(url)) return answer;
    return Response.json(change((await answer.json()) as Record<string, unknown>));
  };
  Object.assign(lms, { fetch });
  return cmi5(device, lms, { launchMode: 'Normal', masteryScore: 0.8 });
}

async function passes(lms: ReturnType<typeof newLms>, page: Page): Promise<void> {
  expect(page.launch).toMatchObject({ connected: true, mode: 'normal', passMark: 80 });
  expect(await page.writer.write(writing(PASSED))).toEqual({ stored: true });
  expect((await page.writer.finish(undefined, 'exit')).stored).toBe(true);
  await quiet();
  expect(lms.refusals).toEqual([]);
  expect(lms.statements.map(({ verb }) => verb.id.split('/').pop())).toEqual([
    'initialized',
    'progressed',
    'passed',
    'completed',
    'terminated',
  ]);
}

describe('launch data', () => {
  it.each([
    ['of the mode', { launchMode: null }],
    ['of the address to return to', { returnURL: null, entitlementKey: null }],
    ['of what the template has not', {}],
  ])('may say null %s', async (_what, more) => {
    const lms = newLms();
    const page = await launched(lms, ({ contextTemplate: template, ...data }) => {
      if (!template) return data;
      const { contextActivities } = template as { contextActivities: object };
      const nothing = { registration: null, platform: null, language: null, statement: null };
      const activities = { parent: null, category: null, other: [null], ...contextActivities };
      return {
        ...data,
        ...more,
        contextTemplate: { ...nothing, ...template, contextActivities: activities },
      };
    });
    await passes(lms, page);
  });

  it.each([0, {}, ['Normal'], true])('may name %j for a mode: that is none', async (launchMode) => {
    const lms = newLms();
    await passes(lms, await launched(lms, (data) => ({ ...data, launchMode })));
  });

  it('may have space around the mode', async () => {
    const page = await launched(newLms(), (data) => ({ ...data, launchMode: ' Review ' }));
    expect(page.launch).toMatchObject({ connected: true, mode: 'review' });
  });

  it('may give the mastery score as text', async () => {
    const lms = newLms();
    await passes(lms, await launched(lms, (data) => ({ ...data, masteryScore: '0,8' })));
  });

  it.each(['', ' ', 'eighty', '80'])('gives no mastery score by %j', async (masteryScore) => {
    const page = await launched(newLms(), (data) => ({ ...data, masteryScore }));
    expect(page.launch.connected).toBe(true);
    expect(page.launch.passMark).toBeUndefined();
  });
});

it.each([
  ['with the scheme', (token: string) => `Basic ${token}`],
  ['with space around it', (token: string) => ` ${token}\n`],
])('the token may come %s', async (_how, spelled) => {
  const lms = newLms();
  await passes(
    lms,
    await launched(lms, (data) => {
      const token = data['auth-token'];
      return typeof token === 'string' ? { 'auth-token': spelled(token) } : data;
    }),
  );
});
