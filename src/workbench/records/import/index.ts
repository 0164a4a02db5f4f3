/** Takes a file into the store, whatever it is. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { besideList } from '../expected.ts';
import type { Store } from '../store.ts';
import type { Rows } from '../tables.ts';
import { ReportedActivity } from './activity.ts';
import { keepBegunLast } from './begun-anew.ts';
import { bring } from './changes.ts';
import { ImportFailure, UnknownHeadings } from './failure.ts';
import type { Reading } from './meanings.ts';
import { keepReading, keptReading, readsOtherwise } from './readings.ts';
import { countAsKnown } from './same-table.ts';
import { Notes } from './notes.ts';
import { keepOneCut } from './one-cut.ts';
import { recognise, type Recognised } from './recognise.ts';
import { resolveNames } from './resolve.ts';
import { rowsOf } from './rows.ts';
import type { Wishes } from './survey.ts';
import { tellApart } from './several-rows.ts';
import { beginningsOf, type Spot } from './table.ts';
import { importStatements, NotByLines, type Watch } from './statements.ts';

export { ImportFailure, UnknownHeadings };

export interface Imported {
  file: string;
  /** What it was found to be. */
  title: string;
  /** Rows read, or statements that were new. */
  rows: number;
  /** What of it was left out, and why, in sentences. */
  notes?: readonly string[] | undefined;
}

export interface Control extends Wishes, Watch {
  /** How a table with these headings is to be read, where that was said beforehand. */
  explain?: ((header: readonly string[]) => Reading | undefined) | undefined;
  /** Which of Moodle's activities a SCORM report is of. */
  activity?: string | undefined;
  /** Rows of a table so far. */
  progress?: ((rows: number) => void) | undefined;
}

/** One transaction: a failure or a cancel leaves nothing of the file. @throws ImportFailure with what to do */
export async function importFile(store: Store, path: string, control: Control = {}): Promise<Imported> {
  const file = basename(path);
  await mustBeFile(path);
  const { found, spot } = await recogniseAgain(store, path, control);
  const notes = new Notes();
  if (found.kind === 'statements') {
    const rows = await takeStatements(store, path, notes, control);
    if (rows === 0 && notes.isEmpty) notes.add('none-new', undefined);
    return { file, title: found.title, rows, notes: notes.sentences() };
  }
  const reading = found.kind === 'table' ? await readingOf(store, found, control) : undefined;
  const take = async (): Promise<number> => {
    const isOther = found.kind === 'table' && (await keepAsTaken(store, found, reading));
    const activity =
      found.kind === 'moodle-scorm'
        ? new ReportedActivity(store, found.columns.title, control.activity, notes)
        : undefined;
    const gathering = store.gather();
    let read = 0;
    let hasAttempts = false;
    let hasAnswers = false;
    let hasEvents = false;
    for await (const batch of rowsOf(path, found, { ...control, reading, spot }, notes)) {
      control.signal?.throwIfAborted();
      await gathering.add((await activity?.named(batch)) ?? batch);
      read += batch.people.length;
      hasAttempts ||= batch.attempts.length > 0;
      hasAnswers ||= batch.answers.length > 0;
      hasEvents ||= batch.events.length > 0;
      control.progress?.(read);
    }
    const counted =
      hasAttempts && found.kind === 'table'
        ? await countAsKnown(store, found.header, hasEvents, notes)
        : undefined;
    if (counted) await tellApart(store.connection);
    const readOtherwise = isOther && !counted?.isNew ? counted?.key : undefined;
    const isSameActivity = activity?.isKnown === true;
    const isNumbered = hasAttempts && (found.kind === 'moodle-scorm' || (found.kind === 'table' && !isOther));
    const isLeftOut =
      isNumbered &&
      (await keepBegunLast(
        store.connection,
        { kind: found.kind, isSameActivity, hasAnswers, hasEvents },
        notes,
      ));
    if (hasAnswers) await keepOneCut(store.connection);
    if (!(await bring(store.connection, gathering, readOtherwise, notes)) && read > 0 && !isLeftOut)
      notes.add('again', undefined);
    await resolveNames(store);
    return read;
  };
  const rows = await store.whole(() => besideList(store, take));
  if (rows === 0) notes.add('empty', 1);
  const title = reading ? 'a table, read as its headings were explained' : found.title;
  return { file, title, rows, notes: notes.sentences() };
}

/** Read in the way for many lines, and where that can't be, in the engine's own. */
async function takeStatements(store: Store, path: string, notes: Notes, control: Control): Promise<number> {
  let most = 0;
  const share = (done: number): void => {
    most = Math.max(most, done);
    control.share?.(most);
  };
  const take = (reader = control.reader): Promise<number> =>
    store.whole(() =>
      besideList(store, () => importStatements(store.connection, path, notes, { ...control, share, reader })),
    );
  return take().catch((error: unknown) => {
    if (error instanceof NotByLines) return take({ from: Number.POSITIVE_INFINITY });
    throw error;
  });
}

/** @returns whether such a table was taken in before with another meaning */
async function keepAsTaken(
  store: Store,
  { header, mapping }: Extract<Recognised, { kind: 'table' }>,
  said: Reading | undefined,
): Promise<boolean> {
  const reading = said ?? { columns: mapping, unasked: true };
  const isOther = readsOtherwise(await keptReading(store, header), reading);
  await keepReading(store, { header, reading: { ...reading, taken: true } });
  return isOther;
}

/** A table whose headings nobody knows may have some further down, or on another sheet, that were explained once. */
async function recogniseAgain(
  store: Store,
  path: string,
  { spot, reading, explain }: Control,
): Promise<{ found: Recognised; spot?: Spot | undefined }> {
  const found = await recognise(path, spot);
  const isSaid = spot ?? reading ?? explain;
  if (isSaid !== undefined || found.kind !== 'table' || (await keptReading(store, found.header)))
    return { found, spot };
  for (const { sheet, rows } of await beginningsOf(path))
    for (const { line, cells } of rows) {
      const kept = await keptReading(store, cells);
      if (kept && !kept.unasked)
        return { found: await recognise(path, { sheet, line }), spot: { sheet, line } };
    }
  return { found };
}

/** @throws ImportFailure */
export async function mustBeFile(path: string): Promise<void> {
  if (!(await stat(path).catch(() => undefined))?.isFile())
    throw new ImportFailure(
      basename(path),
      undefined,
      'There is no such file.',
      'See that the name is right.',
    );
}

/** What is said now goes before what was said of such a table once. What was understood without a word is looked at anew. */
async function readingOf(
  store: Store,
  { header }: Extract<Recognised, { kind: 'table' }>,
  { reading, explain }: Control,
): Promise<Reading | undefined> {
  const said = reading ?? explain?.(header);
  if (said) return said;
  const kept = await keptReading(store, header);
  return kept?.unasked ? undefined : kept;
}

/** Rows that come from no file. Inside nothing: it is whole by itself. */
export async function importRows(store: Store, rows: Rows): Promise<void> {
  await store.whole(() =>
    besideList(store, async () => {
      await store.put(rows);
      await resolveNames(store);
    }),
  );
}
