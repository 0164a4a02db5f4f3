/** The assessment: failed, passed, looked back at. */
import type { Guest, Look } from './guest.ts';

export async function assessment(guest: Guest, look: Look): Promise<void> {
  await guest.begin();
  const { me, course } = guest;
  // for the certificate everything has to be read
  await me.readTo(course.sections.at(-1) ?? '');
  await me.openAssessment();
  await look('start of the assessment');
  await me.begin();
  await form(guest, 'wrong', look);
  await look('all questions');
  await me.askToSubmit();
  await look('asked before submitting');
  await me.submitNow();
  await unfold(guest);
  await look('results, not yet');
  await guest.press('cm-results-page .buttons button');
  await me.formQuestion.waitFor();
  await form(guest, 'right');
  await me.submit();
  await unfold(guest);
  await look('results, passed');
  await me.goTo('certificate');
  await look('certificate');
  await me.goTo('left');
  await look('what is left after the assessment');
  await me.saveAndExit();
  await look('after save and exit');
  await guest.again({ given: { 'cmi.core.student_name': '' } });
  await guest.me.resume();
  await look('looking back');
  await guest.me.goTo('certificate');
  await look('certificate, and no name is known');
}

/** Answers all questions; looks at the first of each type, which the draw decides. */
async function form({ me }: Guest, how: 'right' | 'wrong', look?: Look): Promise<void> {
  const types = new Set<string>();
  for (;;) {
    const { number, of } = await me.formPlace();
    const { type } = await me.itemShown();
    await me.answerShown(how);
    if (number === 1 && look) await me.flag();
    if (!types.has(type)) await look?.(`question: ${type}`);
    types.add(type);
    await me.turnPage();
    if (number === of) return;
  }
}

/** Everything on the page of results that can be opened. */
async function unfold({ me, frame }: Guest): Promise<void> {
  for (const fold of await frame.locator('cm-results-page .rest > summary').all()) await me.input.press(fold);
  await me.input.press(frame.locator('cm-answer-review .button.plain').first());
  await frame.locator('cm-answer-review cm-question').last().waitFor();
}
