/** Pages on one device, and statements by their number. */
import { deviceStorage } from '../../../src/tracking/device/storage.ts';
import type { Entry } from '../../../src/tracking/lrs/entry.ts';
import { OutboxStorage, type OutboxStorageOptions } from '../../../src/tracking/lrs/outbox-storage.ts';
import type { FakeStore } from '../../fakes/store.ts';

export const entry = (year: number): Entry => ({
  statement: {
    id: '11111111-1111-4111-8111-111111111111',
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed', display: {} },
    object: { objectType: 'Activity', id: 'https://course.example/' },
    context: {},
    timestamp: new Date(Date.UTC(year, 5, 1)).toISOString(),
  },
});

export const NOW = Date.UTC(2026, 5, 1);
export const UUID = (n: number): string => `${String(n).padStart(8, '0')}-1111-4111-8111-111111111111`;

/** The statement with this number. */
export const made = (n: number, more: Partial<Entry> = {}): Entry => {
  const one = entry(2026);
  return { ...one, statement: { ...one.statement, id: UUID(n) }, ...more };
};

interface Page {
  outbox: OutboxStorage;
  /** How often something on the device was no statement. */
  damaged(): number;
}

export function pageOn(store: FakeStore | null, more: Partial<OutboxStorageOptions> = {}): Page {
  let damaged = 0;
  const outbox = new OutboxStorage({
    storage: deviceStorage(store),
    owner: 'anna',
    page: 'p',
    clock: { now: () => NOW },
    damaged: () => damaged++,
    ...more,
  });
  return { outbox, damaged: () => damaged };
}

export const numbers = (outbox: OutboxStorage): number[] =>
  outbox.everything().map(({ entry: { statement } }) => Number(statement.id.slice(0, 8)));

export const keys = (store: FakeStore, start: string): string[] =>
  [...store.entries.keys()].filter((key) => key.startsWith(start));
