/**
 * Bytes, requests, LMS calls and saved state against the committed budgets (tests/bench/budgets.json): what doesn't
 * depend on the machine's speed. Times are the benchmark's.
 */
import { stat } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { assemble } from '../../packaging/pack/assemble.ts';
import type { PlayerFiles } from '../../packaging/pack/player-files.ts';
import { buildPlayer } from '../../packaging/player/build.ts';
import { compileCourse } from '../../packaging/compile/read-folder.ts';
import { contentFiles } from '../../packaging/pack/content.ts';
import { checkSavedState } from '../../packaging/pack/saved-state.ts';
import { STANDARDS } from '../../packaging/pack/standards.ts';
import type { Files } from '../../packaging/pack/zip.ts';
import { BESIDE, sources } from '../../src/player/blocks/sources.ts';
import budgets from '../bench/budgets.json' with { type: 'json' };
import { Cmi5Lms, Lrs } from '../fakes/lrs.ts';
import { LrsServer } from '../fakes/lrs-server.ts';
import { generateCourse } from '../fixtures/generate.ts';
import { xapiSearch } from '../unit/xapi/harness.ts';
import { REAL } from './build.ts';
import { Lms } from './lms.ts';
import { Course, unpack, packageFile } from './packages.ts';
import { Stage, type Visit } from './stage.ts';

/** What a launch did before its cover stood. */
interface FirstScreen {
  /** Names in the package, in the order in which they were asked for. */
  files: string[];
  gzip: number;
  calls: string[];
}

describe('budgets', () => {
  const stage = new Stage();
  const packages = new Map<string, Files>();
  let player: PlayerFiles;
  let visit: Visit;

  beforeAll(async () => {
    await stage.open();
    player = await buildPlayer();
    packages.set('real', await unpack('real', 'scorm12'));
    for (const blocks of [30, 300]) packages.set(`generated-${blocks}`, generated(blocks));
    for (const [name, files] of packages) stage.server.addPackage(name, files);
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    expect(visit?.watch.faults ?? []).toEqual([]);
    await visit?.context.close();
  });

  function generated(blocks: number): Files {
    const course = generateCourse({ blocks, items: 60, form: 20 });
    const [scorm12] = STANDARDS;
    if (scorm12?.id !== 'scorm12') throw new Error('SCORM 1.2 is not the first standard any more.');
    const { files } = assemble(scorm12, player, contentFiles(course, player.strings));
    return files;
  }

  async function firstScreen(name: string): Promise<FirstScreen> {
    const release = await visitWithoutLater(name);
    const lms = new Lms('1.2', stage.server, name);
    const frame = await lms.launch(visit.page);
    const { origin, at, ...needed } = await needs(frame, name);
    const calls = await lms.calls(origin + at);
    release();
    return { ...needed, calls };
  }

  /** What a page asks for behind its cover, by its own account. */
  function laterOf(name: string): string[] {
    const page = new TextDecoder().decode(packages.get(name)?.get('index.html'));
    return [...page.matchAll(/<link[^>]* fetchpriority="low" href="([^"]+)"/g)].map(([, file = '']) => file);
  }

  /** None of it comes before it is let go: so nothing that stands till then has waited for it. */
  async function visitWithoutLater(name: string): Promise<() => void> {
    visit = await stage.visit();
    let release = (): void => undefined;
    const waits = new Promise<void>((resolve) => (release = resolve));
    const later = laterOf(name);
    expect(later).not.toEqual([]);
    await visit.page.route(
      (url) => later.some((file) => url.pathname === `/${name}/${file}`),
      async (route) => {
        await waits;
        await route.continue();
      },
    );
    return release;
  }

  /** What a page asked its package for until its cover stood, without what was held back. */
  async function needs(frame: Frame, name: string) {
    await frame.waitForFunction(() => performance.getEntriesByName('first-screen').length > 0);
    await frame.locator('cm-cover .start').waitFor();
    const { origin, at, asked } = await timeline(frame);
    const files = asked
      .map((url) => new URL(url))
      .filter((url) => url.origin === stage.server.origin)
      .map(({ pathname }) => pathname.replace(`/${name}/`, ''))
      .filter((file) => !laterOf(name).includes(file));
    return { origin, at, files, gzip: gzipOf(name, files) };
  }

  const gzipOf = (name: string, files: readonly string[]): number =>
    files.reduce(
      (sum, file) => sum + gzipSync(packages.get(name)?.get(file) ?? new Uint8Array()).byteLength,
      0,
    );

  /** What was asked for before the mark. */
  function timeline(frame: Frame): Promise<{ origin: number; at: number; asked: string[] }> {
    return frame.evaluate(() => {
      const at = performance.getEntriesByName('first-screen')[0]?.startTime ?? 0;
      const all = [
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ];
      const asked = all.filter(({ startTime }) => startTime <= at).map(({ name }) => name);
      return { origin: performance.timeOrigin, at, asked };
    });
  }

  test('the cover needs few bytes, and nothing that its page does not name', async () => {
    const { files, gzip } = await firstScreen('real');
    expect(files[0]).toBe('index.html');
    const page = new TextDecoder().decode(packages.get('real')?.get('index.html'));
    const named = new Set([...page.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, file]) => file));
    const deeper = files.slice(1).filter((file) => !named.has(file));
    expect(deeper, `deeper than ${budgets.firstScreenDepth}: the page and what it names`).toEqual([]);
    expect(new Set(files).size, 'each is asked for once').toBe(files.length);
    console.log(`First screen: ${gzip} bytes (gzip) in ${files.length} requests.`);
    expect(gzip).toBeLessThanOrEqual(budgets.firstScreenGzip);
    expect(files.length).toBeLessThanOrEqual(budgets.firstScreenRequests);
  });

  test('what its page has fetched behind it is little: the player, its store, and what writes the record in SCORM', () => {
    const later = laterOf('real');
    expect(later.map((file) => file.replace(/-.{8}\.js$/, '')).toSorted()).toEqual(
      ['formats', 'player', 'scorm12-writing', 'store-actions', 'writing'].map((name) => `player/${name}`),
    );
    const gzip = gzipOf('real', later);
    console.log(`Behind the first screen: ${gzip} bytes (gzip) in ${later.length} scripts.`);
    expect(gzip).toBeLessThanOrEqual(budgets.behindFirstScreenGzip);
  });

  test('the first section is there before Start is pressed', async () => {
    visit = await stage.visit();
    const frame = await new Lms('1.2', stage.server, 'real').launch(visit.page);
    await frame.locator('cm-cover .start').waitFor();
    const [first = ''] = new Course(packages.get('real')!).structure.lessons.map(({ id }) => id);
    const asked = (): Promise<string> =>
      frame.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join('\n'),
      );
    await expect.poll(asked).toContain(`/content/lesson-${first}-en-`);
  });

  test('what a section needs is asked for at once: none of its scripts waits for another', () => {
    const script = (name: string): string => player.entries.get(name) ?? name;
    const imports = (name: string): readonly string[] => player.chunks.get(script(name))?.imports ?? [name];
    const there = new Set([...['player', 'store-actions', 'within'].map(script), ...imports('player')]);
    for (const name of ['store-actions', 'within', 'check'])
      expect(
        imports(name).filter((file) => !there.has(file)),
        name,
      ).toEqual([]);
    expect(imports('within')).not.toContain(script('around'));
  });

  test.each(Object.keys(sources) as (keyof typeof sources)[])(
    'nor does a block: what its script imports is asked for with it: %s',
    (kind) => {
      const script = (name: string): string =>
        [...player.chunks.keys()].find((file) => file.startsWith(`player/${name}-`)) ?? name;
      const found = (file: string): readonly string[] => player.chunks.get(file)?.imports ?? [file];
      const there = new Set(['player', 'store-actions', 'within'].map(script));
      for (const file of found(script('player'))) there.add(file);
      const asked = [kind, ...(BESIDE[kind] ?? [])].map(script);
      const later = asked.flatMap(found).filter((file) => !there.has(file) && !asked.includes(file));
      expect(later).toEqual([]);
    },
  );

  test.each(['scorm12', 'scorm2004', 'xapi', 'cmi5'])(
    'nor does what writes the record, for which a section waits: %s',
    (driver) => {
      const there = new Set(
        ['player', 'store-actions', driver].map((name) => player.entries.get(name) ?? name),
      );
      for (const file of there) for (const other of player.chunks.get(file)?.imports ?? []) there.add(other);
      // of what the driver has asked for, the writing half takes the rest
      const asked = [...there].flatMap((file) => player.chunks.get(file)?.dynamicImports ?? []);
      const writing = asked.filter((file) => file.includes('writing'));
      expect(writing).not.toEqual([]);
      const found = writing.flatMap((file) => player.chunks.get(file)?.imports ?? []);
      expect(found.filter((file) => !there.has(file) && !asked.includes(file))).toEqual([]);
    },
  );

  test.each([
    ['xapi', new Lrs()],
    ['cmi5', new Cmi5Lms()],
  ] as const)('neither does what is said to an LRS weigh on it: %s', async (standard, lrs) => {
    packages.set(standard, await unpack('real', standard));
    stage.server.addPackage(standard, packages.get(standard)!);
    const server = new LrsServer<Lrs | Cmi5Lms>(lrs);
    await server.start();
    const release = await visitWithoutLater(standard);
    visit.watch.allow(new RegExp(`asked another host: ${server.origin}`));
    // There is no saved state yet
    visit.watch.allow(/Failed to load resource/);
    const search = lrs instanceof Cmi5Lms ? lrs.launch() : xapiSearch(lrs);
    await visit.page.goto(`${stage.server.origin}/${standard}/index.html${search}`);
    const { files, gzip } = await needs(visit.page.mainFrame(), standard);
    console.log(`First screen of ${standard}: ${gzip} bytes (gzip) in ${files.length} requests.`);
    expect(gzip, files.join('\n')).toBeLessThanOrEqual(budgets.firstScreenGzipLrs);
    expect(files.length, files.join('\n')).toBeLessThanOrEqual(budgets.firstScreenRequests);
    release();
    await expect.poll(() => lrs.verbs('initialized').length).toBe(1);
    await visit.context.close();
    await server.stop();
  });

  test('the LMS is called seldom before the first screen, however large the course is', async () => {
    const { calls } = await firstScreen('real');
    expect(calls.length, calls.join('\n')).toBeLessThanOrEqual(budgets.lmsCallsBeforeFirstScreen);
    await visit.context.close();
    const small = await firstScreen('generated-30');
    await visit.context.close();
    const large = await firstScreen('generated-300');
    expect(large.calls).toEqual(small.calls);
    expect(large.calls.length).toBeLessThanOrEqual(budgets.lmsCallsBeforeFirstScreen);
    console.log(`LMS calls before the first screen: ${large.calls.length}.`);
  });

  test('the saved state of the course fits its budget at its worst', async () => {
    const { course } = await compileCourse(REAL, { languages: ['en'] });
    const { characters } = checkSavedState(course);
    console.log(`Saved state of the course: at most ${characters} characters.`);
    expect(characters).toBeLessThanOrEqual(budgets.savedStateOfCourse);
  });

  test('so does that of 5,000 blocks and 1,000 items with a form of 50', () => {
    const { characters } = checkSavedState(generateCourse({ blocks: 5_000, items: 1_000, form: 50 }));
    console.log(`Saved state of the generated course: at most ${characters} characters.`);
    expect(characters).toBeLessThanOrEqual(budgets.savedStateOfGeneratedCourse);
  });

  test.each([
    ['one language', 'real-en', budgets.zip],
    ['all languages', 'real', budgets.zipBothLanguages],
  ] as const)('the zip in %s is small', async (_, made, budget) => {
    const { size } = await stat(await packageFile(made, 'scorm12'));
    console.log(`Zip of ${made}: ${size} bytes.`);
    expect(size).toBeLessThanOrEqual(budget);
  });
});
