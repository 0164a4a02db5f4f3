/** What the session promises: src/tracking/SPEC.md, S1 to S12. */
import { describe, expect, it } from 'vitest';
import type { ActivityEvent } from '../../../src/learning/types.ts';
import type { Mirror } from '../../../src/tracking/device/storage.ts';
import { seal, unseal } from '../../../src/tracking/envelope.ts';
import { answers, CHECKED, PASSED, report } from '../../contract/material.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';
import { Harness } from './harness.ts';

const REFUSED = { stored: false, problem: { code: 'not-stored', detail: 'Commit' } } as const;
const STORED = { stored: true } as const;

/** The bodies in the device's journal. */
const journal = (store: FakeStore): string[] =>
  [...store.work.values()].map((text) => (JSON.parse(text) as { body: string }).body);

describe('pace', () => {
  it('S1 has a change in the journal at once, and in the LMS within two seconds', async () => {
    const { session, record, store, clock, status: before, ...harness } = await open();
    expect(before).toEqual({ kind: 'nothing-to-save', held: 'lms' });
    session.update(report({ saved: 'B' }), 'soon');
    expect(journal(store)).toEqual(['B']);
    expect(session.status).toEqual({ kind: 'saving', held: 'device' });
    await clock.advance(1_000);
    // A busy learner can't put it off
    session.update(report({ saved: 'C' }), 'soon');
    expect(record.writes).toHaveLength(0);
    await clock.advance(1_000);
    expect(record.writes).toHaveLength(1);
    expect(unseal(record.last.saved)?.body).toBe('C');
    await clock.advance(5_000);
    expect(record.writes).toHaveLength(1);
    expect(session.status).toEqual({ kind: 'saved', held: 'lms' });
    expect(harness.statuses.map(({ kind }) => kind)).toEqual(['saving', 'saving', 'saved']);
  });

  it('S1 writes in this turn when it is asked to', async () => {
    const { session, record } = await open();
    session.update(report({ saved: 'B' }), 'now', answers());
    expect(record.writes).toHaveLength(1);
    expect(record.last.interactions).toHaveLength(7);
  });

  it('S1 writes in this turn though an earlier write has not been answered', async () => {
    const { session, record, settled } = await open();
    record.slow = true;
    session.update(report({ saved: 'B' }), 'now');
    session.update(report({ saved: 'C' }), 'now');
    expect(record.writes).toHaveLength(2);
    record.release();
    await settled();
    expect(session.status.kind).toBe('saved');
  });

  it('S1 waits with the rest for the answer of a slow record', async () => {
    const { session, record, clock } = await open();
    record.slow = true;
    session.update(report({ saved: 'B' }), 'now');
    session.update(report({ saved: 'C' }), 'soon');
    await clock.advance(10_000);
    expect(record.writes).toHaveLength(1);
    expect(session.status.kind).toBe('saving');
    record.release();
    await clock.advance(2_000);
    expect(record.writes).toHaveLength(2);
    record.release();
    await clock.advance(0);
    expect(session.status.kind).toBe('saved');
  });

  it('S2 writes nothing when there is nothing new', async () => {
    const { session, record, clock } = await open();
    session.update(report({ saved: 'B' }), 'now');
    await clock.advance(0);
    session.update(report({ saved: 'B' }), 'now');
    await clock.advance(5_000);
    expect(record.writes).toHaveLength(1);
    expect(session.status.kind).toBe('saved');
  });

  it('S7 writes the time while the learner is active, and leaves an idle one alone', async () => {
    const { session, record, clock } = await open();
    session.update(report({ saved: 'B' }), 'now');
    for (let minute = 0; minute < 3; minute++) {
      session.active();
      await clock.advance(60_000);
    }
    expect(record.writes).toHaveLength(4);
    expect(record.last.activeTime).toBe(180_000);
    await clock.advance(3_600_000);
    // Three minutes after the last sign of life count, no more
    expect(record.last.activeTime).toBe(300_000);
    expect(record.writes).toHaveLength(6);
    expect(session.status.kind).toBe('saved');
  });

  it('S7 asks at once whether the session is still there when the learner comes back to a page that was left alone', async () => {
    const { session, record, clock, settled } = await open();
    session.update(report({ saved: 'B' }), 'now');
    await clock.advance(3_600_000);
    const { length } = record.writes;
    record.answer = { stored: false, problem: { code: 'session-over', detail: '', cause: 'signed-out' } };
    session.active();
    await settled();
    session.active();
    await settled();
    expect(record.writes).toHaveLength(length + 1);
    expect(session.status.problem?.cause).toBe('signed-out');
  });

  it('S7 does not count the time of a hidden page', async () => {
    const { session, record, clock, page } = await open();
    session.update(report({ saved: 'B' }), 'now');
    await clock.advance(10_000);
    page.happens('hidden');
    expect(record.last.activeTime).toBe(10_000);
    await clock.advance(100_000);
    page.happens('visible');
    await clock.advance(5_000);
    page.happens('hidden');
    expect(record.last.activeTime).toBe(15_000);
  });
});

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

describe('what the record hears of another page or device', () => {
  it('T26 is handed on without its envelope, and what is no envelope is dropped', async () => {
    const { session, record } = await open();
    const heard: string[] = [];
    session.onElsewhere((body) => heard.push(body));
    record.elsewhere(seal({ token: 'tokentoken', counter: 3, body: 'A+more' }));
    record.elsewhere('<html>Log in</html>');
    expect(heard).toEqual(['A+more']);
  });
});

describe('a hidden page', () => {
  it('S7 takes no key, pointer or scroll for activity, writes no time and gives no sign of life', async () => {
    const { session, record, clock, page } = await open();
    session.update(report({ saved: 'B' }), 'now');
    await clock.advance(10_000);
    page.happens('hidden');
    expect(record.writes).toHaveLength(2);
    session.active();
    await clock.advance(100_000);
    expect(record.writes).toHaveLength(2);
    page.happens('pagehide');
    expect(record.finishes[0]?.writing?.activeTime).toBe(10_000);
  });
});

describe('failure', () => {
  it('S3 tries again with back-off, another counter and the same answers', async () => {
    const { session, record, clock } = await open();
    record.answer = REFUSED;
    session.update(report({ saved: 'B' }), 'now', answers());
    await clock.advance(0);
    expect(session.status).toEqual({ kind: 'not-saved', held: 'device', problem: REFUSED.problem });
    const times: number[] = [];
    const began = clock.now();
    for (let second = 0; second < 200; second++) {
      const before = record.writes.length;
      await clock.advance(1_000);
      if (record.writes.length > before) times.push((clock.now() - began) / 1_000);
    }
    expect(times).toEqual([5, 20, 65, 125, 185]);
    const counters = record.writes.map(({ saved }) => unseal(saved)?.counter);
    expect(new Set(counters).size).toBe(counters.length);
    expect(record.writes.every(({ interactions }) => interactions.length === 7)).toBe(true);
    record.answer = STORED;
    await clock.advance(60_000);
    expect(session.status).toEqual({ kind: 'saved', held: 'lms' });
    session.update(report({ saved: 'C' }), 'now');
    expect(record.last.interactions).toEqual([]);
  });

  it('S3 sends an answer that was changed under its index once', async () => {
    const { session, record } = await open();
    record.answer = REFUSED;
    session.update(report({ saved: 'B' }), 'now', answers());
    session.update(report({ saved: 'C' }), 'now', answers().slice(0, 2));
    expect(record.last.interactions).toHaveLength(7);
  });

  it('S3 keeps answers that were given while others were on their way', async () => {
    const { session, record, settled } = await open();
    record.slow = true;
    session.update(report({ saved: 'B' }), 'now', answers());
    session.update(report({ saved: 'C' }), 'soon', answers(7, 2));
    record.release();
    await settled();
    session.update(report({ saved: 'D' }), 'now');
    expect(record.last.interactions.map(({ index }) => index)).toEqual([7, 8, 9, 10, 11, 12, 13]);
  });

  it('S3 finishes with another counter than the write that failed', async () => {
    const { session, record, page, settled } = await open();
    record.answer = REFUSED;
    session.update(report({ saved: 'B' }), 'now');
    await settled();
    page.happens('pagehide');
    expect(record.finishes[0]?.writing?.saved).not.toBe(record.last.saved);
  });

  it('S4 keeps what came after the write that was stored', async () => {
    const { session, record, settled } = await open();
    record.slow = true;
    session.update(report({ saved: 'B' }), 'now');
    session.update(report({ saved: 'C' }), 'soon');
    record.release();
    await settled();
    expect(session.status).toEqual({ kind: 'saving', held: 'device' });
  });

  it('S4 passes a warning on', async () => {
    const { session, record, settled } = await open();
    const problem = { code: 'lms-refused', detail: 'cmi.core.lesson_location' } as const;
    record.answer = { stored: true, problem };
    session.update(report({ saved: 'B' }), 'now');
    await settled();
    expect(session.status).toEqual({ kind: 'saved', held: 'lms', problem });
  });

  it('S4 goes on saying saved where only the time was refused, and ends', async () => {
    const { session, record, clock } = await open();
    session.update(report({ saved: 'B' }), 'now');
    await clock.advance(0);
    record.answer = REFUSED;
    session.active();
    await clock.advance(60_000);
    expect(record.writes).toHaveLength(2);
    expect(session.status).toEqual({ kind: 'saved', held: 'lms', problem: REFUSED.problem });
    await session.end(report({ saved: 'B' }));
    expect(session.ended).toBe(true);
  });

  it('S5 writes at once when the browser is online again', async () => {
    const { session, record, page, settled } = await open();
    record.answer = { stored: false, problem: { code: 'offline', detail: '' } };
    session.update(report({ saved: 'B' }), 'now');
    await settled();
    expect(session.status).toMatchObject({ kind: 'not-saved', held: 'device', problem: { code: 'offline' } });
    record.answer = STORED;
    page.happens('online');
    await settled();
    expect(record.writes).toHaveLength(2);
    expect(session.status.kind).toBe('saved');
  });

  it('S5 writes again what an LMS called stored before the browser noticed that it was offline', async () => {
    const { session, record, page, settled } = await open();
    page.happens('online');
    expect(record.writes).toHaveLength(0);
    session.update(report({ saved: 'B' }), 'now');
    await settled();
    page.happens('online');
    await settled();
    expect(record.writes).toHaveLength(2);
    expect(record.writes[1]?.saved).not.toBe(record.writes[0]?.saved);
    expect(session.status.kind).toBe('saved');
  });

  it('S12 lets a record of events keep what is done after the session is over, but not after its end', async () => {
    const { session, record, settled } = await open();
    const noted: ActivityEvent[] = [];
    Object.assign(record, { observe: (events: readonly ActivityEvent[]) => noted.push(...events) });
    record.answer = { stored: false, problem: { code: 'session-over', detail: '' } };
    session.update(report({ saved: 'B' }), 'now');
    await settled();
    session.update(report({ saved: 'C' }), 'now', [], [CHECKED]);
    expect(noted).toEqual([CHECKED]);
    await session.end(report({ saved: 'C' }));
    session.update(report({ saved: 'D' }), 'now', [], [CHECKED]);
    expect(noted).toEqual([CHECKED]);
  });

  it('S12 tries nothing again when the session is over', async () => {
    const { session, record, clock } = await open();
    record.answer = { stored: false, problem: { code: 'session-over', detail: '' } };
    session.update(report({ saved: 'B' }), 'now');
    await clock.advance(3_600_000);
    expect(record.writes).toHaveLength(1);
    session.update(report({ saved: 'C' }), 'now');
    await clock.advance(3_600_000);
    expect(record.writes).toHaveLength(1);
    expect(session.status).toMatchObject({
      kind: 'not-saved',
      held: 'device',
      problem: { code: 'session-over' },
    });
  });
});

/** IndexedDB beside the store, which answers when a test says so. */
class SlowMirror implements Mirror {
  state: Mirror['state'] = 'safe';
  readonly told: string[] = [];
  #run = (): void => {};
  set(key: string): void {
    this.told.push(key);
    this.state = 'writing';
  }
  remove(): void {
    this.state = 'writing';
  }
  onAnswer(run: () => void): void {
    const before = this.#run;
    this.#run = () => (before(), run());
  }
  answer(state: 'safe' | 'failed'): void {
    this.state = state;
    this.#run();
  }
}

describe('a device that writes to its disk late', () => {
  async function mirrored(keeper: 'lms' | 'device' = 'lms') {
    const record = new FakeRecord();
    record.keeper = keeper;
    const harness = await new Harness(record).launch();
    const mirror = new SlowMirror();
    harness.opened.storage.mirror = mirror;
    const { session, clock, settled } = await harness.goOn();
    return { session, clock, settled, record, mirror };
  }

  it('J10 is said to have the work when it is on the disk', async () => {
    const { session, record, mirror, settled } = await mirrored();
    record.answer = REFUSED;
    session.update(report({ saved: 'B' }), 'now', answers());
    await settled();
    expect(session.status).toMatchObject({ kind: 'not-saved', held: 'page' });
    mirror.answer('safe');
    expect(session.status).toMatchObject({ kind: 'not-saved', held: 'device' });
    session.update(report({ saved: 'C' }), 'now');
    await settled();
    mirror.answer('failed');
    expect(session.status).toMatchObject({ kind: 'not-saved', held: 'page' });
  });

  it('J10 has it before the end says so, and keeps nobody waiting', async () => {
    const { session, record, mirror, clock, settled } = await mirrored();
    record.answer = REFUSED;
    const ending = session.end(report({ saved: 'B' }));
    await settled();
    mirror.answer('safe');
    expect(await ending).toMatchObject({ kind: 'not-saved', held: 'device' });
    const again = session.end(report({ saved: 'C' }));
    await clock.advance(2_000);
    expect(await again).toMatchObject({ kind: 'not-saved', held: 'page' });
  });

  it('J10 is the record where there is no LMS: saved is said when it has answered', async () => {
    const { session, mirror, settled } = await mirrored('device');
    session.update(report({ saved: 'B' }), 'now');
    await settled();
    expect(session.status.kind).toBe('saving');
    mirror.answer('safe');
    expect(session.status).toEqual({ kind: 'saved', held: 'device' });
    session.update(report({ saved: 'C' }), 'now');
    await settled();
    mirror.answer('failed');
    expect(session.status).toMatchObject({ kind: 'not-saved', held: 'page' });
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

describe('other launches', () => {
  it.each(['review', 'browse'] as const)('S10 keeps quiet in %s', async (mode) => {
    const { session, record, page, store, clock } = await open({ mode });
    session.update(report({ saved: 'B' }), 'now', answers());
    session.active();
    await clock.advance(200_000);
    page.happens('hidden');
    expect(await session.end(report(PASSED))).toEqual({ kind: 'nothing-to-save', held: 'lms' });
    expect(record.writes).toEqual([]);
    expect(record.finishes).toHaveLength(1);
    expect(record.finishes[0]?.writing).toBeUndefined();
    expect(store.work.size).toBe(0);
  });

  it('S11 keeps the work on the device where there is no LMS', async () => {
    const problem = { code: 'no-lms', detail: '' } as const;
    const { session, record, store } = await open({ connected: false, problem });
    expect(session.status).toEqual({ kind: 'not-saved', held: 'page', problem });
    session.update(report({ saved: 'B' }), 'now');
    expect(session.status).toEqual({ kind: 'not-saved', held: 'device', problem });
    expect(journal(store)).toEqual(['B']);
    expect(await session.end(report({ saved: 'C' }))).toEqual({ kind: 'not-saved', held: 'device', problem });
    expect(session.ended).toBe(true);
    expect([record.writes, record.finishes]).toEqual([[], []]);
  });

  it.each(['throws', 'writing-throws', 'forgets'] as const)(
    'S11 says that only the page has it: the store %s',
    async (refusal) => {
      const store = new FakeStore();
      store.refusal = refusal;
      const { session } = await open({ connected: false }, store);
      session.update(report({ saved: 'B' }), 'now');
      expect(session.status).toMatchObject({ kind: 'not-saved', held: 'page' });
    },
  );

  it('says that the device has it where the device is the record', async () => {
    const { session, record, settled } = await open();
    record.keeper = 'device';
    session.update(report({ saved: 'B' }), 'now');
    await settled();
    expect(session.status).toEqual({ kind: 'saved', held: 'device' });
  });
});

function open(launch: Partial<FakeRecord['launch']> = {}, store?: FakeStore): Promise<Harness> {
  return Harness.open(new FakeRecord(launch), store);
}
