/** Answers that the LMS has not acknowledged: src/tracking/SPEC.md, J8, over the SCORM 1.2 driver and its strict fake. */
import { describe, expect, it } from 'vitest';
import type { InteractionReport, OwedAnswer } from '../../../src/learning/types.ts';
import { answers, report } from '../../contract/material.ts';
import { FakeStore } from '../../fakes/store.ts';
import { launchLms } from '../../../src/lms/launch.ts';
import { ANNA, launch, asOwed, stored, refused } from './journaled.ts';

describe('the device', () => {
  it('J8 owes the answers that were not acknowledged', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await refused(lms, store);
    const third = await launch(lms.relaunch(), store);
    expect(third.opening.answersOwed).toEqual(asOwed(answers()));
    third.session.update(report({ saved: 'AB' }), 'now', answers());
    await third.settled();
    expect((await launch(lms.relaunch(), store)).opening.answersOwed).toEqual([]);
    expect(lms.seen().interactions).toHaveLength(7);
  });

  it('J8 still owes them after a session that could not send them', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await refused(lms, store);
    // The questions could not be fetched, but the learner read on
    const third = await launch(lms.relaunch(), store);
    third.session.update(report({ saved: 'ABC' }), 'now');
    await third.settled();
    const fourth = await launch(lms.relaunch(), store);
    expect(fourth.opening.answersOwed).toEqual(asOwed(answers()));
    fourth.session.update(report({ saved: 'ABC' }), 'now', answers());
    await fourth.settled();
    expect((await launch(lms.relaunch(), store)).opening.answersOwed).toEqual([]);
  });

  it('J8 owes those of every form, and only those that did not arrive', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A');
    const second = lms.relaunch();
    const { session, settled } = await launch(second, store);
    session.update(report({ saved: 'AB' }), 'now', answers());
    await settled();
    second.fault = 'refuses';
    session.update(report({ saved: 'ABC' }), 'now', answers(7, 2));
    session.update(report({ saved: 'ABCD' }), 'now', answers(14, 3));
    // Another try is begun, and the state keeps nothing of the last ones' answers
    session.update(report({ saved: 'ABCDE' }), 'soon');
    await settled();
    const third = await launch(lms.relaunch(), store);
    const owed = [...answers(7, 2), ...answers(14, 3)];
    expect(third.opening.answersOwed).toEqual(asOwed(owed));
    // One that can't be handed in is owed on
    third.session.update(report({ saved: 'ABCDE' }), 'now', owed.slice(1));
    await third.settled();
    expect((await launch(lms.relaunch(), store)).opening.answersOwed).toEqual(asOwed(owed.slice(0, 1)));
  });

  it('J8 owes no answer twice where two pages kept it, and nothing that is no answer', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await refused(lms, store);
    const [[key, text] = ['', '']] = store.work;
    const [sound] = asOwed(answers());
    const junk = [
      null,
      7,
      { index: 1.5, item: 'item-secret' },
      { ...sound, at: null },
      { ...sound, at: 9e15 },
      { ...sound, credit: 'all' },
      { ...sound, weighting: undefined },
      { ...sound, tryNumber: -1 },
      { ...sound, correct: 1 },
      { ...sound, item: 5 },
    ];
    const kept = JSON.parse(text) as { answersOwed: unknown[] };
    store.entries.set(`${key}x`, JSON.stringify({ ...kept, answersOwed: [...junk, ...kept.answersOwed] }));
    store.entries.set(`${key}y`, JSON.stringify({ ...kept, answersOwed: true }));
    expect((await launch(lms.relaunch(), store)).opening.answersOwed).toEqual(asOwed(answers()));
  });

  it.each([true, false])(
    'J8 owes those of an offer that is of another attempt behind what the LMS has (torn away before: %s)',
    async (isTornAway) => {
      const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
      const first = await launch(lms, store);
      first.session.update(report({ saved: 'A' }), 'now', answers());
      await first.settled();
      const earlier = lms.seen().interactions;
      // Nobody says who the learner is, and nothing that is handed in there arrives
      const nameless = launchLms('strict', '1.2');
      const second = await launch(nameless, store);
      nameless.fault = 'refuses';
      const other = answers(0, 2).map((answer) => ({ ...answer, at: answer.at + 60_000 }));
      second.session.update(report({ saved: 'B' }), 'now', other);
      await second.settled();
      const next = lms.relaunch();
      const third = await launch(next, store);
      expect(third.opening.offer).toMatchObject({ saved: ['B'] });
      const owed = third.session.resolveOffer(true);
      expect(owed).toHaveLength(7);
      const handedIn = other.map((answer, n) => ({
        ...answer,
        ...(owed[n]?.elsewhere && { elsewhere: true as const }),
      }));
      if (isTornAway) next.fault = 'refuses';
      third.session.update(report({ saved: 'AB' }), 'now', handedIn);
      await third.settled();
      if (isTornAway) {
        const last = await launch(lms.relaunch(), store);
        expect(last.opening.answersOwed).toHaveLength(7);
        last.session.update(report({ saved: 'AB' }), 'now', handedIn);
        await last.settled();
      }
      expect(lms.seen().interactions).toHaveLength(14);
      expect(lms.seen().interactions.slice(0, 7)).toEqual(earlier);
    },
  );

  it.each([
    ['arrive', false],
    ['wait on the device once more', true],
  ])(
    'J8 of two attempts that are offered as one all are owed, though both counted from 0; they %s',
    async (_, isTornAway) => {
      const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
      // The attempt has begun in the LMS, which gets nothing more of it
      const first = await launch(lms, store);
      lms.fault = 'refuses';
      first.session.update(report({ saved: 'A' }), 'now', answers());
      await first.settled();
      const nameless = launchLms('strict', '1.2');
      const second = await launch(nameless, store);
      nameless.fault = 'refuses';
      const others = answers().map((answer) => ({ ...answer, at: answer.at + 60_000 }));
      second.session.update(report({ saved: 'B' }), 'now', others);
      await second.settled();

      const handedIn = (owed: readonly OwedAnswer[]): InteractionReport[] =>
        owed.map((answer) => ({ ...answer, item: answers()[answer.index]!.item }));
      const next = lms.relaunch();
      const third = await launch(next, store);
      expect(third.opening.offer?.saved).toHaveLength(2);
      const owed = third.session.resolveOffer(true);
      expect(owed).toHaveLength(14);
      if (isTornAway) next.fault = 'refuses';
      third.session.update(report({ saved: 'AB' }), 'now', handedIn(owed));
      await third.settled();
      if (isTornAway) {
        const last = await launch(lms.relaunch(), store);
        const again = last.session.resolveOffer(true);
        expect(again).toHaveLength(14);
        last.session.update(report({ saved: 'AB' }), 'now', handedIn(again));
        await last.settled();
      }
      expect(lms.seen().interactions).toHaveLength(14);
      expect(lms.seen().interactions.every((row) => row['id'] !== undefined)).toBe(true);
    },
  );

  it('J8 still owes those of a taken offer', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    const { session, settled } = await launch(lms, store);
    lms.fault = 'refuses';
    session.update(report({ saved: 'A' }), 'now', answers());
    await settled();
    const next = await launch(lms.relaunch(), store);
    next.session.resolveOffer(true);
    next.session.update(report({ saved: 'A' }), 'now');
    await next.settled();
    expect((await launch(lms.relaunch(), store)).opening.answersOwed).toEqual(asOwed(answers()));
  });
});
