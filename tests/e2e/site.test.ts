/** The site, served below some address without a server of its own: what it makes is what the command line makes. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { hash } from '../../packaging/hash.ts';
import { faultsOf } from './axe.ts';
import { HANDED_OVER } from './build.ts';
import { Stage, type Visit } from './stage.ts';

describe('the site', () => {
  const stage = new Stage();
  const packages = inject('packages');
  let visit: Visit | undefined;

  beforeAll(async () => {
    await stage.open();
    stage.server.addPackage('training', await filesBelow(path.join(packages, 'site'), 'modules/ethics'));
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    expect(visit?.watch.faults ?? []).toEqual([]);
    await visit?.context.close();
    visit = undefined;
  });

  async function open(options: Parameters<Stage['visit']>[0] = {}): Promise<Page> {
    visit = await stage.visit(options);
    const { page } = visit;
    await page.goto(`${stage.server.origin}/training/modules/ethics/index.html`);
    await page.getByRole('heading', { name: 'Which package' }).waitFor();
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
    const { title = '', organisation = '', logo } = HANDED_OVER;
    await page.getByLabel('Your LMS').selectOption('moodle');
    await page.getByLabel('Title', { exact: true }).fill(title);
    await page.getByLabel('Your organisation').fill(organisation);
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
    expect(await sameAs(page, 'handed-over')).toMatch(/-scorm12-moodle\.zip$/);

    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Save .*-settings-moodle\.html$/ }).click(),
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

  test('has the course to look at', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Look at the course' }).click();
    await page.locator('cm-header').waitFor();
  });
});

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
