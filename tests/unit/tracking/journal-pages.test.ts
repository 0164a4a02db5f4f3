/** What pages open on one device keep, and hear of each other: src/tracking/SPEC.md, J5 and J9. */
import { describe, expect, it } from 'vitest';
import { unseal } from '../../../src/tracking/envelope.ts';
import { createDriver as createWeb } from '../../../src/tracking/web.ts';
import { COURSE, report } from '../../contract/material.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeStore } from '../../fakes/store.ts';
import { launchLms } from '../../../src/lms/launch.ts';
import { Harness } from './harness.ts';
import { ANNA, launch, crashed, stored } from './journaled.ts';

describe('pages on one device', () => {
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
});
