/** Answers of one cell, for whoever works on the store itself. */
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

export async function firstCell(connection: DuckDBConnection, sql: string): Promise<DuckDBValue | undefined> {
  return (await connection.runAndReadAll(sql)).getRows()[0]?.[0];
}

export const numberFrom = async (connection: DuckDBConnection, sql: string): Promise<number> =>
  Number(await firstCell(connection, sql));
