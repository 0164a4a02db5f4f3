/** While names are hidden nothing stands on fewer than five people, however the answers are combined. */
import {
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  nat,
  option,
  record,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, type QuestionName } from '../../../src/workbench/records/ask.ts';
import { NotWhileHidden } from '../../../src/workbench/records/hidden.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import type { Rows } from '../../../src/workbench/records/tables.ts';
import { twelve } from './twelve.ts';
import { runs } from '../../runs.ts';
import { dayOf, FEWEST, FILTERS, hidden, spread, storeOf } from './hidden-people.ts';

const TEAMS = ['North', 'South', 'East', 'West'] as const;

const someRows = record({
  teams: array(option(constantFrom(...TEAMS)), { minLength: 12, maxLength: 12 }),
  weeks: array(nat(3), { minLength: 11, maxLength: 11 }),
  places: array(nat(2), { minLength: 11, maxLength: 11 }),
}).map(({ teams, weeks, places }) => ({ weeks, rows: spread(teams, weeks, places) }));

/** Whoever stands in an answer that can be had. */
async function views(store: Store, name: QuestionName): Promise<Set<string>[]> {
  const had: Set<string>[] = [];
  for (const team of [undefined, ...TEAMS]) {
    try {
      had.push(new Set((await hidden(store, name, { team })).map(({ person }) => String(person))));
    } catch (error) {
      if (!(error instanceof NotWhileHidden)) throw error;
    }
  }
  return had;
}

/** Everything that taking from, and laying over, can make out of some sets. */
function combinations(sets: readonly Set<string>[]): Set<string>[] {
  const met = new Map<string, Set<string>>();
  const add = (set: Set<string>): void => void met.set([...set].toSorted().join(), set);
  sets.forEach(add);
  for (const one of sets) {
    for (const other of sets) {
      add(new Set([...one].filter((person) => other.has(person))));
      add(new Set([...one].filter((person) => !other.has(person))));
    }
  }
  return [...met.values()];
}

/** Of what is shown and what is known of the whole: the rest is nobody, or five and more. */
const rest = (shown: number, whole: number): boolean => shown === whole || whole - shown >= FEWEST;

const STATUSES = ['completed', 'passed', 'failed', 'in progress', 'not started'] as const;

/** So many people who are alike in all that the questions sum up. */
interface Kind {
  status: (typeof STATUSES)[number];
  timed: boolean;
  dated: boolean;
  /** Whether the source says that somebody who passed isn't through. */
  saidOpen: boolean;
  size: number;
}

const someKinds = array(
  record({
    status: constantFrom(...STATUSES),
    timed: boolean(),
    dated: boolean(),
    saidOpen: boolean(),
    size: integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 6 },
).map((kinds) => {
  // whoever hasn't started has neither time nor date
  const made = kinds.map((kind) => ({
    ...kind,
    ...(kind.status === 'not started' && { timed: false, dated: false }),
    saidOpen: kind.status === 'passed' && kind.saidOpen,
  }));
  const names = made.map(({ status, timed, dated, saidOpen }) => `${status} ${timed} ${dated} ${saidOpen}`);
  return made.filter((_, at) => names.indexOf(names[at]!) === at);
});

function rowsOf(kinds: readonly Kind[]): Rows {
  const [pattern] = twelve().attempts;
  const each = kinds.flatMap((kind) => Array.from({ length: kind.size }, () => kind));
  return {
    people: each.map((_, at) => ({ person: `p${at}`, name: `Somebody ${at}`, email: null, team: null })),
    attempts: each.flatMap(({ status, timed, dated, saidOpen }, at) =>
      status === 'not started'
        ? []
        : [
            {
              ...pattern!,
              attempt: `a${at}`,
              person: `p${at}`,
              started: null,
              last_seen: dated ? '2026-03-03 09:00:00' : null,
              finished: null,
              completion:
                status === 'completed' ? 'completed' : status === 'passed' && !saidOpen ? null : 'incomplete',
              success: status === 'in progress' ? null : status === 'failed' ? 'failed' : 'passed',
              score: status === 'in progress' ? null : status === 'failed' ? 40 : 90,
              seconds: timed ? 1800 : null,
            },
          ],
    ),
    answers: [],
    events: [],
  };
}

/** The kinds that each shown number is the sum of, as 1 and 0. */
async function sumsShown(store: Store, kinds: readonly Kind[]): Promise<number[][]> {
  const sum = (isIn: (kind: Kind) => boolean): number[] => kinds.map((kind) => Number(isIn(kind)));
  const told = async (name: QuestionName): Promise<boolean> => (await hidden(store, name)).length > 0;
  const standing = (await hidden(store, 'standing')).map(({ status }) => status);
  return [
    ...((await told('people')) ? [sum(() => true)] : []),
    ...STATUSES.filter((one) => standing.includes(one)).map((one) => sum(({ status }) => status === one)),
    ...((await told('leaving'))
      ? [sum(({ status, saidOpen }) => saidOpen || status === 'in progress' || status === 'failed')]
      : []),
    ...((await told('durations'))
      ? [sum(({ status, timed }) => timed && (status === 'completed' || status === 'passed'))]
      : []),
    ...((await told('weeks')) ? [sum(({ dated }) => dated)] : []),
  ];
}

/** Whatever groups come of adding and taking away, and how many people they are. */
function combined(kinds: readonly Kind[], sums: readonly number[][]): { members: number[]; size: number }[] {
  let all: number[][] = [kinds.map(() => 0)];
  for (const sum of sums)
    all = all.flatMap((one) => [-1, 0, 1].map((times) => one.map((cell, at) => cell + times * sum[at]!)));
  return all
    .filter((one) => one.every((cell) => cell === 0 || cell === 1) && one.includes(1))
    .map((members) => ({
      members,
      size: members.reduce((people, isIn, at) => people + isIn * kinds[at]!.size, 0),
    }));
}

describe('while names are hidden', () => {
  it('no subtraction and no overlap of groups’ answers leaves fewer than five people', async () => {
    const sizes = array(nat(9), { minLength: TEAMS.length + 1, maxLength: TEAMS.length + 1 });
    let met = 0;
    await assert(
      asyncProperty(sizes, async (counts) => {
        const teams = counts.flatMap((count, at) => Array.from({ length: count }, () => TEAMS[at] ?? null));
        const people = teams.map((team, at) => ({ person: `p${at}`, name: null, email: null, team }));
        const store = await storeOf({ people, attempts: [], answers: [], events: [] });
        try {
          let sets = await views(store, 'people');
          met = Math.max(met, sets.length);
          for (let round = 0; round < 2; round += 1) sets = combinations(sets);
          for (const set of sets) expect(set.size === 0 || set.size >= FEWEST, [...set].join()).toBe(true);
        } finally {
          store.close();
        }
      }),
      { numRuns: runs(4), examples: [[[9, 9, 9, 9, 9]], [[5, 5, 4, 0, 2]]] },
    );
    expect(met, 'groups that are large enough are shown').toBeGreaterThan(2);
  });

  it('no part of a breakdown is of fewer than five people, nor is what is missing from it', async () => {
    await assert(
      asyncProperty(someRows, async ({ rows, weeks }) => {
        const store = await storeOf(rows);
        try {
          const leaving = await hidden(store, 'leaving');
          for (const { people } of leaving) expect(Number(people)).toBeGreaterThanOrEqual(FEWEST);
          // all but the four who have completed and the one who never began
          expect(leaving.reduce((sum, { people }) => sum + Number(people), 0)).toBe(7);

          const shown = (await hidden(store, 'weeks')).map(({ week }) => String(week));
          const behind = (week: string): number => weeks.filter((at) => week === dayOf(at)).length;
          const together = shown.reduce((sum, week) => sum + behind(week), 0);
          for (const week of shown) expect(behind(week)).toBeGreaterThanOrEqual(FEWEST);
          expect(rest(together, weeks.length), `${together} in ${shown.join()}`).toBe(true);
        } finally {
          store.close();
        }
      }),
      { numRuns: runs(3) },
    );
  });

  it('no adding and subtracting of what different questions show leaves fewer than five people', async () => {
    let most = 0;
    await assert(
      asyncProperty(someKinds, async (kinds) => {
        const store = await storeOf(rowsOf(kinds));
        try {
          const sums = await sumsShown(store, kinds);
          most = Math.max(most, sums.length);
          for (const group of combined(kinds, sums))
            expect(group.size >= FEWEST, `${JSON.stringify(group)} of ${JSON.stringify(kinds)}`).toBe(true);
        } finally {
          store.close();
        }
      }),
      {
        numRuns: runs(6),
        examples: [
          [
            [
              { status: 'passed', timed: true, dated: true, saidOpen: true, size: 3 },
              { status: 'passed', timed: true, dated: true, saidOpen: false, size: 9 },
              { status: 'in progress', timed: true, dated: true, saidOpen: false, size: 9 },
              { status: 'not started', timed: false, dated: false, saidOpen: false, size: 7 },
            ],
          ],
          [
            [
              { status: 'completed', timed: true, dated: false, saidOpen: false, size: 3 },
              { status: 'passed', timed: true, dated: false, saidOpen: false, size: 3 },
              { status: 'in progress', timed: true, dated: false, saidOpen: false, size: 3 },
              { status: 'not started', timed: false, dated: false, saidOpen: false, size: 20 },
            ],
          ],
          [
            [
              { status: 'completed', timed: true, dated: true, saidOpen: false, size: 20 },
              { status: 'in progress', timed: true, dated: true, saidOpen: false, size: 6 },
              { status: 'not started', timed: false, dated: false, saidOpen: false, size: 3 },
            ],
          ],
          [
            [
              { status: 'completed', timed: true, dated: true, saidOpen: false, size: 9 },
              { status: 'in progress', timed: true, dated: true, saidOpen: false, size: 8 },
              { status: 'not started', timed: false, dated: false, saidOpen: false, size: 7 },
            ],
          ],
        ],
      },
    );
    expect(most, 'where all are many enough, all is shown').toBeGreaterThanOrEqual(7);
  });

  it('a dilemma is not told where who of a status came to it could be had by subtraction', async () => {
    const kinds: Kind[] = [
      { status: 'completed', timed: false, dated: false, saidOpen: false, size: 20 },
      { status: 'in progress', timed: false, dated: false, saidOpen: false, size: 9 },
      { status: 'not started', timed: false, dated: false, saidOpen: false, size: 6 },
    ];
    const withTakers = async (count: number): Promise<Store> => {
      const rows = rowsOf(kinds);
      const [pattern] = twelve().events;
      const events = rows.people.slice(0, count).map(({ person }, at) => ({
        ...pattern!,
        event: `way-${at}`,
        attempt: `a${at}`,
        person,
        response: at % 2 ? 'take' : 'talk',
      }));
      return storeOf({ ...rows, events });
    };
    // all who have completed, and three of those who are in progress
    const few = await withTakers(23);
    expect(await ask(few, 'dilemmas', { ...FILTERS, hidden: false }), 'the test can see it').toHaveLength(2);
    expect(await hidden(few, 'dilemmas')).toEqual([]);
    expect((await hidden(few, 'thursday')).filter(({ what }) => what === 'dilemma')).toEqual([]);
    few.close();
    const many = await withTakers(12);
    expect(await hidden(many, 'dilemmas')).toMatchObject([{ chosen: 6 }, { chosen: 6 }]);
    expect((await hidden(many, 'thursday')).filter(({ what }) => what === 'dilemma')).toHaveLength(1);
    many.close();
  });

  it('weeks tell no small number of those who completed or passed, and the mean of no few scores', async () => {
    const kinds: Kind[] = [
      { status: 'completed', timed: true, dated: true, saidOpen: false, size: 3 },
      { status: 'in progress', timed: true, dated: true, saidOpen: false, size: 9 },
    ];
    const store = await storeOf(rowsOf(kinds));
    expect(await hidden(store, 'weeks')).toMatchObject([
      { people: 12, completed: null, passed: null, mean_score: null },
    ]);
    store.close();
  });
});
