/** Whose work it is that the device has, and what becomes of an offer: src/tracking/SPEC.md, J1, J3 and J4. */
import { describe, expect, it } from 'vitest';
import { seal } from '../../../src/tracking/envelope.ts';
import { openLaunch } from '../../../src/tracking/session/open-launch.ts';
import { report } from '../../contract/material.ts';
import { FakePage } from '../../fakes/page.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';
import { launchLms } from '../../../src/lms/launch.ts';
import { Harness } from './harness.ts';
import { ANNA, BEN, launch, crashed, stored } from './journaled.ts';

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
