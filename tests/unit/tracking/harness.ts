/** A session in a page, at a time and on a device that the test holds in its hand: begun as the player begins it. */
import type { DeviceMirror } from '../../../src/tracking/device/mirror.ts';
import type { Driver } from '../../../src/tracking/record.ts';
import { openLaunch, type OpenedLaunch } from '../../../src/tracking/session/open-launch.ts';
import { recover, Session } from '../../../src/tracking/session/session.ts';
import type { Opening, SaveStatus } from '../../../src/tracking/session/session.types.ts';
import { FakeClock, settled } from '../../fakes/clock.ts';
import { FakePage } from '../../fakes/page.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';

let tokens = 0;

/** Ten characters, the first four telling pages apart. */
export const nextToken = (): string => (++tokens).toString(36).padStart(4, '0') + 'abcdef';

export class Harness<Record extends Driver = FakeRecord> {
  readonly clock: FakeClock;
  readonly page = new FakePage();
  readonly store: FakeStore;
  readonly record: Record;
  readonly statuses: SaveStatus[] = [];
  /** The device's database; absent: the browser has none. */
  disk: (() => Promise<DeviceMirror | undefined>) | undefined;
  opened!: OpenedLaunch;
  opening!: Opening;
  session!: Session;

  constructor(record: Record, store = new FakeStore(), clock = new FakeClock()) {
    this.record = record;
    this.store = store;
    this.clock = clock;
  }

  /** All that a page does before its first screen. */
  async launch(): Promise<this> {
    const { record: driver, clock, store: storage, page, disk } = this;
    this.opened = await openLaunch({
      driver,
      course: { id: 'test-course' },
      clock,
      storage,
      disk,
      page,
      token: nextToken,
    });
    this.opening = this.opened.opening;
    return this;
  }

  /** And what it does when its first screen stands. */
  async goOn(): Promise<this> {
    await recover(this.opened);
    this.opening = this.opened.opening;
    this.session = new Session(this.opened, await this.opened.loadWriter());
    this.session.onStatus((status) => this.statuses.push(status));
    return this;
  }

  static async open<Record extends Driver>(
    record: Record,
    store?: FakeStore,
    clock?: FakeClock,
  ): Promise<Harness<Record>> {
    const harness = await new Harness(record, store, clock).launch();
    return harness.goOn();
  }

  get status(): SaveStatus {
    return this.session.status;
  }

  settled = settled;
}
