/** Answers to be shared: nobody is named, and nothing stands on fewer than five people, however the answers are combined. */
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
import { ask, howMany, QUESTIONS, type QuestionName } from '../../../src/workbench/records/ask.ts';
import type { Filters } from '../../../src/workbench/records/filters.ts';
import { NOT_WHILE_HIDDEN, TOGETHER } from '../../../src/workbench/records/question-names.ts';
import { NotWhileHidden } from '../../../src/workbench/records/hidden.ts';
import { drawLabels } from '../../../src/workbench/records/labels.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import type { Cell, Rows } from '../../../src/workbench/records/tables.ts';
import { PASS_MARK, secondRegistration, twelve } from './twelve.ts';
import { runs } from '../../runs.ts';
import { emptyStore } from '../../fakes/records-store.ts';

const FILTERS: Filters = { now: '2026-04-01 00:00:00', passMark: PASS_MARK, hidden: true };
const TEAMS = ['North', 'South', 'East', 'West'] as const;
const FEWEST = 5;
const ANSWERED = QUESTIONS.filter((name) => !NOT_WHILE_HIDDEN.includes(name));

async function storeOf(rows: Rows): Promise<Store> {
  const store = await emptyStore();
  await store.whole(() => store.put(rows));
  await drawLabels(store);
  return store;
}
const hidden = (store: Store, name: QuestionName, filters: Partial<Filters> = {}) =>
  ask(store, name, { ...FILTERS, ...filters });

/**
 * The twelve, in other groups, at other times and places. Nobody passes who doesn't complete: who stops where is then of all who are in
 * progress, and tells of nobody else.
 */
function spread(
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
const dayOf = (week: number): string => `2026-03-${String(2 + 7 * week).padStart(2, '0')}`;

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

const STATUSES = ['completed', 'passed', 'in progress', 'not started'] as const;

/** So many people who are alike in all that the questions sum up. */
interface Kind {
  status: (typeof STATUSES)[number];
  timed: boolean;
  dated: boolean;
  size: number;
}

const someKinds = array(
  record({
    status: constantFrom(...STATUSES),
    timed: boolean(),
    dated: boolean(),
    size: integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 6 },
).map((kinds) => {
  // whoever hasn't started has neither time nor date
  const made = kinds.map((kind) =>
    kind.status === 'not started' ? { ...kind, timed: false, dated: false } : kind,
  );
  const names = made.map(({ status, timed, dated }) => `${status} ${timed} ${dated}`);
  return made.filter((_, at) => names.indexOf(names[at]!) === at);
});

function rowsOf(kinds: readonly Kind[]): Rows {
  const [pattern] = twelve().attempts;
  const each = kinds.flatMap((kind) => Array.from({ length: kind.size }, () => kind));
  return {
    people: each.map((_, at) => ({ person: `p${at}`, name: `Somebody ${at}`, email: null, team: null })),
    attempts: each.flatMap(({ status, timed, dated }, at) =>
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
              completion: status === 'completed' ? 'completed' : 'incomplete',
              success: status === 'in progress' ? null : 'passed',
              score: status === 'in progress' ? null : 90,
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
      ? [sum(({ status }) => status === 'passed' || status === 'in progress')]
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
              { status: 'completed', timed: true, dated: false, size: 3 },
              { status: 'passed', timed: true, dated: false, size: 3 },
              { status: 'in progress', timed: true, dated: false, size: 3 },
              { status: 'not started', timed: false, dated: false, size: 20 },
            ],
          ],
          [
            [
              { status: 'completed', timed: true, dated: true, size: 20 },
              { status: 'in progress', timed: true, dated: true, size: 6 },
              { status: 'not started', timed: false, dated: false, size: 3 },
            ],
          ],
          [
            [
              { status: 'completed', timed: true, dated: true, size: 9 },
              { status: 'in progress', timed: true, dated: true, size: 8 },
              { status: 'not started', timed: false, dated: false, size: 7 },
            ],
          ],
        ],
      },
    );
    expect(most, 'where all are many enough, all is shown').toBeGreaterThanOrEqual(7);
  });

  it('a dilemma is not told where who of a status came to it could be had by subtraction', async () => {
    const kinds: Kind[] = [
      { status: 'completed', timed: false, dated: false, size: 20 },
      { status: 'in progress', timed: false, dated: false, size: 9 },
      { status: 'not started', timed: false, dated: false, size: 6 },
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
      { status: 'completed', timed: true, dated: true, size: 3 },
      { status: 'in progress', timed: true, dated: true, size: 9 },
    ];
    const store = await storeOf(rowsOf(kinds));
    expect(await hidden(store, 'weeks')).toMatchObject([
      { people: 12, completed: null, passed: null, mean_score: null },
    ]);
    store.close();
  });

  it.each([
    ['few answers differ', 0, ['a', 'c', TOGETHER], [20, 6, 10]],
    ['nearly every answer is another', 270, ['a', 'c', 'b', TOGETHER], [20, 6, 5, 275]],
  ])(
    'an answer is shown by how many people gave it, however often they did, where %s',
    async (_, others, shown, chosen) => {
      // four people say d, one of them in two courses: were answers counted, it would be large enough
      const said = [
        ...Array.from({ length: 20 }, () => ['a']),
        ...Array.from({ length: 5 }, () => ['b']),
        ...Array.from({ length: 6 }, () => ['c']),
        ['d', 'd'],
        ['d'],
        ['d'],
        ['d'],
        ...Array.from({ length: others }, (__, at) => [`other-${at}`]),
      ];
      const each = said.flatMap((responses, at) =>
        responses.map((response, number) => ({
          response,
          person: `p${at}`,
          attempt: `a${at}-${number}`,
          course: `Course ${number}`,
        })),
      );
      const { attempts, answers } = twelve();
      const store = await storeOf({
        people: said.map((__, at) => ({ person: `p${at}`, name: null, email: null, team: null })),
        attempts: each.map(({ person, attempt, course }) => ({
          ...attempts[0]!,
          number: null,
          person,
          attempt,
          course,
        })),
        answers: each.map(({ response, person, attempt }) => ({
          ...answers[0]!,
          answer: attempt,
          attempt,
          person,
          response,
          correct: Number(response === 'a'),
        })),
        events: [],
      });
      const options = await hidden(store, 'options');
      expect(options.map(({ response }) => response)).toEqual(shown);
      expect(options.map((row) => row['chosen'])).toEqual(chosen);
      store.close();
    },
  );

  it('no answer holds a name, an address, a group, a file’s name or what somebody wrote', async () => {
    const rows = spread(
      Array.from({ length: 12 }, () => 'Secretname’s group'),
      [],
      [],
    );
    const written = 'Secretname wrote this';
    const answers = rows.answers.map((answer) =>
      answer.item === 'q1' && String(answer.person) < 'p09' ? { ...answer, response: written } : answer,
    );
    const store = await storeOf({ ...rows, answers });
    for (const name of ANSWERED) {
      const answer = JSON.stringify(await hidden(store, name));
      expect(answer, name).not.toMatch(/secret|"p\d\d|2026-03-\d\d \d/i);
    }
    const named = JSON.stringify(await ask(store, 'options', { ...FILTERS, hidden: false }));
    expect(named, 'the test can see it').toContain(written);
    store.close();
  });

  it('people stand in the order of their labels, which stay, and a newcomer’s label may stand between', async () => {
    const store = await storeOf(twelve());
    const labels = (): Promise<Record<string, Cell>[]> =>
      store.query('select * from records.labels order by person');
    const before = await labels();
    const shown = (await hidden(store, 'people')).map(({ name }) => String(name));
    expect(shown).toEqual(shown.toSorted());
    expect(new Set(shown).size).toBe(12);
    for (const label of shown) expect(label).toMatch(/^Person [1-9]\d\d$/);
    await store.whole(() =>
      store.put({
        people: [{ person: 'p13', name: 'New', email: null, team: null }],
        attempts: [],
        answers: [],
        events: [],
      }),
    );
    await drawLabels(store);
    const after = await labels();
    expect(after.filter(({ person }) => person !== 'p13')).toEqual(before);
    expect(after).toHaveLength(13);
    store.close();
    const other = await storeOf(twelve());
    expect(await other.query('select * from records.labels order by person'), 'drawn by lot').not.toEqual(
      before,
    );
    other.close();
  });

  it('a page has some of the people, and of them all that the whole answer has', async () => {
    const store = await storeOf(twelve());
    for (const name of ['people', 'principles'] as const)
      for (const team of [undefined, 'North']) {
        const whole = await hidden(store, name, { team });
        const people = [...new Set(whole.map(({ person }) => person))];
        expect(people.length, name).toBeGreaterThan(3);
        for (const from of [0, 2]) {
          const among = people.slice(from, from + 2);
          const page = await ask(store, name, { ...FILTERS, team }, { most: 2, from });
          expect(page, `${name} from ${from}`).toEqual(
            whole.filter(({ person = null }) => among.includes(person)),
          );
        }
        expect(await howMany(store, name, { ...FILTERS, team }), 'who answered is not counted').toBe(
          team === undefined ? 12 : 6,
        );
      }
    store.close();
  });

  it('figures are those of the open answer: of whom, and not what, is hidden', async () => {
    const store = await storeOf(twelve());
    const open = { ...FILTERS, hidden: false };
    expect(await hidden(store, 'group')).toEqual(await ask(store, 'group', open));
    expect(await hidden(store, 'group', { team: 'North' })).toEqual(
      await ask(store, 'group', { ...open, team: 'North' }),
    );
    const scores = async (filters: Filters): Promise<string[]> =>
      (await ask(store, 'people', filters)).map((row) => String(row['best_score'])).toSorted();
    expect(await scores(FILTERS)).toEqual(await scores(open));
    const asked = await hidden(store, 'principles');
    expect(asked).toHaveLength(20);
    // of the group South four have handed in a form: p07 to p10
    expect(await hidden(store, 'principles', { team: 'South' })).toEqual([]);
    // five came to the dilemma and five others are in progress: of twelve two would be left
    expect(await hidden(store, 'dilemmas')).toEqual([]);
    store.close();
  });

  it('no status of fewer than five people is counted by itself, nor in the rows of people', async () => {
    const store = await storeOf(twelve());
    // 4 have completed, 2 passed, 5 are in progress, 1 has not started
    const standing = await hidden(store, 'standing', { due: '2026-03-31 23:59:59' });
    expect(standing.map(({ status, people }) => [status, people])).toEqual([
      ['in progress', 5],
      [TOGETHER, 7],
    ]);
    await expect(hidden(store, 'now')).rejects.toThrow('is the report “standing”');
    await expect(hidden(store, 'standing', { team: 'South' })).rejects.toThrow('for everybody together only');
    for (const row of await hidden(store, 'people')) {
      expect(row).not.toHaveProperty('status');
      expect(row).not.toHaveProperty('passed');
    }
    store.close();
  });

  it('where people stop isn’t told where the two who have passed could be had from it and from who is in progress', async () => {
    const store = await storeOf(twelve());
    const open = await ask(store, 'leaving', { ...FILTERS, hidden: false });
    expect(
      open.reduce((sum, { people }) => sum + Number(people), 0),
      'the test can see it',
    ).toBe(7);
    expect(await hidden(store, 'leaving')).toEqual([]);
    store.close();
  });

  it.each([
    [{ since: '2026-03-01 00:00:00' }, 'narrowed to a group and to nothing else'],
    [{ until: '2026-03-01 00:00:00' }, 'narrowed to a group and to nothing else'],
    [{ person: 'p01' }, 'narrowed to a group and to nothing else'],
    [{ language: 'en', team: 'North' }, 'narrowed to a group and to nothing else'],
    [{ team: 'Nowhere' }, 'no group is shown by itself that has fewer than 5 people'],
  ])('%j is refused, with the reason', async (filters, reason) => {
    const store = await storeOf(twelve());
    await expect(hidden(store, 'people', filters)).rejects.toThrow(reason);
    store.close();
  });

  it('whoever answered in a second registration stands behind no figure of first forms', async () => {
    // q4: right by four people; p09, who wasn't, is so the second time
    const store = await storeOf(twelve());
    const [questions, options] = [await hidden(store, 'questions'), await hidden(store, 'options')];
    expect(options.filter(({ item, response }) => item === 'q4' && response === 'a')).toEqual([]);
    await store.whole(() => store.put(secondRegistration()));
    expect(await hidden(store, 'questions')).toEqual(questions);
    expect(await hidden(store, 'options')).toEqual(options);
    store.close();
  });

  it('nothing is said of four people', async () => {
    const rows = twelve();
    const few = new Set(['p01', 'p02', 'p03', 'p04']);
    const isOf = ({ person }: { person: Cell }): boolean => few.has(String(person));
    const store = await storeOf({
      people: rows.people.filter(isOf),
      attempts: rows.attempts.filter(isOf),
      answers: rows.answers.filter(isOf),
      events: rows.events.filter(isOf),
    });
    for (const name of ANSWERED) expect(await hidden(store, name), name).toEqual([]);
    store.close();
  });
});
