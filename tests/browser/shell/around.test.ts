/** A page comes before what stands around it. */
import { afterEach, expect, it, vi } from 'vitest';
import { begin, calm, findAll, launch, open, press, settled, words } from './harness.ts';

const around = (): Promise<unknown> => import('../../../src/player/shell/around.ts');

afterEach(() => vi.restoreAllMocks());

it('shows whoever comes back their section while what stands around it is on its way', async () => {
  const first = await launch();
  await first.saved();
  let come = (): void => {};
  const way = new Promise<void>((resolve) => (come = resolve));
  const visit = open({ launch: { saved: first.stored }, around: () => way.then(around) });
  await expect.poll(() => findAll('.blocks')).toHaveLength(1);
  await settled();
  expect(findAll('cm-header, cm-footer')).toEqual([]);
  // what is done in it counts already
  await expect.poll(() => visit.store.session).toBeDefined();
  visit.store.readSection('compass-more');
  expect(visit.store.isDone('compass-more')).toBe(true);
  come();
  await visit.connected;
  await calm();
  expect(findAll('cm-header, cm-footer')).toHaveLength(2);
});

it('makes no other page before its class is there', async () => {
  let come = (): void => {};
  const way = new Promise<void>((resolve) => (come = resolve));
  const visit = open({ at: 'glossary', around: () => way.then(around) });
  await expect.poll(() => visit.store.session).toBeDefined();
  await settled();
  expect(findAll('cm-other-page')).toEqual([]);
  expect(findAll('[aria-busy="true"]')).toHaveLength(1);
  come();
  await visit.connected;
  await calm();
  expect(findAll('cm-glossary-page')).toHaveLength(1);
});

it('says so where what stands around a page can’t be had, and brings it when it is asked for again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = vi.fn<() => Promise<unknown>>(around).mockRejectedValueOnce(new Error('gone'));
  const visit = open({ around: code });
  await visit.connected;
  await visit.store.fetchDeferred();
  await calm();
  await begin();
  expect(findAll('.blocks')).toHaveLength(1);
  expect(words()).toContain('could not be loaded');
  await press('Try again');
  await visit.store.fetchDeferred();
  await calm();
  expect(findAll('cm-header')).toHaveLength(1);
  expect(words()).not.toContain('could not be loaded');
});
