/** What the device keeps, and for how long: src/tracking/SPEC.md, J6 and J7, over the SCORM 1.2 driver and its strict fake. */
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../src/tracking/envelope.ts';
import { answers, report } from '../../contract/material.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';
import { launchLms } from '../../../src/lms/launch.ts';
import { Harness } from './harness.ts';
import { ANNA, BEN, launch, crashed, stored } from './journaled.ts';

describe('the device', () => {
  it.each([2015, 2026, 2038])('J6 goes by no clock: work of %i is there in any year', async (year) => {
    for (const then of [2015, 2026, 2038]) {
      const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
      await crashed(lms, store, 'A', new FakeClock(Date.UTC(year, 0, 5)));
      const { opening } = await launch(lms.relaunch(), store, new FakeClock(Date.UTC(then, 0, 5)));
      expect(opening.offer?.saved, `${year} to ${then}`).toEqual(['A']);
    }
  });

  it('J6 offers the work of the last launch, though an earlier one had its clock in the future', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await crashed(lms, store, 'earlier', new FakeClock(Date.UTC(2038, 0, 5)));
    await crashed(lms.relaunch(), store, 'later', new FakeClock(Date.UTC(2015, 0, 5)));
    expect((await launch(lms.relaunch(), store)).opening.offer?.saved[0]).toBe('later');
  });

  it('J6 throws away what lay there for a thousand launches, and after a hundred what an LMS has', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(launchLms('strict', '1.2', ANNA), store, 'acknowledged');
    await crashed(lms, store, 'owed');
    const bodies = async (launches: number): Promise<string[]> => {
      store.entries.set('cm1-launches', `${launches} ${launches}`);
      await launch(launchLms('strict', '1.2', {}), store);
      return [...store.work.values()].map((value) => (JSON.parse(value) as { body: string }).body).toSorted();
    };
    expect(await bodies(99)).toEqual(['acknowledged', 'owed']);
    expect(await bodies(102)).toEqual(['owed']);
    expect(await bodies(1_000)).toEqual(['owed']);
    expect(await bodies(1_002)).toEqual([]);
  });

  it('J6 counts launches for all learners and courses of the device, those that an earlier player kept in their order', async () => {
    const store = new FakeStore();
    await crashed(launchLms('strict', '1.2', ANNA), store, 'A');
    for (const [key, text] of store.work) {
      store.entries.set(key, JSON.stringify({ ...(JSON.parse(text) as object), launch: 70 }));
      store.entries.set(`${key}x`, JSON.stringify({ ...(JSON.parse(text) as object), launch: undefined }));
    }
    await crashed(launchLms('strict', '1.2', BEN), store, 'B');
    const launches = [...store.work.values()].map((text) => (JSON.parse(text) as { launch: number }).launch);
    expect(launches).toEqual([2, 1, 3]);
    expect(store.entries.get('cm1-launches')).toBe('3 3');
    // Also where nothing is kept
    await launch(launchLms('strict', '1.2', BEN), store);
    expect(store.entries.get('cm1-launches')).toBe('4 4');
  });

  it.each([1_001, 1_500, 1e6, 36 ** 6 - 1])(
    "J6 takes one entry's number for no count of launches, and makes it one: %i",
    async (damaged) => {
      const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
      await crashed(lms, store, 'owed');
      const [text = ''] = store.work.values();
      const odd = { ...(JSON.parse(text) as object), token: 'tokentoken', launch: damaged };
      store.entries.set('cm1|other|ben|tokentoken|0', JSON.stringify(odd));
      for (let again = 0; again < 3; again++) {
        const { opening } = await launch(lms.relaunch(), store);
        expect(opening.offer?.saved).toEqual(['owed']);
      }
      const [kept = '{}'] = [store.entries.get('cm1|other|ben|tokentoken|0')];
      expect((JSON.parse(kept) as { launch: number }).launch).toBeLessThan(9);
    },
  );

  it.each(['9', '9 8', '9 9 9x', '-1 -1', '9e99 9e99', '', 'x x'])(
    'J6 takes a damaged count of launches for none: %j',
    async (count) => {
      const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
      await crashed(lms, store, 'owed');
      store.entries.set('cm1-launches', count);
      await launch(lms.relaunch(), store);
      expect(store.entries.get('cm1-launches')).toBe('2 2');
    },
  );

  it('J6 makes room by what an LMS has, and by nothing else', async () => {
    const store = new FakeStore();
    await stored(launchLms('strict', '1.2', ANNA), store, 'A'.repeat(300));
    await crashed(launchLms('strict', '1.2', BEN), store, 'B'.repeat(300));
    store.quota = 1_100;
    const lms = launchLms('strict', '1.2', { learnerId: 'c', learnerName: 'Cho' });
    const { session } = await launch(lms, store);
    lms.fault = 'refuses';
    session.update(report({ saved: 'C'.repeat(300) }), 'now');
    expect(session.status.held).toBe('device');
    expect([...store.work.values()].map((text) => JSON.parse(text).body[0])).toEqual(['B', 'C']);
    session.update(report({ saved: 'C'.repeat(900) }), 'now');
    expect(session.status.held).toBe('page');
  });

  it.each(['writing-throws', 'forgets'] as const)(
    'J6 erases nothing where the store takes nothing any more (%s): room is not what it lacks',
    async (refusal) => {
      const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
      await stored(lms, store, 'A');
      const next = await launch(lms.relaunch(), store);
      store.refusal = refusal;
      next.session.update(report({ saved: 'AB' }), 'now');
      expect([...store.work.values()].map((text) => JSON.parse(text).body)).toEqual(['A']);
    },
  );

  it('J6 erases of this attempt only what the new snapshot takes the place of', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A'.repeat(300));
    const next = await launch(lms.relaunch(), store);
    store.quota = 700;
    next.session.update(report({ saved: 'B'.repeat(900) }), 'now');
    expect([...store.work.values()].map((text) => JSON.parse(text).body[0])).toEqual(['A']);
    next.session.update(report({ saved: 'B'.repeat(300) }), 'now');
    expect([...store.work.values()].map((text) => JSON.parse(text).body[0])).toEqual(['B']);
  });

  it('J6 keeps what an LMS has, but not with its answers', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A');
    const second = await launch(lms.relaunch(), store);
    lms.fault = 'refuses';
    const failing = lms.relaunch();
    failing.fault = 'refuses';
    const third = await launch(failing, store);
    third.session.update(report({ saved: 'AB' }), 'now', answers());
    await third.settled();
    second.page.happens('pagehide');
    const fourth = await launch(lms.relaunch(), store);
    fourth.session.update(report({ saved: 'ABC' }), 'now');
    await fourth.settled();
    const ben = await launch(launchLms('strict', '1.2', BEN), store);
    store.quota = [...store.entries].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    ben.session.update(report({ saved: 'B' }), 'now');
    expect(ben.session.status.held).toBe('page');
    expect(store.work.size).toBe(1);
  });

  it('J7 does without a store', async () => {
    for (const refusal of ['throws', 'writing-throws', 'forgets'] as const) {
      const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
      store.refusal = refusal;
      const { session, settled } = await launch(lms, store);
      session.update(report({ saved: 'A' }), 'soon');
      expect(session.status).toEqual({ kind: 'saving', held: 'page' });
      session.update(report({ saved: 'AB' }), 'now');
      await settled();
      expect(session.status).toEqual({ kind: 'saved', held: 'lms' });
    }
  });

  it('J7 steps over what is no snapshot', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await crashed(lms, store, 'A');
    const [key = ''] = store.work.keys();
    for (const [n, junk] of ['', '{', 'null', '[]', '{"token":1}', '{"token":"x","body":"y"}'].entries()) {
      store.entries.set(`${key}${n}`, junk);
    }
    expect((await launch(lms.relaunch(), store)).opening.offer?.saved).toEqual(['A']);
  });

  it('J7 passes over what is damaged, says it once, and goes on with the good', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A');
    await crashed(lms.relaunch(), store, 'AB');
    const [[key, text] = ['', '']] = store.work;
    const kept = JSON.parse(text) as object;
    const odd: object[] = [
      { savedAt: 9e15 },
      { savedAt: null },
      { counter: 36 ** 6 },
      { counter: 2 ** 53 },
      { counter: -1 },
      { body: 5 },
    ];
    for (const [n, fields] of odd.entries())
      store.entries.set(`${key}${n}`, JSON.stringify({ ...kept, ...fields, body: 'odd', ...fields }));
    const first = await launch(lms.relaunch(), store);
    expect(first.opening).toMatchObject({ saved: ['AB', 'A'], damaged: true });
    expect(first.record.log.lines.filter((line) => line.includes('device'))).toHaveLength(1);
    const second = await launch(lms.relaunch(), store);
    expect(second.opening.damaged).toBeUndefined();
    expect(second.opening.saved).toEqual(['AB', 'A']);
  });

  it('J7 never writes an envelope that can not be read, however far the counter has come', async () => {
    const last = 36 ** 6 - 1;
    const saved = seal({ token: 'tokentoken', counter: last, body: 'A' });
    const { session, record, settled } = await Harness.open(new FakeRecord({ saved }));
    session.update(report({ saved: 'B' }), 'now');
    await settled();
    expect(unseal(record.last.saved)).toMatchObject({ token: 'tokentoken', body: 'B' });
  });
});
