/** The records of the twelve, opened for all tests of a file, and what is asked of them. */
import { afterAll, beforeAll } from 'vitest';
import { ask, type QuestionName } from '../../../src/workbench/records/ask.ts';
import type { Filters } from '../../../src/workbench/records/filters.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { emptyStore } from '../../fakes/records-store.ts';
import { PASS_MARK, twelve } from './twelve.ts';

export const FILTERS: Filters = { now: '2026-04-01 00:00:00', passMark: PASS_MARK };

/** To be called where tests are described. */
export function recordsOfTwelve() {
  let store: Store;
  beforeAll(async () => {
    store = await emptyStore();
    await store.whole(() => store.put(twelve()));
  });
  afterAll(() => store.close());
  return {
    store: (): Store => store,
    asked: (name: QuestionName, filters: Partial<Filters> = {}) =>
      ask(store, name, { ...FILTERS, ...filters }),
  };
}
