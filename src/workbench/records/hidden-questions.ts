/** Weeks, questions and their options while names are hidden: how many people stand behind a row has to be asked, since rows count answers. */
import { withFilters, type Filters } from './filters.ts';
import { TOGETHER } from './question-names.ts';
import type { Store } from './store.ts';
import type { Cell } from './tables.ts';
import { merged, SMALLEST, withhold, type Parts } from './withhold.ts';

type Row = Record<string, Cell>;
type Asks = Pick<Store, 'query'>;

const WEEK = "cast(date_trunc('week', coalesce(finished, last_seen)) as date)";

/** As `weeks.sql` counts: who was there in each week, whose score is known of it, and, without a week, who was there in any. */
const IN_WEEKS = `select week, count(distinct person) as people, count(distinct case when score is not null then person end) as scored
  from (
    select ${WEEK} as week, person, score from attempts where coalesce(finished, last_seen) is not null and standing > 0
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

/** How many people stand behind an answer, or behind all answers to a question. */
type Behind = (item: Cell | undefined, response?: Cell) => number;

/** Bits that are no burden: 64 MB, and no more than it would take to look each answer's person up. */
const roomFor = (answers: number): number => Math.min(512_000_000, 256 * answers);

/**
 * As `questions.sql` and `options.sql` count, by people. Everybody has a number and is a bit of each part, which takes a third of the time
 * that it takes to look each up. Where those would be too many bits (nearly every answer is another), each is looked up.
 * @param apart whether the people behind each answer are asked for, too
 */
async function peopleBehind(store: Asks, filters: Filters, apart: boolean): Promise<Behind> {
  const part = apart ? "coalesce(response, '')" : 'cast(null as varchar)';
  const [size] = await store.query(`
    select (select count(*) from records.labels) as labels, count(*) as parts, sum(times) as answers
    from (select count(*) as times from records.answers group by item, ${part}) parts_`);
  // whoever comes while this is asked has no bit
  const everybody = Math.max(1, Number(size?.['labels']));
  const first = `with first as (
    select item, ${part} as response, at_.who as who
    from answers an join (
      select a.attempt as attempt, p.who as who
      from records.attempts a join (select person, row_number() over () as who from people) p on p.person = a.person
      where coalesce(a.number, 1) = 1 and a.attempt not in (select attempt from later_attempts) and p.who <= ${everybody}
    ) at_ on at_.attempt = an.attempt
    where coalesce(an.try_number, 1) = 1 and an.correct is not null
  )`;
  const count =
    Number(size?.['parts']) * everybody <= roomFor(Number(size?.['answers']))
      ? `${first}, parts as (
          select item, response, bitstring_agg(who, 1, ${everybody}) as bits from first group by item, response
        )
        select item, response, bit_count(bits) as people from parts
        union all
        select item, null as response, bit_count(bit_or(bits)) as people from parts group by item`
      : `${first}
        select item, response, count(distinct who) as people from first group by grouping sets ((item, response), (item))`;
  const rows = await store.query(withFilters(count, filters));
  const found = new Map(
    rows.map(({ item, response, people }) => [JSON.stringify([item, response]), Number(people)]),
  );
  return (item = null, response = null) => found.get(JSON.stringify([item, response])) ?? 0;
}

/** The whole of a principle is known for each label, so its questions are looked at together. */
export async function questionsShown(store: Asks, rows: readonly Row[], filters: Filters): Promise<Row[]> {
  return largeEnough(rows, await peopleBehind(store, filters, false));
}

const isMeasured = (row: Row): boolean => row['facility'] !== null;

function largeEnough(rows: readonly Row[], people: Behind): Row[] {
  const countOf = (row: Row): number => (isMeasured(row) ? people(row['item']) : 0);
  const objectives = new Set(rows.map(({ objective }) => objective));
  const shown = new Set(
    [...objectives].flatMap(
      (one) =>
        withhold(
          rows.filter(({ objective }) => objective === one),
          countOf,
          false,
        ).shown,
    ),
  );
  return rows.filter((row) => shown.has(row));
}

/** What somebody wrote goes. @param questions the whole answer about them: options of those that are shown are told */
export async function optionsShown(
  store: Asks,
  rows: readonly Row[],
  filters: Filters,
  questions: readonly Row[],
): Promise<Row[]> {
  const people = await peopleBehind(store, filters, true);
  const countOf = ({ item, response = null }: Row): number => people(item, response);
  return largeEnough(questions, people).flatMap(({ item = null }) => {
    const all = rows.filter((row) => row['item'] === item);
    const apart = all.reduce((sum, row) => sum + countOf(row), 0) === people(item);
    return merged(withoutWriting(withhold(all, countOf, apart)), SUMS, {
      response: TOGETHER,
      words: null,
      is_key: null,
    });
  });
}

const SUMS = ['chosen', 'share_of_stronger', 'share_of_weaker'] as const;

/** `a`, `true`, `a[,]c`, `a[.]b[,]c[.]c`: ids of options, as the standards write them. */
const IDS = /^[\w-]{0,30}(\[?[,.:]\]?[\w-]{1,30})*$/u;

function withoutWriting({ shown, withheld }: Parts<Row>): Parts<Row> {
  const isWritten = ({ response, words }: Row): boolean => words === null && !IDS.test(String(response));
  const written = shown.filter(isWritten);
  return { shown: shown.filter((row) => !isWritten(row)), withheld: [...withheld, ...written] };
}
