/** Weeks, questions and their options while names are hidden: how many people stand behind a row has to be asked, since rows count answers. */
import { withFilters, type Filters } from './filters.ts';
import { peopleBehind, type Behind, type Measured } from './people-behind.ts';
import { TOGETHER } from './question-names.ts';
import type { Asks } from './store.ts';
import type { Cell } from './tables.ts';
import { byPart, merged, SMALLEST, withhold, type Parts } from './withhold.ts';

type Row = Record<string, Cell>;

const WEEK = "cast(date_trunc('week', coalesce(finished, last_seen)) as date)";

/** As `weeks.sql` counts: who was there in each week, whose score is known of it, and, without a week, who was there in any. */
const IN_WEEKS = `select week, count(distinct person) as people, count(distinct case when score is not null then person end) as scored
  from (
    select ${WEEK} as week, person, case when n.hit is null then score end as score
    from attempts a left join no_results n on n.attempt = a.attempt
    where coalesce(finished, last_seen) is not null and standing > 0
  ) dated group by grouping sets ((week), ())`;

/**
 * Somebody may be in two weeks, by two attempts. How many of a week's people completed or passed is a small number, or what is left to all
 * who did is one: it isn't told. Their mean score is, where five have one.
 */
export async function weeksShown(store: Asks, rows: readonly Row[], filters: Filters): Promise<Row[]> {
  const counted = await store.query(withFilters(IN_WEEKS, filters));
  const behind = new Map(counted.map((row) => [row['week'] ?? null, row]));
  const peopleIn = ({ week = null }: Row): number => Number(behind.get(week)?.['people'] ?? 0);
  const apart = rows.reduce((sum, row) => sum + peopleIn(row), 0) === Number(behind.get(null)?.['people']);
  return withhold(rows, peopleIn, apart).shown.map((row) => ({
    ...row,
    completed: null,
    passed: null,
    mean_score:
      Number(behind.get(row['week'] ?? null)?.['scored'] ?? 0) < SMALLEST
        ? null
        : (row['mean_score'] ?? null),
  }));
}

/** The whole of a principle is known for each label, so its questions are looked at together. */
export async function questionsShown(
  store: Asks,
  rows: readonly Row[],
  filters: Filters,
  first?: number,
): Promise<Row[]> {
  const questions = rows.map(measuredIn);
  const told = toldOf(questions, await peopleBehind(store, filters, questions, undefined, first));
  return rows.filter(({ item = null }) => told.has(item));
}

const measuredIn = ({ item = null, objective = null, facility }: Row): Measured => ({
  item,
  objective,
  isMeasured: facility !== null,
});

/** The same of what both questions ask for, in whatever order their rows stand. */
function toldOf(questions: readonly Measured[], people: Behind): ReadonlySet<Cell> {
  const parts = byPart(questions.toSorted(byItem), ({ objective }) => objective);
  const countOf = ({ item, isMeasured }: Measured): number => (isMeasured ? people(item) : 0);
  return new Set(
    [...parts.values()].flatMap((part) => withhold(part, countOf, false).shown.map(({ item }) => item)),
  );
}

const byItem = ({ item: one }: Measured, { item: other }: Measured): number =>
  String(one) < String(other) ? -1 : 1;

/** What somebody wrote goes. @param asked the whole answer about questions: options of those that are shown are told */
export async function optionsShown(
  store: Asks,
  rows: readonly Row[],
  filters: Filters,
  asked: () => Promise<readonly Row[]>,
  first?: number,
): Promise<Row[]> {
  const options = byPart(rows, ({ item = null }) => item);
  const questions = await questionsOf(store, new Set(options.keys()), asked);
  const parts = rows.map(({ item = null, response = null }) => ({ item, response }));
  const people = await peopleBehind(store, filters, questions, parts, first);
  const countOf = ({ item = null, response = null }: Row): number => people(item, response);
  const told = toldOf(questions, people);
  return [...options].flatMap(([item, all]) => {
    if (!told.has(item)) return [];
    const apart = all.reduce((sum, row) => sum + countOf(row), 0) === people(item);
    return merged(withoutWriting(withhold(all, countOf, apart)), SUMS, {
      response: TOGETHER,
      words: null,
      is_key: null,
    });
  });
}

/**
 * Options are told of questions that have enough answers. Where all have, that is known of them without working all of `questions` out.
 * @param measured those that have options
 */
async function questionsOf(
  store: Asks,
  measured: ReadonlySet<Cell>,
  asked: () => Promise<readonly Row[]>,
): Promise<Measured[]> {
  const rows = await store.query(`
    select an.item as item, ci.objective as objective
    from (select distinct item from records.answers where correct is not null) an
    left join records.course_items ci on ci.item = an.item`);
  const questions = rows.map(({ item = null, objective = null }) => ({ item, objective, isMeasured: true }));
  return questions.every(({ item }) => measured.has(item)) ? questions : (await asked()).map(measuredIn);
}

const SUMS = ['chosen', 'share_of_stronger', 'share_of_weaker'] as const;

/** `a`, `true`, `a[,]c`, `a[.]b[,]c[.]c`: ids of options, as the standards write them. */
const IDS = /^[\w-]{0,30}(\[?[,.:]\]?[\w-]{1,30})*$/u;

function withoutWriting({ shown, withheld }: Parts<Row>): Parts<Row> {
  const isWritten = ({ response, words }: Row): boolean => words === null && !IDS.test(String(response));
  const written = shown.filter(isWritten);
  return { shown: shown.filter((row) => !isWritten(row)), withheld: [...withheld, ...written] };
}
