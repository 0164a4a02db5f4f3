/** The one file of the offline edition, opened from a folder by a browser without a network: from the cover to the certificate. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from './axe.ts';
import { Learner } from './learner.ts';
import { Course, packageFile, unpack, type Made } from './packages.ts';
import { Stage, type Visit } from './stage.ts';
import { IN_FIREFOX, notInFirefox } from './which-browser.ts';

const stage = new Stage();
let folder: string;
let visit: Visit;

beforeAll(async () => {
  await stage.open();
  folder = await mkdtemp(path.join(os.tmpdir(), 'from a stick '));
});
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});
afterEach(() => visit.context.close());

/** A copy with a name that a person might give it. */
async function copy(course: Made, change = (html: string): string => html): Promise<string> {
  const file = path.join(folder, 'The course (1) año.html');
  await writeFile(file, change(await readFile(await packageFile(course, 'offline'), 'utf8')));
  return pathToFileURL(file).href;
}

async function open(address: string, options: BrowserContextOptions = {}, script = ''): Promise<Page> {
  visit = await stage.visit({ offline: true, ...options });
  // the file itself is asked for, and nothing else may be
  visit.watch.allow(/^asked another host: file:[^?]*%20\(1\)%20a%C3%B1o\.html$/);
  if (script) await visit.context.addInitScript(script);
  await visit.page.goto(address);
  return visit.page;
}

describe('the whole course out of one file', () => {
  test('is taken to the certificate, and a closed window loses nothing', async () => {
    const course = new Course(await unpack('short', 'web'));
    const address = await copy('short');
    const page = await open(address);
    await page.locator('cm-cover .start').waitFor();
    await page.locator('cm-footer').waitFor({ state: 'attached' });
    expect(await faultsOf(page.mainFrame())).toEqual([]);

    const first = new Learner(page.mainFrame(), course);
    await first.waitForSection(course.sections[0] ?? '');
    await first.readTo(course.sections.at(-1) ?? '', async () => {
      await first.activities.doAll();
      const pictures = page.locator('main img');
      for (const picture of await pictures.all())
        expect(
          await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
        ).toBeGreaterThan(0);
    });
    await first.waitForStatus('Saved here');
    expect(await first.whoHasMyWork()).toContain('kept on this device, in this browser');
    await page.close();

    const again = await visit.context.newPage();
    await again.goto(address);
    const me = new Learner(again.mainFrame(), course);
    await me.frame.getByText('Welcome back').filter({ visible: true }).waitFor();
    await me.waitForSection(course.sections.at(-1) ?? '');
    await me.openAssessment();
    await me.begin();
    await me.fillIn(() => 'right');
    await me.submit();
    expect(await me.heading()).toBe('You passed');
    expect(await me.whatIsLeft()).toEqual([]);
    await me.goTo('certificate');
    await again.getByLabel(/name/).fill('Ana Rivera');
    const sheet = await me.frame.locator('cm-certificate-page .sheet').innerText();
    expect(sheet).toContain('Ana Rivera');
    expect(sheet).toMatch(/\b[0-9A-Z]{5}-[0-9A-Z]{5}-1\b/);
    expect(sheet).toContain('No learning site has a record');
    expect(await me.saveAndExit()).toContain('open this page again from the same place, in this browser');
    expect(visit.watch.faults).toEqual([]);
  });

  test('shows the people of the real course, in both languages', async () => {
    const page = await open(await copy('real'));
    const course = new Course(await unpack('real', 'scorm12'));
    const me = new Learner(page.mainFrame(), course);
    await page.locator('cm-cover .start').waitFor();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await me.waitForSection(course.sections[0] ?? '');
    const face = page.locator('cm-portrait img').first();
    await face.waitFor();
    expect(
      await face.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
    ).toBeGreaterThan(0);
    await me.chooseLanguage('es');
    await page.locator('html[lang="es"]').waitFor();
    await expect
      .poll(() =>
        page.evaluate(() =>
          [...document.fonts].some(({ family, status }) => family === 'Heading' && status === 'loaded'),
        ),
      )
      .toBe(true);
    expect(visit.watch.faults).toEqual([]);
  });
});

describe('says so', () => {
  test('where the browser keeps nothing', async () => {
    const page = await open(
      await copy('short'),
      {},
      `for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });`,
    );
    const me = new Learner(page.mainFrame(), new Course(await unpack('short', 'web')));
    await me.waitForSection('water-start');
    await me.readOn();
    await page.locator('cm-banners').getByText('This browser keeps nothing for this page').waitFor();
    expect(visit.watch.faults).toEqual([]);
  });

  const shown = (page: Page): Promise<string[]> =>
    page.locator('.plain:visible').evaluateAll((all) => all.map(({ id, className }) => id || className));

  test.each([
    ['in the course', (html: string) => html.slice(0, html.indexOf('id="content/lesson-') + 500)],
    ['in the player', (html: string) => html.slice(0, html.lastIndexOf('<script type="module">') + 5000)],
  ])('that the file was cut short %s', async (_where, cut) => {
    const page = await open(await copy('short', cut));
    await page.locator('#incomplete').waitFor();
    expect(await shown(page)).toEqual(['incomplete']);
    expect(await page.locator('#incomplete').innerText()).toMatch(/incomplete[^]*incompleto/);
  });

  test('that a browser is too old', async () => {
    const page = await open(await copy('short'), {}, 'delete Array.prototype.findLast;');
    await page.locator('#too-old').waitFor();
    expect(await shown(page)).toEqual(['too-old']);
  });

  const WHY = 'scripts can’t be forbidden';
  test.skipIf(IN_FIREFOX)(`that a browser runs no script${notInFirefox(WHY)}`, async () => {
    const still = await open(await copy('short'), { javaScriptEnabled: false });
    expect(await still.locator('noscript p').allInnerTexts()).toEqual([
      expect.stringContaining('save the file first'),
      expect.stringContaining('guarde primero el archivo'),
    ]);
  });
});
