/** Bookmarks, highlights and notes in the text. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findAll, focused, goTo, keys, objections, press, settled, tabTo, words } from './harness.ts';
import { at, kept, ready, select, write } from './passages.ts';

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** The names under which passages are shown, with their words. */
const shown = (): string[] =>
  [...CSS.highlights].flatMap(([name, ranges]) =>
    [...ranges].map((range) => `${name}: ${(range as Range).toString()}`),
  );

describe('a bookmark', () => {
  it('stands beside the title, and in the list, until it is taken away', async () => {
    await at('compass-start');
    const toggle = page.getByRole('button', { name: 'Bookmark this section' });
    await expect.element(toggle).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(toggle);
    await expect.element(toggle).toHaveAttribute('aria-pressed', 'true');
    expect(words()).toContain('Bookmarked. It is gone when you close this course.');
    expect(await objections()).toEqual([]);
    await goTo('compass-more');
    await expect.element(toggle).toHaveAttribute('aria-pressed', 'false');
    // how long it lasts is said each time, not the first alone
    await userEvent.click(toggle);
    await expect.poll(words).toContain('Bookmarked. It is gone when you close this course.');
    await userEvent.click(toggle);
    await goTo('notes');
    await expect.element(page.getByRole('heading', { name: 'A compass' })).toBeVisible();
    await userEvent.click(page.getByRole('link', { name: 'The start' }));
    await ready();
    await userEvent.click(toggle);
    await goTo('notes');
    expect(words()).toContain('There is nothing here yet.');
    expect(kept()).not.toContain('bookmark');
  });
});

describe('a passage', () => {
  it('is highlighted where it was selected, and again in a later visit when it is kept', async () => {
    await at('compass-start');
    await select('mutual', 'word');
    expect(await objections()).toEqual([]);
    await press('Highlight');
    expect(shown()).toEqual(['cm-marked: mutual word']);
    expect(words()).toContain('Highlighted. It is gone when you close this course.');
    expect(kept()).not.toContain('mutual');
    await press('Keep on this device', 0);
    expect(kept()).toContain('mutual word');
    await at('compass-start');
    expect(shown()).toEqual(['cm-marked: mutual word']);
    await goTo('compass-more');
    expect(shown()).toEqual([]);
  });

  it('is gone with the visit where it is not kept', async () => {
    await at('compass-start');
    await select('mutual');
    await press('Highlight');
    await at('compass-start');
    expect(shown()).toEqual([]);
  });

  it('gets a note, which can be changed and erased', async () => {
    await at('compass-start');
    await select('mutual');
    await press(/^Note$/);
    await write('Both ways.');
    expect(await objections()).toEqual([]);
    await press('Done');
    expect(shown()).toEqual(['cm-noted: mutual']);
    expect(words()).toContain('Your notes on this section');
    expect(words()).toContain('Both ways.');
    expect(await objections()).toEqual([]);
    await press(/^Edit note/);
    await write('Both ways, always.');
    await press('Done');
    expect(words()).toContain('Both ways, always.');
    await press(/^Erase: “mutual”/);
    expect(words()).toContain('“mutual”: Both ways, always.');
    expect(await objections()).toEqual([]);
    await press('Don’t erase');
    expect(words()).toContain('Both ways, always.');
    await press(/^Erase: “mutual”/);
    await press('Erase now');
    expect(shown()).toEqual([]);
    expect(words()).not.toContain('Both ways');
  });

  it('that is marked tells what can be done with it when it is pressed', async () => {
    await at('privacy-start');
    await select('told');
    await press('Highlight');
    await press('Close');
    getSelection()!.removeAllRanges();
    const [range] = [...CSS.highlights.get('cm-marked')!] as Range[];
    const { left, top, width, height } = range!.getBoundingClientRect();
    const point = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true };
    findAll('.prose p')[0]!.dispatchEvent(new MouseEvent('click', point));
    await settled();
    await press('Add a note');
    await write('By whom?');
    await press('Done');
    expect(shown()).toEqual(['cm-noted: told']);
  });

  it('is chosen, marked and noted by the keyboard alone', async () => {
    await at('compass-start');
    await select('word');
    expect(words()).toContain('Press Tab to highlight it or to write a note.');
    await keys('{Tab}');
    expect(focused()?.textContent.trim()).toBe('Highlight');
    await keys('{Enter}');
    expect(shown()).toEqual(['cm-marked: word']);
    await vi.waitFor(() => expect(focused()?.textContent.trim()).toBe('Keep on this device'));
    await keys('{Escape}');
    // back in the paragraph that the passage is in
    expect(focused()?.localName).toBe('p');
    await tabTo('Write a note on this section');
    await keys('{Enter}', 'Read it again.');
    await tabTo('Done');
    await keys('{Enter}');
    expect(words()).toContain('Read it again.');
  });

  it('can be chosen from a list, without selecting', async () => {
    await at('privacy-end');
    await press('Write a note on this section');
    await press('Done');
    expect(words()).toContain('Write something first, or choose a passage.');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'About' }), 'The end is near.');
    await press('Done');
    expect(shown()).toEqual(['cm-marked: The end is near.']);
  });

  it.each(['Escape', 'Close'])(
    'that was begun and left by %s is there again, and gone by Cancel',
    async (way) => {
      await at('privacy-end');
      const box = page.getByRole('textbox', { name: 'Your words' });
      await press('Write a note on this section');
      await write('Half a thought');
      await (way === 'Escape' ? keys('{Escape}') : press('Close'));
      await press('Write a note on this section');
      await expect.element(box).toHaveValue('Half a thought');
      await press('Cancel');
      await press('Write a note on this section');
      await expect.element(box).toHaveValue('');
    },
  );

  it('leads the Tab key to the bar once, and then on', async () => {
    await at('compass-start');
    await select('word');
    const inBar = (): boolean => findAll('cm-passage-bar')[0]!.shadowRoot!.activeElement !== null;
    await keys('{Tab}', '{Tab}');
    expect(inBar()).toBe(true);
    await keys('{Tab}');
    expect(inBar()).toBe(false);
    await keys('{Tab}');
    expect(inBar()).toBe(false);
  });

  it('is looked for in the other language too, and said to be of this one', async () => {
    await at('compass-start');
    await select('mutual', 'word');
    await press('Highlight');
    await press('Close');
    await press('Español');
    expect(shown()).toEqual([]);
    expect(words()).toContain('English');
    await press('English');
    expect(shown()).toEqual(['cm-marked: mutual word']);
  });

  it('is shown by elements where the browser can’t do it otherwise', async () => {
    // what an earlier test left takes its own highlights away first
    document.body.replaceChildren();
    vi.stubGlobal('CSS', {});
    await at('compass-start');
    const marks = (): string[] => findAll('mark').map((mark) => mark.textContent);
    await select('A', 'word');
    await press(/^Note$/);
    await write('Mine.');
    await press('Done');
    expect(marks().join('')).toBe('A mutual word');
    await press('Close');
    await select('word', 'end');
    await press('Highlight');
    expect(findAll('.prose')[0]!.textContent).toBe('A mutual word.[2] to the end');
    await press(/^Erase: “A mutual word”/);
    await press('Erase now');
    expect(marks().join('')).toBe('word.[2] to the end');
  });
});

describe('how long a mark lasts', () => {
  beforeEach(() => page.viewport(390, 1400));
  afterEach(() => page.viewport(1280, 800));

  const bar = (): HTMLElement => findAll('cm-passage-bar')[0] as HTMLElement;
  const name = (): string | null =>
    bar().shadowRoot!.querySelector('[role=group]')!.getAttribute('aria-label');

  /** A learning site's frame may be higher than the screen that shows a part of it. */
  function isBeside(of: Element | Range): void {
    const [one, other] = [bar().getBoundingClientRect(), of.getBoundingClientRect()];
    expect(Math.min(Math.abs(one.top - other.bottom), Math.abs(other.top - one.bottom))).toBeLessThan(40);
    expect([one.left >= 0, one.right <= 390, one.bottom <= 1400]).toEqual([true, true, true]);
  }

  it('is said beside a bookmark on a phone, and not below the screen', async () => {
    await at('compass-start');
    await press('Bookmark this section');
    expect(name()).toBe('My notes');
    isBeside(findAll('cm-bookmark')[0]!);
  });

  it('is said beside the button of a note on the section, under no passage’s name', async () => {
    await at('compass-start');
    await press('Write a note on this section');
    await write('Ask about it.');
    await press('Done');
    expect(name()).toBe('My notes');
    isBeside(findAll('cm-section-notes')[0]!.shadowRoot!.querySelector('.actions button')!);
  });

  it('is said beside a passage that was marked', async () => {
    await at('compass-start');
    await select('mutual');
    expect(name()).toBe('The passage that you selected');
    expect(bar().getBoundingClientRect().bottom).toBeGreaterThan(1380);
    await press('Highlight');
    const [range] = [...CSS.highlights.get('cm-marked')!] as Range[];
    isBeside(range!);
  });
});
