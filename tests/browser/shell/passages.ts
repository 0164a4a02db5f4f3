/** Passages of a section as a learner selects and marks them. */
import { expect, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { calm, findAll, launch, settled } from './harness.ts';

/** All that the browser keeps. */
export const kept = (): string => JSON.stringify(Object.entries(localStorage));

/** Waits for what comes once a section stands. */
export async function ready(): Promise<void> {
  await vi.waitFor(() => expect(customElements.get('cm-section-notes')).toBeDefined(), 30_000);
  await calm();
}

export const at = async (section: string): Promise<void> => {
  await launch({ at: section });
  await ready();
};

/** Selects words of the section's text, as a pointer or a keyboard does. */
export async function select(from: string, to = from): Promise<void> {
  const texts = findAll('.prose').flatMap((part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const all: Text[] = [];
    while (walker.nextNode()) all.push(walker.currentNode as Text);
    return all;
  });
  const [first, last] = [from, to].map((wanted) => texts.find(({ data }) => data.includes(wanted))!);
  const start = first!.data.indexOf(from);
  getSelection()!.setBaseAndExtent(first!, start, last!, last!.data.indexOf(to) + to.length);
  await vi.waitFor(() => expect(findAll('cm-passage-bar')).toHaveLength(1));
  await settled();
}

export const write = (text: string): Promise<void> =>
  userEvent.fill(page.getByRole('textbox', { name: 'Your words' }), text);
