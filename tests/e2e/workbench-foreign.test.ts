/** Packages of somebody else in the workbench: what old courses do, and what the check says beside them. */
import { describe, expect, test } from 'vitest';
import { faultsOf } from './axe.ts';
import { packageFile } from './packages.ts';
import { SCORM_12 } from '../unit/check/packages.ts';
import { rawZip } from '../unit/check/raw-zip.ts';
import { useBench } from './use-bench.ts';
import { Visitor } from './workbench.ts';

const started = useBench('short');

describe('a package of somebody else', () => {
  test('runs as old courses do: climbing, eval, unload, an odd file name', async () => {
    const visitor = await Visitor.bring(
      started.browser,
      started.bench.address,
      'plain-scorm12',
      'Plain and old',
    );
    const course = await visitor.launch({ package: 'Plain and old' });
    await course.getByText('Hello, Rivera, Ana. You need 80.').waitFor();
    await course.getByRole('button', { name: 'Pass' }).click();
    await visitor.leave();
    await expect.poll(() => visitor.facts()).toMatchObject({ Success: 'passed', Score: '90 of 100' });
    expect(await visitor.lines()).toEqual([
      'began the session',
      'score: 90',
      'lowest score: 0',
      'highest score: 100',
      'status: passed',
      'committed: asked the LMS to store it all',
      'ended the session',
    ]);
    await visitor.page.close();
  });

  test('with several SCOs keeps a record of each', async () => {
    const visitor = await Visitor.bring(started.browser, started.bench.address, 'several-scos', 'Two parts');
    const first = await visitor.launch({ package: 'Two parts' });
    await first.getByRole('heading', { name: 'Part 1' }).waitFor();
    await visitor.page.getByLabel('Part of the package').selectOption({ label: 'The second part' });
    const second = await visitor.launch({ package: 'Two parts' });
    await second.getByRole('heading', { name: 'Part 2' }).waitFor();
    await second.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => visitor.facts()).toMatchObject({ Completion: 'completed', Place: 'end of 2' });
    const attempts = visitor.page.locator('wb-report h2');
    expect(await attempts.allInnerTexts()).toEqual([
      'Attempt 1: The second part',
      'Attempt 1: The first part',
    ]);

    // and goes on while another room is looked at
    const { page } = visitor;
    await visitor.show('Calls');
    await page.locator('#topic').selectOption('status');
    const shown = await visitor.lines();
    await visitor.show('Report');
    for (const room of ['Check', 'Records', 'Try'])
      await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click();
    await second.getByRole('heading', { name: 'Part 2' }).waitFor();
    expect(await page.locator('wb-report h2').allInnerTexts()).toHaveLength(2);
    expect(await visitor.lines(), 'as they were filtered').toEqual(shown);
    const elsewhere = page.getByRole('link', { name: 'Open another window' });
    await page.getByLabel('Attempt', { exact: true }).selectOption('review');
    const address = (): Promise<string | null> => elsewhere.getAttribute('href');
    await expect.poll(address).toMatch(/part=second&.*going=review/);
    await page.getByLabel('Attempt', { exact: true }).selectOption('new');
    await expect.poll(address).toContain('going=on');
    await page.getByLabel('Part of the package').selectOption({ label: 'The first part' });
    await expect.poll(address).toMatch(/part=first&.*going=new/);
    await page.close();
  });

  test('that opens a window of its own finds its LMS from there', async () => {
    const visitor = await Visitor.bring(
      started.browser,
      started.bench.address,
      'own-window',
      'A window of its own',
    );
    const door = await visitor.launch({ package: 'A window of its own' });
    const opened = visitor.page.context().waitForEvent('page');
    await door.getByRole('button', { name: 'Start the course' }).click();
    const course = await opened;
    await course.getByText('Hello, Rivera, Ana.').waitFor();
    await course.getByText('colour=green').waitFor();
    await door.getByText('The course is in its own window.').waitFor();
    const closed = course.waitForEvent('close');
    await course.getByRole('button', { name: 'Done' }).click();
    await closed;
    await expect.poll(() => visitor.facts()).toMatchObject({ Completion: 'completed' });
    await expect.poll(() => visitor.lines()).toContain('ended the session');
    await visitor.page.close();
  });

  test('of frames that lead each other works when its fence is taken down, and not before', async () => {
    const visitor = await Visitor.bring(started.browser, started.bench.address, 'frames', 'Frames of old');
    const course = await visitor.launch({ package: 'Frames of old' });
    const refused = visitor.page.waitForEvent('console', (message) => /Unsafe attempt/.test(message.text()));
    const [menu] = course.childFrames();
    await menu!.getByRole('button', { name: 'Next page' }).click();
    await refused;
    await visitor.page.getByRole('checkbox', { name: 'Its frames lead each other' }).check();
    const anew = visitor.page.frameLocator('iframe').frameLocator('iframe');
    await anew.frameLocator('[name=menu]').getByRole('button', { name: 'Next page' }).click();
    await anew.frameLocator('[name=content]').getByText('The second page.').waitFor();
    expect(await faultsOf(visitor.page.mainFrame())).toEqual([]);
    await visitor.page.close();
  });

  test('finds nothing of the workbench, and moves it nowhere', async () => {
    const visitor = await Visitor.bring(started.browser, started.bench.address, 'curious', 'Curious');
    const course = await visitor.launch({ package: 'Curious' });
    await course.getByText('found nothing').waitFor();
    expect(new URL(visitor.page.url()).origin).toBe(started.bench.address);
    expect(
      await visitor.page.getByLabel('Learner', { exact: true }).locator('option').allInnerTexts(),
    ).not.toContain('Intruder');
    await visitor.page.close();
  });
});

test('what the check has against a package stands beside it, it can be looked at whole, and it goes again', async () => {
  const page = await started.browser.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => wrong.push(message.text()));
  await page.goto(started.bench.address);
  const visitor = await Visitor.meet(page);
  const entries = Object.entries(SCORM_12).map(([name, data]) => ({ name, data }));
  await visitor.drop('bad.zip', rawZip([...entries, { name: 'img/', local: { name: '../x' } }]));
  await page.getByText('Check found 1 error:').waitFor();
  expect(await faultsOf(page.mainFrame())).toEqual([]);
  const course = await visitor.launch({ package: 'bad.zip' });

  await page.getByRole('link', { name: 'All that it says' }).click();
  await page.getByText('Mend the errors before you upload it.').waitFor();
  expect(await page.locator('wb-check code').allInnerTexts()).toEqual(['img/']);
  await page.getByLabel('A package of any vendor').setInputFiles(await packageFile('short', 'scorm12'));
  await page.getByText('Nothing was found.').waitFor();
  expect(new URL(page.url()).hash, 'that of the other package').toBe('#check');
  expect(await faultsOf(page.mainFrame())).toEqual([]);

  await page.getByRole('navigation').getByRole('link', { name: 'Try' }).click();
  await page.getByRole('button', { name: 'Remove this package' }).click();
  await page.getByText('Removing bad.zip forgets 1 attempt of 1 learner in it, with every call.').waitFor();
  expect(await faultsOf(page.mainFrame())).toEqual([]);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('The course opens here when you launch it.').waitFor();
  await expect.poll(() => page.getByLabel('Package', { exact: true }).innerText()).not.toContain('bad.zip');
  expect(course.isDetached()).toBe(true);
  expect(wrong).toEqual([]);
  await page.close();
});
