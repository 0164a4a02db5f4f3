/** The workbench's records from a supervisor's side: a report of Moodle in, answers out. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from './axe.ts';
import { file, interactions, useRooms } from './rooms.ts';

const rooms = useRooms();

describe('a supervisor with a report of Moodle', () => {
  let page: Page;
  beforeAll(async () => {
    page = await rooms.open('records');
  });
  afterAll(() => page.close());

  const go = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();

  test('drops it in with a file that is none, and is told of both', async () => {
    await page.getByText('Take a report out of your LMS').waitFor();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    const files = page.locator('#files');
    await files.focus();
    await files.setInputFiles([file('interactions.csv', interactions()), file('empty.csv', ' ')]);
    await page.getByText('Moodle’s SCORM report (interactions), 13 rows.').waitFor();
    const refused = page.getByRole('listitem').filter({ hasText: 'This file is empty. Export it again.' });
    expect(await refused.innerText(), 'its name once').toBe(
      'empty.csv: This file is empty. Export it again.',
    );
  });

  test('comes from the files to the answers with one press, on a phone and by keyboard too', async () => {
    const before = page.viewportSize()!;
    await page.setViewportSize({ width: 390, height: 844 });
    const on = page.getByRole('button', { name: 'See the answers' });
    await on.waitFor();
    const { y } = (await on.boundingBox())!;
    expect(y, 'above what became of the files').toBeLessThan(
      (await page.getByRole('listitem').filter({ hasText: 'interactions.csv' }).boundingBox())!.y,
    );
    await expect.poll(() => page.locator('#files:focus').count()).toBe(1);
    for (let stops = 0; stops < 3; stops += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('h2:focus').innerText()).toBe('Where everybody stands');
    expect(await page.locator('#files').isVisible()).toBe(false);
    const top = async (place: Locator): Promise<number> => (await place.boundingBox())!.y;
    expect(await top(page.getByRole('navigation', { name: 'Records' }))).toBeGreaterThan(-1);
    expect(await top(page.locator('h2:focus'))).toBeLessThan(844 / 2);
    await page.setViewportSize(before);
  });

  test('sees whom to remind, and who of a list is missing', async () => {
    await page.getByRole('heading', { name: /^Whom to remind: \d+ p/ }).waitFor();
    const names = page.locator('.names li');
    expect((await names.allInnerTexts()).at(0)).toBe('Late Lena not started');
    await page.getByText('Who is expected?').click();
    await page
      .getByLabel('Names or e-mail addresses')
      .fill('lena@example.org\nnobody@example.org\np1@example.org');
    await page.getByRole('button', { name: 'Look at this list' }).click();
    await page.getByText('Of these the records know 2 and don’t know 1: nobody@example.org.').waitFor();
    const asked = page.getByRole('heading', { name: 'Is this the list of who is expected?' });
    await expect.poll(() => asked.evaluate((heading) => heading.matches(':focus'))).toBe(true);
    const { y, height } = (await page.locator('section[aria-labelledby="look"]').boundingBox())!;
    // of 900 pixels, but for parts of one
    expect([y > -1, y + height < 901], `in view: ${y}, ${height}`).toEqual([true, true]);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.getByRole('button', { name: 'Take it as the list' }).click();
    await page.getByRole('heading', { name: 'Whom to remind: 2 people' }).waitFor();
    expect(await page.getByText('11 people in the records are not on it.').count()).toBe(1);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
  });

  test('reads how hard the questions are, and a name is never markup', async () => {
    await go('Questions');
    const row = (question: string): Promise<string> =>
      page.getByRole('row', { name: question }).first().innerText();
    expect(await row('Q903 Three')).toMatch(/12\s+50\s% \(25\s% to 75\s%\)/);
    expect(await row('Q901 One')).toMatch(/12\s+100\s%/);
    await page.locator('summary', { hasText: 'Q903 Three' }).click();
    const wrong = page.getByRole('region', { name: 'Who chooses what: Q903 Three' }).getByRole('row').nth(1);
    expect(await wrong.innerText()).toMatch(/^option [ab]\s/);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await go('People');
    await page.getByRole('link', { name: '<b>Bold</b> Ann' }).click();
    await page.getByRole('heading', { name: '<b>Bold</b> Ann' }).waitFor();
    await page.getByText('the best score is 100 %, in 1 try.').waitFor();
    expect(await page.title()).toBe('<b>Bold</b> Ann · Records · Workbench');
    expect(await page.locator('h2:focus').innerText()).toBe('<b>Bold</b> Ann');
    expect(await faultsOf(page.mainFrame())).toEqual([]);
  });

  test('sees pictures that break no rule of the page’s policy', async () => {
    const watched = await rooms.browser.newPage({ viewport: { width: 1280, height: 900 } });
    const seen: string[] = [];
    watched.on('console', (message) => seen.push(message.text()));
    watched.on('pageerror', ({ message }) => seen.push(message));
    for (const [view, pictures] of Object.entries({ now: 1, time: 3 })) {
      await watched.goto(`${rooms.address}/#records/${view}`);
      await watched.locator('.counted').first().waitFor();
      if (pictures > 0)
        await watched
          .locator('wb-picture svg')
          .nth(pictures - 1)
          .waitFor();
      const shown = watched.getByRole('button', { name: /^Save as SVG/ });
      expect(await shown.count(), view).toBe(pictures);
    }
    await watched.goto(`${rooms.address}/#records/questions`);
    await watched.locator('summary', { hasText: 'Q903 Three' }).click();
    await watched.getByRole('img', { name: /^right: option a: \d+ % of the stronger half/ }).waitFor();
    expect(await faultsOf(watched.mainFrame())).toEqual([]);
    expect(seen).toEqual([]);
    await watched.close();
  });

  test('takes a picture away as SVG and as PNG, light though the page is dark', async () => {
    const dark = await rooms.browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });
    await dark.goto(`${rooms.address}/#records/now?due=2026-11-20`);
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
    expect(saved.suggestedFilename()).toMatch(/^weeks-[a-z-]+-\d{4}-\d\d-\d\d\.csv$/);
    const book = page.waitForEvent('download');
    await page.getByRole('link', { name: 'weeks.xlsx' }).click();
    const [sheet, about] = await readExcel(await (await book).path());
    expect(sheet?.sheet).toBe('Week by week');
    expect(about?.data.find(([label]) => label === 'Narrowed to')?.[1]).toBe('Last seen from: 2026-11-09.');
    expect(sheet?.data[0]).toEqual(['Week from', 'People', 'Completed', 'Passed', 'Mean score, %']);
    expect(sheet?.data[1]?.[0]).toBe('2026-11-09');
  });

  test('says on paper which course, which day and what it is narrowed to', async () => {
    const paper = page.locator('.on-paper');
    expect(await paper.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await paper.innerText()).toMatch(
      /^\S.*\. \d{4}-\d\d-\d\d\. Pass mark: \d+\s%, where .* Last seen from: 2026-11-09\.$/,
    );
    await page.emulateMedia({ media: null });
  });

  test.each(['now', 'people', 'principles', 'questions', 'dilemmas', 'time', 'thursday'])(
    'finds room for %s on a small phone, in the dark',
    async (view) => {
      const small = await rooms.browser.newPage({
        viewport: { width: 320, height: 640 },
        colorScheme: 'dark',
      });
      await small.goto(`${rooms.address}/#records/${view}`);
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
    await page.getByText('Names are hidden.', { exact: true }).waitFor();
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
    await page.goto(`${rooms.address}/#records/person?person=lena@example.org&names=hidden`);
    await page.reload();
    await page.getByText('Names are hidden.', { exact: true }).waitFor();
    expect(page.url()).not.toContain('lena');
    // nor the way back from another room
    const ways = page.getByRole('navigation', { name: 'Rooms' });
    await ways.getByRole('link', { name: 'Try' }).click();
    const back = ways.getByRole('link', { name: 'Records' });
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
});
