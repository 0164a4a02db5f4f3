/**
 * Answers to be shared. People are labels, nothing that tells who they are goes along, and besides the rows of people no figure stands on
 * fewer than five of them: not by itself, and not by taking one answer from another. So there are few answers to take from each other: everybody's, and
 * those of groups that are large enough, which share no person. All else that narrows is refused.
 */
import { FOR_EVERYBODY_ONLY, NOT_WHILE_HIDDEN, TOGETHER, type QuestionName } from './question-names.ts';
import { withFilters, type Filters } from './filters.ts';
import type { Asks } from './store.ts';
import type { Cell } from './tables.ts';
import { optionsShown, questionsShown, weeksShown } from './hidden-questions.ts';
import { dilemmasTold, toldTogether, type Sum } from './hidden-together.ts';
import { byPart, merged, SMALLEST, withhold } from './withhold.ts';

type Row = Record<string, Cell>;

/** Something was asked that can't be answered without names, or of too few. The sentence says what can. */
export class NotWhileHidden extends Error {}

const NARROWING = ['person', 'course', 'source', 'version', 'language', 'since', 'until'] as const;

const sizeOf = ({ people }: Row): number => Number(people);

/** Groups that can be shown by themselves: whoever is in none of them are five people or more together, or nobody. */
export async function groupsShown(store: Asks): Promise<string[]> {
  const rows = await store.query(
    `select p.team as team, count(*) as people from records.people p join records.labels l on l.person = p.person
     group by p.team order by team`,
  );
  const outside = rows.find(({ team }) => team === null);
  const named = rows.filter(({ team }) => team !== null);
  const shown =
    outside && sizeOf(outside) >= SMALLEST
      ? named.filter((row) => sizeOf(row) >= SMALLEST)
      : withhold(rows, sizeOf).shown;
  return shown.flatMap(({ team }) => (typeof team === 'string' ? [team] : []));
}

/** @throws NotWhileHidden */
export async function refuseWhileHidden(store: Asks, name: QuestionName, filters: Filters): Promise<void> {
  if (name === 'missed') throw new NotWhileHidden('While names are hidden, nobody’s own answers are shown.');
  if (NOT_WHILE_HIDDEN.includes(name))
    throw new NotWhileHidden(
      'While names are hidden nobody is listed by where they stand, since a few could be counted. How many stand where is the report “standing”.',
    );
  if (NARROWING.some((one) => filters[one] !== undefined))
    throw new NotWhileHidden(
      'While names are hidden, answers can be narrowed to a group and to nothing else: two answers that differ in a few days or a version would show what a few people did.',
    );
  if (filters.team === undefined) return;
  if (FOR_EVERYBODY_ONLY.includes(name))
    throw new NotWhileHidden(
      'While names are hidden, this is shown for everybody together only: what a few people of one group did could be had by subtraction.',
    );
  if (!(await groupsShown(store)).includes(filters.team))
    throw new NotWhileHidden(
      `While names are hidden, no group is shown by itself that has fewer than ${SMALLEST} people, or that would give another such group away.`,
    );
}

/** What of a question's answer stays. @param raw another question's answer, before anything is taken from it */
export async function hide(
  store: Asks,
  name: QuestionName,
  rows: readonly Row[],
  filters: Filters,
  raw: Raw,
): Promise<Row[]> {
  return (await kept(store, name, rows, filters, raw)).map(labelled);
}

/** Whoever a row is of goes by the name that stands there, which is a label. */
const labelled = (row: Row): Row => ('person' in row ? { ...row, person: row['name'] ?? null } : row);

async function kept(
  store: Asks,
  name: QuestionName,
  rows: readonly Row[],
  filters: Filters,
  raw: Raw,
): Promise<Row[]> {
  const [{ people = 0 } = {}] = await store.query(
    withFilters(
      `select count(*) as people from (select 1 as one from people limit ${SMALLEST}) some_`,
      filters,
    ),
  );
  if (Number(people) < SMALLEST) return [];
  switch (name) {
    case 'standing':
      return together(unlisted(rows), ['people'], { status: TOGETHER, overdue: 0 });
    case 'people':
      return rows.map((row) => without(withoutZero(row), TELLING));
    case 'principles': {
      // these may be a page of the people: how many hold each is asked of all
      const group = large(await raw('group')).map(({ objective }) => objective);
      return rows.filter(({ objective }) => group.includes(objective));
    }
    case 'group':
      return large(rows);
    case 'thursday':
      return (await Promise.all(rows.map((row) => talkedAbout(store, row, filters)))).flat();
    case 'leaving':
      return (await isTold(store, name, filters))
        ? together(rows.map(allTold), ['people'], { place: TOGETHER })
        : [];
    case 'durations':
      return (await isTold(store, name, filters))
        ? together(rows, ['people'], { minutes_from: TOGETHER })
        : [];
    case 'dilemmas': {
      const told = await dilemmasTold(store, filters);
      return [...byPart(rows, ({ dilemma = null }) => dilemma).values()]
        .flatMap((ways) => together(ways, ['chosen', 'share'], { way: TOGETHER, ending: null }))
        .filter(({ dilemma }) => told.has(String(dilemma)));
    }
    case 'weeks':
      return (await isTold(store, name, filters)) ? weeksShown(store, rows, filters) : [];
    case 'now':
    case 'missed':
      return [];
    case 'questions':
      return (await questionsShown(store, rows, filters)).map((row) => without(row, ['right_answers']));
    case 'options':
      return optionsShown(store, rows, filters, () => raw('questions'));
  }
}

const large = (rows: readonly Row[]): Row[] => rows.filter((row) => sizeOf(row) >= SMALLEST);

/** Without how many of them have passed. */
const allTold = (row: Row): Row => without(row, ['passed']);

/** Without who is on the list of those who are expected, of whom it isn't told whether they completed, and who has passed or failed besides. */
function unlisted(rows: readonly Row[]): Row[] {
  const counted = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row['status']} ${row['overdue']}`;
    counted.set(key, {
      ...without(row, ['passed', 'failed']),
      expected: 0,
      untold: 0,
      people: sizeOf(row) + Number(counted.get(key)?.['people'] ?? 0),
    });
  }
  return [...counted.values()];
}

type Raw = (name: QuestionName) => Promise<readonly Row[]>;

/** Whether an answer can be told beside what `standing` shows. */
const isTold = async (store: Asks, name: Sum, filters: Filters): Promise<boolean> =>
  (await toldTogether(store, filters)).has(name);

/** When and where somebody was is known to whoever sat beside them; where they stand could be counted. */
const TELLING = [
  'email',
  'team',
  'status',
  'passed',
  'failed',
  'untold',
  'said_open',
  'progress',
  'place',
  'started',
  'last_seen',
  'finished',
];

/** Whoever has no result looks like everybody else who has none. */
const withoutZero = ({ no_result: none = 0, ...row }: Row): Row =>
  none === 1 ? { ...row, best_score: null, tries: null } : row;

/** @param sums of which the first is how many people there are; nobody is in two rows */
const together = (rows: readonly Row[], sums: readonly [string, ...string[]], named: Row): Row[] =>
  merged(
    withhold(rows, (row) => Number(row[sums[0]])),
    sums,
    named,
  );

const without = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));

/** How far the ways are spread would tell how many took a way that is withheld. */
async function talkedAbout(store: Asks, row: Row, filters: Filters): Promise<Row[]> {
  if (Number(row['people']) < SMALLEST) return [];
  if (row['what'] !== 'dilemma') return [row];
  if (filters.team !== undefined || !(Number(row['figure']) > 0)) return [];
  const told = await dilemmasTold(store, filters, String(row['id']));
  return told.has(String(row['id'])) ? [{ ...row, figure: null }] : [];
}
