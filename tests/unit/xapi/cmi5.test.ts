/** cmi5's life cycle, against an LMS that refuses whatever breaks a rule. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answers, PASSED, writing } from '../../contract/material.ts';
import { type Cmi5Lms } from '../../../src/lms/cmi5.ts';
import type { Statement } from '../../../src/tracking/lrs/types.ts';
import { FakeStore } from '../../fakes/store.ts';
import { cmi5, Device, ACTIVITY_EVENTS, later, newLms, quiet, savedState } from './harness.ts';

let lms: Cmi5Lms;

let device: Device;

let mayRefuse = false;

beforeEach(() => {
  lms = newLms();
  device = new Device();
  mayRefuse = false;
});

afterEach(() => {
  if (!mayRefuse) expect(lms.refusals).toEqual([]);
});

const last = (verb: string): Statement | undefined => lms.verbs(verb).at(-1);

describe('the start', () => {
  it('fetches the token once, reads LaunchData and preferences, and says initialized', async () => {
    const { launch } = await cmi5(device, lms, { masteryScore: 0.7, languagePreference: 'fr-CA,es-MX,en' });
    await quiet();
    expect(launch).toEqual({
      connected: true,
      mode: 'normal',
      learner: { id: 'anna-1 https://lms.example', name: 'Anna Arendt' },
      language: 'es-MX',
      passMark: 70,
      saved: '',
    });
    expect(lms.fetches).toBe(1);
    expect(lms.story).toEqual(['initialized 42']);
  });

  const NONSENSE = ['[]', '{}', '', '<!doctype html>', '{"contextTemplate":"none"}'];

  it.each(NONSENSE)('asks once more where %j comes in the place of LaunchData', async (given) => {
    let times = 1;
    lms.fault = ({ query }) =>
      query.get('stateId') === 'LMS.LaunchData' && times-- > 0 ? { answers: given } : undefined;
    const { launch } = await cmi5(device, lms);
    await quiet();
    expect(launch.connected).toBe(true);
    expect(lms.story).toEqual(['initialized 42']);
  });

  it.each(NONSENSE)('says that there is no LaunchData where %j comes each time', async (given) => {
    lms.fault = ({ query }) => (query.get('stateId') === 'LMS.LaunchData' ? { answers: given } : undefined);
    const { launch } = await cmi5(device, lms);
    await quiet();
    expect(launch).toMatchObject({ connected: false, problem: { code: 'lms-refused' } });
    expect(lms.statements).toEqual([]);
  });

  it('takes a mastery score of 0 for one', async () => {
    const { launch, writer } = await cmi5(device, lms, { masteryScore: 0 });
    expect(launch.passMark).toBe(0);
    await writer.write(writing(PASSED));
    expect(last('passed')!.context.extensions).toMatchObject({
      'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0,
    });
  });

  it.each([
    ['spa', 'es'],
    ['eng,spa', 'en'],
    ['ES_us', 'es-US'],
    ['fr_ca_k12,es_mx_kids', 'es-MX'],
    ['es_ES.utf8', 'es-ES'],
    ['x, ,??', undefined],
  ])('understands the language %j', async (languagePreference, language) => {
    expect((await cmi5(device, lms, { languagePreference })).launch.language).toBe(language);
  });

  for (const preferencesStatus of [403, 404] as const) {
    it(`goes on where the preferences answer ${preferencesStatus}`, async () => {
      mayRefuse = true;
      const { launch } = await cmi5(device, lms, { preferencesStatus });
      await quiet();
      expect(launch.connected).toBe(true);
      expect(launch.language).toBeUndefined();
      expect(lms.story).toEqual(['initialized 42']);
    });
  }

  it('keeps the token over a reload, which is the same session', async () => {
    const page = await cmi5(device, lms);
    await page.writer.write(writing({ progress: 0.25, saved: 'AAAA' }));
    await page.writer.finish(writing({ progress: 0.25 }), 'page');
    await quiet();
    const again = await cmi5(device, lms, { again: page });
    expect(again.launch).toMatchObject({ connected: true });
    expect(again.launch.saved).not.toBe('');
    await again.writer.write(writing({ progress: 0.5 }));
    await again.writer.finish(writing({ progress: 0.5 }), 'exit');
    expect(lms.fetches).toBe(1);
    expect(lms.story).toEqual(['initialized 42', 'progressed 42', 'progressed 42', 'terminated 42']);
  });

  it('says plainly that a token was given away before', async () => {
    const page = await cmi5(device, lms);
    const { launch } = await cmi5(device, lms, {
      again: { ...page, tab: new FakeStore() },
    });
    expect(launch).toMatchObject({ connected: false, problem: { code: 'session-over', cause: 'used' } });
    expect(launch.problem?.detail).toContain('error-code 1');
  });

  it('says plainly that the fetch URL sends no CORS header, and does not ask twice', async () => {
    lms.fetchBase = 'https://elsewhere.example/';
    const search = lms.launch();
    lms.fetchBase = 'https://lms.example/fetch/';
    const page = { tab: device.store, search };
    const { launch } = await cmi5(device, lms, { again: page });
    expect(launch).toMatchObject({ connected: false, problem: { code: 'offline' } });
    expect(launch.problem?.detail).toContain('Access-Control-Allow-Origin');
  });

  it('names what the launch address lacks', async () => {
    const page = { tab: device.store, search: '?endpoint=https://lms.example/' };
    const { launch } = await cmi5(device, lms, { again: page });
    expect(launch.problem).toEqual({
      code: 'no-lms',
      detail: 'The launch address lacks fetch, actor, registration, activityId.',
    });
  });

  it('reads once more where the LMS was busy for a moment', async () => {
    let busy = 2;
    lms.fault = ({ query }) =>
      query.get('stateId') === 'LMS.LaunchData' && busy-- > 0 ? { status: 503, after: 1 } : undefined;
    const { launch } = await cmi5(device, lms);
    expect(launch.connected).toBe(true);
  });
});

describe('launch modes', () => {
  for (const launchMode of ['Browse', 'Review'] as const) {
    it(`${launchMode}: initialized and terminated alone`, async () => {
      const { launch, writer } = await cmi5(device, lms, { launchMode });
      expect(launch.mode).toBe(launchMode.toLowerCase());
      writer.observe?.(ACTIVITY_EVENTS, answers());
      expect(await writer.write(writing(PASSED, { interactions: answers() }))).toEqual({ stored: true });
      expect(await writer.finish(writing(PASSED), 'exit')).toEqual({ stored: true });
      expect(lms.story).toEqual(['initialized 42', 'terminated 42']);
      expect(lms.documentOf('resume')).toBeUndefined();
    });
  }
});

describe('a course taken', () => {
  it('tells everything once, in order, and ends with terminated', async () => {
    const { launched, writer } = await cmi5(device, lms, {
      masteryScore: 0.8,
      returnURL: 'https://lms.example/back',
    });
    const [lesson, check, scenario, tried] = ACTIVITY_EVENTS;
    writer.observe?.([lesson!], []);
    writer.observe?.([check!], []);
    writer.observe?.([scenario!], []);
    expect(await writer.write(writing({ progress: 0.5 }))).toEqual({ stored: true });
    writer.observe?.([tried!], answers());
    expect(await writer.write(writing(PASSED, { interactions: answers() }))).toEqual({ stored: true });
    expect(await writer.write(writing(PASSED, { interactions: answers() }))).toEqual({ stored: true });
    expect(await writer.finish(writing(PASSED), 'exit')).toEqual({ stored: true });
    expect(lms.story).toEqual([
      'initialized 42',
      'completed compass',
      'answered check-one',
      'responded crossroads',
      'progressed 42',
      'answered item-secret',
      'answered item-several',
      'answered item-true',
      'answered item-match',
      'answered item-order',
      'answered item-word',
      'answered item-secret',
      'scored obj-purpose',
      'scored obj-deciding',
      'scored 1',
      'progressed 42',
      'passed 42',
      'completed 42',
      'terminated 42',
    ]);
    expect(last('terminated')!.result).toEqual({ duration: 'PT1M1.05S' });
    expect(launched.returnUrl).toBe('https://lms.example/back');
  });

  it('goes to no address that is not of the web', async () => {
    // Nobody can tell what a relative one is relative to, and a page that is led to nowhere helps no learner
    for (const returnURL of [
      'javascript:alert(1)',
      '/course/view.php?id=3',
      '//lms.example/back',
      'view.php',
    ]) {
      const { launched } = await cmi5(device, lms, { returnURL });
      expect(launched.returnUrl, returnURL).toBeUndefined();
    }
  });

  it('sends nothing after terminated, also when the page comes back', async () => {
    const page = await cmi5(device, lms);
    await page.writer.finish(undefined, 'exit');
    page.writer.observe?.(ACTIVITY_EVENTS, []);
    expect((await page.writer.write(writing(PASSED))).problem?.code).toBe('session-over');
    const again = await cmi5(device, lms, { again: page });
    expect(again.launch).toMatchObject({
      connected: false,
      problem: { code: 'session-over', cause: 'left' },
    });
    await later(device, 60_000);
    expect(lms.story).toEqual(['initialized 42', 'terminated 42']);
    expect(lms.fetches).toBe(1);
  });

  it('a pass is never below the mastery score for the sake of rounding', async () => {
    const { writer } = await cmi5(device, lms, { masteryScore: 0.66666 });
    await writer.write(writing({ ...PASSED, score: { raw: 66.66 } }));
    expect(last('passed')!.result?.score?.scaled).toBe(0.66666);
  });
});

it('passed bears the number of the certificate', async () => {
  const { writer } = await cmi5(device, lms);
  const saved = savedState('k7q2xm9a0b', 3);
  await writer.write({ ...writing({ ...PASSED, passedIn: 2 }), saved });
  expect(last('passed')!.result?.extensions).toEqual({
    'https://example.org/courses/test/extensions/record-number': 'K7Q2X-M9A0B-2',
  });
});
