/** What a supervisor keeps in the workbench's records, changes and takes out of it again; and what comes from an LRS. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Lrs } from '../../src/lms/lrs.ts';
import { LrsServer } from '../fakes/lrs-server.ts';
import { faultsOf } from './axe.ts';
import { file, interactions, useRooms } from './rooms.ts';

const rooms = useRooms();

describe('a supervisor with records', () => {
  let page: Page;
  beforeAll(async () => {
    page = await rooms.open('records');
    await page.locator('#files').setInputFiles([file('interactions.csv', interactions())]);
    await go('People');
  });
  afterAll(() => page.close());

  const go = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();

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
    await page
      .getByText('Still to say: what “Erledigt”, “Offen” stands for; what the highest score is.')
      .waitFor();
    expect(await take.isDisabled(), 'nothing is taken for said').toBe(true);
    await page.getByLabel('The score of somebody who has everything right').fill('100');
    await page.getByLabel('Erledigt').selectOption('completed');
    await page.getByLabel('Offen').selectOption('says nothing: pass over it');
    await page.getByText('Still to say').waitFor({ state: 'detached' });
    expect(await take.isDisabled()).toBe(false);
    await page.getByLabel('Offen').selectOption('in progress');
    const read = page.getByRole('region', { name: 'The first rows, as they would be read' });
    await read.getByRole('row', { name: /Zoë Zimmer completed 95 %/ }).waitFor();
    await read.getByRole('row', { name: /Yan Yilmaz in progress/ }).waitFor();
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
    // a table that is dropped in before it is kept waits for it
    const kept = '**/api/records/explained';
    await page.route(kept, async (route) => {
      if (route.request().method() === 'PUT') await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.getByRole('button', { name: 'Keep this' }).click();
    await page.locator('#files').setInputFiles([file('third.csv', `${headings}\nWim Wolf;Erledigt;70;;\n`)]);
    await page.getByText('third.csv: a table, read as its headings were explained, 1 row.').waitFor();
    await page.unroute(kept);
    await go('People');
    expect(await page.getByRole('row', { name: 'Xia Xu' }).innerText()).toContain('80\u00A0%');
    expect(await page.getByRole('row', { name: 'Wim Wolf' }).innerText()).not.toContain('70\u00A0%');
    await page.getByRole('button', { name: 'Forget' }).click();
    await page.getByText('1 kind of table').waitFor({ state: 'detached' });
    await page.getByText('Add files, or begin anew').click();
  });

  test('asks of several tables one after the other, and of each what isn’t understood in it and nothing else', async () => {
    await page.getByText('Add files, or begin anew').click();
    const dated = 'Mitarbeiter;Ergebnis;Seen on\nUte Uhl;Gut;03/04/2026\n';
    const scored = 'Mitarbeiter,Result,Remark\nVic Voss,88%,x\n';
    await page.locator('#files').setInputFiles([file('dated.csv', dated), file('scored.csv', scored)]);
    await page
      .getByText('2 tables wait to be explained, one after the other: first “dated.csv”, then “scored.csv”.')
      .waitFor();
    const take = page.getByRole('button', { name: 'Take the table in' });
    await page.getByLabel('Mitarbeiter').selectOption('Person: whole name');
    await page.getByLabel('Ergebnis').selectOption('Passed or failed');
    await page.getByLabel('Seen on').selectOption('Date: last seen');
    await page.getByText('Still to say: what “Gut” stands for; which number of a date is the day.').waitFor();
    expect(await take.evaluate((button) => getComputedStyle(button).opacity)).toBe('0.5');
    await page.getByLabel('No date in this table tells').selectOption('day first: 31.12.2026');
    await page.getByLabel('Ergebnis').selectOption('not needed');
    await page.getByLabel('Gut').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Leave this table' }).click();
    await page.getByRole('heading', { name: 'What do the columns of “scored.csv” mean?' }).waitFor();
    await page.getByText('wait to be explained').waitFor({ state: 'detached' });
    await page.getByLabel('Mitarbeiter').selectOption('Person: whole name');
    await page.getByRole('row', { name: 'Vic Voss 88 %' }).waitFor();
    expect(await page.getByLabel('Result').inputValue()).toBe('score');
    expect(await page.getByLabel('The score of somebody who has everything right').count()).toBe(0);
    expect(await take.isDisabled()).toBe(false);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.getByRole('button', { name: 'Leave this table' }).click();
    await page.getByText('Add files, or begin anew').click();
  });

  test('gives a list as who is expected, says of which activity a report is, and that two are one person', async () => {
    await page.getByText('Add files, or begin anew').click();
    const participants = 'First name,Last name,Email address,Groups\nLate,Lena,lena@example.org,North\n';
    await page.locator('#files').setInputFiles([file('participants.csv', participants)]);
    await page.getByText('This looks like a list of people').waitFor();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.getByRole('button', { name: 'Take it as the list of who is expected' }).click();
    await page.getByText('It names 1 person, the first of them Late Lena.').waitFor();
    // how the records stand now is told late, when another table waits already
    let tell = (): void => {};
    const told = new Promise<void>((resolve) => (tell = resolve));
    await page.route(
      /\/api\/records\?/,
      async (route) => {
        const response = await route.fetch();
        await told;
        await route.fulfill({ response });
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: /^Take it (as the list|all the same)$/ }).click();
    await page.getByText('The list has 1 person.').waitFor();
    const completion = ',"Email address","Tea",""\n"Late Lena","lena@example.org","Not completed",""\n';
    const byName = 'About us,2026\nName,Status\nlate lena,Completed\n';
    await page
      .locator('#files')
      .setInputFiles([file('completion.csv', completion), file('names.csv', byName)]);
    await page.getByLabel('The report “The course”').selectOption('Tea');
    await page.getByRole('button', { name: 'It is this one' }).click();
    await page.getByLabel('The report “The course”').waitFor({ state: 'detached' });
    await page.getByLabel('The headings stand in').selectOption('line 2: Name · Status');
    await page.getByRole('row', { name: 'late lena completed' }).waitFor();
    const late = page.waitForResponse(/\/api\/records\?/);
    tell();
    await late;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    expect(await page.getByRole('row', { name: 'late lena completed' }).count()).toBe(1);
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
    const page = await rooms.open('records');
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
