/** What a process that is killed leaves of people: nothing, once the records are opened again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStore } from '../../../src/workbench/records/store.ts';
import { Database } from '../../../src/workbench/server/database.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leftovers-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

it.each([
  ['the command', async (file: string) => (await openStore(file)).close()],
  ['the workbench', async () => (await Database.open(folder)).close()],
])('whatever lay beside the records goes when %s opens them', async (_, openAndClose) => {
  const file = join(folder, 'workbench.duckdb');
  await mkdir(`${file}.tmp`);
  await writeFile(join(`${file}.tmp`, 'duckdb_temp_storage_DEFAULT-0.tmp'), 'ana@e.org');
  for (const name of ['.anew', '.anew.wal']) await writeFile(file + name, 'ana@e.org');
  await openAndClose(file);
  expect(await readdir(folder)).toEqual(['workbench.duckdb']);
});

/** Has records in memory alone, and more of them than there is room for. */
const IN_MEMORY = `
  import { openStore } from ${JSON.stringify(pathToFileURL('src/workbench/records/store.ts').href)};
  import { stagingFolder } from ${JSON.stringify(pathToFileURL('src/workbench/records/import/staging.ts').href)};
  const { connection } = await openStore();
  await stagingFolder(connection);
  await connection.run("set memory_limit = '40MB'");
  await connection.run('create temp table much as select md5(i::varchar) as person from range(2000000) t(i)');
  process.stdout.write('ready');
  setInterval(() => {}, 1000);`;

async function endBy(signal: NodeJS.Signals): Promise<void> {
  const script = join(folder, 'in-memory.mts');
  await writeFile(script, IN_MEMORY);
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(await left(), 'the test can see it').toHaveLength(1);
  const ended = once(child, 'exit');
  child.kill(signal);
  expect(await ended).toEqual([null, signal]);
}

const left = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('records-'));

it('records in memory leave nothing on the disk where the command is interrupted', async () => {
  await endBy('SIGINT');
  expect(await left()).toEqual([]);
});

it('what a killed command leaves of records in memory goes with the next one, and what a running one has stays', async () => {
  await endBy('SIGKILL');
  expect(await left()).toHaveLength(1);
  const running = `records-${hostname()}-${process.ppid}-abc`;
  await mkdir(join(folder, running));
  vi.stubEnv('TMPDIR', folder);
  const store = await openStore();
  expect(await left(), 'its own, and the other one').toHaveLength(2);
  store.close();
  expect(await left()).toEqual([running]);
});
