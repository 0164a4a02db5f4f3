/** What the session promises of pace and of other launches: src/tracking/SPEC.md, S1 to S12. */
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../src/tracking/envelope.ts';
import { answers, PASSED, report } from '../../contract/material.ts';
import { FakeStore } from '../../fakes/store.ts';
import { journal, open } from './opened.ts';

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

  it('S1 waits with the rest for the answer of a slow record, for some seconds', async () => {
    const { session, record, clock } = await open();
    record.slow = true;
    session.update(report({ saved: 'B' }), 'now');
    session.update(report({ saved: 'C' }), 'soon');
    await clock.advance(5_000);
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
