/**
 * Which activity a SCORM report of Moodle is of. It doesn't say: a report has the title of the package at most. Attempts that are in
 * the records already tell; else it has its title for a name until somebody says which of Moodle's activities it is.
 */
import { text } from '../sql-text.ts';
import type { Asks, Store } from '../store.ts';
import type { Cell, Rows } from '../tables.ts';
import type { Notes } from './notes.ts';
import { FIRST, keptApart, unite } from './one-minute.ts';

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
  #isKnown = false;

  /** @param title of the package, where the report has one. @param told what somebody says that it is */
  constructor(store: Store, title: string | undefined, told: string | undefined, notes: Notes) {
    this.#store = store;
    this.#title = title || UNTITLED;
    this.#told = told;
    this.#notes = notes;
  }

  /** Its attempts are of one that the records tell of already, whatever anybody says. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  async named(rows: Rows): Promise<Rows> {
    if (rows.attempts.length === 0) return rows;
    this.#name ??= await this.#find(rows.attempts);
    const course = this.#name;
    const attempts = rows.attempts.map((attempt) => ({ ...attempt, course }));
    return keptApart(this.#store, { ...rows, attempts }, course);
  }

  async #find(attempts: Rows['attempts']): Promise<string> {
    const known = (await this.#unchanged(attempts)) ?? (await this.#known(attempts));
    this.#isKnown = known !== undefined;
    const isTitled = known !== undefined && !known.startsWith(UNTITLED);
    const name = this.#told ?? (isTitled ? known : await this.#free(known));
    if (known !== undefined && known !== name) await callActivity(this.#store, known, name);
    return name;
  }

  /** Where any attempt has the beginning, the end and the score that are known: the others may have been deleted and begun anew. */
  async #unchanged(attempts: Rows['attempts']): Promise<string | undefined> {
    // who only opened two activities may have done so in one minute
    const done = attempts.filter(
      ({ score, started, last_seen: last }) => Number(score) > 0 && last !== started,
    );
    if (done.length === 0) return undefined;
    const told = new Set(done.map(({ attempt, last_seen: last, score }) => said(attempt, last, score)));
    const known = await this.#store.query(`
      select ${FIRST} as named, course, last_seen, score from records.attempts
      where ${OF_REPORT} and course is not null and ${FIRST} in (${among(done)}) order by course`);
    const same = known.find((row) =>
      told.has(said(row['named'] ?? null, row['last_seen'] ?? null, row['score'] ?? null)),
    );
    return same && String(same['course']);
  }

  /** What most of these attempts are of, if they are half of it or it is half of them: two activities may share a minute. */
  async #known(attempts: Rows['attempts']): Promise<string | undefined> {
    const [found] = await this.#store.query(`
      select course, sum(case when ${FIRST} in (${among(attempts)}) then 1 else 0 end) as shared, count(*) as all_
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

const said = (...facts: Cell[]): string => JSON.stringify(facts);

const among = (attempts: Rows['attempts']): string =>
  attempts.map(({ attempt }) => text(String(attempt))).join(', ');

/** The reports of one activity are from now on of another. Inside `whole`. */
export async function callActivity(store: Store, from: string, to: string): Promise<void> {
  for (const table of ['attempts', 'reports'])
    await store.connection.run(
      `update records.${table} set course = ${text(to)} where ${OF_REPORT} and course = ${text(from)}`,
    );
  await unite(store.connection, to);
}
