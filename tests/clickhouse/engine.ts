/**
 * ClickHouse's own engine inside this process, as a store that can be asked. It weighs half a gigabyte, so it is installed
 * beside the project, once, and only by this command.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openClickhouse, type Engine } from '../../src/workbench/records/clickhouse-engine.ts';
import { clickhouseInsert, clickhouseTables, TABLE_NAMES } from '../../src/workbench/records/clickhouse.ts';
import type { Store } from '../../src/workbench/records/store.ts';
import { ClickhouseServer } from '../fakes/clickhouse-server.ts';

const VERSION = '3.4.0';
const FOLDER = join(tmpdir(), `records-chdb-${VERSION}`);

export interface Session {
  query(sql: string, format: string): string;
  close(): void;
}
export interface Chdb {
  Session: new () => Session;
}

/** The engine, or why there is none on this machine. */
export async function chdb(): Promise<Chdb | string> {
  try {
    if (!existsSync(FOLDER)) await install();
    return createRequire(join(FOLDER, 'package.json'))('chdb') as Chdb;
  } catch (error) {
    return whyNot(error);
  }
}

/** The program's own words, which stand below "Command failed". */
function whyNot(error: unknown): string {
  const [first = '', second] = (error instanceof Error ? error.message : String(error)).split('\n');
  return second || first;
}

/** Into a folder of its own, which gets its name when it is whole: a run that was stopped leaves nothing half behind. */
async function install(): Promise<void> {
  const fresh = await mkdtemp(join(tmpdir(), 'records-chdb-'));
  try {
    await writeFile(join(fresh, 'package.json'), '{ "private": true }');
    const npm = process.env['npm_execpath'];
    const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
    await promisify(execFile)(
      program,
      [...first, 'install', '--no-audit', '--no-fund', '--prefix', fresh, `chdb@${VERSION}`],
      { cwd: fresh },
    );
    await rename(fresh, FOLDER);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/**
 * What another store holds, to be asked as a ClickHouse elsewhere is: by its client, over HTTP. The server that speaks is a
 * small one of ours; what answers is ClickHouse's own engine.
 */
export async function copyOf(store: Store, { Session }: Chdb): Promise<Engine> {
  const session = new Session();
  for (const sql of clickhouseTables(TABLE_NAMES)) session.query(sql, 'Null');
  for (const table of TABLE_NAMES) {
    const rows = await store.query(`select * from records.${table}`);
    if (rows.length > 0) session.query(clickhouseInsert(table, rows), 'Null');
  }
  return served(session);
}

export async function served(session: Session): Promise<Engine> {
  const server = new ClickhouseServer('supervisor', 'a password', ({ sql, settings }) => {
    for (const [name, value] of Object.entries(settings))
      if (!OF_HTTP.has(name)) session.query(`set ${name} = '${value}'`, 'Null');
    return session.query(sql, 'JSON');
  });
  const url = await server.start();
  const engine = openClickhouse({ url, user: 'supervisor', password: 'a password' });
  return {
    query: engine.query,
    close: async () => {
      await engine.close();
      await server.stop();
      session.close();
    },
  };
}

/** Settings of the way and not of the engine. */
const OF_HTTP = new Set(['enable_http_compression', 'wait_end_of_query', 'send_progress_in_http_headers']);
