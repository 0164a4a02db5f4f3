/**
 * What answers and events are known by: the UUID of a statement, or one made of the text by which another source knows its row. Sixteen
 * bytes are sooner written and compared than the texts, and lie in less room.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { numberFrom } from './first-cell.ts';
import { TABLES } from './tables.ts';

/**
 * A UUID is the same in capitals, in braces and without hyphens (RFC 9562, 4). Any other text, as Moodle's rows and some statements have,
 * gives one of its own.
 * @param text as SQL
 */
export const keyOf = (text: string): string =>
  `coalesce(try_cast(${text} as uuid), cast(md5(${text}) as uuid))`;

const COLUMNS = Object.entries(TABLES).flatMap(([table, columns]) =>
  Object.entries(columns).flatMap(([column, type]) => (type === 'key' ? [{ table, column }] : [])),
);

/** Records of an earlier version have texts there. */
export async function carryKeys(connection: DuckDBConnection): Promise<void> {
  for (const { table, column } of COLUMNS) {
    const texts = await numberFrom(
      connection,
      `select count(*) from duckdb_columns() where database_name = current_database() and schema_name = 'records'
        and table_name = '${table}' and column_name = '${column}' and data_type = 'VARCHAR'`,
    );
    if (texts > 0)
      await connection.run(
        `alter table records.${table} alter ${column} set data type uuid using ${keyOf(column)}`,
      );
  }
}
