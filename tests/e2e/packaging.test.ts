/** `npm run package` as a coordinator runs it: the same bytes each time, and options that arrive in the package. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { unzip } from '../../packaging/pack/zip.ts';
import { ROOT, SHORT } from './build.ts';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import { Course } from './packages.ts';
import { Stage, type Visit } from './stage.ts';

const run = promisify(execFile);

describe('packaging', () => {
  const stage = new Stage();
  let folder: string;
  let visit: Visit | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'packaging-'));
    await stage.open();
  });
  afterAll(async () => {
    await stage.close();
    await rm(folder, { recursive: true });
  });
  afterEach(async () => {
    expect(visit?.watch.faults ?? []).toEqual([]);
    await visit?.context.close();
    visit = undefined;
  });

  async function makePackages(
    out: string,
    options: readonly string[] = [],
    surroundings: NodeJS.ProcessEnv = {},
  ): Promise<string> {
    const to = path.join(folder, out);
    const command = [
      '--import',
      'tsx',
      'packaging/commands/run.ts',
      'package',
      SHORT,
      '--out',
      to,
      ...options,
    ];
    const { stdout } = await run(process.execPath, command, {
      cwd: ROOT,
      env: { ...process.env, ...surroundings },
    });
    return stdout;
  }

  async function hashes(out: string): Promise<Record<string, string>> {
    const names = (await readdir(out)).toSorted();
    const bytes = await Promise.all(names.map((name) => readFile(path.join(out, name))));
    return Object.fromEntries(
      names.map((name, at) => [
        name,
        createHash('sha256')
          .update(bytes[at] ?? '')
          .digest('hex'),
      ]),
    );
  }

  test('the same course gives the same bytes, whatever the clock, the language and the mode of the machine', async () => {
    const said = await makePackages('elsewhere', [], {
      TZ: 'Pacific/Auckland',
      LANG: 'de_DE.UTF-8',
      NODE_ENV: 'development',
    });
    // those that all tests of this run share
    const first = await hashes(path.join(inject('packages'), 'short'));
    expect(Object.keys(first).length).toBeGreaterThanOrEqual(4);
    expect(await hashes(path.join(folder, 'elsewhere'))).toEqual(first);
    // and the table at the end tells what they are
    const isPackage = (name: string): boolean => /\.zip$|-offline\.html$/.test(name);
    for (const [name, hash] of Object.entries(first).filter(([file]) => isPackage(file)))
      expect(said).toMatch(new RegExp(`${name}.*${hash}`));
    const [sheet, ...more] = Object.keys(first).filter((name) => !isPackage(name));
    expect(sheet, 'beside them the settings for the LMS').toMatch(/-settings\.html$/);
    expect(more).toEqual([]);
    expect(said).toContain(sheet);
  });

  test('title, pass mark, tries, organisation and language arrive in the package', async () => {
    const options = [
      '--standard',
      'scorm12',
      '--language',
      'es',
      '--title',
      'Té para todos',
      '--pass-mark',
      '75',
      '--tries',
      '2',
      '--organisation',
      'Casa & Té',
    ];
    await makePackages('options', options);
    const zip = (await readdir(path.join(folder, 'options'))).find((name) => name.endsWith('.zip')) ?? '';
    const files = await unzip(await readFile(path.join(folder, 'options', zip)));
    const text = (name: string): string => new TextDecoder().decode(files.get(name));
    expect(text('imsmanifest.xml')).toContain('<title>Té para todos</title>');
    expect(text('index.html')).toContain('<html lang="es" dir="ltr">');
    expect([...files.keys()].filter((name) => /-en-\w+\.json$/.test(name))).toEqual([]);

    stage.server.addPackage('options', files);
    const course = new Course(files, 'es');
    expect(course.structure.languages).toEqual(['es']);
    expect(course.structure.assessment).toMatchObject({ passMark: 75, tries: 2 });
    visit = await stage.visit();
    const lms = new Lms('1.2', stage.server, 'options');
    const me = new Learner(await lms.launch(visit.page), course);
    await me.frame.locator('cm-cover .start').waitFor();
    expect((await me.frame.locator('cm-cover li, cm-cover p').allInnerTexts()).join(' ')).toContain('75');
    await me.waitForSection('water-start');
    expect(await me.frame.locator('cm-header .name').innerText()).toBe('Té para todos');
    expect(await me.frame.locator('cm-header .logo').getAttribute('alt')).toBe('Casa & Té');
    expect(await me.frame.locator('cm-footer button[lang]').count()).toBe(0);

    // 6 of 9 is enough at 60, and not at 75
    await me.openAssessment();
    await me.begin();
    await me.fillIn((_, position) => (position <= 6 ? 'right' : 'wrong'));
    await me.submit();
    await expect.poll(async () => (await lms.look())['cmi.core.score.raw']).toBe('66.66');
    expect(lms.held['cmi.core.lesson_status']).toBe('incomplete');
    await me.frame.locator('cm-results-page .score.not-yet').waitFor();
  });

  test('the logo and the title stand in the header of every package', async () => {
    const course = await stage.put('tea', 'short', 'scorm12');
    visit = await stage.visit();
    const me = new Learner(await new Lms('1.2', stage.server, 'tea').launch(visit.page), course);
    await me.waitForSection('water-start');
    const logo = me.frame.locator('cm-header .logo');
    await expect
      .poll(() => logo.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    // the title that comes with the page gave way to the header
    expect(await me.frame.locator('body > .bar').count()).toBe(0);
  });
});
