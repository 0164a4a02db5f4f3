/**
 * Looks are held: the dozen screens that matter, light on a phone and a desktop and dark on a phone, look as they do in ./pictures, but
 * for a tolerance. What differs lies in dist/looks, with the difference drawn. `npm run looks:update` takes the pictures anew.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { Lms } from '../e2e/lms.ts';
import { Course, unpack } from '../e2e/packages.ts';
import { PackageServer } from '../e2e/server.ts';
import { npmFonts } from '../npm-fonts.ts';
import { compare, small } from '../pictures.ts';
import { WALKS } from '../screens.ts';
import { Guest } from '../walks/guest.ts';

interface Held {
  file: string;
  /** Its name in the walk; one that ends with a colon goes on with what the course has there, and the first is meant. */
  screen: string;
  /** What stands at the top of the picture; the page's beginning where nothing is named. */
  subject?: string;
}

const HELD: Readonly<Record<string, readonly Held[]>> = {
  reading: [
    { file: 'cover', screen: 'cover' },
    { file: 'section', screen: 'section:' },
    { file: 'question-answered', screen: 'check, answered wrong', subject: 'cm-check' },
    { file: 'scenario', screen: 'scenario, in the middle', subject: 'cm-scenario' },
    { file: 'lesson-end', screen: 'end of a lesson' },
  ],
  'around the lessons': [
    { file: 'notes', screen: 'my notes' },
    { file: 'search', screen: 'search, found' },
    { file: 'outline', screen: 'outline' },
  ],
  'the assessment': [
    { file: 'form', screen: 'question:' },
    { file: 'results-fail', screen: 'results, not yet' },
    { file: 'results-pass', screen: 'results, passed' },
    { file: 'certificate', screen: 'certificate' },
  ],
};

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const VARIANTS = [
  { name: '1280-light', size: DESKTOP, colorScheme: 'light' },
  { name: '390-light', size: PHONE, colorScheme: 'light' },
  { name: '390-dark', size: PHONE, colorScheme: 'dark' },
] as const;

/** Larger than the frame: the pointer rests beside it. */
const WINDOW = { width: 1300, height: 860 };
const NOW = '2026-03-02T15:00:00Z';
/** Nothing is left to chance: draws, orders and the record number are the same each time. */
const NO_CHANCE = `Math.random = () => 0.42;
crypto.getRandomValues = (array) => {
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength).forEach((_, at, bytes) => (bytes[at] = at * 37 + 11));
  return array;
};`;

const PICTURES = path.join(import.meta.dirname, 'pictures');
const DIFFERENT = path.resolve(import.meta.dirname, '../../dist/looks');
const UPDATES = process.env['LOOKS'] === 'update';
/** What is still on its way, such as a face or a word of saving, is waited for: so many times this long. */
const PATIENCE = { times: 40, milliseconds: 250 };

const server = new PackageServer();
let folder: string;
let browser: Browser;
let course: Course;

beforeAll(async () => {
  const files = await unpack('short', 'scorm12');
  course = new Course(files);
  await server.start();
  server.addPackage('tea', files);
  folder = await mkdtemp(path.join(os.tmpdir(), 'looks-'));
  browser = await launchBrowser({ env: { ...process.env, ...(await npmFonts(folder)) } });
  await rm(DIFFERENT, { recursive: true, force: true });
  await mkdir(UPDATES ? PICTURES : DIFFERENT, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

async function visit(): Promise<Guest> {
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    viewport: WINDOW,
  });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(NO_CHANCE);
  await context.clock.setFixedTime(NOW);
  return new Guest(await context.newPage(), new Lms('1.2', server, 'tea'), course, DESKTOP);
}

const isNamed = (name: string, screen: string): boolean =>
  name.endsWith(':') ? screen.startsWith(name) : screen === name;

const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE.milliseconds));

/** Once all is saved, and two in a row are the same. */
async function picture({ page, frame }: Guest, size: typeof DESKTOP): Promise<Uint8Array> {
  await frame.locator('cm-save-status .status.saving').waitFor({ state: 'detached' });
  let before: Buffer | undefined;
  for (let times = 0; times < PATIENCE.times; times += 1) {
    const now = await page.screenshot({ clip: { x: 0, y: 0, ...size }, animations: 'disabled' });
    if (before && now.equals(before)) return now;
    before = now;
    await wait();
  }
  throw new Error('The screen does not come to rest.');
}

/** Undefined where it looks as it did; else the file's name and how much differs. */
async function look(guest: Guest, file: string, size: typeof DESKTOP): Promise<string | undefined> {
  const kept = path.join(PICTURES, file);
  const actual = await picture(guest, size);
  if (UPDATES) {
    await writeFile(kept, small(actual));
    return undefined;
  }
  const expected = await readFile(kept);
  const { pixels, held, picture: drawn } = compare(expected, small(actual));
  if (held) return undefined;
  await writeFile(path.join(DIFFERENT, file), actual);
  if (drawn) await writeFile(path.join(DIFFERENT, file.replace('.png', '-difference.png')), drawn);
  return `${file}: ${pixels} pixels differ, see ${DIFFERENT}`;
}

/** In one size and colour, with its subject at the top. */
async function pose(
  guest: Guest,
  { screen, subject }: Held,
  variant: (typeof VARIANTS)[number],
): Promise<void> {
  await guest.lms.resize(variant.size.width, variant.size.height);
  await guest.page.emulateMedia({ colorScheme: variant.colorScheme });
  await guest.page.mouse.move(WINDOW.width - 1, WINDOW.height - 1);
  if (screen === 'outline') await guest.me.openOutline();
  else if (subject) await guest.at(subject).evaluate((element) => element.scrollIntoView({ block: 'start' }));
  else await guest.frame.evaluate(() => scrollTo(0, 0));
}

test.each(Object.entries(HELD))('%s', async (name, all) => {
  const walk = WALKS.find((one) => one.name === name);
  const guest = await visit();
  const [faults, met]: [string[], string[]] = [[], []];
  await walk?.go(guest, async (screen) => {
    const held = all.find((one) => isNamed(one.screen, screen) && !met.includes(one.file));
    if (!held) return;
    met.push(held.file);
    for (const variant of VARIANTS) {
      await pose(guest, held, variant);
      const fault = await look(guest, `${held.file}-${variant.name}.png`, variant.size);
      if (fault) faults.push(fault);
    }
    await guest.lms.resize(DESKTOP.width, DESKTOP.height);
  });
  await guest.page.context().close();
  expect(met).toEqual(all.map(({ file }) => file));
  expect(faults).toEqual([]);
});
