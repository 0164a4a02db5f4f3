/** What stands around the lessons. */
import type { Block } from '../../src/course/compiled.ts';
import type { Guest, Look } from './guest.ts';
import { notes } from './notes.ts';

export async function around(guest: Guest, look: Look): Promise<void> {
  await guest.begin();
  const { me, course } = guest;
  await guest.press('cm-save-status button[aria-expanded]');
  await look('where it is saved');
  await guest.press('cm-save-status button[aria-expanded]');
  await guest.press('cm-header .help');
  await guest.see('cm-help-dialog dialog[open]');
  await look('help lines');
  await guest.press('cm-help-dialog .close');
  const term = (block: Block): boolean => block.kind === 'prose' && block.html.includes('class="term"');
  await me.goTo(course.sections.find((id) => course.content(id).blocks.some(term)) ?? '');
  await guest.press('cm-section-page a.term');
  await guest.see('cm-term-dialog dialog[open] .prose');
  await look('a term');
  await guest.press('cm-term-dialog .close');
  // the page's foot, where the walk goes on, is beyond the section's end: it counts as read, not only on a slow machine
  await me.readToTheEnd();
  await readingSettings(guest, look);
  await notes(guest, look);
  await search(guest, look);
  for (const page of [
    'left',
    'handouts',
    'mastery',
    'glossary',
    'sources',
    ...Object.keys(course.text.pages),
  ]) {
    await me.goTo(page);
    await look(`page: ${page}`);
  }
  await paper(guest, look);
  await guest.follow('recall');
  await guest.see('cm-recall-page .lead');
  await look('page: recall');
  // last, since on a wide screen it stays
  await me.openOutline();
  await look('outline');
}

async function readingSettings(guest: Guest, look: Look): Promise<void> {
  await guest.press('cm-footer .reading');
  await guest.see('cm-reading-dialog dialog[open] cm-reading-panel input');
  await look('reading settings');
  await guest.press('cm-reading-dialog .close');
}

/** A word of a title, and letters that stand nowhere. */
async function search(guest: Guest, look: Look): Promise<void> {
  const { me, frame, course } = guest;
  await me.goTo('search');
  await look('search');
  const field = frame.locator('cm-search-page input');
  await field.fill(longestWord(course.lessons[0]?.title ?? ''));
  await guest.see('cm-search-page .results > li');
  await look('search, found');
  await field.fill('qqqqqq');
  await guest.see('cm-search-page a[href="#glossary"]');
  await look('search, nothing found');
}

function longestWord(words: string): string {
  return words
    .split(/[^\p{L}]+/u)
    .reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** What comes out of the printer, as its preview shows it: what tells a screen reader of a page tells it of a PDF too. */
async function paper(guest: Guest, look: Look): Promise<void> {
  const { me, page, frame } = guest;
  await me.goTo('handouts');
  await frame.evaluate(() => (window.print = () => dispatchEvent(new Event('beforeprint'))));
  await guest.press('cm-handouts-page cm-print-button button');
  await frame.locator('body > .print-alone').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  await look('a handout on paper');
  await page.emulateMedia({ media: null });
  await frame.evaluate(() => dispatchEvent(new Event('afterprint')));
}
