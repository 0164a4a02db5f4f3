/**
 * Where statements lie between being read and being understood: a file of columns beside the records, of which each text stands once
 * for many statements. Only what a question needs of it comes into memory.
 */
import { mkdir, mkdtemp, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { firstCell } from '../first-cell.ts';
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
  const { folder, drop } = await stagingFolder(connection);
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
    drop,
  };
}

/** What an import that was killed left. */
export async function clearStaging(connection: DuckDBConnection): Promise<void> {
  await rm(await placeOf(connection), { recursive: true, force: true });
}

/** A folder for what is taken in, where nothing else is looked for. */
export async function stagingFolder(
  connection: DuckDBConnection,
): Promise<{ folder: string; drop(): Promise<void> }> {
  const place = await placeOf(connection);
  await mkdir(place, { recursive: true });
  const folder = await mkdtemp(join(place, 'part-'));
  const drop = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    // unless another part is there
    await rmdir(place).catch(() => {});
  };
  return { folder, drop };
}

/** Beside the records; of those in memory, beside what there is no room for. */
async function placeOf(connection: DuckDBConnection): Promise<string> {
  const place = await firstCell(
    connection,
    `select coalesce(path, current_setting('temp_directory')) from duckdb_databases() where database_name = current_database()`,
  );
  return `${String(place)}.import`;
}
