/**
 * Every screen, in both languages, light, dark and in forced colours, on a desktop and at 400 % (1,280 by 1,024 are 320 by 256 then: WCAG
 * 1.4.10): axe finds nothing, best practices included, nothing scrolls sideways, and no name is put together as no writer would.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, oddNames, overhang } from '../e2e/axe.ts';
import { Lms } from '../e2e/lms.ts';
import { Course, packageFile, unpack } from '../e2e/packages.ts';
import { Stage } from '../e2e/stage.ts';
import { WALKS, type Walk } from '../screens.ts';
import { Guest } from '../walks/guest.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 320, height: 256 },
] as const;

const COLOURS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active' },
] as const;

/** A walk looks at some twenty screens, six times each: on a busy machine that takes its time. */
const PATIENCE = 3_600_000;

const stage = new Stage();

beforeAll(async () => {
  await stage.open();
  for (const course of ['short', 'real'] as const)
    stage.server.addPackage(course, await unpack(course, 'scorm12'));
  const page = await readFile(await packageFile('short', 'offline'));
  stage.server.addPackage('offline', new Map([['index.html', page]]));
});
afterAll(() => stage.close());

async function faultsAt(guest: Guest, screen: string): Promise<string[]> {
  const faults: string[] = [];
  for (const size of SIZES) {
    await guest.lms.resize(size.width, size.height);
    for (const { name, ...colours } of COLOURS) {
      await guest.page.emulateMedia(colours);
      // colours that the reader chose follow the device's in the next frame
      await guest.frame.evaluate(
        () =>
          new Promise((resolve) =>
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
          ),
      );
      const found = await faultsOf(guest.frame);
      faults.push(...found.map((fault) => `${screen}, ${size.width} px, ${name}: ${fault}`));
    }
    if ((await overhang(guest.frame)) > 0) faults.push(`${screen}, ${size.width} px: scrolls sideways`);
  }
  await guest.lms.resize(SIZES[0].width, SIZES[0].height);
  faults.push(...(await oddNames(guest.frame)).map((name) => `${screen}: is read as “${name}”`));
  return faults;
}

async function walk({ course, go }: Walk, language: string): Promise<string[]> {
  const locale = `${language}-US`;
  const { page, context } = await stage.visit({ reducedMotion: 'reduce', viewport: SIZES[0], locale });
  const content = new Course(await unpack(course === 'real' ? 'real' : 'short', 'scorm12'), language);
  const given = { 'cmi.student_preference.language': language };
  const guest = new Guest(page, new Lms('1.2', stage.server, course), content, { given, ...SIZES[0] });
  const faults: string[] = [];
  await go(guest, async (screen) => {
    faults.push(...(await faultsAt(guest, screen)));
  });
  await context.close();
  return faults;
}

const cases = ['en', 'es'].flatMap((language) =>
  WALKS.map((one) => [`${one.name}, ${language}`, language, one] as const),
);

test.concurrent.each(cases)(
  '%s',
  async (_name, language, one) => {
    expect(await walk(one, language)).toEqual([]);
  },
  PATIENCE,
);

/** Where the pages are as a learner finds them: every section of the real course, whose texts are other than those of the tests. */
test.concurrent.each(['en', 'es'])(
  'every section of the real course, %s',
  async (language) => {
    const locale = `${language}-US`;
    const { page, context } = await stage.visit({ reducedMotion: 'reduce', viewport: SIZES[0], locale });
    const content = new Course(await unpack('real', 'scorm12'), language);
    const guest = new Guest(page, new Lms('1.2', stage.server, 'real'), content, {
      given: { 'cmi.student_preference.language': language },
      ...SIZES[1],
    });
    await guest.begin();
    const faults: string[] = [];
    for (const section of content.sections) {
      await guest.follow(section);
      await guest.me.waitForSection(section);
      faults.push(...(await faultsOf(guest.frame)).map((fault) => `${section}: ${fault}`));
      if ((await overhang(guest.frame)) > 0) faults.push(`${section}: scrolls sideways`);
      faults.push(...(await oddNames(guest.frame)).map((name) => `${section}: is read as “${name}”`));
    }
    await context.close();
    expect(faults).toEqual([]);
  },
  PATIENCE,
);
