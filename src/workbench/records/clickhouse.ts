/**
 * The same tables and questions on ClickHouse. Its own ways with nulls and unions differ from the standard's; these settings
 * make it agree with DuckDB, so that each question is one file for both.
 */
import { DERIVED, OWN, REFERENCE, TABLES, type Cell, type ColumnType } from './tables.ts';

export const CLICKHOUSE_SETTINGS = {
  // a row that a left join doesn't find is null, and not 0 or an empty text
  join_use_nulls: 1,
  // the sum, the highest of nothing is null
  aggregate_functions_null_for_empty: 1,
  // a name in a condition is the column's, not that of an expression of the same select
  prefer_column_name_to_alias: 1,
  cast_keep_nullable: 1,
  group_by_use_nulls: 1,
  union_default_mode: 'DISTINCT',
  except_default_mode: 'DISTINCT',
  intersect_default_mode: 'DISTINCT',
  session_timezone: 'UTC',
} as const;

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'Nullable(String)',
  key: 'Nullable(String)',
  number: 'Nullable(Float64)',
  whole: 'Nullable(Int32)',
  time: 'Nullable(DateTime64(6))',
};

/** Every table of the records, by name, with its columns. */
const ALL: Readonly<Record<string, Readonly<Record<string, ColumnType>>>> = {
  ...TABLES,
  ...DERIVED,
  ...REFERENCE,
  ...OWN,
};

export const TABLE_NAMES: readonly string[] = Object.keys(ALL);

const declare = (columns: Readonly<Record<string, ColumnType>>): string =>
  Object.entries(columns)
    .map(([column, type]) => `${column} ${TYPES[type]}`)
    .join(', ');

const create = ([table, columns]: [string, Readonly<Record<string, ColumnType>>]): string =>
  `create table if not exists records.${table} (${declare(columns)}) engine = MergeTree order by tuple()`;

const DATABASE = 'create database if not exists records';

/** What makes tables of these names where there are none. */
export const clickhouseTables = (names: readonly string[]): string[] => [
  DATABASE,
  ...names.map((name) => create([name, ALL[name] ?? {}])),
];

/** The small tables of what the course says, and of who is expected. */
export const clickhouseReference = (): string[] => clickhouseTables(Object.keys(REFERENCE));

type Cells = Readonly<Record<string, Cell>>;

/** Takes the place of what was told of the course before. */
export const clickhouseCourse = (reference: Readonly<Record<string, readonly Cells[]>>): string[] =>
  Object.entries(reference).flatMap(([table, rows]) => [
    `truncate table records.${table}`,
    ...(rows.length > 0 ? [clickhouseInsert(table, rows)] : []),
  ]);

export const clickhouseInsert = (table: string, rows: readonly Cells[]): string =>
  `insert into records.${table} format JSONEachRow ${rows.map((row) => JSON.stringify(row)).join('\n')}`;
