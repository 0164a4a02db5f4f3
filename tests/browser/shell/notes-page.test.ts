/** The page that has everything private. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findAll, focused, goTo, heading, objections, press, words } from './harness.ts';
import { at, kept, ready, select, write } from './passages.ts';

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
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
