/**
 * `npm run gallery`: a page with every screen of the walks (screens.ts) on a phone, in an LMS's frame and on a desktop, light and dark,
 * in both languages: dist/gallery/index.html, with the pictures beside it.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makePackages } from '../packaging/commands/make.ts';
import { unzip, type Files } from '../packaging/pack/zip.ts';
import { buildPlayer } from '../packaging/player/build.ts';
import { launchBrowser } from './browser.ts';
import { Lms } from './e2e/lms.ts';
import { Course } from './e2e/packages.ts';
import { PackageServer } from './e2e/server.ts';
import { COLOURS, galleryPage, LANGUAGES, pictureOf, SIZES, type Screen } from './gallery-page.ts';
import { WALKS, type Walk, type Walked } from './screens.ts';
import { Guest } from './walks/guest.ts';

const OUT = path.resolve('dist/gallery');
const WINDOW = {
  width: Math.max(...SIZES.map(({ width }) => width)),
  height: Math.max(...SIZES.map(({ height }) => height)),
};

const packages = await filesOfAll();
await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const server = new PackageServer();
await server.start();
for (const [name, files] of Object.entries(packages)) server.addPackage(name, files);
const browser = await launchBrowser();
const screens: Screen[] = [];
for (const [index, one] of WALKS.entries()) {
  // both languages at a time: most of a walk is waiting
  const taken = await Promise.all(LANGUAGES.map((language) => takePictures(one, index, language)));
  screens.push(...(taken[0] ?? []));
  console.log(`${one.name}: ${taken[0]?.length} screens`);
}
await browser.close();
await server.stop();
const page = path.join(OUT, 'index.html');
await writeFile(page, galleryPage(screens));
console.log(`${screens.length} screens: ${page}`);

async function filesOfAll(): Promise<Record<Walked, Files>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gallery-'));
  const player = await buildPlayer();
  const make = async (course: string, standard: 'scorm12' | 'offline'): Promise<Uint8Array> => {
    const choices = { standards: [standard] };
    const [made] = await makePackages({ course, out: folder, choices }, () => undefined, player);
    return readFile(made?.file ?? '');
  };
  const short = 'tests/fixtures/courses/short';
  const packed = {
    short: await unzip(await make(short, 'scorm12')),
    real: await unzip(await make('course', 'scorm12')),
    offline: new Map([['index.html', await make(short, 'offline')]]),
  };
  await rm(folder, { recursive: true });
  return packed;
}

/** One walk in one language: of each screen a picture in each size and colour. */
async function takePictures(
  { name: walk, course, go }: Walk,
  index: number,
  language: string,
): Promise<Screen[]> {
  const context = await browser.newContext({
    locale: `${language}-US`,
    reducedMotion: 'reduce',
    viewport: WINDOW,
  });
  context.setDefaultTimeout(60_000);
  const content = new Course(packages[course === 'real' ? 'real' : 'short'], language);
  const given = { 'cmi.student_preference.language': language };
  const lms = new Lms('1.2', server, course);
  const guest = new Guest(await context.newPage(), lms, content, { given, ...SIZES[2] });
  const taken: Screen[] = [];
  await go(guest, async (name) => {
    const screen = { walk, name, id: `${index + 1}-${taken.length + 1}` };
    taken.push(screen);
    for (const size of SIZES) {
      await lms.resize(size.width, size.height);
      for (const colorScheme of COLOURS) {
        await guest.page.emulateMedia({ colorScheme });
        const file = pictureOf(screen, { size: size.name, colour: colorScheme, language });
        const clip = { x: 0, y: 0, width: size.width, height: size.height };
        await guest.page.screenshot({ path: path.join(OUT, file), clip, animations: 'disabled' });
      }
    }
    await lms.resize(SIZES[2].width, SIZES[2].height);
  });
  await context.close();
  return taken;
}
