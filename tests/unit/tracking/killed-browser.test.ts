/** J10: a browser that is killed, or whose power goes, loses nothing of what was said to be on the device. */
import { expect, it } from 'vitest';
import { DeviceMirror } from '../../../src/tracking/device/mirror.ts';
import { createDriver } from '../../../src/tracking/web.ts';
import { report } from '../../contract/material.ts';
import { FakeDatabase } from '../../fakes/database.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';
import { course } from '../learning/builders.ts';
import { Harness } from './harness.ts';

it('J10 what is said to be on the device is on its disk, and not in what a database acknowledges before', async () => {
  const database = new FakeDatabase();
  const disk = async (): Promise<DeviceMirror> => new DeviceMirror(database.open());
  const first = new Harness(new FakeRecord(), new FakeStore());
  first.record.answer = { stored: false, problem: { code: 'not-stored', detail: '' } };
  first.disk = disk;
  await (await first.launch()).goOn();
  first.session.update(report({ saved: 'A' }), 'now');
  await first.settled();
  expect(first.status.held).toBe('device');

  database.kill();
  const second = new Harness(new FakeRecord(), new FakeStore());
  second.disk = disk;
  await (await second.launch()).goOn();
  expect(second.opening.offer?.saved).toEqual(['A']);
});

it('S4 a database that opens late says when it has the work, though the session began without it', async () => {
  const database = new FakeDatabase();
  let open = (): void => {};
  const late = new Promise<void>((resolve) => (open = resolve));
  const store = new FakeStore();
  const harness = new Harness(createDriver({ ...course(), id: 'test-course' }, { storage: store }), store);
  harness.disk = () => late.then(() => new DeviceMirror(database.open()));
  await harness.launch();
  const going = harness.goOn();
  await harness.clock.advance(2_000);
  await going;
  open();
  await harness.settled();
  harness.session.update(report({ saved: 'A' }), 'now');
  expect(harness.status.kind).toBe('saving');
  await harness.settled();
  expect(harness.status).toEqual({ kind: 'saved', held: 'device' });
});

it('J2 without an LMS there is no new attempt: a record that is gone is an offer of what the journal has', async () => {
  const store = new FakeStore();
  const key = 'cm-web|test-course';
  const driver = () => createDriver({ ...course(), id: 'test-course' }, { storage: store });
  for (const saved of ['A', 'AB']) {
    const { session, settled } = await Harness.open(driver(), store);
    session.update(report({ saved }), 'now');
    await settled();
  }
  expect(store.entries.get(key)).toContain('.AB');
  store.entries.delete(key);
  const { opening } = await Harness.open(driver(), store);
  expect(opening.offer).toMatchObject({ saved: ['AB'] });
});

it('S4 without an LMS, what the record’s own place refuses is saved on this device where the journal has it, and is there again', async () => {
  const key = 'cm-web|test-course';
  class Narrow extends FakeStore {
    override setItem(name: string, value: string): void {
      if (name === key && value.includes('AB')) throw new DOMException('Full', 'QuotaExceededError');
      super.setItem(name, value);
    }
  }
  const store = new Narrow();
  const driver = () => createDriver({ ...course(), id: 'test-course' }, { storage: store });
  const { session, settled } = await Harness.open(driver(), store);
  for (const saved of ['A', 'AB']) {
    session.update(report({ saved }), 'now');
    await settled();
  }
  expect(store.entries.get(key)).not.toContain('.AB');
  expect(session.status).toMatchObject({ kind: 'saved', held: 'device' });
  expect((await Harness.open(driver(), store)).opening.saved[0]).toBe('AB');
});
