/** In a file of its own: what is in the browser's registry of elements stays there. */
import { expect, it, vi } from 'vitest';
import type { Block } from '../../../src/course/compiled.ts';
import { sources } from '../../../src/player/blocks/sources.ts';
import { openCourse, press, show, shownWords } from './harness.ts';
import * as samples from './samples.ts';

it('two blocks of a kind that could not be had are both there when one of them was asked for again', async () => {
  openCourse();
  const real = sources.expand;
  const fetchKind = vi.fn<() => Promise<unknown>>(() => Promise.reject(new Error('Failed to fetch')));
  sources.expand = fetchKind;
  await show(samples.expand);
  const other = document.createElement('cm-block');
  other.block = { ...samples.expand } satisfies Block;
  document.querySelector('cm-block')!.after(other);
  const failed = (): number => shownWords().split('This part could not be loaded.').length - 1;
  await expect.poll(failed).toBe(2);
  fetchKind.mockImplementation(real);
  await press('Try again');
  await expect.poll(failed).toBe(0);
  const drawn = [...document.querySelectorAll('cm-block')].map(({ renderRoot }) =>
    renderRoot.querySelector('cm-expand'),
  );
  expect(drawn.every(Boolean)).toBe(true);
  sources.expand = real;
});

it('where a script comes without a press, whoever stood on the button stands on the block', async () => {
  openCourse();
  const real = sources.steps;
  sources.steps = () => Promise.reject(new Error('Failed to fetch'));
  const { place } = await show(samples.steps);
  await expect.poll(shownWords).toContain('This part could not be loaded.');
  place.renderRoot.querySelector('button')!.focus();
  await real();
  await expect.poll(() => place.renderRoot.querySelector('cm-steps')).not.toBeNull();
  expect(document.activeElement).toBe(place);
  sources.steps = real;
});

it('says nothing of the block that stood there before', async () => {
  openCourse();
  const { steps, tabs } = sources;
  const { place } = await show(samples.expand);
  sources.tabs = () => Promise.reject(new Error('Failed to fetch'));
  place.block = samples.tabs;
  await expect.poll(shownWords).toContain('This part could not be loaded.');
  sources.tabs = () => new Promise(() => {});
  place.block = { ...samples.tabs };
  await place.updateComplete;
  expect(shownWords()).not.toContain('This part could not be loaded.');
  Object.assign(sources, { steps, tabs });
});
