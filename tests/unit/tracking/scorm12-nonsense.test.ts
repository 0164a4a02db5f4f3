/** An LMS of SCORM 1.2 that answers nonsense, or too late: nothing is believed, and nothing of it is in the log. */
import { describe, expect, it } from 'vitest';
import type { Driver } from '../../../src/tracking/record.ts';
import { createDriver } from '../../../src/tracking/scorm/scorm12.ts';
import { answers, COURSE, PASSED, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { hurried } from '../../fakes/clock.ts';
import { launchLms } from '../../../src/lms/launch.ts';

const driverOver = (scope: object, course = COURSE): Driver =>
  createDriver(course, { scope, clock: hurried(), online: () => true });

describe('T16 nonsense', () => {
  const NONSENSE: Record<string, unknown> = {
    nothing: undefined,
    'an empty object': {},
    'a number': 42,
    TRUE: 'TRUE',
    '1': 1,
    'a promise': Promise.resolve('true'),
    'a symbol': Symbol('true'),
    'false, and no error': 'false',
  };

  it.each(Object.entries(NONSENSE))('%s: nothing rejects, nothing counts as stored', async (_, answer) => {
    const say = (): unknown => answer;
    const API = {
      LMSInitialize: say,
      LMSFinish: say,
      LMSGetValue: say,
      LMSSetValue: say,
      LMSCommit: say,
      LMSGetLastError: answer === 'false' ? () => '0' : say,
    };
    const { launch, loadWriter, close } = await driverOver({ API }).open();
    expect(launch.mode).toBe('normal');
    const writer = await loadWriter();
    expect(writer !== undefined, 'as yes as an LMS says it').toBe(launch.connected);
    const written = await writer?.write(writing(PASSED, { interactions: answers() }));
    expect(written?.stored ?? false).toBe(false);
    await writer?.finish(writing(PASSED), 'exit');
    expect(close).not.toThrow();
  });

  it.each(Object.entries(NONSENSE))('%s from everything but the start', async (_, answer) => {
    const say = (): unknown => answer;
    const API = {
      LMSInitialize: () => 'true',
      LMSFinish: say,
      LMSGetValue: say,
      LMSSetValue: say,
      LMSCommit: say,
      LMSGetLastError: say,
    };
    const { launch, writer } = await begin(driverOver({ API }));
    expect(launch.connected).toBe(true);
    expect((await writer.write(writing(PASSED, { interactions: answers() }))).stored).toBe(false);
    await writer.finish(writing(PASSED), 'exit');
  });

  it('methods that are missing', async () => {
    const { launch, writer } = await begin(driverOver({ API: { LMSInitialize: () => 'true' } }));
    expect(launch).toMatchObject({ connected: true, saved: '' });
    expect((await writer.write(writing())).stored).toBe(false);
    expect((await writer.finish(writing(), 'page')).stored).toBe(false);
  });
});

it.each([
  ['began', false],
  ['ended', true],
])('T14 believes no commit that %s offline', async (_, began) => {
  let online = true;
  const yes = (): string => 'true';
  const API = {
    LMSInitialize: yes,
    LMSFinish: yes,
    LMSGetValue: () => '',
    LMSSetValue: yes,
    LMSCommit: () => ((online = !online), 'true'),
    LMSGetLastError: () => '0',
  };
  const driver = createDriver(COURSE, { scope: { API }, clock: hurried(), online: () => online });
  const { writer } = await begin(driver);
  online = began;
  expect(await writer.write(writing())).toMatchObject({ stored: false, problem: { code: 'offline' } });
  expect(online).toBe(!began);
});

it('S13 keeps what an LMS answers and throws out of its log', async () => {
  const page = '<h1>Good morning, Arendt, Anna</h1>';
  const API = {
    LMSInitialize: () => 'true',
    LMSFinish: () => page,
    LMSGetValue: () => '',
    LMSSetValue: (): string => {
      throw new Error(page);
    },
    LMSCommit: () => page,
    LMSGetLastError: () => page,
  };
  const { driver, writer } = await begin(driverOver({ API }));
  expect((await writer.write(writing())).stored).toBe(false);
  // Nothing was to be stored; what the end came to is in the log
  expect(await writer.finish(undefined, 'page')).toMatchObject({
    stored: true,
    problem: { code: 'not-stored' },
  });
  expect(driver.log.lines.join()).toMatch(/LMSSetValue.*LMSCommit.*LMSFinish/);
  expect(driver.log.lines.join()).not.toMatch(/anna|morning/i);
});

it('S13 keeps values out of its log', async () => {
  const lms = launchLms('strict', '1.2', { learnerId: 'anna-1', learnerName: 'Arendt, Anna' });
  const { driver, writer } = await begin(driverOver(lms.scope));
  await writer.write(writing({ location: 'secret\nplace' }));
  expect(driver.log.lines.join()).toContain('lesson_location');
  expect(driver.log.lines.join()).not.toMatch(/anna|secret/i);
});
