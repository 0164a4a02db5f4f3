/**
 * The records while they are open: one connection fills and changes them, one thing after the other; meanwhile another
 * answers from what was there before.
 */
import { compileCourse } from '../../../packaging/compile/read-folder.ts';
import type { Engine } from '../records/clickhouse-engine.ts';
import { clearStaging } from '../records/import/staging.ts';
import { formOf, setCourse } from '../records/reference.ts';
import { storeOn, type Asks, type Store } from '../records/store.ts';
import type { RecordsState } from '../shapes.ts';
import type { Database } from './database.ts';
import type { ImportFiles } from './import-files.ts';
import { namesOf, titleOf } from '../records/course-names.ts';

export interface Open {
  writer: Store;
  reader: Store;
  /** What answers: the reader, or an engine elsewhere. */
  asked: Asks;
  passMark: number;
  /** How many questions a form of the course has. */
  form: number | undefined;
  names: RecordsState['names'];
  /** Of the course. */
  title: string;
}

/** What is asked in place of the workbench's own database. */
export interface Elsewhere {
  host: string;
  engine: Engine;
}

/** The records are in an engine elsewhere, which is only asked. */
export class OnlyAsked extends Error {}

export class OpenRecords {
  readonly #database: Database;
  readonly #course: string;
  readonly #files: ImportFiles;
  readonly #elsewhere: Elsewhere | undefined;
  #opening: Promise<Open> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  readonly #asking = new Set<Promise<unknown>>();

  /** @param course the folder of the course; @param files those that are taken in: what an earlier start left of them goes */
  constructor(database: Database, course: string, files: ImportFiles, elsewhere: Elsewhere | undefined) {
    this.#database = database;
    this.#course = course;
    this.#files = files;
    this.#elsewhere = elsewhere;
  }

  /** Not before somebody wants it: most who open the workbench come to try a package. */
  open(): Promise<Open> {
    this.#opening ??= this.#files
      .clear()
      .then(() => this.#begin())
      .catch((error: unknown) => {
        this.#opening = undefined;
        throw error;
      });
    return this.#opening;
  }

  async #begin(): Promise<Open> {
    const { course } = await compileCourse(this.#course, { ledger: 'propose' });
    const writer = await storeOn(await this.#database.connect());
    await clearStaging(writer.connection);
    const reader = await storeOn(await this.#database.connect());
    await setCourse(writer, course);
    return {
      writer,
      reader,
      asked: this.#elsewhere?.engine ?? reader,
      passMark: course.structure.assessment?.passMark ?? 100,
      form: formOf(course),
      names: namesOf(course),
      title: titleOf(course),
    };
  }

  /** Remembers who reads, so that the connection isn't closed under them. */
  async read<T>(work: (open: Open) => Promise<T>): Promise<T> {
    const reading = this.open().then(work);
    this.#asking.add(reading);
    try {
      return await reading;
    } finally {
      this.#asking.delete(reading);
    }
  }

  /** What fills and changes the records, one after the other. @throws OnlyAsked */
  async alone<T>(work: (open: Open) => Promise<T>): Promise<T> {
    this.mustBeHere();
    const begin = async (): Promise<T> => work(await this.open());
    const done = this.#last.then(begin, begin);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Where a file of this name can lie while it is taken in. @throws OnlyAsked */
  async place(file: string): Promise<string> {
    this.mustBeHere();
    // the beginning clears the folder: not after a file was put there
    await this.open();
    return this.#files.place(file);
  }

  /** @throws OnlyAsked */
  mustBeHere(): void {
    if (!this.#elsewhere) return;
    throw new OnlyAsked(
      `The records are in ${this.#elsewhere.host}, which is only asked. What fills and changes them is there: docs/records-at-scale.md.`,
    );
  }

  /** Within `alone`. Deleted bytes may stay in a database's file: it is written anew, and whoever asks meanwhile waits for it. */
  async writeAnew(open: Open): Promise<void> {
    this.#opening = this.#reopened(open).catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    await this.#opening;
  }

  async #reopened({ writer, reader }: Open): Promise<Open> {
    await Promise.allSettled(this.#asking);
    writer.close();
    reader.close();
    await this.#database.writeAnew();
    return this.#begin();
  }

  /** When what is under way has ended. */
  async close(): Promise<void> {
    await this.#last.catch(() => undefined);
    const open = await this.#opening?.catch(() => undefined);
    open?.writer.close();
    open?.reader.close();
    await this.#elsewhere?.engine.close();
  }
}
