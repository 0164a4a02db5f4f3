/** The real course, and the short one as its one file. */
import type { Guest, Look } from './guest.ts';
import { markPassage } from './notes.ts';

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
  const { course, me } = guest;
  await me.waitForSection(course.sections[0] ?? '');
  await look('first section of the offline edition');
  await me.openAssessment();
  await me.begin();
  await look('a question of the offline edition');
  await me.fillIn(() => 'right');
  await me.submit();
  await look('results of the offline edition');
  await me.goTo('notes');
  await look('my notes in the offline edition');
}

/** A browser that knows no highlights of its own marks passages with elements. */
export async function olderBrowser(guest: Guest, look: Look): Promise<void> {
  await guest.page.addInitScript('delete CSS.highlights;');
  await guest.begin();
  await markPassage(guest);
  await guest.see('cm-section-page mark.cm-noted');
  await look('a marked passage in an older browser');
}
