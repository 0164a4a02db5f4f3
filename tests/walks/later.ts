/** A later session: what was missed is due, is put off, and is practised. */
import type { Block, CheckBlock } from '../../src/course/compiled.ts';
import { wrongAnswer } from '../answers.ts';
import type { Guest, Look } from './guest.ts';

export async function laterSession(guest: Guest, look: Look): Promise<void> {
  await guest.begin();
  const { me, course } = guest;
  const looksBack = (block: Block): block is CheckBlock =>
    block.kind === 'check' && block.id.includes('-look-');
  const section = course.sections.findLast((id) => course.content(id).blocks.some(looksBack)) ?? '';
  const check = course.content(section).blocks.find(looksBack);
  if (!check) throw new Error('The course has no look-back.');
  await me.goTo(section);
  const place = guest.frame.locator(`[data-block="${check.id}"]`);
  await me.answer(place.locator('cm-question'), check.question, wrongAnswer(check.question));
  await me.input.press(place.locator('.actions .button').first());
  await place.locator('.verdict').waitFor();
  await me.goTo('notes');
  // only what is kept on the device comes back
  await me.input.pick(guest.at('cm-notes-page input[type="checkbox"]'));
  await guest.frame.locator('cm-notes-page input[type="checkbox"]:checked').first().waitFor();
  await me.goTo(section);
  await me.readToTheEnd();
  await guest.again();
  await guest.me.resume();
  await guest.see('cm-banners .offer:not(.room)');
  await look('questions are due');
  await guest.press('cm-banners .offer:not(.room) a');
  const asked = guest.at('cm-recall-page cm-question');
  await asked.locator('.stem').waitFor();
  await look('a short practice, asked');
  await guest.me.answer(asked, check.question, wrongAnswer(check.question));
  await guest.press('cm-recall-page .actions button');
  await guest.see('cm-recall-page .verdict');
  await look('a short practice, answered');
  await guest.press('cm-recall-page .actions button');
  await guest.see('cm-recall-page .closing');
  await look('a short practice, how it went');
  await guest.me.goTo('mastery');
  await look('my progress, with something missed');
  await guest.again();
  await guest.me.resume();
  await guest.see('cm-banners .offer:not(.room)');
  await guest.press('cm-banners .offer:not(.room) button');
  await guest.at('cm-banners .offer:not(.room)').waitFor({ state: 'hidden' });
  await look('questions that are due were put off');
}
