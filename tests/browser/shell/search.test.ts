/** Search in the player: by typing, by ear, past no gate, and with content that can't be had. */
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LessonContent } from '../../../src/course/compiled.ts';
import { courseFiles } from './course.ts';
import {
  calm,
  findAll,
  focused,
  follow,
  goTo,
  launch,
  moved,
  objections,
  press,
  words,
  type Start,
} from './harness.ts';

async function openSearch(start: Start = {}): Promise<Awaited<ReturnType<typeof launch>>> {
  const visit = await launch(start);
  await goTo('search');
  return visit;
}

async function seek(query: string): Promise<void> {
  await userEvent.fill(page.getByRole('searchbox'), query);
  await userEvent.keyboard('{Enter}');
  await calm();
}

const status = (): string =>
  findAll('cm-search-page')[0]?.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';
const results = (): string[] =>
  findAll('.results > li').map((one) => one.textContent.replace(/\s+/g, ' ').trim());
const links = (): (string | null)[] => findAll('.results a').map((one) => one.getAttribute('href'));

describe('search', () => {
  it('stands in the outline, and begins in its field', async () => {
    await launch();
    await press('Course outline');
    await follow('Search');
    expect((focused() as HTMLInputElement).type).toBe('search');
    expect(document.title).toBe('Search · The Test Code');
    expect(status()).toBe('');
  });

  it('finds while somebody writes, says how much, and marks the words', async () => {
    await openSearch();
    await userEvent.fill(page.getByRole('searchbox'), 'secret');
    await vi.waitFor(() => expect(status()).toBe('1 result for “secret”'));
    expect(results()).toEqual(['Lesson 2 · What is shared A secret Once told.']);
    expect(findAll('mark').map((mark) => mark.textContent)).toEqual(['secret']);
    expect(location.hash).toBe('#search/secret');
  });

  it.each([true, false])(
    'looks at once, and once, at Enter, where forms may be sent: %s',
    async (mayBeSent) => {
      await openSearch();
      const form = findAll('form')[0]!;
      // What a sandbox without allow-forms does
      const block = (event: Event): void => (event.preventDefault(), event.stopImmediatePropagation());
      if (!mayBeSent) form.parentNode!.addEventListener('submit', block, true);
      const looked = vi.spyOn(history, 'replaceState');
      await userEvent.fill(page.getByRole('searchbox'), 'secret');
      looked.mockClear();
      const field = findAll('input[type=search]')[0]!;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await userEvent.keyboard('{Enter}');
      const count = looked.mock.calls.length;
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect([count, looked.mock.calls.length]).toEqual([1, 1]);
      looked.mockRestore();
      await vi.waitFor(() => expect(results()).toHaveLength(1));
    },
  );

  it('looks for nothing at the Enter by which an input method takes a word', async () => {
    await openSearch();
    await userEvent.fill(page.getByRole('searchbox'), 'secret');
    const field = findAll('input[type=search]')[0]!;
    const looked = vi.spyOn(history, 'replaceState');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true });
    field.dispatchEvent(enter);
    expect([enter.defaultPrevented, looked.mock.calls.length]).toEqual([false, 0]);
    looked.mockRestore();
  });

  it('leads to the section, the term and the source, and back to what was found', async () => {
    await openSearch();
    await seek('etica');
    expect(links()).toEqual(['#glossary/ethics']);
    await follow('Ética');
    expect(focused()?.textContent).toContain('What guides you.');
    history.back();
    await moved();
    await calm();
    expect(results()).toHaveLength(1);
    await seek('second source');
    await follow(/second source/);
    expect(focused()?.textContent).toContain('The second source');
    await goTo('search');
    await seek('near');
    await follow('The end');
    expect(focused()?.textContent.trim()).toBe('The end');
  });

  it('says what to do where nothing is found', async () => {
    await openSearch();
    await seek('xylophone');
    expect(status()).toBe('Nothing was found for “xylophone”. Try another word, or fewer of them.');
    expect(results()).toEqual([]);
    await follow('All terms');
    expect(location.hash).toBe('#glossary');
  });

  it('is in the language that is shown', async () => {
    const visit = await openSearch();
    await seek('secret');
    await visit.store.chooseLanguage('es');
    await calm();
    await vi.waitFor(() => expect(results()[0]).toContain('«A secret»'));
    expect(status()).toContain('1 resultado');
  });

  it('names what is locked, shows nothing of it, and leads nowhere', async () => {
    await openSearch({ course: { gating: 'in-order' } });
    await seek('near');
    expect(results()).toEqual([
      'Lesson 2 · What is shared The end This section opens once you have read the ones before it.',
    ]);
    expect(links()).toEqual([]);
  });

  it('finds no answers', async () => {
    await openSearch();
    await seek('Because Right answer');
    expect(results()).toEqual([]);
    await seek('A check');
    expect(links()).toEqual(['#compass-check']);
  });

  it('shows twenty, then all', async () => {
    const visit = await launch();
    const many = courseFiles().get('glossary-en') as { id: string; term: string; definition: string }[];
    visit.files.set(
      'glossary-en',
      Array.from({ length: 25 }, (_, id) => ({ ...many[0]!, id: `t${id}`, term: `Oak ${id}` })),
    );
    await goTo('search');
    await seek('oak');
    expect(results()).toHaveLength(20);
    await press('Show all 25 results');
    expect(results()).toHaveLength(25);
  });

  it('searches what is there while a part is missing, and that too once it can be had', async () => {
    const visit = await launch();
    visit.missing.add('lesson-privacy-en');
    await goTo('search');
    await seek('secret');
    expect(words()).toContain('A part of the course could not be loaded');
    expect(results()).toEqual([]);
    visit.missing.clear();
    await press('Try again');
    await vi.waitFor(() => expect(results()).toHaveLength(1));
    expect(words()).not.toContain('A part of the course could not be loaded');
  });

  it('asks neither for the graded questions nor for those of the practice', async () => {
    const visit = await openSearch();
    await seek('secret');
    expect(visit.fetched.filter((name) => /bank|practice/.test(name))).toEqual([]);
    const lesson = courseFiles().get('lesson-privacy-en') as LessonContent;
    expect(visit.fetched).toContain(`lesson-${lesson.id}-en`);
  });

  it.each([
    ['search', 'secret', '1 result for “secret”'],
    ['glossary', 'etica', '1 term'],
  ])('%s: says how much was found once nobody writes, and not at each letter', async (at, query, found) => {
    await launch();
    await goTo(at);
    const [one] = findAll(`cm-${at}-page`) as HTMLElementTagNameMap['cm-search-page'][];
    const field = one!.renderRoot.querySelector('input')!;
    const spoken = one!.renderRoot.querySelector('[role=status]')!;
    const before = spoken.textContent.trim();
    for (let letters = 1; letters <= query.length; letters++) {
      field.value = query.slice(0, letters);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      // no timer can end between two letters: how fast this machine is doesn't matter
      await one!.updateComplete;
      expect(spoken.textContent.trim()).toBe(before);
    }
    await vi.waitFor(() => expect(spoken.textContent.trim()).toBe(found));
  });

  it('has no objections: empty, with results, with none', async () => {
    await openSearch({ course: { gating: 'in-order' } });
    expect(await objections()).toEqual([]);
    await seek('the end');
    expect(await objections()).toEqual([]);
    await seek('xylophone');
    expect(await objections()).toEqual([]);
  });
});
