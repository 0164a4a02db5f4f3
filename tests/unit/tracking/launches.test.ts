/** Launches as they are: begun by somebody else, with words for nothing, in other words than the standard's. */
import { describe, expect, it } from 'vitest';
import type { Habit } from '../../../src/lms/habits.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import type { LaunchFacts } from '../../../src/lms/standard.ts';
import type { Driver, Launch } from '../../../src/tracking/record.ts';
import { createDriver as create12 } from '../../../src/tracking/scorm/scorm12.ts';
import { createDriver as create2004 } from '../../../src/tracking/scorm/scorm2004.ts';
import { answers, COURSE, LESS, PASSED, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { FakeClock } from '../../fakes/clock.ts';

describe.each([
  { version: '1.2', Lms: Scorm12Lms, create: create12 },
  { version: '2004', Lms: Scorm2004Lms, create: create2004 },
] as const)('SCORM $version', ({ version, Lms, create }) => {
  const over = (scope: object): Driver =>
    create(COURSE, { scope, clock: new FakeClock(), online: () => true });
  const launched = async (facts: LaunchFacts, habits: readonly Habit[] = []): Promise<Launch> =>
    (await over(new Lms(habits, facts).scope).open()).launch;
  const status = version === '1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status';

  it('T1 goes on in a session that somebody else began', async () => {
    const lms = new Lms(['already-begun'], { learnerId: 'anna-1', learnerName: 'Anna' });
    const { launch, writer } = await begin(over(lms.scope));
    expect(launch).toMatchObject({ connected: true, learner: { id: 'anna-1' } });
    expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
  });

  it('T2 takes the words that some write for nothing for nothing', async () => {
    const { launch } = await over(new Lms(['null-for-nothing']).scope).open();
    expect(launch).toEqual({ connected: true, mode: 'normal', saved: '' });
  });

  it.each(['throws', 'answers nothing'] as const)(
    'T2 loses nothing where one read %s: it asks again before it takes an attempt for a new one',
    async (how) => {
      const lms = new Lms();
      const { writer } = await begin(over(lms.scope));
      await writer.write(writing(PASSED, { saved: 'A' }));
      const method = version === '1.2' ? 'LMSGetValue' : 'GetValue';
      for (const element of [status, 'cmi.suspend_data']) {
        const next = lms.relaunch();
        const api = next.api as unknown as Record<string, (element: string) => string>;
        const own = api[method]!;
        let times = 0;
        api[method] = (asked) => {
          if (asked !== element || times++ > 0) return own(asked);
          if (how === 'throws') throw new Error('for a moment');
          return '';
        };
        const { launch } = await begin(over(next.scope));
        expect(launch).toMatchObject({ saved: 'A', floor: { passed: true, completed: true } });
        expect(next.seen()).toMatchObject({ completion: 'completed', success: 'passed' });
      }
    },
  );

  it.each([
    ['spa', 'es'],
    ['ES_us', 'es-US'],
    ['en', 'en'],
    ['en_us_k12', 'en-US'],
    ['es_ES.utf8', 'es-ES'],
    ['sr@latin', 'sr'],
    ['zh_hant_tw', 'zh-Hant-TW'],
    ['es-419', 'es-419'],
    ['zh-min-nan', 'zh'],
    ['ca_valencia', 'ca-valencia'],
    ['de-CH-1901-1901', 'de-CH-1901'],
    ['en-US,en;q=0.9', 'en-US'],
    ['es-', 'es'],
    ['es-ES-ofcastile', 'es-ES'],
    ['Spanish', undefined],
    ['1033', undefined],
    ['x-none', undefined],
    ['es mx', undefined],
  ])('T2 reads the language %s as %s', async (given, language) => {
    const lms = new Lms();
    const method = version === '1.2' ? 'LMSGetValue' : 'GetValue';
    const api = lms.api as unknown as Record<string, (element: string) => string>;
    const own = api[method]!;
    api[method] = (element) => (element.endsWith('preference.language') ? given : own(element));
    expect((await over(lms.scope).open()).launch.language).toBe(language);
  });

  it('T2 takes the language of the page around it where the LMS gives none', async () => {
    const around = (own: object): object => {
      const parent: Record<string, unknown> = { ...new Lms().scope, ...own };
      parent.parent = parent;
      return { parent };
    };
    const document = { documentElement: { lang: 'es' } };
    expect(COURSE.languages[0]).toBe('en');
    // One that is the course's own first may be the only one that the LMS has: then the browser knows the learner better
    for (const lang of ['en', 'en-US', 'EN'])
      expect(
        (await over(around({ document: { documentElement: { lang } } })).open()).launch.language,
      ).toBeUndefined();
    expect((await over(around({ document })).open()).launch.language).toBe('es');
    const forbidden = Object.defineProperty({}, 'documentElement', {
      get: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
    expect((await over(around({ document: forbidden })).open()).launch.language).toBeUndefined();
    // Its own page tells nothing about the learner
    expect((await over({ ...new Lms().scope, document }).open()).launch.language).toBeUndefined();
  });

  it.each<Habit>(['capital-words', 'one-letter-words'])(
    'T9 takes nothing back at the launch where statuses come in other words, and knows them (%s)',
    async (habit) => {
      const lms = new Lms([habit]);
      await (await begin(over(lms.scope))).writer.write(writing(PASSED));
      const next = lms.relaunch();
      const driver = over(next.scope);
      const { launch } = await driver.open();
      expect(next.seen()).toMatchObject({ completion: 'completed', success: 'passed' });
      expect(launch.floor).toEqual({ completed: true, passed: true });
      const { writer } = await begin(over(next.relaunch().scope));
      await writer.write(writing(LESS));
      expect(next.seen()).toMatchObject({ completion: 'completed', success: 'passed' });
      expect((await launched({ mode: 'review' }, [habit])).mode).toBe('review');
      expect((await launched({ mode: 'normal', credit: 'no-credit' }, [habit])).mode).toBe('browse');
    },
  );

  it('T16 takes a line break behind an answer for no part of it, as LMSs hand on what their server printed', async () => {
    const lms = new Lms([], { learnerId: 'anna-1', learnerName: 'Anna' });
    const printing = (of: { api: object }): void => {
      const api = of.api as Record<string, (...values: string[]) => unknown>;
      for (const [name, own] of Object.entries(api))
        api[name] = (...values) => `${String(own(...values))}\r\n`;
    };
    printing(lms);
    const first = await begin(over(lms.scope));
    expect(first.launch.learner).toEqual({ id: 'anna-1', name: 'Anna' });
    expect(await first.writer.write(writing(PASSED, { saved: 'A', interactions: answers() }))).toEqual({
      stored: true,
    });
    expect(lms.seen()).toMatchObject({ success: 'passed', saved: 'A' });
    const next = lms.relaunch();
    printing(next);
    const driver = over(next.scope);
    expect((await driver.open()).launch).toMatchObject({ saved: 'A', floor: { passed: true } });
    const writer = await (await driver.open()).loadWriter();
    next.fault = 'refuses';
    expect((await writer!.write(writing())).stored).toBe(false);
  });

  it('T9 reads a score, an objective and a pass mark that come with a decimal comma', async () => {
    const lms = new Lms([], { passMark: 79.5 });
    const commas = (of: { api: object }): void => {
      const method = version === '1.2' ? 'LMSGetValue' : 'GetValue';
      const api = of.api as Record<string, (element: string) => string>;
      const own = api[method]!;
      api[method] = (element) => (/score/.test(element) ? own(element).replace('.', ',') : own(element));
    };
    commas(lms);
    expect((await over(lms.scope).open()).launch.passMark).toBe(79.5);
    await (await begin(over(lms.scope))).writer.write(writing(PASSED));
    const next = lms.relaunch();
    commas(next);
    const { writer } = await begin(over(next.scope));
    const objectives = (PASSED.objectives ?? []).map((one) => ({ ...one, score: { raw: 66 } }));
    await writer.write(writing({ ...PASSED, score: { raw: 83.1 }, objectives }));
    expect(next.seen().score?.raw).toBe('83.33');
    expect(next.seen().objectives.map((row) => row['score.raw'])).toEqual(['100', '66.67']);
  });

  it('T16 does not ask for each of the rows that an LMS counts in nonsense', async () => {
    const lms = new Lms();
    const method = version === '1.2' ? 'LMSGetValue' : 'GetValue';
    const api = lms.api as unknown as Record<string, (element: string) => string>;
    const own = api[method]!;
    api[method] = (element) => (element.endsWith('_count') ? '200000' : own(element));
    const { writer } = await begin(over(lms.scope));
    expect((await writer.write(writing(PASSED))).stored).toBe(true);
    expect(lms.calls.length).toBeLessThan(5_000);
  });

  it('T9 leaves a status that it does not know as it is, as long as nothing was reported', async () => {
    const lms = new Lms();
    const method = version === '1.2' ? 'LMSGetValue' : 'GetValue';
    const api = lms.api as unknown as Record<string, (element: string) => string>;
    const own = api[method]!;
    api[method] = (element) => (element === status ? 'bestanden' : own(element));
    await over(lms.scope).open();
    expect(lms.calls.some(({ name, element }) => /Set/.test(name) && element === status)).toBe(false);
  });

  it('T10 is in review where what was earned takes no credit any more', async () => {
    const lms = new Lms(
      [],
      {},
      new Map([
        [status, 'completed'],
        ['cmi.exit', 'suspend'],
      ]),
    );
    const next = lms.relaunch({ mode: 'normal', credit: 'no-credit' });
    expect((await over(next.scope).open()).launch.mode).toBe('review');
    expect((await launched({ mode: 'normal', credit: 'no-credit' })).mode).toBe('browse');
  });

  it('T13 is taken at its word by an LMS that answers SetValue with nothing, and not where an error stands beside it', async () => {
    const lms = new Lms(['silent-set']);
    const { writer } = await begin(over(lms.scope));
    expect(await writer.write(writing(PASSED, { interactions: answers() }))).toEqual({ stored: true });
    expect((await writer.write(writing({ saved: 'ü'.repeat(70_000) }))).stored).toBe(false);
  });

  it('T15 says which it was that the LMS refused: the result and not the work', async () => {
    const lms = new Lms();
    const { writer } = await begin(over(lms.scope));
    const set = version === '1.2' ? 'LMSSetValue' : 'SetValue';
    const api = lms.api as unknown as Record<string, (element: string, value: string) => string>;
    const own = api[set]!;
    api[set] = (element, value) =>
      element === status && value !== 'incomplete' ? 'false' : own(element, value);
    const sent = writing(PASSED);
    expect(await writer.write(sent)).toMatchObject({ stored: false, problem: { code: 'refused-result' } });
    expect(lms.seen().saved).toBe(sent.saved);
    api[set] = own;
    expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
    expect(lms.seen().completion).toBe('completed');
  });

  it('T11 goes on in an attempt whose ids are spelled as earlier versions did', async () => {
    const held = new Map([
      ['cmi.exit', 'suspend'],
      [status, 'incomplete'],
      ['cmi.objectives.0.id', 'obj_purpose'],
      ['cmi.objectives.1.id', 'obj_deciding'],
      ['cmi.interactions.0.id', 'Q07_Keeping_a_secret'],
    ]);
    const lms = new Lms([], {}, held);
    const { writer } = await begin(over(lms.scope));
    expect(await writer.write(writing(PASSED, { interactions: answers(1) }))).toEqual({ stored: true });
    const { objectives, interactions } = lms.seen();
    expect(objectives.map(({ id }) => id)).toEqual(['obj_purpose', 'obj_deciding']);
    expect(objectives[1]?.['score.raw']).toBe('66.67');
    expect(interactions.map(({ id }) => id).slice(0, 2)).toEqual([
      'Q07_Keeping_a_secret',
      'Q07KeepingASecret',
    ]);
  });
});

it('T1 goes on in SCORM 1.2 where a second Initialize is answered with the general error', async () => {
  const lms = new Scorm12Lms(['already-begun']);
  const { LMSGetLastError } = lms.api;
  lms.api.LMSGetLastError = () => LMSGetLastError().replace('103', '101');
  const driver = create12(COURSE, { scope: lms.scope, clock: new FakeClock(), online: () => true });
  expect((await driver.open()).launch.connected).toBe(true);
});

it('T11 gives a time without a zone where an LMS refuses the one with it', async () => {
  const lms = new Scorm2004Lms(['no-z-timestamps']);
  const driver = create2004(COURSE, { scope: lms.scope, clock: new FakeClock(), online: () => true });
  const { writer } = await begin(driver);
  await writer.write(writing({}, { interactions: answers() }));
  const { interactions } = lms.seen();
  expect(interactions).toHaveLength(7);
  for (const { timestamp } of interactions) expect(timestamp).toMatch(/^2026-01-0\dT\d\d:00:0\d$/);
  expect(lms.refusals.filter(({ element }) => element.endsWith('timestamp'))).toHaveLength(1);
});
