/** The workbench from a visitor's side: launch, watch, report, come back. */
import { describe, expect, test } from 'vitest';
import { faultsOf } from './axe.ts';
import { Learner } from './learner.ts';
import { Course, unpack } from './packages.ts';
import { useBench } from './use-bench.ts';
import { call, COMMIT, Visitor } from './workbench.ts';

const started = useBench('short');

/** The whole of the short course. */
async function passWithOneWrong(me: Learner): Promise<void> {
  await me.waitForSection('water-start');
  await me.readTo('leaves-ready');
  await me.readOn();
  await me.begin();
  await me.fillIn((_, position) => (position === 1 ? 'wrong' : 'right'));
  await me.submit();
  expect(await me.heading()).toBe('You passed');
  await me.waitForStatus('Saved');
}

describe('a learner passes the short course in the workbench', () => {
  let visitor: Visitor;

  test('and the report, the log and a second start know it', async () => {
    const course = new Course(await unpack('short', 'scorm12'));
    visitor = await Visitor.come(started.browser, started.bench.address);
    expect(await faultsOf(visitor.page.mainFrame())).toEqual([]);

    const me = new Learner(await visitor.launch({ package: 'SCORM 1.2', lms: 'Strict' }), course);
    await passWithOneWrong(me);

    // it is told anew whenever something was stored
    await expect
      .poll(() => visitor.facts())
      .toMatchObject({ Completion: 'completed', Success: 'passed', 'Ticked as done': 'yes' });
    const facts = await visitor.facts();
    expect(facts['Score']).toMatch(/^\d+(\.\d+)? of 100$/);
    const answers = await visitor.answers();
    expect(answers).toHaveLength(9);
    expect(answers.filter((row) => row.endsWith('wrong'))).toHaveLength(1);
    expect(await faultsOf(visitor.page.mainFrame())).toEqual([]);

    const lines = await visitor.lines();
    expect(lines).toContain('status: passed');
    expect(lines.filter((line) => /^answer to .+: wrong$/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /refused|tried/.test(line))).toEqual([]);
    expect(await faultsOf(visitor.page.mainFrame())).toEqual([]);
    await visitor.leave();

    await started.bench.stop();
    await started.bench.start();
    await visitor.page.reload();
    await visitor.page.getByLabel('Package', { exact: true }).waitFor();
    const again = new Learner(await visitor.launch({ package: 'SCORM 1.2', lms: 'Strict' }), course);
    await again.enter();
    expect(await visitor.facts()).toMatchObject(facts);
    expect((await visitor.lines()).slice(0, 1)).toEqual(['began the session']);

    await visitor.show('Report');
    await visitor.page.getByText('Launches (2)').click();
    await visitor.page
      .getByRole('button', { name: /^Show \d+ calls$/ })
      .first()
      .click();
    await visitor.page.getByText('These are the calls of an earlier launch.').waitFor();
    expect((await visitor.lines()).slice(0, lines.length)).toEqual(lines);
    await visitor.page.getByRole('button', { name: 'Back to this one' }).click();
    expect(await visitor.lines()).not.toContain('status: passed');
  });

  test('and is forgotten when the learner is reset', async () => {
    await visitor.show('Report');
    await visitor.page.getByRole('button', { name: 'Reset this learner' }).click();
    await visitor.page.getByRole('button', { name: 'Forget them' }).click();
    await visitor.page.getByText('The LMS holds nothing').waitFor();
    await visitor.page.close();
  });
});

describe('two devices of one learner', () => {
  test('meet in the LMS and share nothing else', async () => {
    const here = await Visitor.bring(
      started.browser,
      started.bench.address,
      'plain-scorm12',
      'Plain and old',
    );
    const desk = await here.launch({ package: 'Plain and old', lms: 'Strict', going: 'A new one' });
    await desk.getByText('Hello, Rivera, Ana').waitFor();
    await desk.evaluate(() => {
      localStorage.setItem('mine', '1');
      document.cookie = 'mine=1';
    });
    expect(await call(desk, "LMSSetValue('cmi.core.lesson_location', 'desk')", COMMIT)).toBe('true,true');

    const opened = here.page.context().waitForEvent('page');
    await here.page.getByRole('link', { name: 'Open another window' }).click();
    const other = await Visitor.meet(await opened);
    expect(await other.page.getByLabel('Device').inputValue()).toBe('1');
    const phone = await other.launch({ package: 'Plain and old', lms: 'Strict' });
    await phone.getByText('Hello, Rivera, Ana').waitFor();
    expect(await call(phone, "LMSGetValue('cmi.core.lesson_location')")).toBe('desk');
    expect(await phone.evaluate(() => [localStorage.getItem('mine'), document.cookie])).toEqual([null, '']);

    // each sends what changed: neither wipes what the other stored
    await call(phone, "LMSSetValue('cmi.suspend_data', 'of the phone')", COMMIT);
    await call(desk, "LMSSetValue('cmi.core.lesson_location', 'desk again')", COMMIT);
    await expect
      .poll(() => here.facts())
      .toMatchObject({ Place: 'desk again', 'Saved state': '12 characters' });
    await here.page.close();
    await other.page.close();
  });
});

describe('a course that speaks to an LRS', () => {
  test('in xAPI is passed: the log and the report say so, and a second start goes on', async () => {
    const visitor = await Visitor.come(started.browser, started.bench.address);
    const course = new Course(await unpack('short', 'xapi'));
    const me = new Learner(await visitor.launch({ package: 'xAPI', lms: 'Strict LRS' }), course);
    await passWithOneWrong(me);

    // it is told anew whenever something was stored
    await expect.poll(() => visitor.facts()).toMatchObject({ Completion: 'completed', Success: 'passed' });
    const facts = await visitor.facts();
    expect(facts['Score']).toMatch(/^\d+(\.\d+)? of 100$/);
    const answers = await visitor.answers();
    expect(answers).toHaveLength(9);
    expect(answers.filter((row) => row.endsWith('wrong'))).toHaveLength(1);
    const lines = await visitor.lines();
    expect(lines).toContain('initialized A good cup of tea');
    expect(lines.filter((line) => /passed A good cup of tea, \d/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /refused|tried/.test(line))).toEqual([]);
    await visitor.leave();
    await expect.poll(async () => (await visitor.lines()).at(-1)).toMatch(/^terminated/);

    await started.bench.stop();
    await started.bench.start();
    await visitor.page.reload();
    await visitor.page.getByLabel('Package', { exact: true }).waitFor();
    const again = new Learner(await visitor.launch({ package: 'xAPI', lms: 'Strict LRS' }), course);
    await again.frame.getByText('Welcome back').filter({ visible: true }).waitFor();
    expect(await visitor.facts()).toMatchObject({ Completion: 'completed', Success: 'passed' });
    await visitor.page.close();
  });

  test('in cmi5 is launched, judged, refused by hand, and sent back', async () => {
    const visitor = await Visitor.come(started.browser, started.bench.address);
    const course = new Course(await unpack('short', 'cmi5'));
    const me = new Learner(await visitor.launch({ package: 'cmi5', lms: 'CATAPULT' }), course);
    await me.waitForSection('water-start');
    await me.waitForStatus('Saved');
    expect((await visitor.lines()).at(0)).toBe('initialized A good cup of tea');

    await visitor.fault('The connection', 'Server error');
    await me.readOn();
    await expect
      .poll(() => visitor.lines())
      .toContainEqual(expect.stringMatching(/^tried: .* refused with 503/));
    await visitor.allWell();
    await me.waitForStatus('Saved');
    expect(await visitor.facts()).toMatchObject({
      Completion: 'incomplete',
      'Next launch': 'goes on where it was',
    });
    expect(await faultsOf(visitor.page.mainFrame())).toEqual([]);

    await me.input.press(me.frame.locator('cm-header .exit'));
    await visitor.page.getByText('The course was left').waitFor();
    expect((await visitor.lines()).at(-1)).toMatch(/^terminated/);
    await visitor.page.close();
  });
});

test('Try is clean for axe in the dark and fits a phone of 320 px, and its log is copied with what was tried', async () => {
  const page = await started.browser.newPage({
    colorScheme: 'dark',
    viewport: { width: 320, height: 700 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(started.bench.address);
  const visitor = await Visitor.meet(page);
  // what most LMSs take stands first
  const offered = page.locator('#package optgroup').first().locator('option');
  await expect
    .poll(async () => (await offered.allInnerTexts()).map((words) => words.split(':')[0]))
    .toEqual([
      'SCORM 1.2',
      'SCORM 2004 3rd Edition',
      'SCORM 2004 4th Edition',
      'cmi5',
      'xAPI (tincan.xml)',
      'Web (no LMS)',
    ]);
  for (const more of ['Add any zip', 'Add a learner']) await page.getByText(more).click();
  await visitor.launch({ package: 'SCORM 1.2', lms: 'Strict' });
  for (const view of ['Report', 'Faults', 'Calls'] as const) {
    await visitor.show(view);
    expect(await faultsOf(page.mainFrame()), view).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBe(320);
  }
  await page.getByText('began the session').waitFor();
  await page.getByRole('button', { name: 'Copy for a bug report' }).click();
  await page
    .getByText(/calls were copied/)
    .first()
    .waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Package: A good cup of tea \(SCORM 1\.2\), .*\.zip, part .+\nLMS: strict; /);
  expect(copied).toMatch(/\nLearner: Rivera, Ana\nBrowser: .*Chrome/);
  expect(copied).toContain('began the session');
  await page.close();
});
