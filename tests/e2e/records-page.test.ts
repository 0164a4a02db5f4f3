/** The workbench's records, check and hand over, from a supervisor's and a coordinator's side: files in, answers out. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { hash } from '../../packaging/hash.ts';
import { launchBrowser } from '../browser.ts';
import { SCORM_12, spoiled, type FileMap } from '../unit/check/packages.ts';
import { faultsOf } from './axe.ts';
import { Bench } from './workbench.ts';

let browser: Browser;
let bench: Bench;
let none: string;

beforeAll(async () => {
  browser = await launchBrowser();
  none = await mkdtemp(path.join(os.tmpdir(), 'no-packages-'));
  bench = await Bench.make(none);
});
afterAll(async () => {
  await browser?.close();
  await bench?.end();
  await rm(none, { recursive: true });
});

async function open(where: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  page.setDefaultTimeout(60_000);
  await page.goto(`${bench.address}/#${where}`);
  return page;
}

interface Named {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const file = (name: string, content: string | Uint8Array, mimeType = 'text/csv'): Named => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

/** As Moodle's Interactions report is downloaded; twelve handed in one form of three questions. */
function interactions(): string {
  const head = ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score', 'The course'];
  const questions = [0, 1, 2].flatMap((n) => [
    `Question ${n}`,
    `Response ${n}`,
    `Right answer ${n}`,
    `Result ${n}`,
  ]);
  const handedIn = Array.from({ length: 12 }, (_, n) => {
    const right = (limit: number): string[] => (n < limit ? ['a', 'a', 'correct'] : ['b', 'a', 'incorrect']);
    const who = n === 0 ? '<b>Bold</b> Ann' : `Person ${n + 1}`;
    const score = n < 6 ? '100' : '40';
    const when = `Wednesday, ${n + 1} November 2026, 1:14 PM`;
    return [
      who,
      `p${n + 1}@example.org`,
      '1',
      when,
      when,
      score,
      score,
      'Q901_One',
      ...right(12),
      'Q902_Two',
      ...right(9),
      'Q903_Three',
      ...right(6),
    ];
  });
  const notYet = [
    'Late Lena',
    'lena@example.org',
    '-',
    '-',
    '-',
    '-',
    'Not attempted',
    ...questions.map(() => ''),
  ];
  return [[...head, ...questions], ...handedIn, notYet]
    .map((cells) => cells.map((cell) => `"${cell}"`).join('\t'))
    .join('\n');
}

describe('a supervisor with a report of Moodle', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('records');
  });
  afterAll(() => page.close());

  const go = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();

  test('drops it in with a file that is none, and is told of both', async () => {
    await page.getByText('Take a report out of your LMS').waitFor();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page
      .locator('#files')
      .setInputFiles([file('interactions.csv', interactions()), file('empty.csv', ' ')]);
    await page.getByText('Moodle’s SCORM report (interactions), 13 rows.').waitFor();
    await page.getByText('empty.csv: This file is empty. Export it again.').waitFor();
  });

  test('sees whom to remind, and who of a list is missing', async () => {
    await page.getByRole('heading', { name: /^Whom to remind: \d+ p/ }).waitFor();
    const names = page.locator('.names li');
    expect((await names.allInnerTexts()).at(0)).toBe('Late Lena not started');
    await page.getByText('Who is expected?').click();
    await page
      .getByLabel('Names or e-mail addresses')
      .fill('lena@example.org\nnobody@example.org\np1@example.org');
    await page.getByRole('button', { name: 'Take this list' }).click();
    await page.getByRole('heading', { name: 'Whom to remind: 2 people' }).waitFor();
    expect(await page.getByText('11 people in the records are not on it.').count()).toBe(1);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
  });

  test('reads how hard the questions are, and a name is never markup', async () => {
    await go('Questions');
    const row = (question: string): Promise<string> =>
      page.getByRole('row', { name: question }).first().innerText();
    expect(await row('Q903 Three')).toMatch(/12\s+50 % \(25 % to 75 %\)/);
    expect(await row('Q901 One')).toMatch(/12\s+100 %/);
    await page.locator('summary', { hasText: 'Q903 Three' }).click();
    const wrong = page.getByRole('region', { name: 'Who chooses what: Q903 Three' }).getByRole('row').nth(1);
    expect(await wrong.innerText()).toMatch(/^[ab]\s/);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await go('People');
    await page.getByRole('link', { name: '<b>Bold</b> Ann' }).click();
    await page.getByRole('heading', { name: '<b>Bold</b> Ann' }).waitFor();
    await page.getByText('the best score is 100 %, in 1 try.').waitFor();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
  });

  test('keeps what was narrowed down in the address, and takes it away as a file', async () => {
    await go('Time');
    await page.getByText('Narrow it down').click();
    await page.getByLabel('Last seen from').fill('2026-11-09');
    await page.waitForURL('**since=2026-11-09**');
    await page.reload();
    await page.getByRole('rowheader', { name: '2026-11-09' }).waitFor();
    expect(await page.getByRole('rowheader', { name: '2026-11-02' }).count()).toBe(0);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'For a spreadsheet: weeks.csv' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('weeks.csv');
  });

  test.each(['now', 'people', 'principles', 'questions', 'dilemmas', 'time', 'thursday'])(
    'finds room for %s on a small phone, in the dark',
    async (view) => {
      const small = await browser.newPage({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
      await small.goto(`${bench.address}/#records/${view}`);
      await small.locator('.counted').first().waitFor();
      expect(await small.evaluate('document.documentElement.scrollWidth')).toBe(320);
      expect(await faultsOf(small.mainFrame())).toEqual([]);
      await small.close();
    },
  );

  test('hides names, in the answers, the address and the file, and shows them again', async () => {
    await go('Principles');
    await page.getByRole('switch', { name: 'Hide names' }).click();
    await page.waitForURL('**names=hidden**');
    await page.getByText('Names are hidden.').waitFor();
    expect(page.url(), 'what could single somebody out is gone').not.toContain('since');
    for (const view of ['Principles', 'Now', 'People', 'Questions', 'Time', 'Thursday']) {
      await go(view);
      await page.locator('wb-records nav [aria-current=page]', { hasText: view }).waitFor();
      await page.locator('.view h2').waitFor();
      const all = await page.locator('wb-records').innerText();
      expect(all, view).not.toMatch(/Lena|Bold|@example|Person \d\d?\b/);
      expect(await faultsOf(page.mainFrame())).toEqual([]);
    }
    await go('People');
    await page.getByRole('rowheader').first().waitFor();
    const labels = await page.getByRole('rowheader').allInnerTexts();
    expect(labels).toHaveLength(14);
    expect(labels.every((label) => /^Person \d{3}$/.test(label))).toBe(true);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'For a spreadsheet: people.csv' }).click();
    const csv = await readFile(await (await saved).path(), 'utf8');
    expect(csv).toContain(labels[0]);
    expect(csv).not.toMatch(/Lena|@example/);
    await page.goto(`${bench.address}/#records/person?person=lena@example.org&names=hidden`);
    await page.reload();
    await page.getByText('Names are hidden.').waitFor();
    expect(page.url()).not.toContain('lena');
    await page.getByRole('rowheader').first().waitFor();
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(labels);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('switch', { name: 'Hide names' }).click();
    await page.getByRole('link', { name: 'Late Lena' }).waitFor();
  });

  test('takes everything out again', async () => {
    await go('Now');
    await page.getByText('Add files, or begin anew').click();
    await page.getByRole('button', { name: 'Take everything out of the records' }).click();
    await page.getByRole('button', { name: 'Take it out' }).click();
    await page.getByText('Take a report out of your LMS').waitFor();
  });
});

async function zip(files: FileMap, folder = ''): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const [name, text] of Object.entries(files))
    archive.file(folder + name, text, { createFolders: false });
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

describe('a coordinator with a zip', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('check');
  });
  afterAll(() => page.close());

  const drop = (name: string, bytes: Uint8Array): Promise<void> =>
    page.locator('input#package').setInputFiles(file(name, bytes, 'application/zip'));

  test('reads what is wrong, where, and what to do', async () => {
    const twice = spoiled(
      SCORM_12,
      'imsmanifest.xml',
      '<title>Tea</title>',
      '<title>Tea</title><title>Twice</title>',
    );
    await drop('twice.zip', await zip(twice));
    await page.getByText('It may work; look at the warnings first.').waitFor();
    const finding = page.locator('article.warning');
    expect(await finding.count()).toBe(1);
    expect(await finding.innerText()).toMatch(/Where\s+imsmanifest.xml, line 6\s[\s\S]*What to do/);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
  });

  test('is offered a zip that is put right, in which nothing is found', async () => {
    await drop('folder.zip', await zip(SCORM_12, 'course/'));
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the mended zip' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('folder-mended.zip');
    await page.locator('input#package').setInputFiles(await saved.path());
    await page.getByText('Nothing speaks against uploading it.').waitFor();
  });
});

describe('a coordinator who hands the course over', () => {
  test('makes the zip that the command line makes', async () => {
    const page = await open('hand-over');
    await page.getByRole('heading', { name: 'Which package' }).waitFor();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.getByRole('button', { name: 'Make the package' }).click();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Save / }).click(),
    ]);
    const made = await readFile(await saved.path());
    const expected = await readFile(path.join(inject('packages'), 'short', saved.suggestedFilename()));
    expect(hash(new Uint8Array(made))).toBe(hash(new Uint8Array(expected)));
    await page.close();
  });
});
