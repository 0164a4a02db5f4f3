/** A reader's settings in the built package: they hold in the next launch from its first screen on, and the face comes only when it is chosen. */
import { expect, test } from 'vitest';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import { useStage } from './use-stage.ts';

const stage = useStage('tea', 'short', 'scorm12');

const faces = (): number =>
  stage.server.requests.filter(({ path }) => path.includes('reading-face-') && path.endsWith('.woff2'))
    .length;

test('chosen once, they are there from the first screen of the next launch on, until all is as it was', async () => {
  const visit = await stage.visit({ reducedMotion: 'reduce' });
  const lms = new Lms('1.2', stage.server, 'tea');
  const frame = await lms.launch(visit.page);
  await new Learner(frame, stage.course).waitForSection('water-start');
  await frame.locator('cm-footer .reading').click();
  expect(faces()).toBe(0);
  for (let steps = 0; steps < 3; steps += 1) await frame.getByRole('button', { name: 'Larger text' }).click();
  await frame.locator('input[name="face"]').last().check();
  await frame.locator('input[name="contrast"]').last().check();
  await expect
    .poll(() => frame.evaluate(() => [...document.fonts].some(({ family }) => family === 'Reading')))
    .toBe(true);
  expect(faces()).toBe(1);
  await frame.locator('cm-reading-dialog .close').click();
  await lms.leave();

  // nothing of the player is there yet: what holds already came with the launch
  let release = (): void => {};
  const looked = new Promise<void>((resolve) => (release = resolve));
  await visit.page.route(/\/player\/player-/, async (route) => {
    await looked;
    await route.continue();
  });
  const again = await lms.launch(visit.page, { until: 'commit' });
  await expect.poll(() => again.evaluate(() => document.documentElement.style.fontSize)).toBe('150%');
  expect(await again.locator('cm-course').count()).toBe(0);
  release();
  await new Learner(again, stage.course).resume();
  await expect
    .poll(() =>
      again.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--color-ink')),
    )
    .toContain('#000000');
  await expect
    .poll(() => again.evaluate(() => [...document.fonts].some(({ family }) => family === 'Reading')))
    .toBe(true);

  await again.locator('cm-footer .reading').click();
  await again.getByRole('button', { name: 'As it was at first' }).click();
  await again.getByText('Everything is as it was at first.').waitFor();
  await lms.leave();
  const last = await lms.launch(visit.page);
  await new Learner(last, stage.course).resume();
  expect(await last.evaluate(() => document.documentElement.style.cssText)).toBe('');
});
