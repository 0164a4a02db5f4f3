/** The workbench's records by the keyboard alone, and by ear: where the focus is after each thing that is done, and what is heard of it. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from './axe.ts';
import { file, interactions, useRooms } from './rooms.ts';

const rooms = useRooms();

describe('a supervisor without a mouse', () => {
  let page: Page;
  beforeAll(async () => {
    page = await rooms.open('records');
    await page.locator('#files').setInputFiles([file('interactions.csv', interactions())]);
    await page.getByText('Moodle’s SCORM report (interactions), 13 rows.').waitFor();
  });
  afterAll(() => page.close());

  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  /** What has the focus, in whichever component. */
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at === document.body ? 'nothing' : ((at?.id || at?.textContent.trim()) ?? '');
    });
  const expectFocus = async (what: string): Promise<void> => {
    await expect.poll(focused).toBe(what);
  };
  const press = async (what: Locator): Promise<void> => {
    await what.focus();
    await page.keyboard.press('Enter');
  };
  const filesOf = async (open: boolean): Promise<void> => {
    await expect
      .poll(async () => {
        const seen = await page.locator('#files').isVisible();
        if (seen !== open) await press(page.getByText('Add files, or begin anew'));
        return seen;
      })
      .toBe(open);
  };

  test('keeps the focus while files are taken in, and hears of those that a cancel left', async () => {
    await filesOf(true);
    await page.route('**/api/records/files?*', () => new Promise(() => undefined));
    await page.locator('#files').focus();
    await page.locator('#files').setInputFiles([file('one.csv', 'x'), file('two.csv', 'y')]);
    await page.getByText('one.csv: on its way …').waitFor();
    await expectFocus('files');
    const chooser = page.waitForEvent('filechooser', { timeout: 500 }).catch(() => 'none');
    await page.keyboard.press('Enter');
    expect(await chooser, 'nothing else can be chosen meanwhile').toBe('none');
    await press(button('Cancel'));
    await page.getByText('one.csv: cancelled; nothing of it was kept.').waitFor();
    await page.getByText('two.csv: not begun, since what came before it was cancelled.').waitFor();
    await expectFocus('files');
    await page.unroute('**/api/records/files?*');
  });

  test('sees how far a file is, without each line of it being read out', async () => {
    const line = (news: unknown): string => `${JSON.stringify(news)}\n`;
    await page.route('**/api/records/files?*', (route) =>
      route.fulfill({ body: line({ read: 7 }) + line({ share: 0.5 }) + line({ failed: 'Not this one.' }) }),
    );
    await page.locator('wb-intake').evaluate(({ shadowRoot }) => {
      const heard: string[] = [];
      new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes)
          for (const one of addedNodes.length > 0 ? addedNodes : [target]) {
            const element = one instanceof Element ? one : one.parentElement;
            const live = element?.closest('[aria-live]')?.getAttribute('aria-live');
            if (live === 'polite') heard.push(one.textContent ?? '');
          }
      }).observe(shadowRoot!, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { heard });
    });
    await page.locator('#files').setInputFiles([file('far.csv', 'x')]);
    await page.getByText('far.csv: Not this one.').waitFor();
    const heard = (await page.evaluate('heard.join(" | ")')) as string;
    expect(heard).toContain('Not this one.');
    expect(heard).not.toMatch(/so far|50\u00A0?%|50 %/);
    await page.unroute('**/api/records/files?*');
  });

  test('says of which activity a report is only when it is said: the arrow keys join nothing', async () => {
    const completion =
      ',"Email address","Tea","","Milk",""\n"Late Lena","lena@example.org","Not completed","","Not completed",""\n';
    await filesOf(true);
    await page.locator('#files').setInputFiles([file('completion.csv', completion)]);
    const report = page.getByLabel('The report “The course”');
    await report.focus();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await report.inputValue()).toBe('Milk');
    expect(asked).not.toContain('PUT /api/records/activities');
    await press(page.getByRole('button', { name: /^It is this one/ }));
    await page.getByText('The report “The course” counts as of “Milk” from now on.').waitFor();
    await expectFocus('Which of Moodle’s activities the SCORM reports are of');
    expect(asked).toContain('PUT /api/records/activities');
  });

  test('chooses what a column means with the keys, and takes no meaning from another on the way', async () => {
    await filesOf(true);
    const table = 'Worker,State,Marks\nZoë Zimmer,Done so far,88\n';
    await page.locator('#files').setInputFiles([file('hr.csv', table)]);
    await page.getByLabel('Worker').selectOption('Person: whole name');
    const state = page.getByLabel('State', { exact: true });
    await state.selectOption('Status (completed, in progress …)');
    await page.getByLabel('Done so far').selectOption('in progress');
    await page.getByLabel('Marks').focus();
    // past the whole name, the status and others
    for (let at = 0; at < 9; at += 1) await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('Marks').inputValue()).toBe('score');
    expect(await page.getByLabel('Worker').inputValue()).toBe('name');
    expect(await state.inputValue()).toBe('status');
    expect(await page.getByLabel('Done so far').inputValue()).toBe('in progress');
    await press(button('Leave this table'));
    await expectFocus('files');
  });

  test('narrows with the keys as one step of the way back, hears it, and keeps its place', async () => {
    await filesOf(false);
    expect(page.url(), 'without the page’s name').toMatch(/#records$/);
    const narrow = page.getByText('Narrow it down', { exact: true });
    await press(narrow);
    const course = page.getByLabel('Course or activity');
    await course.focus();
    const before = page.url();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.url()).toContain('course=Milk');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.url()).toContain('course=Tea');
    await page.getByRole('status').filter({ hasText: 'Course or activity: Tea.' }).waitFor();
    expect(await focused()).toBe('course');
    await page.keyboard.press('Home');
    await page.getByRole('status').filter({ hasText: 'Of all who are in the records.' }).waitFor();
    expect(await focused(), 'the form stays open').toBe('course');
    await page.keyboard.press('ArrowDown');
    await press(button('Show all again'));
    await expectFocus('Narrow it down');
    await page.goBack();
    await expect.poll(() => page.url()).toContain('course=Milk');
    await page.goBack();
    await expect.poll(() => page.url()).toBe(before);
  });

  test('sees what it is narrowed to, though the records have it no longer', async () => {
    await page.goto(`${rooms.address}/#records/now?course=Gone`);
    await page.getByText('Narrow it down (narrowed now)').waitFor();
    expect(await page.getByLabel('Course or activity').inputValue()).toBe('Gone');
    await press(button('Show all again'));
  });

  test('types a day, and its year is one once it is whole', async () => {
    const due = page.getByLabel('Everybody should have finished by');
    const seen: string[] = [];
    page.on('framenavigated', (frame) => seen.push(frame.url()));
    const before = page.url();
    await due.focus();
    await page.keyboard.type('11302026');
    await expect.poll(() => page.url()).toContain('due=2026-11-30');
    await page.getByText('due 2026-11-30').waitFor();
    expect(seen.filter((url) => /due=0/.test(url))).toEqual([]);
    await page.goBack();
    await expect.poll(() => page.url()).toBe(before);
    await expect.poll(() => due.inputValue()).toBe('');
    await due.blur();
    await due.focus();
    await page.keyboard.type('113020');
    expect(await due.inputValue()).toBe('0020-11-30');
    await due.blur();
    expect(await due.inputValue(), 'half a year narrows nothing').toBe('');
  });

  test('asks an LRS that refuses the key, and is where it was', async () => {
    await filesOf(true);
    await page.route('**/api/records/lrs', (route) =>
      route.fulfill({ body: `${JSON.stringify({ failed: 'The LRS doesn’t take this key.' })}\n` }),
    );
    await press(page.getByText('Ask an LRS'));
    for (const field of ['endpoint', 'key', 'secret']) {
      const box = await page.locator(`#${field}`).boundingBox();
      expect(box?.height, field).toBeGreaterThan(43);
      expect(box?.width, field).toBeGreaterThan(300);
    }
    await page.locator('#endpoint').fill('https://lrs.example.org/xapi');
    await page.locator('#key').fill('key');
    await page.locator('#secret').fill('secret');
    await press(button('Take in what it has stored'));
    await page.getByText('The LRS doesn’t take this key.').waitFor();
    await expectFocus('Take in what it has stored');
    await filesOf(false);
  });

  test('goes past a long table of names with one press', async () => {
    await filesOf(true);
    const others = Array.from({ length: 25 }, (_, n) => `Other ${n},In progress`);
    await page.locator('#files').setInputFiles([file('others.csv', `Name,Status\n${others.join('\n')}\n`)]);
    await page.getByText('a table, 25 rows.').waitFor();
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByRole('heading', { name: 'People', exact: true }).waitFor();
    const past = button('Past the table');
    await past.focus();
    expect((await past.boundingBox())?.width, 'it is seen while it has the focus').toBeGreaterThan(80);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expectFocus('Check the number on a certificate');
    expect((await past.boundingBox())?.width).toBe(1);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
  });

  test('has a heading where nobody is, and after somebody is erased', async () => {
    await page.goto(`${rooms.address}/#records/person?person=nobody`);
    await page.getByRole('heading', { name: 'One person' }).waitFor();
    await page.getByRole('link', { name: 'All people' }).click();
    await press(page.getByRole('link', { name: 'Person 12' }));
    await expectFocus('Person 12');
    await press(button('Erase this person …'));
    await page.getByLabel('To go on, write the name').waitFor();
    await page.keyboard.type('Person 12');
    await page.keyboard.press('Enter');
    await page.getByText('Person 12 is no longer in the records.').waitFor();
    await expectFocus('People');
  });

  test('is asked before everything goes, and where the focus is then', async () => {
    await filesOf(true);
    await press(button('Take everything out of the records'));
    await expectFocus('ask');
    await press(button('Keep it'));
    await expectFocus('Take everything out of the records');
    await page.keyboard.press('Enter');
    await press(button('Take it out'));
    await expectFocus('Who has finished, who is stuck, what do we talk about?');
    await page.getByText('Everything was taken out of the records.').waitFor();
  });
});
