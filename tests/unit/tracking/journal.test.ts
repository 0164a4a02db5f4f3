/** Whose work the device keeps, and what is made of it: src/tracking/SPEC.md, J1 to J8, over the SCORM 1.2 driver and its strict fake. */
import { describe, expect, it } from 'vitest';
import { seal } from '../../../src/tracking/envelope.ts';
import { answers, report } from '../../contract/material.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';
import { launchLms } from '../../../src/lms/launch.ts';
import { Harness } from './harness.ts';
import { ANNA, launch, crashed, stored } from './journaled.ts';

describe('which work belongs to an attempt', () => {
  it("J1 goes on with the newest state, the device's before the LMS's", async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A');
    await crashed(lms.relaunch(), store, 'AB');
    const { opening } = await launch(lms.relaunch(), store);
    expect(opening.saved).toEqual(['AB', 'A']);
    expect(opening.offer).toBeUndefined();
  });

  it("J1 puts the LMS's first where another device was ahead", async () => {
    const [lms, store, elsewhere] = [launchLms('strict', '1.2', ANNA), new FakeStore(), new FakeStore()];
    await stored(lms, store, 'A');
    await stored(lms.relaunch(), elsewhere, 'AB');
    const { opening } = await launch(lms.relaunch(), store);
    expect(opening.saved).toEqual(['AB', 'A']);
  });

  it('J1 counts on after the highest counter, so that the next write is the newest', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A');
    const next = lms.relaunch();
    await stored(next, store, 'AB');
    expect((await launch(next.relaunch(), store)).opening.saved).toEqual(['AB']);
  });

  it('J1 hands on a state without an envelope as it is, and what the device has as an offer', async () => {
    const store = new FakeStore();
    await crashed(launchLms('strict', '1.2', ANNA), store, 'A');
    const damaged = launchLms('strict', '1.2', ANNA, new Map([['cmi.suspend_data', 'damaged']]));
    const { opening } = await launch(damaged, store);
    expect(opening.saved).toEqual(['damaged']);
    expect(opening.offer?.saved).toEqual(['A']);
  });

  it('J2 starts fresh where the LMS had given the token back and is empty now', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A');
    await crashed(lms.relaunch(), store, 'AB');
    const { opening, session } = await launch(lms.newAttempt(), store);
    expect(opening).toMatchObject({ saved: [] });
    expect(opening.offer).toBeUndefined();
    session.update(report({ saved: 'new' }), 'now');
    expect((await launch(lms.relaunch(), store)).opening.saved).not.toContain('new');
  });

  it('J2 starts fresh even if the learner only looked in after the token had come back', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A');
    await launch(lms.relaunch(), store);
    expect((await launch(lms.newAttempt(), store)).opening.offer).toBeUndefined();
  });

  it('J2 asks where the LMS never had the token', async () => {
    const [lms, store, clock] = [launchLms('strict', '1.2', ANNA), new FakeStore(), new FakeClock()];
    await crashed(lms, store, 'A', clock);
    const { opening } = await launch(lms.relaunch(), store);
    expect(opening.saved).toEqual([]);
    expect(opening.offer).toEqual({
      saved: ['A'],
      savedAt: clock.now(),
      acknowledged: false,
      unnamed: false,
    });
  });

  it('J2 says that the LMS had acknowledged it', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A');
    expect((await launch(lms.newAttempt(), store)).opening.offer).toMatchObject({
      saved: ['A'],
      acknowledged: true,
    });
  });

  it('J2 offers what another attempt lacks, but nothing that had come back and was put aside on purpose', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await crashed(lms, store, 'lost');
    const other = lms.newAttempt();
    await stored(other, new FakeStore(), 'other');
    expect((await launch(other.relaunch(), store)).opening).toMatchObject({
      saved: ['other'],
      offer: { saved: ['lost'] },
    });

    const kept = new FakeStore();
    const before = lms.newAttempt();
    await stored(before, kept, 'last year');
    // It may have been stored in word alone
    const { opening } = await launch(other.relaunch(), kept);
    expect(opening.offer).toMatchObject({ saved: ['last year'], acknowledged: true });
    await launch(before.relaunch(), kept);
    expect((await launch(other.relaunch(), kept)).opening.offer).toBeUndefined();
  });

  it('J2 asks about what no LMS has before what one has had', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await crashed(lms, store, 'only here');
    await stored(lms.newAttempt(), store, 'A');
    expect((await launch(lms.newAttempt(), store)).opening.offer?.saved).toEqual(['only here']);
  });

  it("J2 asks where the LMS can't be read, though it once had the token", async () => {
    const store = new FakeStore();
    const token = 'tokentoken';
    const opened = await Harness.open(
      new FakeRecord({ saved: seal({ token, counter: 1, body: 'A' }) }),
      store,
    );
    opened.session.update(report({ saved: 'AB' }), 'now');
    const problem = { code: 'lms-refused', detail: 'cmi.suspend_data' } as const;
    const { opening } = await Harness.open(new FakeRecord({ saved: '', problem }), store);
    expect(opening.offer?.saved).toEqual(['AB']);
  });
});

describe('a state that the LMS has lost', () => {
  const earned = { completed: true, passed: true, score: 90 } as const;
  const token = 'tokentoken';

  /** The token came back once; then more was done. */
  async function confirmed(store: FakeStore): Promise<void> {
    const { session, settled } = await Harness.open(
      new FakeRecord({ saved: seal({ token, counter: 4, body: 'A' }) }),
      store,
    );
    session.update(report({ saved: 'AB' }), 'now');
    await settled();
  }

  it.each([{ completed: true }, { passed: false }, { score: 0 }, earned])(
    'J2 is a wiped one beside %j: the device brings the progress back',
    async (floor) => {
      const store = new FakeStore();
      await confirmed(store);
      const { opening, session, record, settled } = await Harness.open(new FakeRecord({ floor }), store);
      expect(opening).toMatchObject({ saved: ['AB'], launch: { floor } });
      expect(opening.offer).toBeUndefined();
      session.update(report({ saved: 'ABC' }), 'now');
      await settled();
      expect(record.last.saved).toMatch(/^1\.tokentoken\..\.ABC$/);
    },
  );

  it('J2 is a new attempt beside nothing', async () => {
    const store = new FakeStore();
    await confirmed(store);
    const { opening } = await Harness.open(new FakeRecord({ floor: { completed: false } }), store);
    expect([opening.saved, opening.offer]).toEqual([[], undefined]);
  });

  it('J2 is asked about where the attempt has begun and nothing is earned yet, and was not reset', async () => {
    const store = new FakeStore();
    await confirmed(store);
    const { opening } = await Harness.open(new FakeRecord({ begun: true }), store);
    expect(opening).toMatchObject({ saved: [], offer: { saved: ['AB'], acknowledged: false } });
  });

  it('J2 is none of an attempt that came before it', async () => {
    const store = new FakeStore();
    const earlier = await Harness.open(
      new FakeRecord({ saved: seal({ token: 'earlieronc', counter: 9, body: 'old' }) }),
      store,
    );
    earlier.session.update(report({ saved: 'older' }), 'now');
    await earlier.settled();
    await confirmed(store);
    const { opening } = await Harness.open(new FakeRecord({ begun: true }), store);
    expect(opening.offer?.saved).toEqual(['AB']);
  });

  it('J2 is asked about as one, whatever launches have left apart, and goes on under one name', async () => {
    const store = new FakeStore();
    const [one, other] = [
      await Harness.open(new FakeRecord(), store),
      await Harness.open(new FakeRecord(), store),
    ];
    one.session.update(report({ saved: 'A' }), 'now', answers());
    await one.settled();
    other.record.answer = { stored: false, problem: { code: 'not-stored', detail: '' } };
    other.session.update(report({ saved: 'B' }), 'now', answers(7));
    await other.settled();

    const third = await Harness.open(new FakeRecord({ begun: true }), store);
    expect(third.opening.offer).toMatchObject({ saved: ['B', 'A'] });
    const owed = third.session.resolveOffer(true);
    expect(owed.map(({ index }) => index)).toEqual([7, 8, 9, 10, 11, 12, 13]);
    third.session.resolveOffer(true);
    third.session.update(report({ saved: 'ABC' }), 'now');
    await third.settled();
    expect([...store.work.values()].map((text) => JSON.parse(text).body)).toEqual(['ABC']);
  });

  it('J2 still asks about work that no LMS ever had', async () => {
    const store = new FakeStore();
    const failing = new FakeRecord();
    failing.answer = { stored: false, problem: { code: 'not-stored', detail: '' } };
    const { session, settled } = await Harness.open(failing, store);
    session.update(report({ saved: 'A' }), 'now');
    await settled();
    const { opening } = await Harness.open(new FakeRecord({ floor: earned }), store);
    expect([opening.saved, opening.offer?.saved]).toEqual([[], ['A']]);
  });
});

describe('a launch in which nothing was done', () => {
  it.each([{ connected: false, problem: { code: 'no-lms', detail: '' } } as const, { connected: true }])(
    'J2 leaves no question at the next one: %j',
    async (facts) => {
      const store = new FakeStore();
      const failing = new FakeRecord(facts);
      failing.answer = { stored: false, problem: { code: 'not-stored', detail: '' } };
      const failed = await Harness.open(failing, store);
      failed.session.update(report({ saved: 'A', untouched: true }), 'now');
      await failed.settled();
      expect((await Harness.open(new FakeRecord(), store)).opening.offer).toBeUndefined();
      failed.session.update(report({ saved: 'AB' }), 'now');
      expect((await Harness.open(new FakeRecord(), store)).opening.offer?.saved).toEqual(['AB']);
    },
  );

  it('J2 leaves none of an instance that never met its LMS, and that nobody named', async () => {
    const store = new FakeStore();
    const nowhere = new FakeRecord({ connected: false });
    delete nowhere.launch.learner;
    (await Harness.open(nowhere, store)).session.update(report({ saved: 'A', untouched: true }), 'now');
    expect((await Harness.open(new FakeRecord(), store)).opening.offer).toBeUndefined();
  });
});
