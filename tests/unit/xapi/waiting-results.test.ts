/** What waits on the device tells of a result that no saved state has any more: it reaches the record, once. */
import { beforeEach, describe, expect, it } from 'vitest';
import { initialState, report as reportOf, step, type LearningState } from '../../../src/learning/index.ts';
import type { ActivityEvent } from '../../../src/learning/types.ts';
import type { Launch, Writing } from '../../../src/tracking/record.ts';
import { waitingResults } from '../../../src/tracking/lrs/waiting-results.ts';
import { answers, PASSED, writing } from '../../contract/material.ts';
import type { Cmi5Lms } from '../../fakes/lrs.ts';
import {
  ACTIVITY_EVENTS,
  AT,
  cmi5,
  COURSE,
  Device,
  later,
  newLms,
  newLrs,
  quiet,
  xapi,
  type Page,
} from './harness.ts';
import { course } from './told.ts';

let device: Device;

beforeEach(() => {
  device = new Device();
});

const SECOND_TRY = { ...ACTIVITY_EVENTS[3], number: 2 } as ActivityEvent;

/** A session in which nothing but its beginning arrives: two tries, the second is passed. */
async function passedInVain(lms: Cmi5Lms): Promise<void> {
  const { writer } = await cmi5(device, lms);
  lms.fault = () => 'offline';
  writer.observe?.([SECOND_TRY], answers(7, 2));
  await writer.write(writing(PASSED));
  await writer.finish(writing(PASSED), 'page');
  await quiet();
  lms.fault = () => undefined;
  await device.clock.advance(1_000);
}

/** As the player begins where neither the LMS nor the device has a state. */
const stateAt = ({ floor }: Launch): LearningState =>
  step(COURSE, initialState(), { type: 'launched', mode: 'normal', ...(floor && { floor, at: AT }) });

const writingOf = (page: Page): Writing => writing(reportOf(COURSE, stateAt(page.launch)));

describe('cmi5: a pass that waits, of a session that is over and whose state is nowhere', () => {
  it('is said by the next session, once, with its score, and the tries go on behind it', async () => {
    const lms = newLms();
    await passedInVain(lms);
    const page = await cmi5(device, lms);
    const state = stateAt(page.launch);
    expect(state.triesSubmitted).toBe(2);
    expect(reportOf(COURSE, state)).toMatchObject({ success: 'passed', score: { raw: 83.33 }, passedIn: 2 });
    expect(reportOf(COURSE, state).objectives.map(({ score }) => score?.raw)).toEqual([100, 50]);
    expect(await page.writer.write(writingOf(page))).toEqual({ stored: true });
    await quiet();
    expect([...device.store.entries.keys()].filter((key) => key.startsWith('cm-out|'))).toEqual([]);
    expect(await page.writer.finish(writingOf(page), 'exit')).toEqual({ stored: true });
    const third = await cmi5(device, lms);
    expect(await third.writer.write(writing(PASSED))).toEqual({ stored: true });
    expect(lms.verbs('passed').map(({ result }) => result?.score?.raw)).toEqual([83.33]);
    expect(course(lms, 'completed')).toHaveLength(1);
    expect(lms.verbs('answered')).toHaveLength(7);
    expect(lms.refusals).toEqual([]);
    // Nothing waits any more
    expect([...device.store.entries.keys()].filter((key) => key.startsWith('cm-out|'))).toEqual([]);
    expect((await cmi5(device, lms)).launch.floor).toBeUndefined();
  });

  it('is still known to the session after one that was closed before it said anything', async () => {
    const lms = newLms();
    await passedInVain(lms);
    const second = await cmi5(device, lms);
    await later(device, 5_000);
    await second.writer.finish(undefined, 'page');
    const third = await cmi5(device, lms);
    expect(third.launch.floor).toMatchObject({ passed: true, completed: true, score: 83.33 });
    expect(await third.writer.write(writingOf(third))).toEqual({ stored: true });
    expect(lms.verbs('passed')).toHaveLength(1);
  });

  it('is not said again where the LRS has it, from another device', async () => {
    const lms = newLms();
    await passedInVain(lms);
    const elsewhere = await cmi5(new Device(), lms);
    await elsewhere.writer.write(writing(PASSED));
    await elsewhere.writer.finish(writing(PASSED), 'exit');
    const page = await cmi5(device, lms);
    expect(await page.writer.write(writingOf(page))).toEqual({ stored: true });
    expect(lms.verbs('passed')).toHaveLength(1);
    expect([...device.store.entries.keys()].filter((key) => key.startsWith('cm-out|'))).toEqual([]);
  });

  it('waits for another launch where nothing counts', async () => {
    const lms = newLms();
    await passedInVain(lms);
    const review = await cmi5(device, lms, { launchMode: 'Review' });
    expect(review.launch.floor).toBeUndefined();
    await review.writer.finish(undefined, 'exit');
    const page = await cmi5(device, lms);
    expect(await page.writer.write(writingOf(page))).toEqual({ stored: true });
    expect(lms.verbs('passed')).toHaveLength(1);
  });
});

describe('xAPI: a result that waits', () => {
  it.each([
    ['is a floor in its registration', {}, { passed: true, score: 83.33 }],
    ['is none without one: it may be of another attempt', { registration: '' }, undefined],
  ])('%s', async (_what, more, floor) => {
    const lrs = newLrs();
    const first = await xapi(device, lrs, more);
    lrs.fault = () => 'offline';
    await first.writer.write(writing(PASSED));
    await first.writer.finish(undefined, 'page');
    lrs.fault = ({ method }) => (method === 'POST' ? 'offline' : undefined);
    const page = await xapi(device, lrs, more);
    if (floor) expect(page.launch.floor).toMatchObject(floor);
    else expect(page.launch.floor).toBeUndefined();
  });
});

describe('what waits', () => {
  const scored = (id: string, raw: unknown, parent?: unknown) => ({
    statement: {
      id,
      verb: { id: 'http://adlnet.gov/expapi/verbs/scored', display: {} },
      object: { id: `${COURSE.iri}/${id}` },
      result: { score: { raw } as never },
      context: { contextActivities: { parent: parent as never } },
      timestamp: '2026-01-05T10:30:00.000Z',
    },
  });
  const triesOf = (number: number) => ({ id: `${COURSE.iri}/assessment/tries/${number}` });

  it('tells the best score, the last try and the objectives of the best one', () => {
    const floor = waitingResults(COURSE, 'a', [
      scored('objectives/obj-purpose', 90, [triesOf(1)]),
      scored('assessment/tries/1', 90),
      scored('objectives/obj-purpose', 20, triesOf(3)),
      scored('assessment/tries/3', 50),
    ]);
    expect(floor).toEqual({
      score: 90,
      objectives: [{ id: 'obj-purpose', score: 90 }],
      interactionsCount: 18,
    });
  });

  it.each([
    ['assessment/tries/1', 'much'],
    ['assessment/tries/1', 101],
    ['assessment/tries/0', 50],
    ['assessment/tries/one', 50],
    ['lessons/compass', 50],
  ])('tells nothing where it is damaged, or of something else: %s, %j', (id, raw) => {
    expect(waitingResults(COURSE, 'a', [scored(id, raw)])).toBeUndefined();
  });
});
