/**
 * `npm run test:clickhouse`: every question, on both engines, over the same people. The answers are compared cell by cell.
 */
import { ask, QUESTIONS } from '../../src/workbench/records/ask.ts';
import { findCertificate } from '../../src/workbench/records/certificate.ts';
import type { Filters, Page } from '../../src/workbench/records/filters.ts';
import { openStore, type Store } from '../../src/workbench/records/store.ts';
import type { Cell } from '../../src/workbench/records/tables.ts';
import { PASS_MARK } from '../unit/records/twelve.ts';
import type { Engine } from '../../src/workbench/records/clickhouse-engine.ts';
import { atScale } from './at-scale.ts';
import { chdb, copyOf } from './engine.ts';
import { ANA, numberOf } from './statements.ts';
import { fill, ODD_TEAM, SETS } from './sets.ts';

type Answer = readonly Readonly<Record<string, Cell>>[];

const VIEWS: readonly Partial<Filters>[] = [
  {},
  { due: '2026-03-31 23:59:59' },
  { team: 'South' },
  { person: 'p04' },
  { course: 'Course', source: 'LRS', version: '1.0.0', language: 'en' },
  { since: '2026-03-03 00:00:00', until: '2026-03-08 23:59:59' },
  { team: ODD_TEAM },
];

/** Each view whole, and some as a page of people. */
const ASKED: readonly (readonly [Partial<Filters>, Page | undefined])[] = [
  ...VIEWS.map((view) => [view, undefined] as const),
  [{}, { most: 7, from: 3 }],
  [{ source: 'LRS', until: '2026-03-08 23:59:59' }, { most: 4 }],
];

function same(one: Cell | undefined, other: Cell | undefined): boolean {
  return typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) < 1e-9 : one === other;
}

/** The first cell in which two answers differ, in words. */
function difference(duckdb: Answer, clickhouse: Answer): string | undefined {
  if (duckdb.length !== clickhouse.length)
    return `${duckdb.length} rows by DuckDB, ${clickhouse.length} by ClickHouse`;
  for (const [place, row] of duckdb.entries()) {
    const other = clickhouse[place] ?? {};
    const column = Object.keys({ ...row, ...other }).find((name) => !same(row[name], other[name]));
    if (column !== undefined)
      return `row ${place + 1}, ${column}: ${row[column]} by DuckDB, ${other[column]} by ClickHouse`;
  }
  return undefined;
}

let compared = 0;

/** Every question in every view, asked of both. */
async function compare(about: string, store: Store, engine: Engine): Promise<void> {
  for (const name of QUESTIONS) {
    for (const [view, page] of ASKED) {
      const filters = { now: '2026-04-01 00:00:00', passMark: PASS_MARK, ...view };
      const expected = await ask(store, name, filters, page);
      const found = await ask(engine, name, filters, page).then(
        (rows) => difference(expected, rows),
        (error: unknown) => String(error),
      );
      compared += expected.reduce((sum, row) => sum + Object.keys(row).length, 0);
      if (found === undefined) continue;
      console.error(`${about}, ${name} ${JSON.stringify(view)}: ${found}`);
      process.exitCode = 1;
    }
  }
}

/** Of whoever passed, with the try that is on it, another, and none; of one who failed, and of nobody. */
const CERTIFICATES = [numberOf(1), 'ABCDE-FGHJ1-1', 'ABCDE-FGHJ1', numberOf(3), numberOf(2), 'ZZZZZ-ZZZZZ-1'];

/** Every certificate's number, looked for in both. */
async function compareCertificates(store: Store, engine: Engine): Promise<void> {
  for (const number of CERTIFICATES) {
    const expected = JSON.stringify(await findCertificate(store, number));
    const found = await findCertificate(engine, number).then(
      (answer) => JSON.stringify(answer),
      (error: unknown) => String(error),
    );
    compared += 1;
    if (found === expected) continue;
    console.error(`The certificate ${number}: ${expected} by DuckDB, ${found} by ClickHouse`);
    process.exitCode = 1;
  }
}

/** What the page says of letting go: nothing of her may be left in any table. */
async function isLeft(engine: Engine): Promise<string[]> {
  const left: string[] = [];
  for (const [table, condition] of [
    ['xapi.xapi_events_all', `event ilike '%${ANA}%'`],
    ...['told', 'people', 'attempts', 'forms', 'answers', 'events', 'roster'].map(
      (name) => [`records.${name}`, `person = '${ANA}'`] as const,
    ),
  ] as const) {
    const [row] = await engine.query(`select count() as rows from ${table} where ${condition}`);
    if (Number(row?.['rows']) > 0) left.push(table);
  }
  return left;
}

const engine = await chdb();
if (typeof engine === 'string') {
  console.log(`Skipped: ClickHouse’s engine (the npm package chdb) can’t be had on this machine. ${engine}`);
} else {
  for (const set of SETS) {
    const store = await openStore();
    await fill(store, set);
    const copy = await copyOf(store, engine);
    await compare(set.name, store, copy);
    await copy.close();
    store.close();
  }
  const scale = await atScale(engine);
  await compare('the tables of docs/records-at-scale.md', scale.store, scale.engine);
  await compareCertificates(scale.store, scale.engine);
  const before = await isLeft(scale.engine);
  const run = scale.finish();
  const after = await isLeft(scale.engine);
  if (before.length < 5 || after.length > 0) {
    console.error(`Before she was let go Ana was in ${before.join(', ')}; afterwards in ${after.join(', ')}`);
    process.exitCode = 1;
  }
  await scale.engine.close();
  scale.store.close();
  console.log(
    `${QUESTIONS.length} questions, ${compared} cells compared on DuckDB and ClickHouse; ${run} statements of docs/records-at-scale.md run.`,
  );
}
