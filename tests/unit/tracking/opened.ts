/** Sessions over a record that the test holds in its hand. */
import { FakeRecord } from '../../fakes/record.ts';
import type { FakeStore } from '../../fakes/store.ts';
import { Harness } from './harness.ts';

export const REFUSED = { stored: false, problem: { code: 'not-stored', detail: 'Commit' } } as const;
export const STORED = { stored: true } as const;

/** The bodies in the device's journal. */
export const journal = (store: FakeStore): string[] =>
  [...store.work.values()].map((text) => (JSON.parse(text) as { body: string }).body);

export function open(launch: Partial<FakeRecord['launch']> = {}, store?: FakeStore): Promise<Harness> {
  return Harness.open(new FakeRecord(launch), store);
}
