/**
 * The records that supervisors ask about, in the workbench's own database: exports in, answers out. Imports come one
 * after the other; meanwhile questions are answered from what was there before, by a connection of their own.
 */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findCertificate } from '../records/certificate.ts';
import { ask, howCounted, howMany, type QuestionName } from '../records/ask.ts';
import { deleteEverybody, deletePerson, findPeople } from '../records/erase.ts';
import { besideList } from '../records/expected.ts';
import type { Filters, Page } from '../records/filters.ts';
import {
  importFile,
  importRows,
  UnknownHeadings,
  type Control,
  type Imported,
} from '../records/import/index.ts';
import { activitiesIn, callActivity, type Activities } from '../records/import/activity.ts';
import { importLrs, type LrsImport } from '../records/import/lrs.ts';
import type { LrsAccess } from '../records/import/lrs-client.ts';
import type { Reading } from '../records/import/meanings.ts';
import { forgetReading, keepReading, keptReadings, type Kept } from '../records/import/readings.ts';
import { drawLabels } from '../records/labels.ts';
import { join, samePeople, takeApart, type SamePeople } from '../records/same-person.ts';
import type { Store } from '../records/store.ts';
import { wallClock } from '../records/wall-clock.ts';
import type { RecordsCertificate, RecordsAnswer, RecordsState, UnknownTable } from '../shapes.ts';
import type { Database } from './database.ts';
import { ExpectedLists } from './expected-lists.ts';
import { ImportFiles } from './import-files.ts';
import { OpenRecords, type Elsewhere } from './open-records.ts';
import { stateOf } from './records-state.ts';
import { HELD_IN_TRIAL, trialRows, type HeldInTrial } from './trial-rows.ts';
import { WaitingTables } from './waiting-tables.ts';

export type Asked = Omit<Filters, 'now' | 'passMark'>;

export class Supervision {
  readonly tables = new WaitingTables();
  readonly lists: ExpectedLists;
  readonly #database: Database;
  readonly #files: ImportFiles;
  readonly #records: OpenRecords;
  readonly #elsewhere: Elsewhere | undefined;
  #labels: Promise<unknown> = Promise.resolve();
  readonly #stopping = new AbortController();

  /** @param course the folder of the course; @param data where files lie while they are taken in */
  constructor(database: Database, course: string, data: string, elsewhere?: Elsewhere) {
    this.#database = database;
    this.#files = new ImportFiles(path.join(data, 'imports'));
    this.#records = new OpenRecords(database, course, this.#files, elsewhere);
    this.lists = new ExpectedLists(this.#records, this.tables);
    this.#elsewhere = elsewhere;
  }

  /** Puts a file on the disk, for `take`. */
  async receive(file: string, body: ReadableStream<Uint8Array>): Promise<string> {
    return this.#files.receive(await this.#records.place(file), body);
  }

  /** All of a file or nothing of it; the file itself goes, unless its headings have to be explained. @throws ImportFailure */
  async take(
    place: string,
    control: Control & { signal: AbortSignal },
  ): Promise<Imported | { unknown: UnknownTable }> {
    const signal = AbortSignal.any([control.signal, this.#stopping.signal]);
    return this.#records.alone(async ({ writer, form }) => {
      // a reader of tables looks at the signal; a statement that the engine is busy with has to be told
      const interrupt = (): void => writer.connection.interrupt();
      signal.addEventListener('abort', interrupt);
      try {
        signal.throwIfAborted();
        return await importFile(writer, place, { ...control, form, signal });
      } catch (error) {
        if (error instanceof UnknownHeadings)
          return { unknown: await this.tables.keep(place, error, control.spot) };
        throw error;
      } finally {
        signal.removeEventListener('abort', interrupt);
        if (!this.tables.has(place)) await rm(path.dirname(place), { recursive: true, force: true });
      }
    });
  }

  /** What an LRS has stored since the last time. What came before a failure or a cancel is kept. @throws ImportFailure */
  async takeLrs(access: LrsAccess, control: LrsImport & { signal: AbortSignal }): Promise<Imported> {
    const signal = AbortSignal.any([control.signal, this.#stopping.signal]);
    return this.#records.alone(({ writer }) => importLrs(writer, access, { ...control, signal }));
  }

  /** People whose e-mail address, account or name is this. */
  called(who: string): Promise<string[]> {
    return this.#records.read(({ asked }) => findPeople(asked, who));
  }

  /** Takes a table in that waited, and remembers how it was explained. */
  async takeExplained(
    id: string,
    reading: Reading,
    control: Control & { signal: AbortSignal },
  ): Promise<Imported | { unknown: UnknownTable }> {
    const { place, spot } = this.tables.hand(id);
    return this.take(place, { ...control, reading, spot });
  }

  /** How tables with these headings are read from now on; as at first, where nothing is said. */
  async explain({
    header,
    reading,
  }: Pick<Kept, 'header'> & { reading?: Reading | undefined }): Promise<void> {
    await this.#records.alone(({ writer }) =>
      writer.whole(() =>
        reading ? keepReading(writer, { header, reading }) : forgetReading(writer, header),
      ),
    );
  }

  /** Moodle's, as its SCORM reports and its lists name them. */
  activities(): Promise<Activities> {
    return this.#records.read(({ reader }) => activitiesIn(reader));
  }

  /** Of which of Moodle's activities a SCORM report is. */
  async callActivity(from: string, to: string): Promise<void> {
    await this.#records.alone(({ writer }) => writer.whole(() => callActivity(writer, from, to)));
  }

  /** Who may be one person, and who was said to be. */
  samePeople(): Promise<SamePeople> {
    return this.#records.read(({ reader }) => samePeople(reader));
  }

  /** @returns whether they were there */
  async sayWhoIsWho(person: string, into: string | undefined): Promise<boolean> {
    return this.#records.alone(({ writer }) =>
      writer.whole(() =>
        besideList(writer, () =>
          into === undefined ? takeApart(writer, person) : join(writer, person, into),
        ),
      ),
    );
  }

  explained(): Promise<Kept[]> {
    return this.#records.read(({ reader }) => keptReadings(reader));
  }

  /** What the trial's LMS kept of attempts in SCORM. @returns how many */
  async takeHeld(): Promise<number> {
    const attempts = await this.#database.all<HeldInTrial>(HELD_IN_TRIAL);
    await this.#records.alone(({ writer, form }) => importRows(writer, trialRows(attempts, form)));
    return attempts.length;
  }

  certificate(number: string): Promise<RecordsCertificate | undefined> {
    return this.#records.read(({ asked }) => findCertificate(asked, number));
  }

  /** What the trial's own LRS holds, as a file of statements. */
  async fromTrial(): Promise<string | undefined> {
    const rows = await this.#database.all<{ statement: string }>(
      'SELECT statement FROM statements ORDER BY activity, nth',
    );
    if (rows.length === 0) return undefined;
    const place = await this.#records.place('trial.ndjson');
    await writeFile(place, rows.map(({ statement }) => `${statement}\n`).join(''));
    return place;
  }

  /** @param page of a question about people; all of them where none is named */
  ask(name: QuestionName, asked: Asked, page?: Page): Promise<RecordsAnswer> {
    return this.#records.read(async ({ reader, asked: engine, passMark }) => {
      if (asked.hidden) await this.#label(reader);
      const filters = { ...asked, now: wallClock(new Date()), passMark };
      const rows = await ask(engine, name, filters, page);
      return { rows, people: await howMany(engine, name, filters), counted: await howCounted(name) };
    });
  }

  /** One draw after the other, so that nobody has two labels. */
  async #label(reader: Store): Promise<void> {
    this.#records.mustBeHere();
    const drawn = this.#labels.then(() => drawLabels(reader));
    this.#labels = drawn.catch(() => undefined);
    await drawn;
  }

  /** @param hidden what it can be narrowed to while names are hidden, and nothing of files' names and lists of people */
  state(hidden = false): Promise<RecordsState> {
    return this.#records.read(async ({ reader, asked, names, title, passMark }) => {
      if (hidden) await this.#label(reader);
      return {
        ...(await stateOf(asked, names, hidden)),
        passMark,
        title,
        waiting: hidden ? [] : this.tables.all,
        elsewhere: this.#elsewhere?.host,
      };
    });
  }

  /** @returns whether anybody was there. The database is written anew, so that nothing of them stays in its file. */
  erase(person: string): Promise<boolean> {
    return this.#records.alone(async (open) => {
      if (!(await deletePerson(open.writer, person))) return false;
      await this.tables.clear();
      await this.#records.writeAnew(open);
      return true;
    });
  }

  /** Everything that was taken in, or waits for it. The database is written anew, as when a person is erased. */
  async forget(): Promise<void> {
    await this.#records.alone(async (open) => {
      await this.tables.clear();
      await deleteEverybody(open.writer);
      await this.#records.writeAnew(open);
    });
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#records.close();
    await this.tables.clear();
  }
}
