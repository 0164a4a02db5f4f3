/** Launches whose work only the device has, or both, or neither: what the tests of the journal begin with. */
import { expect } from 'vitest';
import type { InteractionReport, OwedAnswer } from '../../../src/learning/types.ts';
import { createDriver } from '../../../src/tracking/scorm/scorm12.ts';
import { answers, COURSE, report } from '../../contract/material.ts';
import { FakeClock } from '../../fakes/clock.ts';
import type { LaunchFacts } from '../../../src/lms/scorm.ts';
import { FakeStore } from '../../fakes/store.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { Harness } from './harness.ts';

export const ANNA: LaunchFacts = { learnerId: 'anna-1', learnerName: 'Arendt, Anna' };
export const BEN: LaunchFacts = { learnerId: 'ben-2', learnerName: 'Berg, Ben' };

export const launch = (
  lms: Scorm12Lms,
  store: FakeStore,
  clock = new FakeClock(),
): Promise<Harness<ReturnType<typeof createDriver>>> =>
  Harness.open(createDriver(COURSE, { scope: lms.scope, clock, online: () => true }), store, clock);

/** A session whose work only the device has: the commits fail, and the page is torn away. */
export async function crashed(
  lms: Scorm12Lms,
  store: FakeStore,
  body: string,
  clock?: FakeClock,
): Promise<void> {
  const { session, settled } = await launch(lms, store, clock);
  lms.fault = 'refuses';
  session.update(report({ saved: body }), 'now');
  await settled();
}

/** As the device keeps them. */
export const asOwed = (given: readonly InteractionReport[]): OwedAnswer[] =>
  given.map((answer) => ({ ...answer, item: answer.item.id }));

/** A session that everything went well in. */
export async function stored(lms: Scorm12Lms, store: FakeStore, body: string): Promise<void> {
  const { session, settled } = await launch(lms, store);
  session.update(report({ saved: body }), 'now');
  await settled();
  expect(session.status).toEqual({ kind: 'saved', held: 'lms' });
}

/** After a session that went well, one whose submitted form the LMS refused. */
export async function refused(lms: Scorm12Lms, store: FakeStore): Promise<void> {
  await stored(lms, store, 'A');
  const second = lms.relaunch();
  const { session, settled } = await launch(second, store);
  second.fault = 'refuses';
  session.update(report({ saved: 'AB' }), 'now', answers());
  await settled();
}
