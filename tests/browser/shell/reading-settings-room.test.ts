/** A reader's settings, on every width: header, foot and panel leave the page its room, and axe finds nothing. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { footStyles } from '../../../src/player/blocks/foot.styles.ts';
import { restoreReading } from '../../../src/player/reading/reading.ts';
import { calm, findAll, focused, keys, launch, objections, press } from './harness.ts';

const root = document.documentElement;

beforeEach(() => page.viewport(1280, 800));
afterEach(async () => {
  localStorage.clear();
  delete root.dataset['theme'];
  await restoreReading();
});

it('the header gives the focus back, with letters so large that it shows less', async () => {
  await launch();
  (findAll('header .reading')[0] as HTMLElement).focus();
  await keys('{Enter}');
  await vi.waitFor(() => expect(findAll('cm-reading-panel')).toHaveLength(1));
  for (let steps = 0; steps < 5; steps += 1) await press('Larger text');
  await keys('{Escape}');
  expect(focused()?.className).toBe('reading');
  expect(findAll('header')[0]!.getBoundingClientRect().height).toBeLessThan(130);
});

it.each([
  [320, 568, 'auto'],
  [320, 900, 'sticks'],
])(
  'twice as large at %i by %i px, the header leaves the screen to the page: %s',
  async (width, height, how) => {
    await page.viewport(width, height);
    localStorage.setItem('cm-reading', JSON.stringify({ size: 200 }));
    await restoreReading();
    await launch();
    scrollTo(0, 500);
    const { bottom } = findAll('header')[0]!.getBoundingClientRect();
    if (how === 'sticks') expect(bottom).toBeGreaterThan(0);
    else expect(bottom).toBeLessThanOrEqual(0);
    // and so does the row of buttons under a question
    const foot = document.createElement('div');
    foot.className = 'foot';
    foot.textContent = 'Check';
    const tall = document.createElement('div');
    tall.style.height = '3000px';
    const place = document.createElement('div');
    const shadow = place.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [footStyles.styleSheet!];
    shadow.append(tall, foot);
    findAll('main')[0]!.append(place);
    expect(foot.getBoundingClientRect().top).toBeGreaterThan(innerHeight);
  },
);

it.each(['en', 'es'])('the size stands in one line at 320 px, twice as large: %s', async (language) => {
  await page.viewport(320, 568);
  localStorage.setItem('cm-reading', JSON.stringify({ size: 200 }));
  await restoreReading();
  const visit = await launch();
  await visit.store.chooseLanguage(language, () => Promise.resolve());
  await calm();
  (findAll('footer .reading')[0] as HTMLElement).click();
  await vi.waitFor(() => expect(findAll('cm-reading-panel')).toHaveLength(1));
  await calm();
  const range = document.createRange();
  range.selectNodeContents(findAll('.size output')[0]!);
  expect(new Set([...range.getClientRects()].map(({ top }) => top)).size).toBe(1);
  expect(range.toString()).toMatch(/^200\s?%$/);
});

describe.each([
  ['as it was', {}],
  [
    'twice as large, at its widest',
    { size: 200, lines: 'most', letters: 'most', words: 'most', measure: 'most' },
  ],
  ['in the face for dyslexia, larger', { size: 150, face: 'dyslexia', letters: 'more' }],
  ['with more contrast', { contrast: 'more' }],
])('%s', (_, kept) => {
  it.each([
    [320, 'light'],
    [320, 'dark'],
    [1280, 'dark'],
  ])('at %i px, %s: axe finds nothing, and nothing scrolls sideways', async (width, theme) => {
    await page.viewport(width, 700);
    localStorage.setItem('cm-reading', JSON.stringify(kept));
    root.dataset['theme'] = theme;
    await restoreReading();
    for (const at of ['compass-start', 'compass-more', 'assessment']) {
      await launch({ at });
      expect(root.scrollWidth, at).toBeLessThanOrEqual(root.clientWidth);
      expect(await objections()).toEqual([]);
    }
    await launch();
    (findAll('footer .reading')[0] as HTMLElement).click();
    await vi.waitFor(() => expect(findAll('cm-reading-panel')).toHaveLength(1));
    const body = findAll('cm-reading-dialog').flatMap((one) => [
      ...one.shadowRoot!.querySelectorAll('dialog'),
    ])[0]!;
    expect(body.scrollWidth).toBeLessThanOrEqual(body.clientWidth);
    expect(await objections()).toEqual([]);
  });
});
