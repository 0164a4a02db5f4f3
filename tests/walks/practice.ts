/** A practice test question by question, and as a timed run. */
import type { Block } from '../../src/course/compiled.ts';
import { rightAnswer, wrongAnswer } from '../answers.ts';
import type { Guest, Look } from './guest.ts';

export async function practice(guest: Guest, look: Look): Promise<void> {
  await guest.begin();
  const { me, course, frame } = guest;
  const timed = (block: Block): boolean => block.kind === 'practice' && block.run !== undefined;
  const section = course.sections.find((id) => course.content(id).blocks.some(timed)) ?? '';
  const block = course.content(section).blocks.find(timed);
  if (block?.kind !== 'practice') throw new Error('The course has no timed practice.');
  const items = course.practice(block.file);
  await me.goTo(section);
  const place = frame.locator(`[data-block="${block.id}"]`);
  const question = place.locator('cm-question');
  await question.locator('.stem').waitFor();
  await look('practice');
  const item = await me.whichOf(question, items);
  await me.answer(question, item, wrongAnswer(item));
  await me.input.pick(place.locator('.sureness input').first());
  await me.input.press(place.locator('.actions .button').first());
  await place.locator('.verdict').first().waitFor();
  await look('practice, answered wrong');
  await me.input.press(place.locator('.offer .button'));
  const run = place.locator('cm-practice-run');
  await run.locator('.stem').first().waitFor();
  const asked = await me.whichOf(run.locator('cm-question'), items);
  await me.answer(run.locator('cm-question'), asked, rightAnswer(asked));
  await me.input.press(run.locator('.flag'));
  await look('timed run');
  await me.input.press(run.locator('.aside .button'));
  await run.locator('.tiles').waitFor();
  await look('timed run, all questions');
  await me.input.press(run.locator('.actions .button').first());
  await run.locator('cm-run-result .review').waitFor();
  await look('timed run, result');
}
