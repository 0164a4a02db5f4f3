/**
 * Which answers may stand beside each other while names are hidden. How many stand where, where people stop, how long it takes and the weeks
 * are sums over the same people: adding some and taking others away must not leave a group of fewer than five. So each is told only
 * where no such group can be had from it and from those before it.
 */
import { withFilters, type Filters } from './filters.ts';
import type { Store } from './store.ts';
import { SMALLEST } from './withhold.ts';

const SUMS = ['leaving', 'durations', 'weeks'] as const;
export type Sum = (typeof SUMS)[number];

/** People who are alike in all that is summed up. */
interface Alike {
  standing: number;
  /** Whether `durations.sql` counts them. */
  timed: number;
  /** Whether `weeks.sql` does. */
  dated: number;
  people: number;
}

const ALIKE = `with each_one as (
  select person, max(standing) as furthest, coalesce(sum(seconds), 0) as spent,
    max(case when standing > 0 and coalesce(finished, last_seen) is not null then 1 else 0 end) as in_weeks
  from attempts group by person
), marked as (
  select coalesce(e.furthest, 0) as standing, coalesce(e.in_weeks, 0) as dated,
    case when e.furthest >= 2 and e.spent > 0 then 1 else 0 end as timed
  from people p left join each_one e on e.person = p.person
)
select standing, timed, dated, count(*) as people from marked group by standing, timed, dated`;

/** As `standing.sql` names them. */
const STATUSES = ['not started', 'in progress', 'passed', 'completed'] as const;

const COUNTS: Readonly<Record<Sum, (one: Alike) => boolean>> = {
  leaving: ({ standing }) => standing === 1 || standing === 2,
  durations: ({ timed }) => timed === 1,
  weeks: ({ dated }) => dated === 1,
};

/** @param statuses that `standing` shows by themselves */
export async function toldTogether(
  store: Pick<Store, 'query'>,
  filters: Filters,
  statuses: readonly string[],
): Promise<ReadonlySet<Sum>> {
  const rows = await store.query(withFilters(ALIKE, filters));
  return toldOf(
    rows.map(({ standing, timed, dated, people }) => ({
      standing: Number(standing),
      timed: Number(timed),
      dated: Number(dated),
      people: Number(people),
    })),
    statuses,
  );
}

function toldOf(alike: readonly Alike[], statuses: readonly string[]): ReadonlySet<Sum> {
  const told = new Set<Sum>();
  const sumOf = (isCounted: (one: Alike) => boolean): number[] => alike.map((one) => Number(isCounted(one)));
  const known = [
    sumOf(() => true),
    ...statuses.map((status) => sumOf(({ standing }) => STATUSES[standing] === status)),
  ];
  for (const name of SUMS) {
    const sum = sumOf(COUNTS[name]);
    if (givesAway(alike, [...known, sum])) continue;
    known.push(sum);
    told.add(name);
  }
  return told;
}

/** Whether the sums of some people can be combined to one of fewer than five. */
function givesAway(alike: readonly Alike[], sums: readonly (readonly number[])[]): boolean {
  const known = rank(sums);
  return fewOf(alike).some((few) => rank([...sums, few]) === known);
}

/** All groups of fewer than five that are made of people who are alike. */
function fewOf(alike: readonly Alike[]): number[][] {
  let groups: { members: number[]; size: number }[] = [{ members: [], size: 0 }];
  for (const { people } of alike)
    groups = groups.flatMap(({ members, size }) =>
      [0, 1]
        .map((isIn) => ({ members: [...members, isIn], size: size + isIn * people }))
        .filter((group) => group.size < SMALLEST),
    );
  return groups.filter(({ size }) => size > 0).map(({ members }) => members);
}

/** How many of the rows say something that the others don't: Gaussian elimination. */
function rank(rows: readonly (readonly number[])[]): number {
  let rest = rows.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  let found = 0;
  for (let column = 0; column < width; column += 1) {
    const pivot = rest.find((row) => Math.abs(row[column] ?? 0) > 1e-9);
    if (!pivot) continue;
    found += 1;
    rest = rest
      .filter((row) => row !== pivot)
      .map((row) => {
        const times = (row[column] ?? 0) / (pivot[column] ?? 1);
        return row.map((cell, at) => cell - times * (pivot[at] ?? 0));
      });
  }
  return found;
}
