/**
 * The SQL of docs/records-at-scale.md, statement by statement, on ClickHouse's own engine. The same statements are taken in by its
 * tables and by the import of files; then every question has to have one answer.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clickhouseReference } from '../../src/workbench/records/clickhouse.ts';
import { importFile } from '../../src/workbench/records/import/index.ts';
import { openStore, type Store } from '../../src/workbench/records/store.ts';
import { served, type Chdb, type Session } from './engine.ts';
import type { Engine } from '../../src/workbench/records/clickhouse-engine.ts';
import { statements } from './statements.ts';

/** The statements of a page, as they stand under its headings. */
export async function documented(): Promise<{ part: string; sql: string }[]> {
  const page = await readFile(new URL('../../docs/records-at-scale.md', import.meta.url), 'utf8');
  return page.split(/^## /m).flatMap((section) => {
    const [part = ''] = section.split('\n');
    return [...section.matchAll(/```sql\n([\s\S]*?)```/g)]
      .flatMap(([, block = '']) => block.split(/;\s*$/m))
      .map((sql) => ({ part, sql: sql.trim() }))
      .filter(({ sql }) => sql !== '');
  });
}

/** As one process can run it, without Keeper and other shards. */
const alone = (sql: string, file: string): string =>
  sql
    .replaceAll(/ on cluster '\{cluster\}'/g, '')
    .replaceAll('Replicated', '')
    .replace(/Distributed\('\{cluster\}', (\w+), (\w+), .*\)$/m, "Merge($1, '^$2$$')")
    .replaceAll('statements.ndjson', file);

/** A write goes past a table that stands for others. */
const local = (sql: string): string => sql.replace('to records.told as', 'to records.told_local as');

export interface AtScale {
  store: Store;
  engine: Engine;
  session: Session;
  /** Runs the rest of the page. @returns how many statements of it were run in all */
  finish(): number;
}

export async function atScale({ Session }: Chdb): Promise<AtScale> {
  const folder = await mkdtemp(join(tmpdir(), 'at-scale-'));
  const file = join(folder, 'statements.ndjson');
  await writeFile(
    file,
    statements()
      .map((one) => `${JSON.stringify(one)}\n`)
      .join(''),
  );
  const store = await openStore();
  await importFile(store, file);
  const session = new Session();
  const all = await documented();
  let run = 0;
  const take = (sql: string): void => {
    const ours = local(alone(sql, file));
    try {
      session.query(ours, 'Null');
      const view = /^system refresh view (.*)$/.exec(ours)?.[1];
      if (view) session.query(`system wait view ${view}`, 'Null');
      run += 1;
    } catch (error) {
      throw new Error(`docs/records-at-scale.md: ${sql}\n${String(error)}`, { cause: error });
    }
  };
  for (const sql of clickhouseReference()) session.query(sql, 'Null');
  const isLater = ({ part }: { part: string }): boolean => /^(Asking|Sizes|Keeping)/.test(part);
  for (const { sql } of all.filter((one) => !isLater(one))) take(sql);
  await rm(folder, { recursive: true });
  return {
    store,
    session,
    engine: await served(session),
    finish() {
      for (const { sql } of all.filter(isLater)) take(sql);
      return run;
    },
  };
}
