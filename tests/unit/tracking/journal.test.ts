/** Whose work the device keeps, and what is made of it: src/tracking/SPEC.md, J1 to J8, over the SCORM 1.2 driver and its strict fake. */
import { describe, expect, it } from 'vitest';
import { seal } from '../../../src/tracking/envelope.ts';
import { openLaunch } from '../../../src/tracking/session/open-launch.ts';
import { answers, report } from '../../contract/material.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakePage } from '../../fakes/page.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';
import { launchLms } from '../../../src/lms/launch.ts';
import { Harness } from './harness.ts';
import { ANNA, BEN, launch, crashed, stored } from './journaled.ts';

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

  it('J2 offers what another attempt lacks, but nothing that was put aside on purpose', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await crashed(lms, store, 'lost');
    const other = lms.newAttempt();
    await stored(other, new FakeStore(), 'other');
    expect((await launch(other.relaunch(), store)).opening).toMatchObject({
      saved: ['other'],
      offer: { saved: ['lost'] },
    });

    const kept = new FakeStore();
    await stored(lms.newAttempt(), kept, 'last year');
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

describe('whose work it is', () => {
  it('J1 finds what the LMS returns the token of, however the name or the id is spelled now', async () => {
    for (const anew of [
      { ...ANNA, learnerName: 'Arendt Gómez, Anna' },
      { learnerName: 'Arendt, Anna', learnerId: 'ANNA-1' },
      {},
    ]) {
      const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
      await stored(lms, store, 'A');
      await crashed(lms.relaunch(), store, 'AB');
      const renamed = lms.relaunch();
      Object.assign(renamed, { facts: anew });
      const { opening, session } = await launch(renamed, store);
      expect(opening.saved).toEqual(['AB', 'A']);
      expect(opening.offer).toBeUndefined();
      session.update(report({ saved: 'ABC' }), 'now');
      expect(store.work.size, 'and it moves to the new name').toBe(1);
    }
  });

  it('J3 shows one learner nothing of another, whatever the LMS says', async () => {
    const store = new FakeStore();
    await crashed(launchLms('strict', '1.2', ANNA), store, 'A');
    const { opening } = await launch(launchLms('strict', '1.2', BEN), store);
    expect(opening).toMatchObject({ saved: [] });
    expect(opening.offer).toBeUndefined();
    const nameless = await launch(launchLms('strict', '1.2', {}), store);
    expect(nameless.opening.offer).toBeUndefined();
    const namesake = await launch(launchLms('strict', '1.2', { ...ANNA, learnerName: 'Adams, Anna' }), store);
    expect(namesake.opening.offer).toBeUndefined();
    expect([...store.work.keys(), ...store.work.values()].join()).not.toMatch(/anna|arendt/i);
  });

  it('J3 keeps courses apart', async () => {
    const store = new FakeStore();
    await crashed(launchLms('strict', '1.2', ANNA), store, 'A');
    const driver = new FakeRecord({ learner: { id: 'anna-1', name: 'Arendt, Anna' } });
    const page = new FakePage();
    const other = await openLaunch({ driver, course: { id: 'other' }, page, storage: store });
    expect(other.opening.offer).toBeUndefined();
  });

  it('J3 only ever offers work that was done while nobody said who the learner was', async () => {
    const store = new FakeStore();
    const nowhere = new Harness(new FakeRecord({ connected: false }), store);
    delete nowhere.record.launch.learner;
    await nowhere.launch();
    await nowhere.goOn();
    nowhere.session.update(report({ saved: 'A' }), 'now');

    const again = new FakeRecord({ connected: false });
    delete again.launch.learner;
    expect((await Harness.open(again, store)).opening).toMatchObject({
      saved: [],
      offer: { saved: ['A'], unnamed: true },
    });
    const anna = await launch(launchLms('strict', '1.2', ANNA), store);
    expect(anna.opening.offer).toMatchObject({ saved: ['A'], unnamed: true });
  });

  it('J3 offers such work to nobody by name where others use the device', async () => {
    const store = new FakeStore();
    const nowhere = new FakeRecord({ connected: false });
    delete nowhere.launch.learner;
    (await Harness.open(nowhere, store)).session.update(report({ saved: 'A' }), 'now');
    await stored(launchLms('strict', '1.2', ANNA), store, 'B');
    expect((await launch(launchLms('strict', '1.2', BEN), store)).opening.offer).toBeUndefined();
  });

  it('J3 takes whoever kept the attempt that the LMS returns for this learner, whatever the name was', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A');
    await stored(lms.relaunch({ learnerName: '' }), store, 'AB');
    const nowhere = new FakeRecord({ connected: false });
    delete nowhere.launch.learner;
    (await Harness.open(nowhere, store)).session.update(report({ saved: 'C' }), 'now');
    const { opening } = await launch(lms.relaunch({ learnerName: 'Adams, Anna' }), store);
    expect(opening).toMatchObject({ saved: ['AB'], offer: { saved: ['C'], unnamed: true } });
  });

  it('J4 erases a declined offer', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await crashed(lms, store, 'A');
    const { session } = await launch(lms.relaunch(), store);
    session.resolveOffer(false);
    expect(store.work.size).toBe(0);
  });

  it('J4 keeps a taken offer until the session has it', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await crashed(lms, store, 'A');
    const { session } = await launch(lms.relaunch(), store);
    session.resolveOffer(true);
    expect(store.work.size).toBe(1);
    session.update(report({ saved: 'A+' }), 'now');
    expect([...store.work.values()].map((text) => JSON.parse(text).body)).toEqual(['A+']);
  });
});

describe('a page that takes an offer', () => {
  it('J4 goes on with that attempt, which the pages that are open hear', async () => {
    const [store, heard] = [new FakeStore(), [] as string[]];
    const saved = seal({ token: 'tokentoken', counter: 4, body: 'A' });
    const first = await Harness.open(new FakeRecord({ saved }), store);
    first.session.onElsewhere((text) => heard.push(text));
    first.session.update(report({ saved: 'AB' }), 'now');
    await first.settled();

    const second = await Harness.open(new FakeRecord({ begun: true }), store);
    second.session.resolveOffer(true);
    second.session.update(report({ saved: 'ABC' }), 'now');
    await second.settled();
    expect(second.record.last.saved).toMatch(/^1\.tokentoken\..\.ABC$/);
    first.page.happens('storage');
    expect(heard).toEqual(['ABC']);
  });
});
