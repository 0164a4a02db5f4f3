/** The packages that no whole journey is taken in: launch, answer, leave, resume, pass. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import type { Course } from './packages.ts';
import { Stage, type Visit } from './stage.ts';
import { SAYS } from './which-browser.ts';

describe('the other packages', () => {
  const stage = new Stage();
  let visit: Visit;

  beforeAll(() => stage.open());
  afterAll(() => stage.close());
  afterEach(async () => {
    expect(visit.watch.faults).toEqual([]);
    await visit.context.close();
  });

  /** Answers four questions of the form. */
  async function answerSome(me: Learner, course: Course): Promise<void> {
    await me.waitForSection(course.sections[0] ?? '');
    await me.openAssessment();
    await me.begin();
    for (let number = 1; number <= 4; number++) {
      await me.answerShown('right');
      await me.turnPage();
    }
  }

  /** The form goes on at the first open question, with every answer as it was. */
  async function goOnAndPass(me: Learner): Promise<void> {
    await me.frame.locator('cm-start-page .card', { hasText: '4 of 9 questions are answered' }).waitFor();
    await me.begin();
    expect(await me.formPlace()).toEqual({ number: 5, of: 9 });
    await me.fillIn(() => 'right');
    expect((await me.overview()).every((tile) => tile.includes('answered'))).toBe(true);
    await me.submit();
    expect(await me.heading()).toBe('You passed');
    await me.goTo('water-start');
    await me.readTo('leaves-ready');
  }

  test('SCORM 2004 3rd Edition', async () => {
    const course = await stage.put('third', 'short', 'scorm2004-3');
    visit = await stage.visit();
    const lms = new Lms('2004', stage.server, 'third');
    await answerSome(new Learner(await lms.launch(visit.page), course), course);
    await expect.poll(async () => (await lms.look())['cmi.location']).toBe('assessment');
    const left = await lms.leave();
    expect(left['cmi.exit']).toBe('suspend');
    expect(left['cmi.score.raw']).toBeUndefined();
    expect(left['cmi.completion_status']).toBe('incomplete');

    const me = new Learner(await lms.launch(visit.page), course);
    await goOnAndPass(me);
    await expect.poll(async () => (await lms.look())['cmi.completion_status']).toBe('completed');
    expect(lms.held).toMatchObject({
      'cmi.success_status': 'passed',
      'cmi.score.raw': '100',
      'cmi.score.scaled': '1',
      'cmi.location': 'leaves-ready',
      'cmi.interactions.8.result': 'correct',
    });
    await me.waitForStatus('Saved');
    expect(await me.saveAndExit()).toContain('The course: completed');
    expect(await lms.errors()).toEqual([]);
  });

  test('without an LMS: the device keeps it', async () => {
    const course = await stage.put('web', 'short', 'web');
    visit = await stage.visit();
    const { page } = visit;
    const address = `${stage.server.origin}/web/index.html`;
    const kept = (): Promise<string | null> =>
      page.evaluate(() => localStorage.getItem('cm-web|a-good-cup-of-tea'));

    await page.goto(address);
    const first = new Learner(page.mainFrame(), course);
    await answerSome(first, course);
    await first.waitForStatus('Saved here');
    expect(await kept()).toMatch(/^1\.\w{10}\./);
    await page.goto(`${stage.server.origin}/lms/`);

    await page.goto(address);
    const me = new Learner(page.mainFrame(), course);
    await goOnAndPass(me);
    expect(await me.whatIsLeft()).toEqual([]);
    await me.waitForStatus('Saved here');
    expect(await me.frame.locator('cm-remaining-page .stack').innerText()).toContain(
      'Your completion is kept on this device',
    );
    const said = await me.saveAndExit();
    expect(said).toContain('It is kept on this device, in this browser.');
    expect(said).toContain('The assessment: passed with 100%');
    visit.watch.allow(SAYS.requestRefused);
  });
});
