/** A record that does not store, or stores late: src/tracking/SPEC.md, S3 to S5 and S12. */
import { describe, expect, it } from 'vitest';
import type { ActivityEvent } from '../../../src/learning/types.ts';
import { unseal } from '../../../src/tracking/envelope.ts';
import { answers, CHECKED, report } from '../../contract/material.ts';
import { open, REFUSED, STORED } from './opened.ts';

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
