/** A device that writes to its disk late: src/tracking/SPEC.md, J10. */
import { describe, expect, it } from 'vitest';
import type { Mirror } from '../../../src/tracking/device/storage.ts';
import { answers, report } from '../../contract/material.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { Harness } from './harness.ts';
import { REFUSED } from './opened.ts';

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
