/** What can be asked of what is staged, however it was read: the view `staged`, with small tables beside it. */

interface Small {
  /** The column by which what is staged finds its row there; it has the same name on both sides. */
  by: string;
  /** What makes it, once it is known what is new; undefined where it is there already. */
  sql?: string;
}

export interface Shape {
  tables: Readonly<Record<string, Small>>;
  /** Which of them have the columns of answers and events, and what was told of whom. */
  answers: readonly string[];
  events: readonly string[];
  told: readonly string[];
  /** How long something took. */
  seconds: string;
  /** Counts what is no statement, what a group did, and what nobody did; undefined where there is nothing of it. */
  leftOut: string | undefined;
  /** It is known that no statement is there twice. */
  isEachOnce: boolean;
}

/** Without a registration one person's courses are told apart by what was done there. With `whos` and `things`. */
export const APART = `case when whos.registration is null then '|' || things.course end`;
export const ATTEMPT = `whos.attempt || coalesce(${APART}, '')`;

/** What makes the small tables. */
export const besides = ({ tables }: Shape): string[] =>
  Object.entries(tables).flatMap(([name, { sql }]) =>
    sql === undefined ? [] : [`create or replace temp table ${name} as ${sql}`],
  );

/** What is staged, with rows of the small tables that are named. */
export const stagedWith = ({ tables }: Shape, names: readonly string[]): string =>
  `staged${names
    .map((name) => {
      const by = tables[name]?.by;
      return ` left join ${name} on ${name}.${by} = staged.${by}`;
    })
    .join('')}`;
