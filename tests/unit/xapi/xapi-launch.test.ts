/** What an xAPI package reads in its launch address: where it sends, as whom, with what, and about what. */
import { describe, expect, it } from 'vitest';
import type { Launch } from '../../../src/tracking/record.ts';
import { createDriver } from '../../../src/tracking/lrs/xapi.ts';
import { ANNA } from '../../../src/lms/cmi5.ts';
import { AT, COURSE, Device, newLrs, xapi } from './harness.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { answers, PASSED, writing } from '../../contract/material.ts';

const ADDRESS = {
  endpoint: 'https://lrs.example/xapi/',
  auth: 'Basic abc',
  actor: JSON.stringify(ANNA),
  registration: '2f3c1e0a-7a4b-4c55-9d2e-0d9f5a1b2c3d',
  activity_id: 'https://lms.example/courses/7',
};

/** Opens a launch over an LRS that has nothing, and tells what it was asked first. */
async function launched(more: Record<string, string> = {}): Promise<{
  launch: Launch;
  asked: { url: URL; authorization: string | undefined } | undefined;
}> {
  const asked: { url: URL; authorization: string | undefined }[] = [];
  const driver = createDriver(COURSE, {
    search: `?${new URLSearchParams({ ...ADDRESS, ...more })}`,
    clock: new FakeClock(AT),
    storage: null,
    tabStorage: null,
    fetch: async (url, { headers }) => {
      const { Authorization: authorization } = headers as Record<string, string>;
      asked.push({ url: new URL(url), authorization });
      return new Response('', { status: 404 });
    },
  });
  const { launch } = await driver.open();
  return { launch, asked: asked[0] };
}

describe('the credential', () => {
  it.each([
    ['Basic abc', 'Basic abc'],
    ['abc', 'Basic abc'],
    ['Bearer abc', 'Bearer abc'],
    ['basic abc', 'basic abc'],
    ['  Basic   abc  ', 'Basic abc'],
    ['Basic a b c==', 'Basic a+b+c=='],
    ['abc Basic', 'Basic abc+Basic'],
    ['Basically', 'Basic Basically'],
    ['x Basic abc', 'Basic x+Basic+abc'],
  ])('%j is sent as %j', async (auth, header) => {
    const { launch, asked } = await launched({ auth });
    expect(launch).toMatchObject({ connected: true, mode: 'normal' });
    expect(asked?.authorization).toBe(header);
  });
});

it.each([
  [{ endpoint: '' }, 'endpoint'],
  [{ endpoint: 'lrs.example' }, 'endpoint'],
  [{ actor: '{}', auth: '' }, 'actor, auth'],
  [{ auth: 'Basic ' }, 'auth'],
  [{ endpoint: '', actor: '', auth: ' ' }, 'endpoint, actor, auth'],
])('without what it needs there is no launch, and nobody is asked: %j', async (more, lacks) => {
  const { launch, asked } = await launched(more);
  expect(launch).toMatchObject({
    connected: false,
    problem: { code: 'no-lms', detail: `The launch address lacks ${lacks}.` },
  });
  expect(asked).toBeUndefined();
});

it.each(['null', 'undefined', 'false', 'None', ' NULL '])('the word %j is nothing', async (word) => {
  const lrs = newLrs();
  const words = { registration: word, activity_id: word, activity_platform: word, grouping: word };
  const { launch, writer } = await xapi(new Device(), lrs, words);
  expect(launch.problem).toBeUndefined();
  expect(await writer.write(writing(PASSED, { interactions: answers() }))).toEqual({ stored: true });
  expect(lrs.verbs('passed')[0]).toMatchObject({ object: { id: COURSE.iri } });
  expect(lrs.verbs('passed')[0]?.context).not.toHaveProperty('registration');
  expect(lrs.verbs('passed')[0]?.context).not.toHaveProperty('platform');
});

it.each([
  ['https://lrs.example/', undefined],
  ['http://127.0.0.1/xapi/', undefined],
  ['http://lrs.example/', true],
])('over %s others can read what is sent: %s', async (endpoint, unencrypted) => {
  expect((await launched({ endpoint })).launch.unencrypted).toBe(unencrypted);
});

describe('what was saved', () => {
  it.each([
    [{}, 'https://lms.example/courses/7', ADDRESS.registration],
    [{ activity_id: '', registration: '' }, COURSE.iri, null],
  ])('is asked for by activity and registration: %j', async (more, activity, registration) => {
    const { asked } = await launched(more);
    expect(asked?.url.searchParams.get('activityId')).toBe(activity);
    expect(asked?.url.searchParams.get('registration')).toBe(registration);
    expect(JSON.parse(asked?.url.searchParams.get('agent') ?? '')).toEqual(ANNA);
  });

  it.each(['https://lrs.example/xapi', 'https://lrs.example/xapi/'])(
    'is asked for at %s',
    async (endpoint) => {
      const { asked } = await launched({ endpoint });
      expect(asked?.url.href.split('?')[0]).toBe('https://lrs.example/xapi/activities/state');
    },
  );
});

describe('what a statement says of the launch', () => {
  it.each([
    [
      { activity_platform: 'An LMS', grouping: 'https://lms.example/groups/7' },
      { platform: 'An LMS', contextActivities: { grouping: [{ id: 'https://lms.example/groups/7' }] } },
    ],
    [{ activity_platform: '', grouping: '' }, {}],
    [{ activity_platform: '', grouping: 'group 7' }, {}],
  ])('is platform and group, where there are any: %j', async (more, context) => {
    const lrs = newLrs();
    await xapi(new Device(), lrs, more);
    const told = lrs.verbs('initialized')[0]?.context ?? {};
    expect(told).toMatchObject(context);
    expect('platform' in told).toBe('platform' in context);
    expect('contextActivities' in told).toBe('contextActivities' in context);
  });
});
