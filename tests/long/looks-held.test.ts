/**
 * Looks are held: the dozen screens that matter, light on a phone and a desktop and dark on a phone, look as they do in ./pictures, but
 * for a tolerance. What differs lies in dist/looks, with the difference drawn. `npm run looks:update` takes the pictures anew.
 *
 * The pictures are of the Chromium that comes from npm, with the fonts that come with it: another one that CHROMIUM_PATH names draws
 * letters otherwise. It runs on Linux alone, and so does this.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import chromiumFromNpm from '@sparticuz/chromium';
import type { Browser, Frame } from 'playwright-core';
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
/** Nothing is left to chance: draws, orders and the record number are the same each time, and no machine has a voice to read aloud. */
const NO_CHANCE = `Math.random = () => 0.42;
speechSynthesis.getVoices = () => [];
crypto.getRandomValues = (array) => {
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength).forEach((_, at, bytes) => (bytes[at] = at * 37 + 11));
  return array;
};`;

const PICTURES = path.join(import.meta.dirname, 'pictures');
const DIFFERENT = path.resolve(import.meta.dirname, '../../dist/looks');
const UPDATES = process.env['LOOKS'] === 'update';
const AS_IT_SHOULD = 'Is this how it should look? `npm run looks:update` takes the pictures anew.';
/** Looks of which two in a row must be the same, and how long after each other. */
const REST = { times: 40, milliseconds: 250 };

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
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  browser = await launchBrowser({
    executablePath: await chromiumFromNpm.executablePath(),
    env: { ...env, ...(await npmFonts(folder)) },
  });
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

const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST.milliseconds));

/**
 * Runs in the course until nothing is on its way any more, however long that takes: the headings' face, faces of people, bookmarks,
 * what is loaded, what is saved, and the tick of a section whose end is in view.
 */
function isWhole(): boolean {
  const all = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const elements = all(document);
  const none = (selector: string): boolean => !elements.some((one) => one.matches(selector));
  const end = elements.find((one) => one.matches('.blocks + .end'))?.getBoundingClientRect();
  const ends = end !== undefined && end.bottom > 0 && end.top < innerHeight;
  return (
    [...document.fonts].some(({ family, status }) => family === 'Heading' && status === 'loaded') &&
    none('[aria-busy="true"], .status.saving, :not(:defined)') &&
    elements.every((one) => !one.matches('cm-portrait') || one.shadowRoot?.querySelector('img')) &&
    elements.every((one) => !(one instanceof HTMLImageElement) || one.complete) &&
    (!ends || !none('.segments .here.seen'))
  );
}

async function picture(page: Guest['page'], frame: Frame, size: typeof DESKTOP): Promise<Uint8Array> {
  await frame.waitForFunction(isWhole);
  let before: Buffer | undefined;
  for (let times = 0; times < REST.times; times += 1) {
    const now = await page.screenshot({ clip: { x: 0, y: 0, ...size }, animations: 'disabled' });
    if (before && now.equals(before)) return now;
    before = now;
    await wait();
  }
  throw new Error('The screen does not come to rest.');
}

/** Undefined where it looks as it did; else how much differs, and where the pictures are that show it. */
async function look(guest: Guest, name: string, size: typeof DESKTOP): Promise<string | undefined> {
  const kept = path.join(PICTURES, `${name}.png`);
  const actual = small(await picture(guest.page, guest.frame, size));
  if (UPDATES) {
    await writeFile(kept, actual);
    return undefined;
  }
  const expected = await readFile(kept);
  const { pixels, held, picture: difference } = compare(expected, actual);
  if (held) return undefined;
  const lines = [`${name}: ${pixels} pixels differ`];
  for (const [what, bytes] of Object.entries({ expected, actual, difference })) {
    if (!bytes) continue;
    const file = path.join(DIFFERENT, `${name}-${what}.png`);
    await writeFile(file, bytes);
    lines.push(`  ${what.padEnd(10)} ${file}`);
  }
  return lines.join('\n');
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

const runs = process.platform === 'linux' && process.arch === 'x64';

test.runIf(runs).each(Object.entries(HELD))('%s', async (name, all) => {
  const walk = WALKS.find((one) => one.name === name);
  const guest = await visit();
  const [faults, met]: [string[], string[]] = [[], []];
  await walk?.go(guest, async (screen) => {
    const held = all.find((one) => isNamed(one.screen, screen) && !met.includes(one.file));
    if (!held) return;
    met.push(held.file);
    for (const variant of VARIANTS) {
      await pose(guest, held, variant);
      const fault = await look(guest, `${held.file}-${variant.name}`, variant.size);
      if (fault) faults.push(fault);
    }
    await guest.lms.resize(DESKTOP.width, DESKTOP.height);
  });
  await guest.page.context().close();
  expect(met).toEqual(all.map(({ file }) => file));
  if (faults.length > 0) expect.fail([...faults, AS_IT_SHOULD].join('\n'));
});
