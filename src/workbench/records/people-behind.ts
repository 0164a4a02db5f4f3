/** How many people stand behind an answer, or behind all answers to a question, while names are hidden: rows count answers. */
import { withFilters, type Filters } from './filters.ts';
import { text } from './sql-text.ts';
import type { Asks } from './store.ts';
import type { Cell } from './tables.ts';
import { SMALLEST } from './withhold.ts';

/** What has to be known of a question to say whether it is told. */
export interface Measured {
  item: Cell;
  objective: Cell;
  /** Whether there are enough answers to say how hard it is. */
  isMeasured: boolean;
}

/** A response to a question. */
export interface Chosen {
  item: Cell;
  response: Cell;
}

/** Without a response, behind all of them. */
export type Behind = (item: Cell, response?: Cell) => number;

/** So many people are looked at first. */
const FIRST = 2000;

/**
 * Whoever is five among the first people is five: a question all of whose parts are that many, and of whose principle nothing is smaller,
 * is shown whole whatever the others said. So all people are counted for the other questions alone, and of these alone the figure is exact.
 * @param options where the people behind each of them are asked for, too
 */
export async function peopleBehind(
  store: Asks,
  filters: Filters,
  questions: readonly Measured[],
  options: readonly Chosen[] | undefined,
  first = FIRST,
): Promise<Behind> {
  const response = options ? "coalesce(response, '')" : 'cast(null as varchar)';
  const some = behindOf(
    await store.query(withFilters(`${firstAnswers(response, first)} ${LOOKED_UP}`, filters)),
  );
  const unsure = unsureOf(questions, options ?? [], some);
  if (unsure.size === 0) return some;
  const all = behindOf(await everybodyBehind(store, filters, response, unsure));
  return (item, one) => (unsure.has(item) ? all : some)(item, one);
}

/** Questions of which something may have to be withheld. */
function unsureOf(
  questions: readonly Measured[],
  options: readonly Chosen[],
  some: Behind,
): ReadonlySet<Cell> {
  const small = questions.filter(({ item, isMeasured }) => !isMeasured || some(item) < SMALLEST);
  const principles = new Set(small.map(({ objective }) => objective));
  return new Set([
    ...questions.filter(({ objective }) => principles.has(objective)).map(({ item }) => item),
    ...options.filter(({ item, response }) => some(item, response) < SMALLEST).map(({ item }) => item),
  ]);
}

/** As `questions.sql` and `options.sql` count: first forms. Whoever comes after so many people is left out. */
const firstAnswers = (response: string, people: number, among = ''): string => `with first_answers as (
    select item, ${response} as response, at_.who as who
    from answers an join (
      select a.attempt as attempt, p.who as who
      from records.attempts a join (
        select person, row_number() over () as who from (select person from people limit ${people}) some_
      ) p on p.person = a.person
      where coalesce(a.number, 1) = 1 and a.attempt not in (select attempt from later_attempts)
    ) at_ on at_.attempt = an.attempt
    where coalesce(an.try_number, 1) = 1 and an.correct is not null${among}
  )`;

const LOOKED_UP = `select item, response, count(distinct who) as people from first_answers
  group by grouping sets ((item, response), (item))`;

/** Bits that are no burden: 64 MB, and no more than it would take to look each answer's person up. */
const roomFor = (answers: number): number => Math.min(512_000_000, 256 * answers);

/**
 * Everybody has a number and is a bit of each part, which takes a third of the time that it takes to look each up. Where those would be too
 * many bits (nearly every answer is another), each is looked up.
 */
async function everybodyBehind(
  store: Asks,
  filters: Filters,
  response: string,
  items: ReadonlySet<Cell>,
): Promise<Record<string, Cell>[]> {
  // the engine looks a column up among texts as it lies, and takes five times as long for one that is worked out of it
  const among = `item in (${[...items].map((item) => text(String(item))).join(', ')})`;
  const [size] = await store.query(`
    select (select count(*) from records.labels) as labels, count(*) as parts, sum(times) as answers
    from (select count(*) as times from records.answers where ${among} group by item, ${response}) parts_`);
  // whoever comes while this is asked has no bit
  const everybody = Math.max(1, Number(size?.['labels']));
  const asBits = `, parts as (
      select item, response, bitstring_agg(who, 1, ${everybody}) as bits from first_answers group by item, response
    )
    select item, response, bit_count(bits) as people from parts
    union all
    select item, null as response, bit_count(bit_or(bits)) as people from parts group by item`;
  const isNoBurden = Number(size?.['parts']) * everybody <= roomFor(Number(size?.['answers']));
  const answers = firstAnswers(response, everybody, ` and ${among}`);
  return store.query(withFilters(`${answers} ${isNoBurden ? asBits : LOOKED_UP}`, filters));
}

function behindOf(rows: readonly Record<string, Cell>[]): Behind {
  const found = new Map(
    rows.map(({ item, response, people }) => [JSON.stringify([item, response]), Number(people)]),
  );
  return (item, response = null) => found.get(JSON.stringify([item, response])) ?? 0;
}
