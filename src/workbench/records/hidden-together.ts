/**
 * Which answers may stand beside each other while names are hidden. How many stand where, where people stop, how long it takes, the weeks
 * and who came to a dilemma are sums over the same people: adding some and taking others away must not leave a group of fewer than five.
 * So each is told only where no such group can be had from it and from those before it; a dilemma, from it and from those that are none.
 */
import { withFilters, type Filters } from './filters.ts';
import type { Asks } from './store.ts';
import { Span } from './span.ts';
import { text } from './sql-text.ts';
import { byPart, SMALLEST, withhold } from './withhold.ts';

const SUMS = ['leaving', 'durations', 'weeks'] as const;
export type Sum = (typeof SUMS)[number];

/** People who are alike in all that is summed up. */
interface Alike {
  standing: number;
  /** Whether `durations.sql` counts them. */
  timed: number;
  /** Whether `weeks.sql` does. */
  dated: number;
  /** Whether `leaving.sql` does. */
  stopped: number;
  people: number;
  /** Where they took a way in the dilemma that is looked at. */
  dilemma?: string;
  way?: string;
}

const MARKED = `with each_one as (
  select person, max(standing) as furthest, coalesce(sum(seconds), 0) as spent,
    max(case when standing > 0 and coalesce(finished, last_seen) is not null then 1 else 0 end) as in_weeks,
    max(case when standing = 3 and completion = 'incomplete' then 1 else 0 end) as said_open
  from attempts group by person
), marked as (
  select p.person as person, coalesce(e.furthest, 0) as standing, coalesce(e.in_weeks, 0) as dated,
    case when e.furthest >= 3 and e.spent > 0 then 1 else 0 end as timed,
    case when e.furthest in (1, 2) or (e.furthest = 3 and e.said_open = 1) then 1 else 0 end as stopped
  from people p left join each_one e on e.person = p.person
)`;
const ALIKE = `${MARKED}
select standing, timed, dated, stopped, count(*) as people from marked group by standing, timed, dated, stopped`;

/** As `standing.sql` names them. */
const STATUSES = ['not started', 'in progress', 'failed', 'passed', 'completed'] as const;

const COUNTS: Readonly<Record<Sum, (one: Alike) => boolean>> = {
  leaving: ({ stopped }) => stopped === 1,
  durations: ({ timed }) => timed === 1,
  weeks: ({ dated }) => dated === 1,
};

/** What can be told beside what `standing` shows. */
export async function toldTogether(store: Asks, filters: Filters): Promise<ReadonlySet<Sum>> {
  return toldOf(await alikeIn(store, filters, ALIKE));
}

async function alikeIn(store: Asks, filters: Filters, sql: string): Promise<Alike[]> {
  const rows = await store.query(withFilters(sql, filters));
  return rows.map(({ standing, timed, dated, stopped, people, dilemma = null, way }) => ({
    standing: Number(standing),
    timed: Number(timed),
    dated: Number(dated),
    stopped: Number(stopped),
    people: Number(people),
    ...(dilemma !== null && { dilemma: String(dilemma), way: String(way) }),
  }));
}

type Counts = (one: Alike) => boolean;

/** What is known anyway: how many there are, and what `standing` shows by itself. */
const always = (alike: readonly Alike[]): Counts[] => [
  () => true,
  ...statusesShown(alike).map(
    (status): Counts =>
      ({ standing }) =>
        STATUSES[standing] === status,
  ),
];

function statusesShown(alike: readonly Alike[]): string[] {
  const people = countedBy(alike, ({ standing }) => STATUSES[standing] ?? '');
  // of two that are as large the one goes that `standing` names first
  return withhold([...people.keys()].toSorted(), (status) => people.get(status) ?? 0).shown;
}

function countedBy(alike: readonly Alike[], nameOf: (one: Alike) => string): ReadonlyMap<string, number> {
  const people = new Map<string, number>();
  for (const one of alike) people.set(nameOf(one), (people.get(nameOf(one)) ?? 0) + one.people);
  return people;
}

function toldOf(alike: readonly Alike[]): ReadonlySet<Sum> {
  const told = new Set<Sum>();
  const known = always(alike);
  for (const name of SUMS) {
    if (givesAway(alike, [...known, COUNTS[name]])) continue;
    known.push(COUNTS[name]);
    told.add(name);
  }
  return told;
}

/** Everybody, and then those who came to each dilemma, by the way that they took. */
const waysTaken = (among: string): string => `${MARKED}
select standing, timed, dated, stopped, null as dilemma, null as way, count(*) as people
from marked group by standing, timed, dated, stopped
union all
select m.standing as standing, m.timed as timed, m.dated as dated, m.stopped as stopped, w.object as dilemma,
  w.response as way, count(*) as people
from marked m join first_ways w on w.person = m.person${among}
group by m.standing, m.timed, m.dated, m.stopped, w.object, w.response
order by dilemma, way`;

/** @param only where nothing but this one is asked about. @returns the dilemmas that can be told */
export async function dilemmasTold(
  store: Asks,
  filters: Filters,
  only?: string,
): Promise<ReadonlySet<string>> {
  const among = only === undefined ? '' : ` where w.object = ${text(only)}`;
  const all = await alikeIn(store, filters, waysTaken(among));
  const everybody = all.filter(({ dilemma }) => dilemma === undefined);
  const takers = all.filter(({ dilemma }) => dilemma !== undefined);
  const known = [...always(everybody), ...[...toldOf(everybody)].map((name) => COUNTS[name])];
  const told = new Set<string>();
  for (const [id, here] of byPart(takers, ({ dilemma = '' }) => dilemma)) {
    const ways = waysShown(here);
    if (!ways) continue;
    const sums = [undefined, ...ways].map(
      (one): Counts =>
        ({ way }) =>
          way !== undefined && (one === undefined || way === one),
    );
    if (!givesAway([...here, ...without(everybody, here)], [...known, ...sums])) told.add(id);
  }
  return told;
}

/** The ways that are told by themselves, as `dilemmas.sql` has them in order. @returns undefined where there are too few for any */
function waysShown(here: readonly Alike[]): string[] | undefined {
  const people = countedBy(here, ({ way = '' }) => way);
  const sizeOf = (way: string): number => people.get(way) ?? 0;
  const { shown, withheld } = withhold(
    [...people.keys()].toSorted((one, other) => sizeOf(other) - sizeOf(one)),
    sizeOf,
  );
  const together = withheld.reduce((sum, way) => sum + sizeOf(way), 0);
  return shown.length > 0 || together >= SMALLEST ? shown : undefined;
}

const ALIKE_IN = ['standing', 'timed', 'dated', 'stopped'] as const;

/** Who is left of each kind when some were counted apart. */
const without = (everybody: readonly Alike[], some: readonly Alike[]): Alike[] =>
  everybody
    .map((kind) => {
      const gone = some.filter((one) => ALIKE_IN.every((mark) => one[mark] === kind[mark]));
      return { ...kind, people: gone.reduce((left, { people }) => left - people, kind.people) };
    })
    .filter(({ people }) => people > 0);

/** Whether the sums of some people can be combined to one of fewer than five. */
function givesAway(alike: readonly Alike[], sums: readonly Counts[]): boolean {
  const few = fewOf(alike);
  if (few === undefined) return true;
  const span = new Span(sums.map((isCounted) => alike.map((one) => Number(isCounted(one)))));
  return few.some((members) => span.has(members));
}

/** So many groups are looked at; of more nobody says that they can't be had. */
const MOST_GROUPS = 200_000;

/** All groups of fewer than five that are made of people who are alike; undefined where they are too many. */
function fewOf(alike: readonly Alike[]): number[][] | undefined {
  let groups: { members: number[]; size: number }[] = [{ members: [], size: 0 }];
  for (const { people } of alike) {
    groups = groups.flatMap(({ members, size }) =>
      [0, 1]
        .map((isIn) => ({ members: [...members, isIn], size: size + isIn * people }))
        .filter((group) => group.size < SMALLEST),
    );
    if (groups.length > MOST_GROUPS) return undefined;
  }
  return groups.filter(({ size }) => size > 0).map(({ members }) => members);
}
