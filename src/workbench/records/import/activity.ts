/**
 * Which activity a SCORM report of Moodle is of. It doesn't say: a report has the title of the package at most. Attempts that are in
 * the records already tell; else it has its title for a name until somebody says which of Moodle's activities it is.
 */
import { text } from '../sql-text.ts';
import type { Asks, Store } from '../store.ts';
import type { Rows } from '../tables.ts';
import type { Notes } from './notes.ts';

const UNTITLED = 'A SCORM report without a title';
/** Of a SCORM report, and neither of a list of completion nor of grades. */
const OF_REPORT = `attempt like 'moodle|%'`;
const OF_LIST = `(attempt like 'moodle-completion|%' or attempt like 'moodle-grade|%')`;

/** Gives the attempts of one report their activity. */
export class ReportedActivity {
  readonly #store: Store;
  readonly #title: string;
  readonly #told: string | undefined;
  readonly #notes: Notes;
  #name: string | undefined;

  /** @param title of the package, where the report has one. @param told what somebody says that it is */
  constructor(store: Store, title: string | undefined, told: string | undefined, notes: Notes) {
    this.#store = store;
    this.#title = title || UNTITLED;
    this.#told = told;
    this.#notes = notes;
  }

  async named(rows: Rows): Promise<Rows> {
    if (rows.attempts.length === 0) return rows;
    this.#name ??= await this.#find(rows.attempts.map(({ attempt }) => String(attempt)));
    const course = this.#name;
    return { ...rows, attempts: rows.attempts.map((attempt) => ({ ...attempt, course })) };
  }

  async #find(attempts: readonly string[]): Promise<string> {
    const known = await this.#known(attempts);
    const isTitled = known !== undefined && !known.startsWith(UNTITLED);
    const name = this.#told ?? (isTitled ? known : await this.#free(known));
    if (known !== undefined && known !== name) await callActivity(this.#store, known, name);
    return name;
  }

  /** What most of these attempts are of, if they are half of it or it is half of them: two activities may share a minute. */
  async #known(attempts: readonly string[]): Promise<string | undefined> {
    const among = `attempt in (${attempts.map(text).join(', ')})`;
    const [found] = await this.#store.query(`
      select course, sum(case when ${among} then 1 else 0 end) as shared, count(*) as all_
      from records.attempts where ${OF_REPORT} and course is not null
      group by course order by shared desc, course limit 1`);
    const isIt = Number(found?.['shared']) * 2 >= Math.min(attempts.length, Number(found?.['all_']));
    return found && isIt ? String(found['course']) : undefined;
  }

  /** The title, with a number where another report has it whose attempts are others. */
  async #free(known: string | undefined): Promise<string> {
    if (known !== undefined && this.#title === UNTITLED) return known;
    const taken = new Set((await activitiesIn(this.#store)).reports);
    if (!taken.has(this.#title)) return this.#title;
    this.#notes.add('another', 1);
    for (let number = 2; ; number += 1)
      if (!taken.has(`${this.#title} (${number})`)) return `${this.#title} (${number})`;
  }
}

/** Moodle's activities, as SCORM reports and as its lists of completion and grades name them. */
export interface Activities {
  reports: readonly string[];
  lists: readonly string[];
}

export async function activitiesIn(store: Asks): Promise<Activities> {
  const named = async (condition: string): Promise<string[]> =>
    (
      await store.query(
        `select distinct course from records.attempts where ${condition} and course is not null order by course`,
      )
    ).map(({ course }) => String(course));
  return { reports: await named(OF_REPORT), lists: await named(OF_LIST) };
}

/** The reports of one activity are from now on of another. */
export async function callActivity(store: Store, from: string, to: string): Promise<void> {
  for (const table of ['attempts', 'reports'])
    await store.connection.run(
      `update records.${table} set course = ${text(to)} where ${OF_REPORT} and course = ${text(from)}`,
    );
}
