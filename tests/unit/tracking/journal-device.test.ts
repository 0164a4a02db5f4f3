/** What the device keeps, and for how long: src/tracking/SPEC.md, J1 to J8, over the SCORM 1.2 driver and its strict fake. */
import { describe, expect, it } from 'vitest';
import type { InteractionReport, OwedAnswer } from '../../../src/learning/types.ts';
import { seal, unseal } from '../../../src/tracking/envelope.ts';
import { createDriver as createWeb } from '../../../src/tracking/web.ts';
import { answers, COURSE, report } from '../../contract/material.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';
import { launchLms } from '../../../src/lms/launch.ts';
import { Harness } from './harness.ts';
import { ANNA, BEN, launch, crashed, asOwed, stored, refused } from './journaled.ts';

describe('the device', () => {
  it('J5 loses nothing of two pages open at once', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A');
    const [one, other] = [await launch(lms.relaunch(), store), await launch(lms.relaunch(), store)];
    one.session.update(report({ saved: 'A1' }), 'now');
    other.session.update(report({ saved: 'A2' }), 'now');
    one.session.update(report({ saved: 'A11' }), 'now');
    await one.settled();
    const { opening, session } = await launch(lms.relaunch(), store);
    expect(new Set(opening.saved)).toEqual(new Set(['A11', 'A2']));
    expect(opening.saved[0]).toBe('A11');
    session.update(report({ saved: 'A112' }), 'now');
    expect([...store.work.values()].map((text) => JSON.parse(text).body)).toEqual(['A112']);
  });

  it('J5 keeps what another open page did after this one had read its snapshot', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A');
    const one = await launch(lms.relaunch(), store);
    one.session.update(report({ saved: 'A1' }), 'now');
    const other = await launch(lms.relaunch(), store);
    one.session.update(report({ saved: 'A11' }), 'now');
    await one.settled();
    other.session.update(report({ saved: 'A12' }), 'now');
    await other.settled();
    expect(new Set((await launch(lms.relaunch(), store)).opening.saved)).toEqual(new Set(['A11', 'A12']));
  });

  it('J9 hears of what another page on the same attempt keeps, and of no other attempt', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await stored(lms, store, 'A');
    const [one, other] = [await launch(lms.relaunch(), store), await launch(lms.relaunch(), store)];
    const stranger = await launch(launchLms('strict', '1.2', ANNA), store);
    const heard: string[] = [];
    other.session.onElsewhere((saved) => heard.push(saved));
    other.session.update(report({ saved: 'A' }), 'now');
    one.session.update(report({ saved: 'A1' }), 'now');
    stranger.session.update(report({ saved: 'X' }), 'now');
    other.page.happens('storage');
    expect(heard).toEqual(['A1']);
    // What this one has too is no news
    other.session.update(report({ saved: 'A1' }), 'now');
    other.page.happens('storage');
    expect(heard).toEqual(['A1']);
    one.session.update(report({ saved: 'A11' }), 'now');
    // It looks a last time before it goes
    other.page.happens('pagehide');
    expect(heard).toEqual(['A1', 'A11']);
    one.session.update(report({ saved: 'A111' }), 'now');
    other.page.happens('storage');
    expect(heard).toEqual(['A1', 'A11']);
  });

  it('J9 joins an attempt that began after this page was opened, though the LMS has given it back since', async () => {
    const lms = launchLms('strict', '1.2', ANNA);
    const store = new FakeStore();
    const early = await launch(lms, store);
    early.session.update(report({ saved: 'E', untouched: true }), 'soon');
    const second = lms.relaunch();
    await stored(second, store, 'B');
    await stored(second.relaunch(), store, 'BC');
    const heard: string[] = [];
    early.session.onElsewhere((saved) => heard.push(saved));
    early.session.update(report({ saved: 'ED' }), 'now');
    await early.settled();
    expect(heard).toContain('BC');
    expect(unseal(lms.seen().saved)?.token).toBe(unseal(second.seen().saved)?.token);
    const own = [...store.work.keys()].map((key) => key.split('|')[3]);
    expect(new Set(own).size).toBe(1);
  });

  it('J9 makes one attempt of two pages that were opened before the LMS had anything', async () => {
    const lms = launchLms('strict', '1.2', ANNA);
    const [store, clock] = [new FakeStore(), new FakeClock()];
    const [one, other] = [await launch(lms, store, clock), await launch(lms.relaunch(), store, clock)];
    const heard: [unknown[], unknown[]] = [[], []];
    one.session.onElsewhere((saved) => heard[0].push(saved));
    other.session.onElsewhere((saved) => heard[1].push(saved));
    one.session.update(report({ saved: 'A' }), 'now');
    other.session.update(report({ saved: 'B' }), 'now');
    for (const { page } of [one, other, one, other]) page.happens('storage');
    expect([heard[0].includes('B'), heard[1].includes('A')]).toEqual([true, true]);
    await clock.advance(2_000);
    await one.settled();
    const tokens = [...store.work.keys()].map((key) => key.split('|')[3]);
    expect(new Set(tokens).size).toBe(1);
    expect(unseal(lms.seen().saved)?.token).toBe(tokens[0]);
    expect(new Set((await launch(lms.relaunch(), store)).opening.saved)).toEqual(new Set(['A', 'B']));
  });

  it('J9 makes one attempt of two pages without an LMS, in which nobody is named', async () => {
    const [store, clock] = [new FakeStore(), new FakeClock()];
    const open = () => Harness.open(createWeb(COURSE, { storage: store }), store, clock);
    const [one, other] = [await open(), await open()];
    const heard: unknown[] = [];
    one.session.onElsewhere((saved) => {
      heard.push(saved);
      one.session.update(report({ saved: 'AB' }), 'soon');
    });
    one.session.update(report({ saved: 'A' }), 'soon');
    other.session.update(report({ saved: 'B' }), 'now');
    await other.settled();
    expect(other.status).toEqual({ kind: 'saved', held: 'device' });
    await clock.advance(2_000);
    await one.settled();
    expect(heard).toEqual(['B']);
    const { opening } = await open();
    expect(opening.offer).toBeUndefined();
    expect(opening.saved).toContain('AB');
    expect(unseal(store.entries.get(`cm-web|${COURSE.id}`) ?? '')?.body).toBe('AB');
  });

  it('J9 takes nothing of an attempt whose page has gone, or that the LMS has put aside', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    await crashed(lms, store, 'gone');
    const [one, other] = [await launch(lms.relaunch(), store), await launch(lms.relaunch(), store)];
    const heard: unknown[] = [];
    other.session.onElsewhere((saved) => heard.push(saved));
    other.session.update(report({ saved: 'B' }), 'now');
    one.session.update(report({ saved: 'A' }), 'now');
    other.page.happens('storage');
    expect(heard).toEqual(['A']);
  });

  it('J9 joins no attempt that the LMS had given back to another page before this one was opened', async () => {
    const [lms, store] = [launchLms('strict', '1.2', ANNA), new FakeStore()];
    // The page that began it is still open, and was never given it back itself
    const first = await launch(lms, store);
    first.session.update(report({ saved: 'A' }), 'now');
    await first.settled();
    await stored(lms.relaunch(), store, 'AB');
    const anew = launchLms('strict', '1.2', ANNA);
    const page = await launch(anew, store);
    const heard: unknown[] = [];
    page.session.onElsewhere((saved) => heard.push(saved));
    page.session.update(report({ saved: 'C' }), 'now');
    first.session.update(report({ saved: 'A2' }), 'now');
    page.page.happens('storage');
    page.session.update(report({ saved: 'CD' }), 'now');
    await page.settled();
    expect(heard).toEqual([]);
    expect(unseal(anew.seen().saved)?.token).not.toBe(unseal(lms.seen().saved)?.token);
  });

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
