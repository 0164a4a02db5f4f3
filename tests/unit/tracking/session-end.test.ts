/** How a session ends, before and after the half that writes has come: src/tracking/SPEC.md, S6 to S9. */
import { describe, expect, it } from 'vitest';
import { unseal } from '../../../src/tracking/envelope.ts';
import { PASSED, report } from '../../contract/material.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';
import { Harness } from './harness.ts';
import { journal, open, REFUSED, STORED } from './opened.ts';

describe('before the half that writes has come', () => {
  const opened = (record = new FakeRecord()): Promise<Harness> => new Harness(record).launch();

  it('S6 closes the session of a page that goes, once, and writes nothing', async () => {
    const { record, page } = await opened();
    page.happens('pagehide');
    page.happens('pagehide');
    expect([record.closes, record.finishes, record.writes]).toEqual([1, [], []]);
  });

  it('S6 closes the session of a page that went while the LMS was still looked for', async () => {
    const record = new FakeRecord();
    const harness = new Harness(record);
    const launching = harness.launch();
    harness.page.happens('pagehide');
    expect(record.closes).toBe(0);
    await launching;
    expect(record.closes).toBe(1);
  });

  it('S9 has ended in a page that came back, and finishes nothing twice', async () => {
    const harness = await opened();
    const { record, page, store } = harness;
    page.happens('pagehide');
    page.happens('restored');
    expect(harness.opened.ended).toBe(true);
    const { session } = await harness.goOn();
    expect(session.ended).toBe(true);
    session.update(report({ saved: 'B' }), 'now');
    page.happens('pagehide');
    expect(session.status).toMatchObject({ held: 'device', problem: { code: 'session-over' } });
    expect(journal(store)).toEqual(['B']);
    expect([record.closes, record.finishes, record.writes]).toEqual([1, [], []]);
  });

  it('S6 has left by the exit where the window is closed while that waits for an answer', async () => {
    const harness = await opened();
    const { session } = await harness.goOn();
    const { record, page } = harness;
    record.slow = true;
    void session.end(report({ saved: 'B' }));
    page.happens('pagehide');
    expect(record.finishes.map(({ leaving }) => leaving)).toEqual(['exit']);
    record.release();
    await harness.settled();
    page.happens('pagehide');
    expect(record.finishes).toHaveLength(1);
  });

  it('leaves the end to the session once it is there', async () => {
    const harness = await opened();
    await harness.goOn();
    harness.page.happens('pagehide');
    expect(harness.record.closes).toBe(0);
    expect(harness.record.finishes).toHaveLength(1);
  });

  it('S7 counts the time since the first screen, but none of a page that was hidden meanwhile', async () => {
    const harness = await opened();
    const { record, page, clock } = harness;
    await clock.advance(5_000);
    page.happens('hidden');
    await clock.advance(60_000);
    const { session } = await harness.goOn();
    session.update(report({ saved: 'B' }), 'now');
    expect(record.last.activeTime).toBe(5_000);
    await clock.advance(300_000);
    expect(record.writes, 'and gives no sign of life').toHaveLength(1);
  });

  it('S7 takes no key, pointer or scroll on a hidden page for activity', async () => {
    const harness = await opened();
    const { record, page, clock } = harness;
    page.happens('hidden');
    harness.opened.active();
    await clock.advance(60_000);
    page.happens('visible');
    await clock.advance(1_000);
    const { session } = await harness.goOn();
    session.update(report({ saved: 'B' }), 'now');
    expect(record.last.activeTime).toBe(1_000);
  });

  it('J9 takes in what another page kept meanwhile, as soon as this one has told of its own work', async () => {
    const store = new FakeStore();
    const saved = '1.tokentoken.1.A';
    const page = new FakeRecord({ saved });
    const harness = await new Harness(page, store).launch();
    const other = await Harness.open(new FakeRecord({ saved }), store);
    other.session.update(report({ saved: 'A+more' }), 'now');
    harness.page.happens('storage');
    const heard: string[] = [];
    const { session } = await harness.goOn();
    session.onElsewhere((body) => heard.push(body));
    expect(heard).toEqual([]);
    session.update(report({ saved: 'A' }), 'soon');
    expect(heard).toEqual(['A+more']);
    session.update(report({ saved: 'A+more' }), 'soon');
    expect(heard).toEqual(['A+more']);
  });
});

describe('the end', () => {
  it('S6 writes when the page is hidden and finishes once when it goes', async () => {
    const { session, record, page, settled } = await open();
    session.update(report({ saved: 'B' }), 'soon');
    page.happens('hidden');
    expect(record.writes).toHaveLength(1);
    session.update(report({ saved: 'C' }), 'soon');
    page.happens('pagehide');
    page.happens('pagehide');
    expect(record.finishes).toHaveLength(1);
    expect(record.finishes[0]).toMatchObject({ leaving: 'page', writing: { report: { saved: 'C' } } });
    await settled();
    expect(session.ended).toBe(true);
  });

  it('S6 finishes a page that was closed before anything happened', async () => {
    const { record, page } = await open();
    page.happens('pagehide');
    expect(record.finishes).toEqual([{ leaving: 'page', writing: undefined }]);
  });

  it('S8 ends by the Exit button: written, then finished, once', async () => {
    const { session, record, page } = await open();
    const [one, other] = await Promise.all([session.end(report(PASSED)), session.end(report(PASSED))]);
    expect(one).toEqual({ kind: 'saved', held: 'lms' });
    expect(other).toEqual(one);
    expect(await session.end(report(PASSED))).toEqual(one);
    page.happens('pagehide');
    expect(record.writes).toHaveLength(1);
    expect(record.finishes).toHaveLength(1);
    expect(record.finishes[0]?.leaving).toBe('exit');
  });

  it('S8 takes in what a page tells that goes meanwhile', async () => {
    const { session, record, settled } = await open();
    record.slow = true;
    const ending = session.end(report(PASSED));
    session.update(report({ ...PASSED, saved: 'with the time on the last question' }), 'soon');
    record.slow = false;
    record.release();
    expect(await ending).toEqual({ kind: 'saved', held: 'lms' });
    await settled();
    expect(session.ended).toBe(true);
    expect(unseal(record.last.saved)?.body).toBe('with the time on the last question');
    expect(record.finishes).toHaveLength(1);
  });

  it('S8 says what was stored before, though the finish itself fails', async () => {
    const { session, record } = await open();
    const problem = { code: 'lms-threw', detail: 'Terminate' } as const;
    record.finish = async () => ({ stored: false, problem });
    expect(await session.end(report(PASSED))).toEqual({ kind: 'saved', held: 'lms', problem });
    expect(session.ended).toBe(true);
  });

  it('S8 does not finish what was not stored; the learner may try again, or close the window', async () => {
    const { session, record, page } = await open();
    record.answer = REFUSED;
    expect(await session.end(report(PASSED))).toMatchObject({ kind: 'not-saved', held: 'device' });
    expect(session.ended).toBe(false);
    expect(record.finishes).toHaveLength(0);
    record.answer = STORED;
    expect(await session.end(report(PASSED))).toEqual({ kind: 'saved', held: 'lms' });
    page.happens('pagehide');
    expect(record.finishes).toHaveLength(1);
  });

  it('S8 is finished by a closing window though the LMS did not store it', async () => {
    const { session, record, page } = await open();
    record.answer = REFUSED;
    await session.end(report(PASSED));
    page.happens('pagehide');
    expect(record.finishes).toHaveLength(1);
    expect(record.finishes[0]?.writing?.report.success).toBe('passed');
  });

  it('S9 says so in a page that came back, and journals what is done in it', async () => {
    const { session, record, page, store, statuses } = await open();
    session.update(report({ saved: 'B' }), 'now');
    page.happens('pagehide');
    const told = statuses.length;
    page.happens('restored');
    expect(session.ended).toBe(true);
    expect(statuses.length).toBe(told + 1);
    session.update(report({ saved: 'C' }), 'now');
    expect(session.status).toMatchObject({
      kind: 'not-saved',
      held: 'device',
      problem: { code: 'session-over' },
    });
    expect(journal(store)).toEqual(['C']);
    expect(record.writes).toHaveLength(1);
  });
});
