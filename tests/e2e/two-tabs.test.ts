/**
 * One learner, one browser, the course open in two tabs: the form is answered in the second one, in steps, while the first
 * takes each of them in and sends its echo. Nothing of it is lost.
 */
import { describe, expect, test } from 'vitest';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import { useStage } from './use-stage.ts';

describe('the course in two tabs', () => {
  const stage = useStage('tea', 'short', 'scorm12');

  test('a form that is answered all right in the second tab earns everything', async () => {
    const { course } = stage;
    const visit = await stage.visit();
    const [first, second] = [new Lms('1.2', stage.server, 'tea'), new Lms('1.2', stage.server, 'tea')];
    const me = new Learner(await first.launch(visit.page), course);
    await me.waitForSection('water-start');
    await me.readTo('leaves-ready');
    await me.openAssessment();
    await me.begin();
    await me.waitForStatus('Saved');

    // The LMS has one attempt, whatever tab asks for it
    second.held = await first.look();
    const other = new Learner(await second.launch(await visit.context.newPage()), course);
    await other.resume();
    await other.begin();
    await other.fillIn(() => 'right');
    // Echoes of the first tab have all the time that they need
    await other.frame.page().waitForTimeout(1_000);
    const tiles = await other.overview();
    expect(
      tiles.every((tile) => /answered/i.test(tile) && !/not answered|unanswered/i.test(tile)),
      tiles.join(),
    ).toBe(true);
    await other.submit();
    expect(await other.heading()).toBe('You passed');
    await other.waitForStatus('Saved');
    expect((await second.look())['cmi.core.score.raw']).toBe('100');
    // And the first one has heard of it
    await expect
      .poll(() => me.frame.locator('cm-results-page h1').or(me.frame.locator('cm-form-page')).count())
      .toBe(1);
    await me.waitForStatus('Saved');
    expect((await first.look())['cmi.core.score.raw']).toBe('100');
  });
});
