/**
 * A script that others import fails once, and browsers keep that for as long as the page lives. Whoever then presses "Try again"
 * goes on where they were, in a page that was loaded anew, and the LMS has what they did.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import type { Visit } from './stage.ts';
import { useStage } from './use-stage.ts';
import { SAYS } from './which-browser.ts';

describe('a script that others import could not be fetched once', () => {
  const stage = useStage('tea', 'short', 'scorm12');
  let visit: Visit;
  let lms: Lms;

  beforeEach(async () => {
    visit = await stage.visit();
    visit.watch.allow(SAYS.connectionCut);
    visit.watch.allow(SAYS.requestRefused);
    visit.watch.allow(/dynamically imported module/);
    lms = new Lms('1.2', stage.server, 'tea');
  });

  /** The server has trouble with one script until it is well again. */
  async function trouble(name: string): Promise<() => Promise<void>> {
    const pattern = new RegExp(`/player/${name}-[^/]*\\.js`);
    await visit.page.route(pattern, (route) => route.fulfill({ status: 503 }));
    return () => visit.page.unroute(pattern);
  }

  async function launch(): Promise<Learner> {
    return new Learner(await lms.launch(visit.page), stage.course);
  }

  /** What stands in place of what could not be fetched: pressed once. */
  async function tryAgain(me: Learner): Promise<Learner> {
    const loaded = visit.page.waitForEvent('load');
    await me.input.press(me.frame.getByRole('button', { name: 'Try again' }).first());
    await loaded;
    return relaunched();
  }

  /** The LMS's page was loaded anew, and begins the course again. */
  async function relaunched(): Promise<Learner> {
    return new Learner(await lms.open(), stage.course);
  }

  test.each([
    ['private-bar', 'water-takeaway', 'leaves-measure'],
    ['check', 'leaves-guest', 'leaves-ready'],
  ])('of kinds of blocks (%s): they are there in the section that was open', async (name, section, next) => {
    const well = await trouble(name);
    const me = await launch();
    await me.waitForSection('water-start');
    await well();
    await me.readTo(section);
    await me.waitForStatus('Saved');
    await lms.look();

    const again = await tryAgain(me);
    await again.resume();
    await again.waitForSection(section);
    expect(await again.frame.getByText('This part could not be loaded').count()).toBe(0);
    await again.activities.doAll();
    await again.readOn();
    await again.waitForStatus('Saved');
    expect((await lms.look())['cmi.core.lesson_location']).toBe(next);
    expect(await lms.errors()).toEqual([]);
  });

  test.each(['writing', 'formats', 'store-actions'])(
    'of what every page needs (%s): for who is new and for who comes back',
    async (name) => {
      await withTrouble(name, async (me) => {
        const again = await tryAgain(me);
        await again.waitForSection('water-start');
        await again.readOn();
        await again.waitForStatus('Saved');
        await lms.leave();
        expect(lms.held['cmi.core.lesson_location']).toBe('water-heat');
      });
      await withTrouble(name, async (me) => {
        const back = await tryAgain(me);
        await back.resume();
        await back.waitForSection('water-heat');
        await back.readOn();
        await back.waitForStatus('Saved');
        expect((await lms.look())['cmi.core.lesson_location']).toBe('water-steam');
      });
      expect(await lms.errors()).toEqual([]);
    },
  );

  /** The course is opened, says that there was trouble, and there is none any more. */
  async function withTrouble(name: string, then: (me: Learner) => Promise<void>): Promise<void> {
    const well = await trouble(name);
    const me = await launch();
    await me.frame.getByText('This part could not be loaded').first().waitFor();
    await well();
    await lms.look();
    await then(me);
  }

  test('of what every section needs: another try has that, and a new page what comes with it', async () => {
    await withTrouble('within', async (me) => {
      const first = await me.frame.locator('cm-not-loaded').elementHandle();
      await me.input.press(me.frame.getByRole('button', { name: 'Try again' }));
      await first?.waitForElementState('hidden');
      await me.frame.locator('cm-not-loaded').waitFor();
      const again = await tryAgain(me);
      await again.waitForSection('water-start');
      await again.readOn();
      await again.waitForStatus('Saved');
      expect((await lms.look())['cmi.core.lesson_location']).toBe('water-heat');
    });
  });

  test('of what stands around a section: another try has that, and a new page the other pages', async () => {
    await withTrouble('around', async (me) => {
      await me.input.press(me.frame.getByRole('button', { name: 'Try again' }));
      await me.waitForSection('water-start');
      await me.readOn();
      await me.waitForStatus('Saved');
      await lms.look();
      await me.frame.evaluate(() => void (location.hash = 'assessment'));
      const again = await tryAgain(me);
      await again.resume();
      await again.waitForSection('water-heat');
      await again.openAssessment();
      await again.begin();
    });
  });

  test('nobody is led to a page that can’t be had', async () => {
    const well = await trouble('writing');
    const me = await launch();
    const says = me.frame.getByText('This part could not be loaded').first();
    await says.waitFor();
    await well();
    await visit.page.route(/\/tea\/index\.html/, (route) => route.fulfill({ status: 503 }));
    const asked = visit.page.waitForResponse(/\/tea\/index\.html/);
    await me.input.press(me.frame.getByRole('button', { name: 'Try again' }));
    expect((await asked).status()).toBe(503);
    await says.waitFor();

    await visit.page.unroute(/\/tea\/index\.html/);
    await (await tryAgain(me)).waitForSection('water-start');
  });
});
