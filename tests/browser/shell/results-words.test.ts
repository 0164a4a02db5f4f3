/** What the results say of a try is what the try has shown, and no more. */
import { describe, expect, it, vi } from 'vitest';
import { findAll, heading, launch, press, settled, takeForm, words } from './harness.ts';
import { structure } from './course.ts';

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
      'How each goal went The goals of the course, and the share of their points that you earned. You can say',
    );
    await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, true, true, true]);
    expect(words()).toContain('You know what the work asks of you');
  });
});
