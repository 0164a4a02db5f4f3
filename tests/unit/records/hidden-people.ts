/** Records for answers without names, and how they are asked. */
import { ask, type QuestionName } from '../../../src/workbench/records/ask.ts';
import type { Filters } from '../../../src/workbench/records/filters.ts';
import { drawLabels } from '../../../src/workbench/records/labels.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import type { Rows } from '../../../src/workbench/records/tables.ts';
import { PASS_MARK, twelve } from './twelve.ts';
import { emptyStore } from '../../fakes/records-store.ts';

export const FILTERS: Filters = { now: '2026-04-01 00:00:00', passMark: PASS_MARK, hidden: true };
export const FEWEST = 5;

export async function storeOf(rows: Rows): Promise<Store> {
  const store = await emptyStore();
  await store.whole(() => store.put(rows));
  await drawLabels(store);
  return store;
}
export const hidden = (store: Store, name: QuestionName, filters: Partial<Filters> = {}) =>
  ask(store, name, { ...FILTERS, ...filters });

/**
 * The twelve, in other groups, at other times and places. Nobody passes who doesn't complete: who stops where is then of all who are in
 * progress, and tells of nobody else.
 */
export function spread(
  teams: readonly (string | null)[],
  weeks: readonly number[],
  places: readonly number[],
): Rows {
  const { people, attempts, ...rows } = twelve();
  return {
    ...rows,
    people: people.map((person, at) => ({
      ...person,
      team: teams[at] ?? null,
      name: `Secretname ${at}`,
      email: `secret${at}@example.org`,
    })),
    attempts: attempts.map((attempt, at) => ({
      ...attempt,
      success: attempt.completion === 'completed' ? 'passed' : 'failed',
      started: `${dayOf(weeks[at] ?? 0)} 08:00:00`,
      last_seen: `${dayOf(weeks[at] ?? 0)} 09:00:00`,
      finished: attempt.finished === null ? null : `${dayOf(weeks[at] ?? 0)} 09:00:00`,
      place: `place-${places[at] ?? 0}`,
      source: 'Secretname.csv',
    })),
  };
}

/** A Monday. */
export const dayOf = (week: number): string => `2026-03-${String(2 + 7 * week).padStart(2, '0')}`;
