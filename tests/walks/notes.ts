/** What a learner keeps: bookmarks, marked passages, notes. */
import type { Guest, Look } from './guest.ts';

export async function notes(guest: Guest, look: Look): Promise<void> {
  const { me } = guest;
  await me.goTo('notes');
  await look('my notes, none yet');
  await me.goTo(guest.course.sections[0] ?? '');
  await guest.press('cm-bookmark button');
  await markPassage(guest, look);
  await look('a passage that is marked');
  // else it depends on the machine whether the end was in view for long enough
  await me.readToTheEnd();
  await me.goTo('notes');
  await look('my notes');
  await guest.press('cm-notes-page .erase-all');
  await guest.see('cm-erase-dialog dialog[open]');
  await look('my notes, asked before erasing');
  await guest.press('cm-erase-dialog .button.quiet');
}

/** The first words of the section, with a note. */
export async function markPassage(guest: Guest, look: Look = async () => {}): Promise<void> {
  const { me } = guest;
  await guest.at('cm-section-page .blocks > .prose p').evaluate((paragraph) => {
    const text = paragraph.firstChild as Text;
    getSelection()?.setBaseAndExtent(text, 0, text, 6);
  });
  // the first bookmark left a bar with words, whose second button closes it
  const bar = guest.frame.locator('cm-passage-bar [role="group"]:not(:has(p))');
  await bar.waitFor();
  await look('a passage that is selected');
  await me.input.press(bar.locator('button').nth(1));
  await guest.see('cm-note-dialog dialog[open]');
  await guest.frame.locator('cm-note-dialog textarea').fill('Tea, tea.');
  await look('a note being written');
  await guest.press('cm-note-dialog .actions .button');
}
