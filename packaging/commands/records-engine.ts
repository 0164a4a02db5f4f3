/** Where the records are in a ClickHouse: `--engine clickhouse --url …`, and what makes its tables. */
import { engineAddress, openClickhouse, type Engine } from '../../src/workbench/records/clickhouse-engine.ts';
import { clickhouseCourse, clickhouseReference } from '../../src/workbench/records/clickhouse.ts';
import { referenceOf } from '../../src/workbench/records/reference.ts';
import type { CompiledCourse } from '../compile/types.ts';
import { UsageError } from '../failures.ts';
import { clickhouseKey } from './secrets.ts';

export const ENGINE_OPTIONS = {
  engine: { type: 'string' },
  url: { type: 'string' },
  'clickhouse-sql': { type: 'boolean', default: false },
} as const;

export const ENGINE_HELP = `
  --engine clickhouse  ask a ClickHouse in which the records are (docs/records-at-scale.md), with --url ADDRESS. Its user and
                       password are asked for, or read from RECORDS_CLICKHOUSE_USER and RECORDS_CLICKHOUSE_PASSWORD
  --clickhouse-sql     write what tells a ClickHouse of the course's questions, principles and dilemmas, as SQL`;

interface Given {
  engine?: string | undefined;
  url?: string | undefined;
  lrs?: string | undefined;
  data?: string | undefined;
  people?: string | undefined;
  dates?: string | undefined;
  'hide-names'?: boolean;
}

/** Undefined where none is named: the records are on this machine. @throws UsageError, EngineFailure */
export async function engineOf(values: Given, files: readonly string[]): Promise<Engine | undefined> {
  const { engine, url } = values;
  if (engine === undefined) {
    if (url !== undefined) throw new UsageError('--url needs --engine clickhouse.');
    return undefined;
  }
  if (engine !== 'clickhouse')
    throw new UsageError(`--engine "${engine}" isn’t known. It may be clickhouse.`);
  if (url === undefined)
    throw new UsageError('--engine clickhouse needs --url: the address of its HTTP interface.');
  const too = files.length > 0 ? 'a file' : WRITING.find((name) => values[name]);
  if (too !== undefined)
    throw new UsageError(
      `--engine clickhouse only asks: ${too === 'a file' ? too : `--${too}`} can’t go with it. docs/records-at-scale.md says how its tables are filled.`,
    );
  return openClickhouse({ url: engineAddress(url), ...(await clickhouseKey()) });
}

/** What would have to be written there. Labels, which stand for names, are drawn and kept as well. */
const WRITING = ['lrs', 'data', 'people', 'dates', 'hide-names'] as const;

export const courseSql = (course: CompiledCourse): string =>
  [...clickhouseReference(), ...clickhouseCourse(referenceOf(course))].map((sql) => `${sql};\n`).join('\n');
