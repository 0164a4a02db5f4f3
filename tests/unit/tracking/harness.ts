/** A session in a page, at a time and on a device that the test holds in its hand. */
import { createSession } from '../../../src/tracking/session/session.ts';
import type { LearnerRecord } from '../../../src/tracking/record.ts';
import type { Opening, SaveStatus, TrackingSession } from '../../../src/tracking/session/session.types.ts';
import { FakeClock, settled } from '../../fakes/clock.ts';
import { FakePage } from '../../fakes/page.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';

let tokens = 0;

/** Ten characters, the first four telling pages apart. */
export const nextToken = (): string => (++tokens).toString(36).padStart(4, '0') + 'abcdef';

export class Harness<Driver extends LearnerRecord = FakeRecord> {
  readonly clock: FakeClock;
  readonly page = new FakePage();
  readonly store: FakeStore;
  readonly record: Driver;
  readonly session: TrackingSession;
  readonly statuses: SaveStatus[] = [];
  opening!: Opening;

  constructor(record: Driver, store = new FakeStore(), clock = new FakeClock(), course = 'test-course') {
    this.record = record;
    this.store = store;
    this.clock = clock;
    this.session = createSession({
      record,
      course: { id: course },
      clock,
      store,
      page: this.page,
      token: nextToken,
    });
    this.session.onStatus((status) => this.statuses.push(status));
  }

  static async open<Driver extends LearnerRecord>(
    record: Driver,
    store?: FakeStore,
    clock?: FakeClock,
  ): Promise<Harness<Driver>> {
    const harness = new Harness(record, store, clock);
    harness.opening = await harness.session.open();
    return harness;
  }

  get status(): SaveStatus {
    return this.session.status;
  }

  settled = settled;
}
