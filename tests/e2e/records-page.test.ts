/** The workbench's records, check and hand over, from a supervisor's and a coordinator's side: files in, answers out. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { hash } from '../../packaging/hash.ts';
import { launchBrowser } from '../browser.ts';
import { SCORM_12, spoiled, type FileMap } from '../unit/check/packages.ts';
import { Lrs } from '../../src/lms/lrs.ts';
import { LrsServer } from '../fakes/lrs-server.ts';
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

  test('sees pictures that break no rule of the page’s policy', async () => {
    const watched = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const seen: string[] = [];
    watched.on('console', (message) => seen.push(message.text()));
    watched.on('pageerror', ({ message }) => seen.push(message));
    for (const [view, pictures] of Object.entries({ now: 1, time: 3 })) {
      await watched.goto(`${bench.address}/#records/${view}`);
      await watched.locator('.counted').first().waitFor();
      if (pictures > 0)
        await watched
          .locator('wb-picture svg')
          .nth(pictures - 1)
          .waitFor();
      const shown = watched.getByRole('button', { name: /^Save as SVG/ });
      expect(await shown.count(), view).toBe(pictures);
    }
    await watched.goto(`${bench.address}/#records/questions`);
    await watched.locator('summary', { hasText: 'Q903 Three' }).click();
    await watched.getByRole('img', { name: /^right: a: \d+ % of the stronger half/ }).waitFor();
    expect(await faultsOf(watched.mainFrame())).toEqual([]);
    expect(seen).toEqual([]);
    await watched.close();
  });

  test('takes a picture away as SVG and as PNG, light though the page is dark', async () => {
    const dark = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });
    await dark.goto(`${bench.address}/#records/now?due=2026-11-20`);
    await dark.locator('wb-picture svg').waitFor();
    const save = async (name: string): Promise<Buffer> => {
      const saved = dark.waitForEvent('download');
      await dark.getByRole('button', { name }).click();
      const download = await saved;
      expect(download.suggestedFilename()).toMatch(/^now-\d{4}-\d\d-\d\d\.(svg|png)$/);
      return readFile(await download.path());
    };
    const svg = (await save('Save as SVG')).toString();
    const found = await dark.evaluate((text) => {
      const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
      const all = [...drawing.querySelectorAll('*')];
      return {
        names: [...new Set(all.map(({ localName }) => localName))],
        events: all
          .flatMap(({ attributes }) => [...attributes])
          .filter(({ name }) => /^(on|href|style)/.test(name)),
        words: all.map(({ textContent }) => textContent).join(' '),
        ground: drawing.querySelector('rect')?.getAttribute('fill'),
      };
    }, svg);
    expect(
      found.names.filter((name) => !['svg', 'g', 'rect', 'text', 'defs', 'pattern'].includes(name)),
    ).toEqual([]);
    expect(found.events).toEqual([]);
    expect(found.ground).toBe('#ffffff');
    expect(svg, 'no colour waits for a theme').not.toContain('var(');
    expect(found.words).toContain('How many stand where');
    expect(found.words).toContain('Each person counts once');
    expect(found.words).toContain('Should have finished by: 2026-11-20.');
    expect(found.words).toMatch(/\d{4}-\d\d-\d\d/);
    const png = await save('Save as PNG');
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    expect(png.readUInt32BE(16), 'twice as fine').toBe(1920);
    await dark.evaluate(() => {
      HTMLCanvasElement.prototype.toBlob = (done) => done(null);
    });
    await dark.getByRole('button', { name: 'Save as PNG' }).click();
    await dark.getByRole('alert').filter({ hasText: 'Save it as SVG' }).waitFor();
    expect(await faultsOf(dark.mainFrame())).toEqual([]);
    await save('Save as SVG');
    expect(await dark.getByText('could not make a PNG').count()).toBe(0);
    await dark.close();
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
      page.getByRole('link', { name: 'weeks.csv' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('weeks.csv');
    const book = page.waitForEvent('download');
    await page.getByRole('link', { name: 'weeks.xlsx' }).click();
    const [sheet] = await readExcel(await (await book).path());
    expect(sheet?.data[0]).toEqual(['week', 'people', 'completed', 'passed', 'mean_score']);
    expect(sheet?.data[1]?.[0]).toBe('2026-11-09');
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
    const views = {
      Principles: 'Principles',
      Now: 'Where everybody stands',
      People: 'People',
      Questions: 'Questions',
      Time: 'Time',
      Thursday: 'Thursday',
    };
    for (const [view, heading] of Object.entries(views)) {
      await go(view);
      await page.locator('.view h2', { hasText: heading }).waitFor();
      const all = await page.locator('wb-records').innerText();
      expect(all, view).not.toMatch(/Lena|Bold|@example|Person \d\d?\b/);
      expect(await faultsOf(page.mainFrame())).toEqual([]);
    }
    await go('Now');
    await page.getByText('While names are hidden nobody is listed one by one.').waitFor();
    // one of fourteen has not started, another was on a list alone; six have passed, six not
    expect(await page.locator('dl.figures').innerText()).not.toMatch(/\b[1-4] of/);
    const picture = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as SVG' }).click();
    const drawing = await readFile(await (await picture).path(), 'utf8');
    expect(drawing).toContain('Names are hidden.');
    expect(drawing).not.toMatch(/Lena|Bold|@example|Person/);
    await go('People');
    await page.locator('.view h2', { hasText: 'People' }).waitFor();
    // the rows of the view before stand there until the answer has come
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(14);
    const labels = await page.getByRole('rowheader').allInnerTexts();
    expect(labels).toHaveLength(14);
    expect(labels.every((label) => /^Person \d{3}$/.test(label))).toBe(true);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'people.csv' }).click();
    const csv = await readFile(await (await saved).path(), 'utf8');
    expect(csv).toContain(labels[0]);
    expect(csv).not.toMatch(/Lena|@example/);
    await page.goto(`${bench.address}/#records/person?person=lena@example.org&names=hidden`);
    await page.reload();
    await page.getByText('Names are hidden.').waitFor();
    expect(page.url()).not.toContain('lena');
    // nor the way back from another room
    const rooms = page.getByRole('navigation', { name: 'Rooms' });
    await rooms.getByRole('link', { name: 'Try' }).click();
    const back = rooms.getByRole('link', { name: 'Records' });
    await expect.poll(() => back.getAttribute('href')).toBe('#records/people?names=hidden');
    await back.click();
    await page.getByRole('rowheader').first().waitFor();
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(labels);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('switch', { name: 'Hide names' }).click();
    await page.getByRole('link', { name: 'Late Lena' }).waitFor();
  });

  test('erases one person, whose name has to be written', async () => {
    await page.getByRole('link', { name: 'Person 12' }).click();
    await page.getByRole('button', { name: 'Erase this person …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase Person 12?' });
    const erase = dialog.getByRole('button', { name: 'Erase for good' });
    expect(await erase.isDisabled()).toBe(true);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    await dialog.getByLabel('To go on, write the name').fill('person 12');
    await erase.click();
    await page.getByText('Person 12 is no longer in the records.').waitFor();
    await page.getByRole('link', { name: 'Late Lena' }).waitFor();
    expect(await page.getByRole('link', { name: 'Person 12' }).count()).toBe(0);
  });

  test('says what a table of another system means, once, and can change and forget it', async () => {
    const headings = 'Arbeitskraft;Stand;Punkte;Fertig am;Bemerkung';
    const table = `${headings}\nZoë Zimmer;Erledigt;95;31.10.2026;x\nYan Yilmaz;Offen;;;y\n`;
    await page.getByText('Add files, or begin anew').click();
    await page.locator('#files').setInputFiles([file('kurse.csv', table)]);
    await page.getByRole('heading', { name: 'What do the columns of “kurse.csv” mean?' }).waitFor();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    const take = page.getByRole('button', { name: 'Take the table in' });
    await page.getByText('Still missing: a column that names the person.').waitFor();
    expect(await take.isDisabled()).toBe(true);
    await page.getByLabel('Arbeitskraft').selectOption('Person: whole name');
    await page.getByLabel('Stand', { exact: true }).selectOption('Status (completed, in progress …)');
    await page.getByLabel('Punkte').selectOption('Score');
    await page.getByLabel('Erledigt').selectOption('completed');
    await page.getByLabel('Offen').selectOption('in progress');
    const read = page.getByRole('region', { name: 'The first rows, as they would be read' });
    await read.getByRole('row', { name: /Zoë Zimmer completed 95 %/ }).waitFor();
    await read.getByRole('row', { name: /Yan Yilmaz incomplete/ }).waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await take.click();
    const taken = page.getByText('a table, read as its headings were explained, 2 rows.');
    await taken.waitFor();
    await page
      .locator('#files')
      .setInputFiles([file('next week.csv', `${headings}\nXia Xu;Erledigt;80;;\n`)]);
    await page.getByText('a table, read as its headings were explained, 1 row.').waitFor();
    await page.getByText('1 kind of table that is known here by its headings').click();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel('Punkte').selectOption('not needed');
    await page.getByRole('button', { name: 'Keep this' }).click();
    await page.locator('#files').setInputFiles([file('third.csv', `${headings}\nWim Wolf;Erledigt;70;;\n`)]);
    await page.getByText('a table, read as its headings were explained, 1 row.').waitFor();
    await go('People');
    expect(await page.getByRole('row', { name: 'Xia Xu' }).innerText()).toContain('80 %');
    expect(await page.getByRole('row', { name: 'Wim Wolf' }).innerText()).not.toContain('70 %');
    await page.getByRole('button', { name: 'Forget' }).click();
    await page.getByText('1 kind of table').waitFor({ state: 'detached' });
    await page.getByText('Add files, or begin anew').click();
  });

  test('gives a list as who is expected, says of which activity a report is, and that two are one person', async () => {
    await page.getByText('Add files, or begin anew').click();
    const participants = 'First name,Last name,Email address,Groups\nLate,Lena,lena@example.org,North\n';
    await page.locator('#files').setInputFiles([file('participants.csv', participants)]);
    await page.getByText('This looks like a list of people').waitFor();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.getByRole('button', { name: 'Take it as the list of who is expected' }).click();
    await page.getByText('The list has 1 person.').waitFor();
    const completion = ',"Email address","Tea",""\n"Late Lena","lena@example.org","Not completed",""\n';
    const byName = 'About us,2026\nName,Status\nlate lena,Completed\n';
    await page
      .locator('#files')
      .setInputFiles([file('completion.csv', completion), file('names.csv', byName)]);
    await page.getByLabel('The report “The course”').selectOption('Tea');
    await page.getByLabel('The report “The course”').waitFor({ state: 'detached' });
    await page.getByLabel('The headings stand in').selectOption('line 2: Name · Status');
    await page.getByRole('row', { name: 'late lena completed' }).waitFor();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'Take the table in' }).click();
    await page.getByText('Add files, or begin anew').click();
    await page.getByRole('heading', { name: 'Same person?' }).waitFor();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.getByRole('button', { name: 'They are one person' }).click();
    await page.getByText('1 person was said to be somebody else here').click();
    await page.getByRole('button', { name: 'They are two' }).click();
    await page.getByRole('heading', { name: 'Same person?' }).waitFor();
  });

  test('takes everything out again', async () => {
    await go('Now');
    await page.getByText('Add files, or begin anew').click();
    await page.getByRole('button', { name: 'Take everything out of the records' }).click();
    await page.getByRole('button', { name: 'Take it out' }).click();
    await page.getByText('Take a report out of your LMS').waitFor();
  });
});

describe('a supervisor with an LRS', () => {
  test('asks it by its address and key, which stand nowhere afterwards', async () => {
    const server = new LrsServer(new Lrs());
    await server.start();
    server.lrs.statements.push({
      id: '00000000-0000-4000-8000-000000000001',
      actor: { name: 'Lee Rs', mbox: 'mailto:lee@example.org' },
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } },
      object: { id: 'https://example.org/course' },
      context: { registration: 'r' },
      timestamp: '2026-03-01T09:00:00Z',
      stored: '2026-03-01T09:00:01Z',
    });
    const page = await open('records');
    await page.getByText('Ask an LRS').click();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    const ask = async (address: string): Promise<void> => {
      await page.getByLabel('Address, such as').fill(address);
      await page.getByLabel('Key, or name of the user').fill('user');
      await page.getByLabel('Secret').fill('secret');
      await page.getByRole('button', { name: 'Take in what it has stored' }).click();
    };
    await ask('http://lrs.example.org/xapi/');
    await page.getByText('The address must begin with https://').waitFor();
    expect(await page.getByLabel('Secret').inputValue()).toBe('');
    await ask(server.lrs.endpoint);
    await page.getByText('1 new statement taken in.').waitFor();
    expect(await page.getByText('The address must begin with https://').count()).toBe(0);
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByRole('row', { name: 'Lee Rs' }).waitFor();
    await page.close();
    await server.stop();
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
