/** Weeks, questions and their options while names are hidden: how many people stand behind a row has to be asked, since rows count answers. */
import { withFilters, type Filters } from './filters.ts';
import { TOGETHER } from './question-names.ts';
import type { Store } from './store.ts';
import type { Cell } from './tables.ts';
import { merged, SMALLEST, withhold, type Parts } from './withhold.ts';

type Row = Record<string, Cell>;
type Asks = Pick<Store, 'query'>;

const WEEK = "cast(date_trunc('week', coalesce(finished, last_seen)) as date)";
/** People are counted by numbers, which are sooner told apart than texts. */
const FIRST_FORMS = `from answers an join (
    select attempt, number, dense_rank() over (order by person) as who from attempts
  ) at_ on at_.attempt = an.attempt
  where coalesce(an.try_number, 1) = 1 and coalesce(at_.number, 1) = 1 and an.correct is not null`;

const DATED = 'from attempts where coalesce(finished, last_seen) is not null and standing > 0';
const IN_WEEKS = `select count(distinct person) as everybody ${DATED}`;

/** As `weeks.sql`, `questions.sql` and `options.sql` count, by people. */
const BEHIND = {
  weeks: `select ${WEEK} as part, count(distinct person) as people ${DATED} group by ${WEEK}`,
  scores: `select ${WEEK} as part, count(distinct person) as people ${DATED} and score is not null group by ${WEEK}`,
  questions: `select an.item as part, count(distinct at_.who) as people ${FIRST_FORMS} group by an.item`,
  options: `select item || ' ' || response as part, people from (
    select an.item as item, coalesce(an.response, '') as response, count(distinct at_.who) as people ${FIRST_FORMS}
    group by an.item, coalesce(an.response, '')) counted`,
} as const;

type Behind = ReadonlyMap<Cell, number>;

async function behind(store: Asks, what: keyof typeof BEHIND, filters: Filters): Promise<Behind> {
  const rows = await store.query(withFilters(BEHIND[what], filters));
  return new Map(rows.map(({ part = null, people = 0 }) => [part, Number(people)]));
}

/**
 * Somebody may be in two weeks, by two attempts. How many of a week's people completed or passed is a small number, or what is left to all
 * who did is one: it isn't told. Their mean score is, where five have one.
 */
export async function weeksShown(store: Asks, rows: readonly Row[], filters: Filters): Promise<Row[]> {
  const people = await behind(store, 'weeks', filters);
  const [{ everybody = 0 } = {}] = await store.query(withFilters(IN_WEEKS, filters));
  const apart = [...people.values()].reduce((sum, one) => sum + one, 0) === Number(everybody);
  const scored = await behind(store, 'scores', filters);
  return withhold(rows, ({ week = null }) => people.get(week) ?? 0, apart).shown.map((row) => ({
    ...row,
    completed: null,
    passed: null,
    mean_score: (scored.get(row['week'] ?? null) ?? 0) < SMALLEST ? null : (row['mean_score'] ?? null),
  }));
}

/** The whole of a principle is known for each label, so its questions are looked at together. */
export async function questionsShown(store: Asks, rows: readonly Row[], filters: Filters): Promise<Row[]> {
  return largeEnough(rows, await behind(store, 'questions', filters));
}

function largeEnough(rows: readonly Row[], people: Behind): Row[] {
  const measured = (row: Row): boolean => row['facility'] !== null;
  const countOf = (row: Row): number => (measured(row) ? (people.get(row['item'] ?? null) ?? 0) : 0);
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
  const byItem = await behind(store, 'questions', filters);
  const byOption = await behind(store, 'options', filters);
  const countOf = ({ item, response }: Row): number => byOption.get(`${item} ${response}`) ?? 0;
  return largeEnough(questions, byItem).flatMap(({ item = null }) => {
    const all = rows.filter((row) => row['item'] === item);
    const apart = all.reduce((sum, row) => sum + countOf(row), 0) === byItem.get(item);
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
