/**
 * A journey with the strict fakes as the LMS: they refuse what any known LMS refuses, and store as Moodle does. No call
 * of it may be refused.
 */
import { describe, expect, test } from 'vitest';
import { strict, type Version } from './engines.ts';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import { useStage } from './use-stage.ts';

describe.each([
  ['1.2', 'scorm12'],
  ['2004', 'scorm2004-4'],
] as const)('no call is refused by a strict LMS of SCORM %s', (version: Version, standard) => {
  const stage = useStage('tea', 'short', standard);

  test('over a first visit, a fail, a pass and a review', async () => {
    const { course } = stage;
    const { page } = await stage.visit();
    const lms = new Lms(await strict(version), stage.server, 'tea');
    const status = (): string | undefined =>
      lms.held[version === '1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status'];

    const first = new Learner(await lms.launch(page), course);
    await first.waitForSection('water-start');
    await first.readTo('water-steam', async () => {
      await first.activities.doAll();
    });
    await lms.leave();
    expect(await lms.refused()).toEqual([]);
    expect(status()).toBe('incomplete');

    const me = new Learner(await lms.launch(page), course);
    await me.resume();
    await me.waitForSection('water-steam');
    await me.readTo('leaves-ready');
    await me.readOn();
    await me.begin();
    await me.fillIn((_, position) => (position % 4 === 0 ? undefined : 'wrong'));
    await me.submit();
    expect(await me.heading()).toBe('Not yet');
    await me.tryAgain();
    await me.fillIn(() => 'right');
    await me.submit();
    expect(await me.heading()).toBe('You passed');
    await me.waitForStatus('Saved');
    expect(await me.saveAndExit()).toContain('Your work is saved');
    await lms.leave();
    expect(await lms.refused()).toEqual([]);
    expect(await lms.errors()).toEqual([]);
    expect(status()).toBe(version === '1.2' ? 'passed' : 'completed');

    // what the reflections were filled with
    expect(JSON.stringify(lms.held)).not.toContain('For me alone');

    const before = lms.held['cmi.suspend_data'];
    const review = new Learner(await lms.launch(page), course);
    await review.resume('beginning');
    await review.waitForSection('water-start');
    await review.readTo('leaves-ready');
    expect(await review.saveStatus()).toBe('Not recorded');
    await lms.leave();
    expect(await lms.refused()).toEqual([]);
    expect(lms.held['cmi.suspend_data']).toBe(before);
  });
});
