/** What the results say of a try is what the try has shown, and no more. */
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  findAll,
  follow,
  goTo,
  heading,
  launch,
  objections,
  press,
  readAll,
  settled,
  takeForm,
  words,
} from './harness.ts';
import { structure } from './course.ts';
import { readingIsEnough as complete } from './saving-ways.ts';

describe('the results', () => {
  it.each([
    { missed: 2, of: [0, 0], taught: 'These sections teach what the questions that you missed asked about.' },
    {
      missed: 4,
      of: [0, 0, 1, 2, 3],
      taught: 'They teach what 4 of the 5 questions that you missed asked about.',
    },
  ])('say of how much of what was missed the first sections teach: $taught', async ({ of, taught }) => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, false, false, false]);
    const results = findAll('cm-results-page')[0] as HTMLElementTagNameMap['cm-results-page'];
    const { controller, bank } = results;
    const view = controller.result(bank)!;
    const ids = structure.lessons.flatMap(({ sections }) => sections.map(({ id }) => id));
    const again = {
      ...view.again,
      items: of.map((section, item) => ({ item: String(item), section: ids[section]! })),
      costliest: [...new Set(of)].map((section) => ids[section]!),
    };
    vi.spyOn(controller, 'result').mockReturnValue({ ...view, again });
    results.requestUpdate();
    await settled();
    expect(words()).toContain(`Read these first ${taught}`);
  });

  it('claim nothing of a goal, and no more of a pass than it has shown', async () => {
    await launch({ at: 'assessment' });
    expect(words()).toContain('There is no time limit.');
    expect(words()).not.toContain('timing');
    await press('Begin');
    await takeForm([true, true, true, false]);
    expect(heading()).toBe('You passed');
    expect(words()).toContain('worth another look');
    expect(words()).not.toContain('You know what the work asks of you');
    expect(words()).toContain(
      'You have shown much of what the work asks of you; what is worth another look stands below.',
    );
    expect(words()).toContain(
      'How each goal went The goals of the course, and the share of their points that you earned. From two thirds on a goal is on firm ground. To pass, 75% of all points are needed. You can say',
    );
    await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, true, true, true]);
    expect(words()).toContain('You know what the work asks of you');
  });

  it('say of the learner’s plan how long it lasts, and let it be printed and kept: then it is there in review too', async () => {
    localStorage.clear();
    const visit = await launch({ at: 'privacy-end', course: complete });
    await userEvent.click(page.getByRole('checkbox', { name: 'ask for counsel' }));
    await readAll(visit);
    await goTo('left');
    await expect.poll(words).toMatch(/What you take along .* This week I will … ask for counsel/);
    expect(words()).toContain('it is gone when you close this course');
    await expect.element(page.getByRole('button', { name: 'Print' })).toBeVisible();
    expect(await objections()).toEqual([]);
    await userEvent.click(page.getByRole('checkbox', { name: 'Keep on this device' }));
    expect(words()).toContain('It stays in this browser until you erase it');
    await visit.saved();
    await launch({ at: 'left', course: complete, launch: { saved: visit.stored, mode: 'review' } });
    await expect.poll(words).toMatch(/What you take along .* ask for counsel/);
    localStorage.clear();
  });

  it('of a pass that completes say that a better try may be possible only now, where a learning site may see to that', async () => {
    for (const onDevice of [false, true]) {
      const visit = await launch({ at: 'assessment', onDevice });
      await press('Begin');
      await takeForm([true, true, true, false]);
      expect(words()).toContain('Try for a better score');
      expect(words()).not.toContain('for review only');
      await readAll(visit);
      await goTo('assessment');
      expect(words()).toContain('Try for a better score');
      expect(words().includes('open a completed course for review only')).toBe(!onDevice);
    }
  });

  it('lead to what is worth reading again and back, from whichever section one has come to', async () => {
    await launch({ at: 'compass-start' });
    const wayBack = () => page.getByRole('link', { name: 'Back to your result' });
    expect(wayBack().elements()).toEqual([]);
    await goTo('assessment');
    await press('Begin');
    await takeForm([true, false, false, false]);
    await follow(/A secret|What is shared|A compass|More of it/);
    await expect.element(wayBack()).toBeVisible();
    expect(await objections()).toEqual([]);
    await goTo('compass-more');
    await userEvent.click(wayBack());
    await expect.poll(heading).toBe('Not yet');
    await goTo('compass-more');
    expect(wayBack().elements()).toEqual([]);
  });
});
