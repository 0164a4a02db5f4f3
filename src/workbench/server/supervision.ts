/**
 * The records that supervisors ask about, in the workbench's own database: exports in, answers out. Imports come one
 * after the other; meanwhile questions are answered from what was there before, by a connection of their own.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CompiledCourse } from '../../../packaging/compile/types.ts';
import { compileCourse } from '../../../packaging/compile/read-folder.ts';
import type { Engine } from '../records/clickhouse-engine.ts';
import { ask, howCounted, howMany, type QuestionName } from '../records/ask.ts';
import { setExpected } from '../records/expected.ts';
import type { Filters, Page } from '../records/filters.ts';
import { importFile, type Control, type Imported } from '../records/import/index.ts';
import { groupsShown } from '../records/hidden.ts';
import { drawLabels } from '../records/labels.ts';
import { setCourse } from '../records/reference.ts';
import { storeOn, type Store } from '../records/store.ts';
import { DERIVED, TABLES } from '../records/tables.ts';
import type { RecordsAnswer, RecordsState } from '../shapes.ts';
import type { Database } from './database.ts';

interface Open {
  writer: Store;
  reader: Store;
  /** What answers: the reader, or an engine elsewhere. */
  asked: Pick<Store, 'query'>;
  passMark: number;
  names: RecordsState['names'];
}

/** The records are in an engine elsewhere, which is only asked. */
export class OnlyAsked extends Error {}

export type Asked = Omit<Filters, 'now' | 'passMark'>;

export class Supervision {
  readonly #database: Database;
  readonly #course: string;
  readonly #folder: string;
  readonly #elsewhere: { host: string; engine: Engine } | undefined;
  #opening: Promise<Open> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #labels: Promise<unknown> = Promise.resolve();
  readonly #stopping = new AbortController();

  /**
   * @param course the folder of the course; @param data where files lie while they are taken in; @param elsewhere what is asked
   *   in place of the workbench's own database
   */
  constructor(
    database: Database,
    course: string,
    data: string,
    elsewhere?: { host: string; engine: Engine },
  ) {
    this.#elsewhere = elsewhere;
    this.#database = database;
    this.#course = course;
    this.#folder = path.join(data, 'imports');
  }

  /** Not before somebody wants it: most who open the workbench come to try a package. */
  #open(): Promise<Open> {
    this.#opening ??= this.#begin().catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  async #begin(): Promise<Open> {
    // of an import that was killed
    await rm(this.#folder, { recursive: true, force: true });
    const { course } = await compileCourse(this.#course, { ledger: 'propose' });
    const writer = await storeOn(await this.#database.connect());
    const reader = await storeOn(await this.#database.connect());
    await setCourse(writer, course);
    return {
      writer,
      reader,
      asked: this.#elsewhere?.engine ?? reader,
      passMark: course.structure.assessment?.passMark ?? 100,
      names: namesOf(course),
    };
  }

  /** Puts a file on the disk, for `take`. */
  async receive(file: string, body: ReadableStream<Uint8Array>): Promise<string> {
    const place = await this.#place(file);
    try {
      await pipeline(
        Readable.fromWeb(body as import('node:stream/web').ReadableStream),
        createWriteStream(place),
      );
      return place;
    } catch (error) {
      await rm(path.dirname(place), { recursive: true, force: true });
      throw error;
    }
  }

  /** All of a file or nothing of it; the file itself goes. @throws ImportFailure */
  async take(place: string, control: Control & { signal: AbortSignal }): Promise<Imported> {
    const { writer } = await this.#open();
    const signal = AbortSignal.any([control.signal, this.#stopping.signal]);
    // a reader of tables looks at the signal; a statement that the engine is busy with has to be told
    const interrupt = (): void => writer.connection.interrupt();
    return this.#alone(async () => {
      signal.addEventListener('abort', interrupt);
      try {
        signal.throwIfAborted();
        return await importFile(writer, place, { ...control, signal });
      } finally {
        signal.removeEventListener('abort', interrupt);
        await rm(path.dirname(place), { recursive: true, force: true });
      }
    });
  }

  /** What the trial's own LRS holds, as a file of statements. */
  async fromTrial(): Promise<string | undefined> {
    const rows = await this.#database.all<{ statement: string }>(
      'SELECT statement FROM statements ORDER BY activity, nth',
    );
    if (rows.length === 0) return undefined;
    const place = await this.#place('trial.ndjson');
    await writeFile(place, rows.map(({ statement }) => `${statement}\n`).join(''));
    return place;
  }

  /** @param list a name or an address a line, or a table with headings. @returns how many they are */
  async expect(list: string): Promise<number> {
    this.#mustBeHere();
    const { writer } = await this.#open();
    return this.#alone(async () => {
      if (list.trim() === '') {
        await writer.setReference('roster', []);
        return 0;
      }
      const place = await this.#place('list.txt');
      await writeFile(place, list);
      try {
        return await setExpected(writer, place);
      } finally {
        await rm(path.dirname(place), { recursive: true });
      }
    });
  }

  /** @param page of a question about people; all of them where none is named */
  async ask(name: QuestionName, asked: Asked, page?: Page): Promise<RecordsAnswer> {
    const { reader, asked: engine, passMark } = await this.#open();
    if (asked.hidden) {
      // labels, which stand for names, are drawn and kept
      this.#mustBeHere();
      await this.#label(reader);
    }
    const now = new Date().toISOString().slice(0, 19).replace('T', ' ');
    const filters = { ...asked, now, passMark };
    const rows = await ask(engine, name, filters, page);
    return { rows, people: await howMany(engine, name, filters), counted: await howCounted(name) };
  }

  /** One draw after the other, so that nobody has two labels. */
  #label(reader: Store): Promise<void> {
    const drawn = this.#labels.then(() => drawLabels(reader));
    this.#labels = drawn.catch(() => undefined);
    return drawn;
  }

  /** @param hidden what it can be narrowed to while names are hidden, and nothing of files' names and lists of people */
  async state(hidden = false): Promise<RecordsState> {
    const { reader, asked: engine, names } = await this.#open();
    if (hidden) {
      this.#mustBeHere();
      await this.#label(reader);
    }
    const count = async (table: string): Promise<number> =>
      Number((await engine.query(`select count(*) as n from records.${table}`))[0]?.['n']);
    const different = async (column: string, table: string): Promise<string[]> => {
      const rows = await engine.query(
        `select distinct ${column} as one from records.${table} where ${column} <> '' order by one limit 200`,
      );
      return rows.map(({ one }) => String(one));
    };
    return {
      elsewhere: this.#elsewhere?.host,
      people: await count('people'),
      attempts: await count('attempts'),
      answers: await count('answers'),
      expected: hidden ? 0 : await count('roster'),
      choices: hidden
        ? { team: await groupsShown(reader), language: [], version: [], source: [] }
        : {
            team: await different('team', 'people'),
            language: await different('language', 'attempts'),
            version: await different('version', 'attempts'),
            source: await different('source', 'attempts'),
          },
      names,
    };
  }

  /** @throws OnlyAsked */
  #mustBeHere(): void {
    if (!this.#elsewhere) return;
    throw new OnlyAsked(
      `The records are in ${this.#elsewhere.host}, which is only asked. What fills and changes them is there: docs/records-at-scale.md.`,
    );
  }

  /** Everything that was taken in. */
  async forget(): Promise<void> {
    this.#mustBeHere();
    const { writer } = await this.#open();
    await this.#alone(async () => {
      await writer.whole(async () => {
        for (const table of [...Object.keys({ ...TABLES, ...DERIVED }), 'roster', 'labels'])
          await writer.connection.run(`delete from records.${table}`);
      });
      await writer.connection.run('checkpoint');
    });
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#last.catch(() => undefined);
    const open = await this.#opening?.catch(() => undefined);
    open?.writer.close();
    open?.reader.close();
    await this.#elsewhere?.engine.close();
  }

  /** The file's name is told to whoever reads of a failure, so it is kept as far as every disk takes it. */
  async #place(file: string): Promise<string> {
    this.#mustBeHere();
    // the beginning clears the folder: not after a file was put there
    await this.#open();
    await mkdir(this.#folder, { recursive: true });
    const folder = await mkdtemp(path.join(this.#folder, 'file-'));
    const name = file.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').slice(-100);
    return path.join(folder, /^[. ]*$/.test(name) ? 'file' : name);
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** In the course's first language, as everything that the records say of it. */
function namesOf({ structure, texts }: CompiledCourse): RecordsState['names'] {
  const lessons = texts[structure.languages[0] ?? '']?.lessons ?? {};
  return Object.fromEntries(
    Object.entries(lessons).flatMap(([id, { title, sections }]) => [
      ...Object.entries(sections),
      [id, title],
    ]),
  );
}
