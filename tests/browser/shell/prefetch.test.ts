/** What comes quietly once the first screen stands: after the records, not where data is to be saved, again after a failure. */
import { afterEach, expect, it, vi } from 'vitest';
import { prefetch } from '../../../src/player/shell/prefetch.ts';
import { launch, press, settled, type Visit } from './harness.ts';

afterEach(() => vi.restoreAllMocks());

const ALL = [
  'glossary-en',
  'sources-en',
  'page-summary-en',
  'lesson-compass-en',
  'lesson-privacy-en',
  'bank-en',
];

/** Until nothing more is fetched. */
async function everything(visit: Visit): Promise<void> {
  await vi.waitFor(() => expect(visit.fetched).toEqual(expect.arrayContaining(ALL)), 20_000);
}

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

it('all of the language that is shown comes, each file once, the smaller ones first', async () => {
  const visit = await launch();
  await visit.saved();
  void prefetch(visit.store);
  await everything(visit);
  expect(new Set(visit.fetched).size).toBe(visit.fetched.length);
  const places = ALL.map((name) => visit.fetched.indexOf(name));
  expect(Math.max(...places)).toBe(visit.fetched.indexOf('bank-en'));
  expect(visit.fetched.indexOf('glossary-en')).toBeLessThan(visit.fetched.indexOf('lesson-privacy-en'));
});

it('the words of other languages come last, so that a change waits for the page alone', async () => {
  const visit = await launch();
  await visit.saved();
  void prefetch(visit.store);
  await vi.waitFor(() => expect(visit.fetched).toContain('rest-es'), 20_000);
  expect(visit.fetched.indexOf('text-es')).toBeGreaterThan(visit.fetched.indexOf('bank-en'));
  const before = visit.fetched.length;
  await press('Español');
  await vi.waitFor(() => expect(visit.store.language).toBe('es'));
  expect(visit.fetched.slice(before, before + 1)).toEqual(['lesson-compass-es']);
  expect(visit.fetched.slice(before)).not.toContain('text-es');
});

it('and that of another language, once it is chosen', async () => {
  const visit = await launch();
  await visit.saved();
  void prefetch(visit.store);
  await everything(visit);
  await visit.store.chooseLanguage('es');
  await visit.saved();
  await vi.waitFor(() => expect(visit.fetched).toContain('bank-es'), 20_000);
});

it('nothing comes while a record waits to be sent', async () => {
  const visit = await launch();
  visit.store.readSection('compass-start');
  await settled();
  expect(visit.store.status.kind).toBe('saving');
  void prefetch(visit.store);
  await pause(2_500);
  expect(visit.fetched).not.toContain('glossary-en');
  await visit.saved();
  await everything(visit);
});

it('nothing comes where the device asks to save data', async () => {
  Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
  try {
    const visit = await launch();
    await visit.saved();
    void prefetch(visit.store);
    await pause(2_500);
    expect(visit.fetched).not.toContain('glossary-en');
  } finally {
    Reflect.deleteProperty(navigator, 'connection');
  }
});

it('stops at what can’t be had, and goes on when the network is back', async () => {
  const visit = await launch();
  await visit.saved();
  visit.missing.add('sources-en');
  void prefetch(visit.store);
  await vi.waitFor(() => expect(visit.fetched).toContain('sources-en'), 20_000);
  await pause(500);
  expect(visit.fetched).not.toContain('bank-en');
  visit.missing.clear();
  dispatchEvent(new Event('online'));
  await everything(visit);
});

it('what still can’t be had then holds up nothing else', async () => {
  const visit = await launch();
  await visit.saved();
  visit.missing.add('sources-en');
  void prefetch(visit.store);
  await vi.waitFor(() => expect(visit.fetched).toContain('sources-en'), 20_000);
  await pause(100);
  dispatchEvent(new Event('online'));
  await everything(visit);
  visit.missing.clear();
  await vi.waitFor(() => expect(visit.fetched).toContain('rest-es'), 20_000);
  await pause(500);
  const before = visit.fetched.length;
  dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(visit.fetched.slice(before)).toEqual(['sources-en']), 20_000);
});
