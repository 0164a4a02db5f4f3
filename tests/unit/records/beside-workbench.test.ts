/** The records command beside a workbench that has the same records open: the database is that one's, so it is asked. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import command from '../../../packaging/commands/records.ts';
import { materialOf } from '../../../packaging/commands/material.ts';
import { Lrs } from '../../../src/lms/lrs.ts';
import { startWorkbench, type Workbench } from '../../../src/workbench/server/index.ts';
import { LrsServer } from '../../fakes/lrs-server.ts';
import { PASSED } from './passed-statement.ts';

const COURSE = 'tests/fixtures/courses/base';
const EXPORT = `Name,Email,Status,Score\n${Array.from({ length: 6 }, (_, n) => `Name ${n},n${n}@example.org,Passed,90\n`).join('')}`;

let folder: string;
let data: string;
let workbench: Workbench | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beside-'));
  data = join(folder, 'kept');
  workbench = await startWorkbench({
    port: 24_770,
    data,
    course: COURSE,
    material: materialOf(COURSE),
    packages: folder,
    page: folder,
  });
  await writeFile(join(folder, 'export.csv'), EXPORT);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  if (workbench) await fetch(`${workbench.address}/api/records`, { method: 'DELETE' });
});
afterAll(async () => {
  await workbench?.close();
  await rm(folder, { recursive: true });
});

async function run(...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await command([...args, '--data', data, '--course', COURSE], {
    say: (text) => said.push(text),
    complain: (text) => complained.push(text),
  });
  return { code, said: said.join('\n'), complained };
}
const file = (name = 'export.csv') => join(folder, name);
const take = () => run(file(), '--report', 'people', '--format', 'json');

describe('npm run records beside a workbench', () => {
  it('takes a file in there, and answers from there', async () => {
    const { code, said, complained } = await take();
    expect(complained).toEqual([
      `The workbench at ${workbench?.address} has these records open, and answers by its own course.`,
      'export.csv: a table, 6 rows.',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(said)).toHaveLength(6);
    await writeFile(file('list.txt'), 'Email,Team\nn1@example.org,North\nnew@example.org,North\n');
    const listed = await run('--people', file('list.txt'), '--team', 'North', '--format', 'json');
    expect(JSON.parse(listed.said)).toMatchObject([
      { person: 'new@example.org', status: 'not started', expected: 1 },
      { person: 'n1@example.org', status: 'completed', expected: 1 },
    ]);
    const narrowed = await run('--since', '2030-01-01', '--report', 'standing', '--format', 'json');
    expect(JSON.parse(narrowed.said)).toMatchObject([
      { status: 'not started', expected: 1, people: 1 },
      { status: 'outside what you narrowed to', expected: 1, people: 1 },
    ]);
  });

  it('hides names there', async () => {
    await take();
    const { said } = await run('--hide-names', '--report', 'people', '--format', 'csv');
    expect(said.match(/^Person \d{3},/gm)).toHaveLength(6);
    const refused = await run('--hide-names', '--report', 'now');
    expect(refused.code).toBe(1);
    expect(refused.complained.at(-1)).toContain('is the report “standing”');
  });

  it('takes a person out there, of every file', async () => {
    await take();
    const left = async (): Promise<boolean> => {
      const files = (await readdir(data, { withFileTypes: true })).filter((entry) => entry.isFile());
      const contents = await Promise.all(files.map(({ name }) => readFile(join(data, name), 'latin1')));
      return contents.some((content) => content.includes('n3@example.org'));
    };
    expect(await left(), 'the test can see it').toBe(true);
    expect(await run('--erase', 'Nobody')).toMatchObject({
      code: 1,
      complained: ['Nobody in these records is called "Nobody".'],
    });
    const erased = await run('--erase', 'Name 3');
    expect(erased).toMatchObject({
      code: 0,
      said: '"Name 3" is no longer in these records; the store was written anew.',
    });
    expect(await left()).toBe(false);
  });

  it('asks an LRS there, and the key is in no file', async () => {
    const lrs = new Lrs();
    const server = new LrsServer(lrs);
    await server.start();
    lrs.auth = `Basic ${Buffer.from('a-key:a-secret').toString('base64')}`;
    lrs.statements.push(PASSED);
    vi.stubEnv('RECORDS_LRS_KEY', 'a-key');
    vi.stubEnv('RECORDS_LRS_SECRET', 'a-secret');
    const asked = await run('--lrs', lrs.endpoint, '--format', 'json');
    expect(JSON.parse(asked.said)).toMatchObject([{ person: 'ann@example.org', status: 'passed' }]);
    expect(asked.complained.at(-1)).toMatch(/^127\.0\.0\.1:\d+: an LRS, 1 row\.$/);
    vi.stubEnv('RECORDS_LRS_KEY', 'another');
    const refused = await run('--lrs', lrs.endpoint);
    expect(refused.code).toBe(1);
    expect(refused.complained.at(-1)).toContain('The LRS doesn’t take this key.');
    await server.stop();
    const files = await Promise.all(
      (await readdir(data)).map((name) => readFile(join(data, name), 'latin1').catch(() => '')),
    );
    expect(files.join(''), 'the test can see it').toContain('ann@example.org');
    expect(files.join('')).not.toMatch(/a-key|a-secret|YS1rZXk6YS1zZWNyZXQ/);
  });

  it('says what it can’t take in, as it does by itself, and explains headings by --map', async () => {
    await writeFile(file('kurse.csv'), 'Arbeitskraft;Stand\nZoë;Erledigt\n');
    const unknown = await run(file('kurse.csv'));
    expect(unknown.code).toBe(1);
    expect(unknown.complained.at(-1)).toMatch(/^kurse\.csv, line 1: The headings don’t say .*--map/);
    expect((await run(file('nothing.csv'))).complained.at(-1)).toBe(
      'nothing.csv: There is no such file. See that the name is right.',
    );
    await writeFile(file('map.txt'), 'name = Arbeitskraft\nstatus = Stand\nword Erledigt = completed\n');
    const told = await run(file('kurse.csv'), '--map', file('map.txt'), '--format', 'json');
    expect(JSON.parse(told.said)).toMatchObject([{ name: 'Zoë', status: 'completed' }]);
    const again = await run(file('kurse.csv'));
    expect(again.complained.at(-1)).toBe(
      'kurse.csv: a table, read as its headings were explained, 1 row. Nothing of it is new: all of it was taken in already.',
    );
    expect(await readdir(join(data, 'imports'))).toEqual([]);
  });

  it('opens the records itself when the workbench is gone, or says that another program has them', async () => {
    await take();
    const named = await readFile(join(data, 'running.json'), 'utf8');
    await workbench?.close();
    workbench = undefined;
    expect(await readdir(data)).not.toContain('running.json');
    // as one that was killed leaves it
    await writeFile(join(data, 'running.json'), named);
    expect((await run('--format', 'json')).complained).toEqual([]);
    const other = await holding(join(data, 'workbench.duckdb'));
    const locked = await run('--erase', 'Name 1');
    expect(locked.code).toBe(2);
    expect(locked.complained.at(-1)).toContain('are open in another program, which doesn’t answer.');
    other.kill('SIGKILL');
    await once(other, 'exit');
  });
});

/** Another process, with this database open. */
async function holding(database: string): Promise<ChildProcess> {
  const program = `import { DuckDBInstance } from '@duckdb/node-api'; await DuckDBInstance.create(process.argv[1]); console.log('open'); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', program, database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(other.stdout, 'data');
  return other;
}
