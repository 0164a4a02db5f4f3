/** What is pressed and goes takes no focus along: it is somewhere on the page, and the keyboard goes on from there (WCAG 2.4.3). */
import { afterEach, expect, it, vi } from 'vitest';
import { courseFiles } from './course.ts';
import {
  calm,
  findAll,
  focused,
  goTo,
  heading,
  keys,
  launch,
  moved,
  press,
  settled,
  type Visit,
} from './harness.ts';
import { FakeStore } from '../../fakes/store.ts';

afterEach(() => document.body.replaceChildren());

/** By the keyboard, wherever it stands. */
async function pressFocused(words: string): Promise<void> {
  await expect.poll(() => buttonOf(words)).toBeDefined();
  buttonOf(words)?.focus();
  await keys('{Enter}');
  await expect.poll(() => buttonOf(words)).toBeUndefined();
  await calm();
}

const buttonOf = (words: string): HTMLElement | undefined =>
  findAll('button').find((one) => one.textContent.includes(words)) as HTMLElement | undefined;

async function without(file: string, at: string): Promise<Visit> {
  const visit = await launch();
  visit.missing.add(file);
  await goTo(at);
  return visit;
}

it.each([
  ['a section', 'lesson-privacy-en', 'privacy-end'],
  ['the glossary', 'glossary-en', 'glossary'],
  ['the sources', 'sources-en', 'sources'],
])('after %s that could not be had was asked for again', async (_, file, at) => {
  const visit = await without(file, at);
  visit.missing.clear();
  await pressFocused('Try again');
  expect(focused()?.matches('[data-heading]')).toBe(true);
});

it('after the settings that could not be had were asked for again: on their heading', async () => {
  await launch();
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await press('Reading settings');
  online.mockRestore();
  await pressFocused('Try again');
  expect(heading()).toBe('Reading settings');
});

it('after the rest of what was found was asked for: on the first of it', async () => {
  const visit = await launch();
  const [entry] = courseFiles().get('glossary-en') as object[];
  const many = Array.from({ length: 25 }, (_, id) => ({ ...entry, id: `t${id}`, term: `Oak ${id}` }));
  visit.files.set('glossary-en', many);
  await goTo('search/oak');
  await pressFocused('Show all 25 results');
  expect(focused()).toBe(findAll('.results > li')[20]);
});

it('after a part of the search was asked for again: in the field', async () => {
  const visit = await without('lesson-privacy-en', 'search/secret');
  visit.missing.clear();
  await pressFocused('Try again');
  expect(focused()?.matches('input[type="search"]')).toBe(true);
});

it.each(['Yes, use it', 'No, start fresh'])('after “%s”', async (words) => {
  const device = new FakeStore();
  const before = await launch({ device });
  before.record.answer = { stored: false, problem: { code: 'not-stored', detail: '' } };
  await goTo('compass-more');
  await before.saved();
  await launch({ device });
  await pressFocused(words);
  expect(focused()?.localName).toBe('main');
});

it('after the way back from an exit that failed', async () => {
  const visit = await launch({ at: 'compass-start' });
  visit.record.answer = { stored: false, problem: { code: 'not-stored', detail: '' } };
  visit.store.readSection('compass-start');
  await visit.store.exit();
  await settled();
  await pressFocused('Back to the course');
  await moved();
  expect(focused()?.matches('main, [data-heading]')).toBe(true);
});
