/**
 * What goes wrong in front of learners: an LMS that is absent, late or broken, a lost connection, damaged state, a
 * browser that keeps nothing, a closed tab. Each time the learner reads on, is told the truth, and loses nothing that
 * the device or the LMS kept.
 */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { Learner } from './learner.ts';
import { Lms, type LaunchOptions } from './lms.ts';
import { count, expectedInteraction, row } from './records.ts';
import type { Visit } from './stage.ts';
import { useStage } from './use-stage.ts';
import { SAYS } from './which-browser.ts';

describe('when things go wrong', () => {
  const stage = useStage('tea', 'short', 'scorm12');
  let visit: Visit;
  let lms: Lms;

  beforeEach(async () => {
    visit = await stage.visit();
    lms = new Lms('1.2', stage.server, 'tea');
  });

  async function launch(options: LaunchOptions = {}, page: Page = visit.page): Promise<Learner> {
    return new Learner(await lms.launch(page, options), stage.course);
  }

  /** A first visit in which two sections are read and saved. */
  async function readAndLeave(): Promise<void> {
    const me = await launch();
    await me.waitForSection('water-start');
    await me.readOn();
    await me.readToTheEnd();
    await me.waitForStatus('Saved');
    await lms.leave();
  }

  /** Back at a section without being asked anything but where to begin. */
  async function resumeAt(
    section: string,
    options: LaunchOptions = {},
    page: Page = visit.page,
  ): Promise<Learner> {
    const me = await launch(options, page);
    await me.resume();
    await me.waitForSection(section);
    return me;
  }

  describe('no LMS answers', () => {
    test.each(['absent', 'throws'] as const)(
      'API %s: one reads on, and the work is offered later',
      async (fault) => {
        const me = await launch({ fault });
        await me.waitForSection('water-start');
        expect(await me.banners()).toEqual([expect.stringContaining('No learning site answered')]);
        await me.readOn();
        await me.activities.doAll();
        expect(await me.saveStatus()).toBe('Not saved');
        expect(await me.whoHasMyWork()).toContain('No learning site is connected, so nothing counts');
        const said = await me.saveAndExit();
        expect(said).toContain('nothing was recorded there. Your place is kept on this device.');
        await lms.leave();
        expect(lms.held).toEqual({});

        const later = await launch();
        await later.frame.getByRole('heading', { name: 'There is work on this device' }).waitFor();
        expect(await later.frame.locator('cm-offer-page .stack').innerText()).toContain('Is it yours?');
        await later.input.press(later.frame.getByRole('button', { name: 'Yes, use it' }));
        await later.resume();
        await later.waitForSection('water-heat');
        await later.waitForStatus('Saved');
        await expect.poll(async () => (await lms.look())['cmi.core.lesson_location']).toBe('water-heat');
      },
    );

    test('an offer that is declined is erased', async () => {
      const me = await launch({ fault: 'absent' });
      await me.waitForSection('water-start');
      await me.readOn();
      await lms.leave();
      const later = await launch();
      await later.input.press(later.frame.getByRole('button', { name: 'No, start fresh' }));
      await later.waitForSection('water-start');
      await lms.leave();
      const again = await launch();
      await again.frame.locator('cm-section-page h2#heading', { hasText: 'It begins with water' }).waitFor();
    });
  });

  test('the API comes two seconds late: it is found', async () => {
    const me = await launch({ fault: 'late' });
    await me.frame.getByText('Connecting to your learning site').waitFor();
    await me.waitForSection('water-start');
    expect(await me.banners()).toEqual([]);
    await me.readOn();
    await me.waitForStatus('Saved');
    expect((await lms.look())['cmi.core.lesson_location']).toBe('water-heat');
  });

  test('the API throws from the middle on: the device keeps the rest, and the next launch has it', async () => {
    await readAndLeave();
    const me = await resumeAt('water-heat');
    await lms.fail('throws');
    await me.readOn();
    await me.waitForStatus('Not saved');
    expect(await me.whoHasMyWork()).toContain('It is kept on this device, and we keep trying.');
    await lms.leave();
    expect(lms.held['cmi.core.lesson_location']).toBe('water-heat');

    const later = await resumeAt('water-steam');
    await later.waitForStatus('Saved|Nothing to save');
    await later.readOn();
    await expect.poll(async () => (await lms.look())['cmi.core.lesson_location']).toBe('water-takeaway');
  });

  test('Commit answers false: it says so, tries again, and Save and exit waits for a yes', async () => {
    const me = await launch();
    await me.waitForSection('water-start');
    await lms.fail('refuses');
    await me.readOn();
    await me.waitForStatus('Not saved');
    const said = await me.saveAndExit();
    expect(said).toContain('Your learning site didn’t take your latest work');
    expect(said).toContain('Your work is kept on this device');
    expect((await lms.calls()).some((call) => call.startsWith('Finish'))).toBe(false);

    await lms.fail(undefined);
    await me.input.press(me.frame.getByRole('button', { name: 'Try to save again' }));
    await me.frame.getByRole('heading', { name: 'Your work is saved' }).waitFor();
    expect((await lms.look())['cmi.core.lesson_location']).toBe('water-heat');
  });

  test('the LMS takes all but the result: it is said in words, sent again now, at the exit and at the next launch, where nobody says who the learner is', async () => {
    const STATUS = 'SetValue cmi.core.lesson_status passed';
    const asked = async (): Promise<number> => (await lms.calls()).filter((call) => call === STATUS).length;
    const me = await launch();
    await me.waitForSection('water-start');
    await me.readTo(stage.course.sections.at(-1) ?? '');
    await lms.fail('refuses-result');
    await me.openAssessment();
    await me.begin();
    await me.fillIn(() => 'right');
    await me.submit();
    await me.waitForStatus('Not saved');
    expect(await me.whoHasMyWork()).toContain('Your learning site does not take your result.');
    const first = await asked();
    expect(first).toBeGreaterThan(0);
    // By itself, some seconds later
    await expect.poll(asked, { timeout: 15_000 }).toBeGreaterThan(first);

    const before = await asked();
    const said = await me.saveAndExit();
    expect(said).toContain('Your learning site does not take your result. It is kept on this device');
    expect(said).not.toContain('Your work is saved');
    const atExit = await asked();
    expect(atExit).toBeGreaterThan(before);
    await me.input.press(me.frame.getByRole('button', { name: 'Try to save again' }));
    await expect.poll(asked).toBeGreaterThan(atExit);
    const held = await lms.leave();
    expect(held).toMatchObject({ 'cmi.core.score.raw': '100', 'cmi.core.lesson_status': 'incomplete' });

    const later = await launch({ given: { 'cmi.core.student_name': '' } });
    await later.resume();
    await later.waitForStatus('Saved');
    await expect.poll(async () => (await lms.look())['cmi.core.lesson_status']).toBe('passed');
    // A certificate asks for the name that no learning site gave
    await later.goTo('certificate');
    const name = later.frame.locator('cm-certificate-page').getByRole('textbox');
    await name.fill('Ana Rivera');
    expect(await later.frame.locator('cm-certificate-page .who').innerText()).toBe('Ana Rivera');
  });

  test('a failed write is tried again by itself', async () => {
    const me = await launch();
    await me.waitForSection('water-start');
    await lms.fail('refuses');
    await me.readOn();
    await me.waitForStatus('Not saved');
    await lms.fail(undefined);
    await me.waitForStatus('Saved');
    expect((await lms.look())['cmi.core.lesson_location']).toBe('water-heat');
  });

  test('offline in the middle: nothing is called saved, what is missing can be asked for again, and all arrives', async () => {
    visit.watch.allow(SAYS.connectionCut);
    // else it would be there before the network goes
    await visit.page.route(/lesson-leaves/, (route) => route.abort());
    const me = await launch();
    await me.waitForSection('water-start');
    await me.readOn();
    await me.waitForStatus('Saved');
    await visit.context.setOffline(true);
    await me.readTo('water-takeaway');
    await me.waitForStatus('Not saved');
    expect(await me.whoHasMyWork()).toContain('is kept on this device');

    // the end of the lesson is there, and the next lesson could not be fetched
    await me.input.press(me.frame.locator('cm-section-page .way.next'));
    await me.input.press(me.frame.locator('cm-lesson-end a.next'));
    await me.frame.locator('cm-section-page h2#heading', { hasText: 'One spoon a cup' }).waitFor();
    await me.frame.getByText('This part could not be loaded').first().waitFor();
    await visit.page.unroute(/lesson-leaves/);
    await visit.context.setOffline(false);
    await me.waitForStatus('Saved');
    await me.input.press(me.frame.getByRole('button', { name: 'Try again' }).first());
    await me.waitForSection('leaves-measure');
    await expect.poll(async () => (await lms.look())['cmi.core.lesson_location']).toBe('leaves-measure');
  });

  describe('damaged state', () => {
    function damage(): void {
      const saved = lms.held['cmi.suspend_data'] ?? '';
      const middle = saved.length - 6;
      lms.held['cmi.suspend_data'] =
        saved.slice(0, middle) + (saved[middle] === 'A' ? 'B' : 'A') + saved.slice(middle + 1);
    }

    test('without the device that kept it: the learner is told, and goes on', async () => {
      await readAndLeave();
      damage();
      const elsewhere = await stage.visit();
      const me = await launch({}, elsewhere.page);
      await me.waitForSection('water-start');
      expect(await me.banners()).toEqual([expect.stringContaining('could not be read')]);
      await me.readTo('water-steam');
      await me.waitForStatus('Saved');
      await lms.leave();
      await resumeAt('water-steam', {}, elsewhere.page);
    });

    test('on the device that kept it: nothing is lost', async () => {
      await readAndLeave();
      damage();
      const me = await resumeAt('water-heat');
      expect((await me.outlineLines())[0]).toContain('2 of 4 sections');
    });

    test('something that is no state at all', async () => {
      lms.held = {
        'cmi.suspend_data': '{"bookmark":3}',
        'cmi.core.lesson_status': 'incomplete',
        'cmi.core.exit': 'suspend',
      };
      const me = await launch();
      await me.waitForSection('water-start');
      expect(await me.banners()).toEqual([expect.stringContaining('could not be read')]);
      await me.readOn();
      await me.waitForStatus('Saved');
      expect((await lms.look())['cmi.suspend_data']).toMatch(/^1\./);
    });
  });

  describe('the browser keeps nothing', () => {
    beforeEach(() =>
      visit.context.addInitScript(`for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`),
    );

    test('with an LMS, all is saved there', async () => {
      await readAndLeave();
      const me = await resumeAt('water-heat');
      await me.readTo('water-takeaway');
      await me.waitForStatus('Saved');
      expect(
        await me.frame
          .locator('cm-reflection')
          .first()
          .getByText('does not let the course keep anything')
          .count(),
      ).toBe(1);
    });

    test('without one, the learner is told that nothing is kept', async () => {
      const me = await launch({ fault: 'absent' });
      await me.waitForSection('water-start');
      await me.readOn();
      expect(await me.whoHasMyWork()).toContain('this browser keeps nothing');
    });
  });

  test('the tab is closed in the middle of the form: the device brings the answers back', async () => {
    const me = await launch();
    await me.waitForSection('water-start');
    await me.openAssessment();
    await me.begin();
    await me.waitForStatus('Saved');
    await lms.look();
    for (const how of ['right', 'wrong', 'right'] as const) {
      await me.answerShown(how);
      await me.turnPage();
    }
    // the LMS has heard of none of the answers
    const known = { ...lms.held };
    await visit.page.close();
    lms.held = known;

    const page = await visit.context.newPage();
    const later = await launch({}, page);
    await later.resume();
    await later.frame.locator('cm-start-page .card', { hasText: '3 of 9 questions are answered' }).waitFor();
    await later.begin();
    expect(await later.formPlace()).toEqual({ number: 4, of: 9 });
    await later.fillIn(() => 'right');
    await later.submit();
    expect(await later.frame.locator('cm-results-page .ring strong').innerText()).toBe('88%');
    expect((await lms.look())['cmi.core.score.raw']).toBe('88.88');
  });

  test('a failed try that the LMS never took, another one begun, the tab closed: its answers arrive all the same', async () => {
    const me = await launch();
    await me.waitForSection('water-start');
    await me.openAssessment();
    await me.waitForStatus('Saved');
    await lms.look();
    const known = { ...lms.held };
    await lms.fail('refuses');
    await me.begin();
    const given = await me.fillIn(() => 'wrong');
    await me.submit();
    await me.waitForStatus('Not saved');
    await me.tryAgain();
    await me.answerShown('right');
    await me.turnPage();
    await visit.page.close();
    lms.held = known;

    const later = await launch({}, await visit.context.newPage());
    await later.resume();
    await later.waitForStatus('Saved');
    await expect.poll(async () => count(await lms.look(), 'interactions')).toBe(given.length);
    for (const [index, answer] of given.entries())
      expect(row(lms.held, 'interactions', index)).toMatchObject(expectedInteraction('1.2', answer));
    expect(await lms.errors()).toEqual([]);
  });
});
