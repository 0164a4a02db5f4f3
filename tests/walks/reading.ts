/** From the cover through the sections to the end of a lesson. */
import type { Locator } from 'playwright-core';
import { wrongAnswer } from '../answers.ts';
import type { Course } from '../e2e/packages.ts';
import type { Guest, Look } from './guest.ts';

export async function reading(guest: Guest, look: Look): Promise<void> {
  await guest.launch();
  await guest.see('cm-cover .start');
  await guest.frame.locator('cm-footer').waitFor({ state: 'attached' });
  await look('cover');
  await guest.press('cm-cover summary');
  await look('cover, unfolded');
  const { course, me } = guest;
  await me.waitForSection(course.sections[0] ?? '');
  for (const { section, kinds } of showing(course)) {
    await me.goTo(section);
    await look(`section: ${kinds.join(', ')}`);
    if (kinds.includes('scenario')) {
      await guest.me.input.press(guest.frame.locator('cm-scenario button.choice').last());
      await guest.see('cm-scenario .way > li');
      await look('scenario, in the middle');
    }
    if (kinds.includes('check')) {
      const check = await answerCheckWrong(guest, section);
      await look('check, answered wrong');
      await me.input.press(check.locator('.actions .button.quiet'));
    }
    if (kinds.includes('scenario')) await restartScenario(guest, section);
    await me.activities.doAll();
    await me.readToTheEnd();
    await look(`section, all done: ${kinds.join(', ')}`);
  }
  await guest.follow(`${course.structure.lessons[0]?.id ?? ''}/done`);
  await guest.see('cm-lesson-end h1');
  await look('end of a lesson');
}

/** Sections that have all kinds of blocks between them. */
function showing(course: Course): { section: string; kinds: string[] }[] {
  const met = new Set<string>();
  return course.sections.flatMap((section) => {
    const kinds = [...new Set(course.content(section).blocks.map(({ kind }) => kind))];
    const fresh = kinds.some((kind) => !met.has(kind));
    for (const kind of kinds) met.add(kind);
    return fresh ? [{ section, kinds }] : [];
  });
}

async function answerCheckWrong({ me, frame, course }: Guest, section: string): Promise<Locator> {
  const { blocks } = course.content(section);
  const at = blocks.findIndex(({ kind }) => kind === 'check');
  const block = blocks[at];
  if (block?.kind !== 'check') throw new Error(`There is no check in ${section}.`);
  const place = frame.locator('cm-section-page .blocks > *').nth(at);
  await me.answer(place.locator('cm-question'), block.question, wrongAnswer(block.question));
  await me.input.press(place.locator('.actions .button'));
  await place.locator('.verdict').waitFor();
  return place;
}

/** Away and back: a story that was left in the middle begins anew. Not by another section, which might count as read on the way. */
async function restartScenario({ me }: Guest, section: string): Promise<void> {
  await me.goTo('left');
  await me.goTo(section);
}
