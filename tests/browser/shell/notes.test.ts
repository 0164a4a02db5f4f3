/** Bookmarks, highlights and notes in the text, and the page that has everything private. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  calm,
  findAll,
  focused,
  goTo,
  heading,
  keys,
  launch,
  objections,
  press,
  settled,
  tabTo,
  words,
} from './harness.ts';

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const kept = (): string => JSON.stringify(Object.entries(localStorage));

/** The names under which passages are shown, with their words. */
const shown = (): string[] =>
  [...CSS.highlights].flatMap(([name, ranges]) =>
    [...ranges].map((range) => `${name}: ${(range as Range).toString()}`),
  );

/** Waits for what comes once a section stands. */
async function ready(): Promise<void> {
  await vi.waitFor(() => expect(customElements.get('cm-section-notes')).toBeDefined(), 30_000);
  await calm();
}

const at = async (section: string): Promise<void> => {
  await launch({ at: section });
  await ready();
};

/** Selects words of the section's text, as a pointer or a keyboard does. */
async function select(from: string, to = from): Promise<void> {
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

const write = (text: string): Promise<void> =>
  userEvent.fill(page.getByRole('textbox', { name: 'Your words' }), text);

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

describe('the page of all that is private', () => {
  it('has the commitments, notes and highlights of each lesson, with links, and what the course has no more', async () => {
    await at('compass-start');
    await select('mutual');
    await press(/^Note$/);
    await write('Both ways.');
    await press('Done');
    await press('Keep on this device', 0);
    await goTo('privacy-end');
    await userEvent.click(page.getByRole('checkbox', { name: 'go slowly' }));
    const key = Object.keys(localStorage).find((one) => one.startsWith('private-notes:'))!;
    const stored = JSON.parse(localStorage.getItem(key)!) as { notes: Record<string, unknown> };
    const passage = (quote: string): string =>
      JSON.stringify({ quote, before: '', after: '', language: 'en', note: '' });
    Object.assign(stored.notes, {
      'mark:compass-start/a': passage('words of an old edition'),
      'mark:gone/b': passage('words of a section that is gone'),
      'old-reflection': 'Written long ago.',
      'mark:compass-start/damaged': '{',
      'mark:compass-start/empty': '{}',
    });
    localStorage.setItem(key, JSON.stringify(stored));
    await at('notes');
    for (const one of [
      'Both ways.',
      'go slowly',
      'words of an old edition',
      'words of a section that is gone',
      'Written long ago.',
    ])
      expect(words()).toContain(one);
    expect(words()).not.toContain('ask for counsel');
    expect(words().match(/This passage has changed/g)).toHaveLength(2);
    expect(words()).toContain('Not found in the course');
    expect(await objections()).toEqual([]);
    await press(/^Erase: “words of an old edition”/);
    await press('Erase now');
    expect(heading()).toBe('My notes');
    expect(kept()).not.toContain('an old edition');
    await userEvent.click(page.getByRole('link', { name: 'The end' }));
    await ready();
    expect(heading()).toContain('The end');
  });

  it.each(['en', 'es'])(
    'is taken along by buttons that stand side by side on a phone, in %s',
    async (language) => {
      const { innerWidth, innerHeight } = window;
      await page.viewport(390, 780);
      await at('compass-more');
      await press('Bookmark this section');
      const { store } = findAll('cm-course')[0] as HTMLElementTagNameMap['cm-course'];
      await store.chooseLanguage(language);
      await goTo('notes');
      const ways = findAll('button', findAll('cm-take-along')[0]?.shadowRoot ?? undefined);
      const tops = ways.map((one) => one.getBoundingClientRect().top);
      await page.viewport(innerWidth, innerHeight);
      expect(tops).toHaveLength(3);
      expect(new Set(tops).size).toBe(1);
    },
  );

  it('is there to take along: as a file, as a copy, or to be selected where neither is allowed', async () => {
    await at('compass-start');
    await select('mutual');
    await press(/^Note$/);
    await write('Both ways.');
    await press('Done');
    await goTo('privacy-end');
    await userEvent.click(page.getByRole('checkbox', { name: 'go slowly' }));
    await goTo('notes');
    const made = vi.spyOn(URL, 'createObjectURL');
    const pressed = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await press('Download');
    const text = await (made.mock.calls[0]![0] as Blob).text();
    expect(text).toBe(
      [
        '# The Test Code: My notes',
        '## A compass',
        '### The start',
        '> mutual',
        'Both ways.',
        '## What is shared',
        '### The end',
        '**This week I will …**',
        '- go slowly\n',
      ].join('\n\n'),
    );
    expect((pressed.mock.contexts[0] as HTMLAnchorElement).download).toBe('test-course.md');
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await press('Copy');
    expect(copied).toHaveBeenCalledWith(text);
    expect(words()).toContain('Copied.');
    copied.mockRejectedValue(new DOMException('refused', 'NotAllowedError'));
    await press('Copy');
    await vi.waitFor(() => expect(focused()?.localName).toBe('textarea'));
    expect((focused() as HTMLTextAreaElement).value).toBe(text);
    expect(await objections()).toEqual([]);
  });

  it('erases everything after saying what goes, and nothing is left in any storage', async () => {
    await at('compass-start');
    await press('Bookmark this section');
    await press('Keep on this device', 0);
    await select('mutual');
    await press('Highlight');
    await goTo('privacy-end');
    await userEvent.click(page.getByRole('checkbox', { name: 'go slowly' }));
    await goTo('notes');
    await press('Erase everything');
    for (const one of ['1 note or highlight', '1 bookmark', '1 plan that you ticked'])
      expect(words()).toContain(one);
    expect(await objections()).toEqual([]);
    await press('Erase now');
    expect(words()).toContain('There is nothing here yet.');
    expect(kept()).not.toContain('private-notes');
    expect(kept()).not.toContain('mutual');
    expect(kept()).not.toContain('compass-start');
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain('mutual');
  });

  it('keeps or not, and says what that means', async () => {
    await at('compass-start');
    await press('Bookmark this section');
    await goTo('notes');
    expect(words()).toContain('it is gone when you close this course');
    await userEvent.click(page.getByRole('checkbox', { name: 'Keep on this device' }));
    expect(words()).toContain('anyone who uses this browser on this device');
    expect(kept()).toContain('bookmark:compass-start');
    await userEvent.click(page.getByRole('checkbox', { name: 'Keep on this device' }));
    expect(kept()).not.toContain('bookmark');
  });
});
