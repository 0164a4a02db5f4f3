/**
 * Takes in what an LRS has stored since the last time. How far it has come is kept for each endpoint in the same transaction
 * as the statements, so that a run that was interrupted goes on where it stood.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { besideList } from '../expected.ts';
import { text } from '../sql-text.ts';
import type { Store } from '../store.ts';
import { ImportFailure } from './failure.ts';
import type { Imported } from './index.ts';
import { lrsPages, type LrsAccess, type LrsControl, type LrsStatement } from './lrs-client.ts';
import { Notes } from './notes.ts';
import { stagingFolder } from './staging.ts';
import { importStatements } from './statements.ts';

export interface LrsImport extends LrsControl {
  /** New statements so far. */
  progress?: ((statements: number) => void) | undefined;
  /** Statements that are taken in at once. */
  batch?: number | undefined;
}

const BATCH = 20_000;

/** @throws ImportFailure; what came before it is kept */
export async function importLrs(store: Store, access: LrsAccess, control: LrsImport = {}): Promise<Imported> {
  const { endpoint } = access;
  const place = new Place(await reached(store, endpoint));
  let waiting: LrsStatement[] = [];
  let rows = 0;
  const notes = new Notes();
  const take = async (): Promise<void> => {
    rows += await takeIn(store, endpoint, waiting, { place: place.safe, notes });
    waiting = [];
    control.progress?.(rows);
  };
  try {
    for await (const { statements, consistent } of lrsPages(access, place.since, control)) {
      place.read(statements, consistent);
      waiting.push(...statements);
      if (waiting.length >= (control.batch ?? BATCH)) await take();
    }
  } catch (error) {
    if (error instanceof ImportFailure) await take();
    throw error;
  }
  place.finish();
  await take();
  return { file: endpoint.host, title: 'an LRS', rows, notes: notes.sentences() };
}

/** How far the reading has come, by `stored`. */
class Place {
  /** From where the next run may go on. */
  safe: string | undefined;
  private latest = '';
  private consistent: string | undefined;
  private inOrder = true;

  constructor(from: string | undefined) {
    this.safe = from;
  }

  /**
   * `since` leaves out what was stored at that very time, and statements of one batch may have one time and stand on two
   * pages: a millisecond earlier, then. What is met twice counts once.
   */
  get since(): string | undefined {
    return this.safe === undefined ? undefined : new Date(Date.parse(this.safe) - 1).toISOString();
  }

  read(statements: readonly LrsStatement[], consistent: string | undefined): void {
    this.consistent ??= consistent;
    for (const { stored } of statements) {
      if (typeof stored !== 'string' || Number.isNaN(Date.parse(stored))) continue;
      if (Date.parse(stored) < Date.parse(this.latest)) this.inOrder = false;
      else this.latest = stored;
    }
    // an LRS that doesn't heed `ascending` has read to a place only when it has read everything
    if (this.inOrder) this.finish();
  }

  /** What wasn't to be seen yet when the first page was answered must be asked for again. */
  finish(): void {
    if (this.latest === '') return;
    const [latest, visible] = [this.latest, this.consistent ?? this.latest];
    this.safe = Date.parse(visible) < Date.parse(latest) ? visible : latest;
  }
}

async function reached(store: Store, endpoint: URL): Promise<string | undefined> {
  const [row] = await store.query(
    `select stored from records.lrs_places where endpoint = ${text(endpoint.href)}`,
  );
  return row ? String(row['stored']) : undefined;
}

/** One transaction: statements, and how far they reach. */
async function takeIn(
  store: Store,
  endpoint: URL,
  statements: readonly LrsStatement[],
  { place, notes }: { place: string | undefined; notes: Notes },
): Promise<number> {
  if (statements.length === 0) return 0;
  const { folder, drop } = await stagingFolder(store.connection);
  try {
    const path = join(folder, 'statements.ndjson');
    await writeFile(path, statements.map((statement) => `${JSON.stringify(statement)}\n`).join(''));
    return await store.whole(async () => {
      const rows = await besideList(store, () =>
        importStatements(store.connection, path, notes, { lrs: endpoint.host }),
      );
      const where = text(endpoint.href);
      await store.connection.run(`delete from records.lrs_places where endpoint = ${where}`);
      if (place !== undefined)
        await store.connection.run(`insert into records.lrs_places values (${where}, ${text(place)})`);
      return rows;
    });
  } finally {
    await drop();
  }
}
