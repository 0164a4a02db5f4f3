/** The site, served below some address without a server of its own: what it makes is what the command line makes. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import check from '../../packaging/commands/check.ts';
import { hash } from '../../packaging/hash.ts';
import { runs } from '../runs.ts';
import { BROKEN } from '../unit/check/broken/index.ts';
import { faultsOf } from './axe.ts';
import { HANDED_OVER } from './build.ts';
import { useStage } from './use-stage.ts';

describe('the site', () => {
  const stage = useStage();
  const packages = inject('packages');

  beforeAll(async () => {
    stage.server.addPackage('training', await filesBelow(path.join(packages, 'site'), 'modules/ethics'));
  });

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await goTo('index.html', options);
    await page.getByRole('heading', { name: 'Which package' }).waitFor();
    return page;
  }

  async function goTo(name: string, options: BrowserContextOptions = {}): Promise<Page> {
    const { page } = await stage.visit(options);
    await page.goto(`${stage.server.origin}/training/modules/ethics/${name}`);
    return page;
  }

  /** Makes and saves, and compares with what the command line wrote under that name. */
  async function sameAs(page: Page, folder: string): Promise<string> {
    await page.getByRole('button', { name: 'Make the package' }).click();
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Save / }).click(),
    ]);
    const name = zip.suggestedFilename();
    const made = await readFile(await zip.path());
    const expected = await readFile(path.join(packages, folder, name));
    expect(hash(new Uint8Array(made)), name).toBe(hash(new Uint8Array(expected)));
    return name;
  }

  test('makes the zip that the command line makes, byte for byte, without a choice', async () => {
    const page = await open();
    expect(await sameAs(page, 'short')).toMatch(/-scorm2004-4\.zip$/);
    await page.getByLabel('Package', { exact: true }).selectOption('offline');
    expect(await sameAs(page, 'short')).toMatch(/-offline\.html$/);
  });

  test('and with every choice made; the sheet is the one that lies beside it', async () => {
    const page = await open();
    const { title = '', organisation = '', accent = '', logo } = HANDED_OVER;
    await page.getByLabel('Your LMS').selectOption('moodle');
    await page.getByLabel('Title', { exact: true }).fill(title);
    await page.getByLabel('Your organisation').fill(organisation);
    await page.getByLabel('Accent colour', { exact: true }).fill(accent);
    await page.getByLabel('Pass mark').fill('75');
    await page.getByLabel('Tries').selectOption('2');
    await page.getByLabel('Order').selectOption('in-order');
    await page.getByLabel('Language at the start').selectOption('es');
    await page.getByLabel('Logo').setInputFiles({
      name: logo?.name ?? '',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(logo?.bytes ?? []),
    });
    await page.getByRole('heading', { name: title }).waitFor();
    // the LMS brought the package that its sheet advises
    expect(await page.getByLabel('Package', { exact: true }).inputValue()).toBe('scorm12');
    expect(await sameAs(page, 'handed-over')).toMatch(
      /-scorm12-pass75-tries2-in-order-es-en-accent7a1f5c-[0-9a-f]{6}-moodle\.zip$/,
    );

    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Save .*-settings-pass75-.*-moodle\.html$/ }).click(),
    ]);
    const beside = path.join(packages, 'handed-over', sheet.suggestedFilename());
    expect(await readFile(await sheet.path(), 'utf8')).toBe(await readFile(beside, 'utf8'));
  });

  test('refuses a wrong choice beside its field, and makes nothing of it', async () => {
    const page = await open();
    await page.getByLabel('Pass mark').fill('101');
    const fault = page.getByText('This takes a whole number from 1 to 100 (per cent).');
    await fault.waitFor();
    await page.getByRole('button', { name: 'Make the package' }).click();
    expect(await page.getByLabel('Pass mark').evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(await page.getByRole('link', { name: /^Save / }).count()).toBe(0);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.getByLabel('Pass mark').fill('75');
    await fault.waitFor({ state: 'hidden' });
  });

  test('refuses an accent that can’t be read, and names the nearest that can', async () => {
    const page = await open();
    const field = page.getByLabel('Accent colour', { exact: true });
    const preview = page.locator('wb-accent-preview');
    await page.getByLabel('Pick the accent colour').fill('#ffcc00');
    expect(await field.inputValue()).toBe('#ffcc00');
    const fault = page.getByText(/^This takes a colour that can be read .*#[0-9a-f]{6} is the nearest/);
    const nearest = /#[0-9a-f]{6}/.exec(await fault.innerText())?.[0] ?? '';
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await field.fill(nearest);
    await fault.waitFor({ state: 'hidden' });
    const colour = await preview
      .locator('.light .press')
      .evaluate((sample) => getComputedStyle(sample).backgroundColor);
    const bytes = [1, 3, 5].map((at) => Number.parseInt(nearest.slice(at, at + 2), 16));
    expect(colour).toBe(`rgb(${bytes.join(', ')})`);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
  });

  test('refuses a logo that could run something, and says why', async () => {
    const page = await open();
    const bytes = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
    await page
      .getByLabel('Logo')
      .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(bytes) });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('script');
  });

  test.each(['light', 'dark'] as const)(
    'is clean for axe in %s, and fits a phone of 320 px',
    async (colorScheme) => {
      const page = await open({ colorScheme, viewport: { width: 320, height: 700 } });
      expect(await faultsOf(page.mainFrame())).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    },
  );

  describe('checks packages', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'dropped-'));
      for (const { name, bytes } of BROKEN) await writeFile(path.join(folder, `${name}.zip`), bytes);
    });
    afterAll(() => rm(folder, { recursive: true }));

    /** Chooses it as a visitor does, and waits until it was looked at. */
    async function look(page: Page, name: string): Promise<void> {
      await page.getByLabel('A package of any vendor').setInputFiles(path.join(folder, `${name}.zip`));
      await page.getByText(`${name}.zip:`).waitFor();
    }

    test('and finds in broken ones what the command line finds', async () => {
      const page = await goTo('check.html');
      // each eighth, which are of all kinds, and all where chance is asked more often: the command line finds out all of them in
      // tests of its own
      for (const { name } of BROKEN.filter((_, at) => at % Math.ceil(8 / runs(1)) === 0)) {
        await look(page, name);
        const shown = await page.locator('article.finding').evaluateAll((articles) =>
          articles.map((article) => ({
            says: article.querySelector('h4')?.textContent,
            places: [...article.querySelectorAll('code')].map(({ textContent }) => textContent),
          })),
        );
        expect(shown, name).toEqual(await saidBy(path.join(folder, `${name}.zip`)));
      }
    });

    test('and offers the mended zip that the command line writes', async () => {
      const page = await goTo('check.html');
      await look(page, 'zipped-on-a-mac-with-its-folder');
      const [zip] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save the mended zip' }).click(),
      ]);
      const out = path.join(folder, zip.suggestedFilename());
      await check([path.join(folder, 'zipped-on-a-mac-with-its-folder.zip'), '--mend', out], SILENT);
      const made = await readFile(await zip.path());
      expect(hash(new Uint8Array(made))).toBe(hash(new Uint8Array(await readFile(out))));
    });

    test('and leaves one that is cancelled', async () => {
      const page = await goTo('check.html');
      // a worker that never begins is a check that takes for ever
      await page.route('**/examine-*.js', () => undefined);
      await page
        .getByLabel('A package of any vendor')
        .setInputFiles(path.join(folder, 'more-than-50-mb.zip'));
      await page.getByRole('progressbar').waitFor();
      expect(await faultsOf(page.mainFrame())).toEqual([]);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByText('Cancelled.').waitFor();
      await page.unrouteAll();
      await look(page, 'in-a-folder');
    });

    test.each(['light', 'dark'] as const)(
      'and is clean for axe in %s, by keyboard alone and on 320 px',
      async (colorScheme) => {
        const page = await goTo('check.html', { colorScheme, viewport: { width: 320, height: 700 } });
        await look(page, 'in-a-folder');
        const save = page.getByRole('button', { name: 'Save the mended zip' });
        await save.waitFor();
        expect(await faultsOf(page.mainFrame())).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        for (let presses = 0; presses < 9; presses++) {
          await page.keyboard.press('Tab');
          if (await save.evaluate((button) => button.matches(':focus-visible'))) return;
        }
        expect.unreachable('Tab never comes to what can be pressed.');
      },
    );
  });

  test('has the course to look at', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Look at the course' }).click();
    await page.locator('cm-header').waitFor();
  });
});

const SILENT = { say: () => undefined, complain: () => undefined };

interface Told {
  severity: string;
  message: string;
  file?: string;
  line?: number;
  more?: readonly { file?: string; line?: number }[];
}

/** The findings of `npm run check -- FILE --json`, in the page's words. */
async function saidBy(file: string): Promise<{ says: string; places: string[] }[]> {
  let said = '';
  await check([file, '--json'], { ...SILENT, say: (text) => (said += text) });
  const { findings } = JSON.parse(said) as { findings: Told[] };
  return findings.map(({ severity, message, file: name, line, more = [] }) => ({
    says: `${severity.charAt(0).toUpperCase()}${severity.slice(1)} ${message}`,
    places: [{ file: name, line }, ...more]
      .flatMap((place) => (place.file === undefined ? [] : [place]))
      .slice(0, 5)
      .map((place) => `${place.file}${place.line === undefined ? '' : `, line ${place.line}`}`),
  }));
}

async function filesBelow(folder: string, prefix: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    files.set(`${prefix}/${name}`, new Uint8Array(await readFile(file)));
  }
  return files;
}
