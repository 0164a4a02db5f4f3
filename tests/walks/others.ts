/** The real course, and the short one as its one file. */
import type { Guest, Look } from './guest.ts';

/** What learners meet: first impression, a page of text, the end. */
export async function realCourse(guest: Guest, look: Look): Promise<void> {
  await guest.launch();
  await guest.see('cm-cover .start');
  await guest.frame.locator('cm-footer').waitFor({ state: 'attached' });
  await look('cover of the real course');
  const { course, me } = guest;
  await me.waitForSection(course.sections[0] ?? '');
  await look('first section of the real course');
  await me.openAssessment();
  await me.begin();
  await me.fillIn((_item, position) => (position % 8 === 0 ? 'wrong' : 'right'));
  await me.submit();
  await look('results of the real course');
}

export async function offlineEdition(guest: Guest, look: Look): Promise<void> {
  await guest.launch();
  await guest.see('cm-cover .start');
  await guest.frame.locator('cm-footer').waitFor({ state: 'attached' });
  await look('cover of the offline edition');
}
