/** `npm run screenshot`: the picture in the README, of the built SCORM 1.2 package in an LMS's frame. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makePackages } from '../packaging/commands/make.ts';
import { unzip } from '../packaging/pack/zip.ts';
import { launchBrowser } from './browser.ts';
import { Lms } from './e2e/lms.ts';
import { PackageServer } from './e2e/server.ts';

const SECTION = 'compass-principles';
const SIZE = { width: 1100, height: 720 };

const out = await mkdtemp(path.join(os.tmpdir(), 'screenshot-'));
const [made] = await makePackages(
  { course: 'course', out, choices: { standards: ['scorm12'] } },
  () => undefined,
);
const server = new PackageServer();
await server.start();
server.addPackage('course', await unzip(await readFile(made?.file ?? '')));
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
const frame = await new Lms('1.2', server, 'course').launch(page, SIZE);
await frame.locator('cm-cover .start').click();
await frame.locator('cm-footer').waitFor({ state: 'attached' });
await frame.evaluate((section) => (location.hash = section), SECTION);
await frame.locator('cm-figure svg').first().scrollIntoViewIfNeeded();
await frame.getByText('Saved', { exact: true }).first().waitFor();
await page.screenshot({ path: 'docs/screenshot.png' });
await browser.close();
await server.stop();
await rm(out, { recursive: true });
