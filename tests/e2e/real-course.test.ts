/** The real course once in full, in SCORM 1.2: every section is read, and the assessment passed at the first try. */
import { beforeAll, describe, expect, test } from 'vitest';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import type { Visit } from './stage.ts';
import { useStage } from './use-stage.ts';

describe('the real course', () => {
  const stage = useStage('ethics', 'real', 'scorm12');
  let visit: Visit;
  let lms: Lms;
  let me: Learner;

  beforeAll(async () => {
    visit = await stage.visit();
    lms = new Lms('1.2', stage.server, 'ethics');
  });

  test('shows every section with everything in it', async () => {
    me = new Learner(await lms.launch(visit.page), stage.course);
    await me.waitForSection(stage.course.sections[0] ?? '');
    const shown: string[] = [];
    await me.readTo(stage.course.sections.at(-1) ?? '', async (section) => {
      shown.push(section);
      const { blocks } = stage.course.content(section);
      const places = me.frame.locator('cm-section-page .blocks > *');
      // what the first screen doesn't wait for comes just after it
      await expect.poll(() => places.count(), { message: section }).toBe(blocks.length);
      // no block is still waiting for its code, and none failed to load
      await expect.poll(() => places.locator('[aria-busy="true"]').count(), { message: section }).toBe(0);
      expect(await places.getByText('This part could not be loaded').count(), section).toBe(0);
    });
    expect(shown).toEqual(stage.course.sections);
    expect(
      (await me.outlineLines()).slice(0, stage.course.lessons.length).every((line) => line.endsWith('Read')),
    ).toBe(true);
  });

  test('is passed at the first try with the right answers, and nothing is left', async () => {
    await me.openAssessment();
    await me.begin();
    const given = await me.fillIn(() => 'right');
    const asked = stage.course.structure.assessment?.blueprint.reduce((sum, { count }) => sum + count, 0);
    expect(given).toHaveLength(asked ?? 0);
    await me.submit();
    expect(await me.heading()).toBe('You passed');
    const held = await lms.look();
    expect(held['cmi.core.lesson_status']).toBe('passed');
    expect(held['cmi.core.score.raw']).toBe('100');
    expect(held['cmi.suspend_data']?.length).toBeLessThanOrEqual(1_200);

    await me.waitForStatus('Saved');
    expect(await me.whatIsLeft()).toEqual([]);
    expect(await me.frame.locator('cm-remaining-page .stack').innerText()).toContain(
      'You have completed the course',
    );
    await me.goTo('certificate');
    const certificate = await me.frame.locator('cm-certificate-page .sheet').innerText();
    expect(certificate).toContain(stage.course.text.title);
    expect(certificate).toContain('Ana Rivera');
    expect(certificate).toContain('This is not the official record');
    expect(await me.saveAndExit()).toContain('Your work is saved');
    expect(await lms.errors()).toEqual([]);
  });

  test('opens every page of its own', async () => {
    const other = await stage.visit();
    const reader = new Learner(await lms.launch(other.page), stage.course);
    await reader.resume('beginning');
    for (const page of [...Object.keys(stage.course.text.pages), 'glossary', 'sources']) {
      await reader.goTo(page);
      await reader.frame.locator('main h1[data-heading]').waitFor();
      await expect
        .poll(() => reader.frame.locator('main [aria-busy="true"]').count(), { message: page })
        .toBe(0);
    }
  });
});
