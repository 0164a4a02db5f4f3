/** What stands on the pages of the built package: axe finds nothing in either appearance and width, and nothing is cut off. */
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from './axe.ts';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import type { Course } from './packages.ts';
import { Stage, type Visit } from './stage.ts';

const stage = new Stage();
let short: Course;
let real: Course;
let visit: Visit;

beforeAll(async () => {
  await stage.open();
  short = await stage.put('tea', 'short', 'scorm12');
  real = await stage.put('ethics', 'real', 'scorm12');
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(visit.watch.faults).toEqual([]);
  await visit.context.close();
});

/** A frame as wide as the screen has no room beyond it: what is wider can't be reached. */
async function overhang(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([390, 867])('axe finds nothing in a frame of %i px', async (width) => {
    visit = await stage.visit({ colorScheme, reducedMotion: 'reduce' });
    const lms = new Lms('1.2', stage.server, 'tea');
    const frame = await lms.launch(visit.page, { width });
    const me = new Learner(frame, short);
    const faults: string[] = [];
    const look = async (page: string): Promise<void> => {
      for (const fault of await faultsOf(frame)) faults.push(`${page}: ${fault}`);
      if ((await overhang(frame)) > 0) faults.push(`${page}: scrolls sideways`);
    };

    await frame.locator('cm-cover .start').waitFor();
    await frame.locator('cm-footer').waitFor({ state: 'attached' });
    await look('cover');
    await me.input.press(frame.locator('cm-cover summary'));
    await look('cover, unfolded');
    await me.waitForSection('water-start');
    await me.waitForStatus('Saved');
    await look('first section');
    await me.goTo('leaves-measure');
    await me.activities.doAll();
    await look('activities');
    await me.goTo('leaves-guest');
    await look('a scenario');
    await frame.evaluate(() => (location.hash = 'water/done'));
    await frame.locator('cm-lesson-end h1').waitFor();
    await look('the end of a lesson');
    await me.openAssessment();
    await look('start of the assessment');
    await me.begin();
    const types = new Set<string>();
    for (let number = 1; number <= 9; number++) {
      const { type } = await me.itemShown();
      if (!types.has(type)) await look(`question of type ${type}`);
      types.add(type);
      await me.answerShown(number > 3 ? 'right' : 'wrong');
      if (number === 2) await me.flag();
      await me.turnPage();
    }
    await look('overview');
    await me.askToSubmit();
    await look('question before submitting');
    await me.submitNow();
    for (const fold of await frame.locator('cm-results-page .rest > summary').all())
      await me.input.press(fold);
    await me.input.press(frame.getByRole('button', { name: 'Open all' }));
    await frame.locator('cm-results-page cm-question').nth(8).waitFor();
    await look('results');
    expect(await me.whatIsLeft()).not.toEqual([]);
    await look('what is left');
    for (const page of ['glossary', 'sources', 'notes', 'resources']) {
      await me.goTo(page);
      await look(page);
    }
    if (width === 390) {
      await me.openOutline();
      await look('outline');
      await me.input.press(frame.locator('cm-drawer .close'));
    }
    await me.saveAndExit();
    await look('save and exit');
    await lms.leave();

    const again = await lms.launch(visit.page, { width });
    await new Learner(again, short).resume();
    faults.push(...(await faultsOf(again)).map((fault) => `back again: ${fault}`));
    expect(faults).toEqual([]);
  });
});

test('nothing scrolls sideways at 320 px, in the whole real course', async () => {
  visit = await stage.visit({ reducedMotion: 'reduce' });
  const frame = await new Lms('1.2', stage.server, 'ethics').launch(visit.page, { width: 320 });
  const me = new Learner(frame, real);
  const wide: string[] = [];
  const look = async (page: string): Promise<void> => {
    await expect.poll(() => frame.locator('main [aria-busy="true"]').count(), { message: page }).toBe(0);
    if ((await overhang(frame)) > 0) wide.push(page);
  };
  await me.waitForSection(real.sections[0] ?? '');
  await me.readTo(real.sections.at(-1) ?? '', look);
  await me.openAssessment();
  await look('assessment');
  await me.begin();
  const types = new Set<string>();
  for (let { number, of } = await me.formPlace(); number < of; { number, of } = await me.formPlace()) {
    types.add((await me.itemShown()).type);
    await look(`question ${number}`);
    await me.turnPage();
  }
  expect(types.size).toBeGreaterThan(2);
  await me.openOverview();
  await look('overview');
  await me.submit();
  await look('results');
  await me.whatIsLeft();
  await look('what is left');
  expect(wide).toEqual([]);
});
