/**
 * A small look at the built package: axe finds nothing and nothing is cut off on the cover, in a section and on the results, light on a phone and
 * dark in a frame. Every screen in every state is looked at by `npm run test:long` (tests/long/everybody.test.ts).
 */
import { expect, test } from 'vitest';
import { faultsOf, overhang } from './axe.ts';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import { Stage } from './stage.ts';

test('axe finds nothing on the cover, in a section and on the results, and nothing scrolls sideways', async () => {
  const stage = new Stage();
  await stage.open();
  const course = await stage.put('tea', 'short', 'scorm12');
  const { page, context, watch } = await stage.visit({ reducedMotion: 'reduce' });
  const lms = new Lms('1.2', stage.server, 'tea');
  const frame = await lms.launch(page);
  const me = new Learner(frame, course);
  const faults: string[] = [];
  const look = async (screen: string): Promise<void> => {
    for (const [colorScheme, width] of [
      ['light', 390],
      ['dark', 867],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await lms.resize(width, 680);
      for (const fault of await faultsOf(frame)) faults.push(`${screen}, ${width} px: ${fault}`);
      if ((await overhang(frame)) > 0) faults.push(`${screen}, ${width} px: scrolls sideways`);
    }
  };

  await frame.locator('cm-cover .start').waitFor();
  await frame.locator('cm-footer').waitFor({ state: 'attached' });
  await look('cover');
  await me.waitForSection('water-start');
  await me.goTo('water-heat');
  await me.activities.doAll();
  await look('section');
  await me.openAssessment();
  await me.begin();
  await me.fillIn((_item, position) => (position > 3 ? 'right' : 'wrong'));
  await me.submit();
  await look('results');

  expect(faults).toEqual([]);
  expect(watch.faults).toEqual([]);
  await context.close();
  await stage.close();
});
