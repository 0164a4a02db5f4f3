/**
 * Where statements lie between being read and being understood: a file of columns beside the records, of which each text stands once
 * for many statements. Only what a question needs of it comes into memory.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { text } from '../sql-text.ts';

/** Statements that are held in memory until they are written, by each thread. */
const HELD = 61_440;

export interface Staging {
  readonly folder: string;
  /** Puts rows there; from then on they are the view `staged`, each with its `place`. */
  put(rows: string): Promise<void>;
  /** Lets all others go. */
  keepOnly(condition: string): Promise<void>;
  drop(): Promise<void>;
}

export async function openStaging(connection: DuckDBConnection): Promise<Staging> {
  const folder = await newFolder(connection);
  let files = 0;
  const put = async (rows: string): Promise<void> => {
    const file = text(join(folder, String((files += 1))));
    await connection.run(
      `copy (${rows}) to ${file} (format parquet, compression uncompressed, row_group_size ${HELD})`,
    );
    await connection.run(
      `create or replace temp view staged as select * exclude (file_row_number), file_row_number as place from read_parquet(${file}, file_row_number = true)`,
    );
  };
  return {
    folder,
    put,
    keepOnly: (condition) => put(`select * exclude (place) from staged where ${condition}`),
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What an import that was killed left. */
export async function clearStaging(connection: DuckDBConnection): Promise<void> {
  const beside = await placeBeside(connection);
  if (beside !== undefined) await rm(beside, { recursive: true, force: true });
}

async function newFolder(connection: DuckDBConnection): Promise<string> {
  const beside = await placeBeside(connection);
  if (beside === undefined) return mkdtemp(join(tmpdir(), 'statements-'));
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside);
  return beside;
}

/** Undefined where the records are in memory alone. */
async function placeBeside(connection: DuckDBConnection): Promise<string | undefined> {
  const found = await connection.runAndReadAll(
    'select path from duckdb_databases() where database_name = current_database()',
  );
  const [path] = found.getRows()[0] ?? [];
  return typeof path === 'string' ? `${path}.import` : undefined;
}
