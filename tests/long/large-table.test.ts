/** A table of a hundred megabytes: taken in whole, in bounded memory, and once only. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { importFile } from '../../src/workbench/records/import/index.ts';
import { merge } from '../../src/workbench/records/merge.ts';
import { openStore } from '../../src/workbench/records/store.ts';

const BYTES = 104_857_600;
/** The most that may be held of it at any time. */
const HELD = 1_073_741_824;

function* lines(): Generator<string> {
  yield 'Name,Email,Group,Status,Score,Started on,Completed on\n';
  let written = 0;
  for (let person = 0; written < BYTES; person += 1) {
    const day = String((person % 28) + 1).padStart(2, '0');
    const line = `"Somebody, Number ${person}",n${person}@example.org,Group ${person % 40},Completed,${person % 101},2026-03-${day} 09:00:00,2026-03-${day} 10:00:00\n`;
    written += line.length;
    yield line;
  }
}

test('a table of a hundred megabytes comes in whole, in a gigabyte of memory at the most', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'large-'));
  const path = join(folder, 'large.csv');
  await pipeline(Readable.from(lines()), createWriteStream(path));
  expect((await stat(path)).size).toBeGreaterThanOrEqual(BYTES);
  const store = await openStore(join(folder, 'large.duckdb'));
  const before = process.memoryUsage.rss();
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 100);
  try {
    const { rows, notes } = await importFile(store, path);
    expect(notes).toEqual([]);
    expect(await store.query('select count(*) as rows_ from records.attempts')).toEqual([{ rows_: rows }]);
    expect(most - before).toBeLessThan(HELD);
  } finally {
    clearInterval(watch);
    store.close();
    await rm(folder, { recursive: true });
  }
});

test('what comes again with other scores is compared in bounded memory', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'again-'));
  const store = await openStore(join(folder, 'again.duckdb'));
  const { connection } = store;
  try {
    // a quarter of what the records have, for a quarter of the people of the table above
    await connection.run(`set memory_limit = '125MB'`);
    for (const more of [0, 1]) {
      await connection.run('create or replace temp table staged_attempts as from records.attempts limit 0');
      await connection.run(`insert into staged_attempts by name
        select 'n' || i || '@example.org|The course in a table|1' as attempt, 'n' || i || '@example.org' as person,
          'a table of an LMS' as source, 'The course in a table' as course, 1 as number, 'completed' as completion,
          i % 100 + ${more} as score, timestamp '2026-03-01 10:00:00' as last_seen
        from range(240000) numbers(i)`);
      await store.whole(() => merge(connection, 'attempts').then(() => undefined));
    }
    expect(
      await store.query(`select count(*) as people, count(distinct attempt) as attempts, sum(score) as scores,
        (select count(*) from records.reports) as told from records.attempts`),
    ).toEqual([{ people: 240_000, attempts: 240_000, scores: 240_000 * 50.5, told: 480_000 }]);
  } finally {
    store.close();
    await rm(folder, { recursive: true });
  }
});
