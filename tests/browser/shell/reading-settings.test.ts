/** A reader's settings: they hold at once, stay for the next visit, and leave the reader where they were. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { restoreTheme } from '../../../src/player/restore-theme.ts';
import { restoreReading } from '../../../src/player/reading/reading.ts';
import { calm, findAll, focused, keys, launch, launchCover, press, settled } from './harness.ts';

const root = document.documentElement;

beforeEach(() => page.viewport(1280, 800));
afterEach(async () => {
  localStorage.clear();
  delete root.dataset['theme'];
  await restoreReading();
});

async function open(): Promise<void> {
  await press('Reading settings');
  await vi.waitFor(() => expect(findAll('cm-reading-panel')).toHaveLength(1));
  await calm();
}

const pick = async (group: string, name: string): Promise<void> => {
  const choice = page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true });
  await userEvent.click(choice);
  await settled();
};

/** As a browser that loads the page again does. */
async function relaunch(): Promise<void> {
  root.style.cssText = '';
  await restoreReading();
  root.style.cssText = '';
  restoreTheme();
}

const styleOf = (selector: string): CSSStyleDeclaration => getComputedStyle(findAll(selector)[0]!);

describe('the text', () => {
  it('grows and shrinks step by step, and its ends are told', async () => {
    await launch();
    const before = Number.parseFloat(styleOf('.prose p').fontSize);
    await open();
    for (let steps = 0; steps < 5; steps += 1) await press('Larger text');
    expect(Number.parseFloat(styleOf('.prose p').fontSize)).toBeCloseTo(before * 2, 0);
    await expect.element(page.getByRole('status').filter({ hasText: '200%' })).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: 'Larger text' }))
      .toHaveAttribute('aria-disabled', 'true');
    // it keeps the focus, and does nothing more
    expect(focused()?.getAttribute('aria-label')).toBe('Larger text');
    await keys('{Enter}');
    expect(Number.parseFloat(styleOf('.prose p').fontSize)).toBeCloseTo(before * 2, 0);
    for (let steps = 0; steps < 6; steps += 1) await press('Smaller text');
    expect(root.style.fontSize).toBe('90%');
  });

  it('keeps the reading place when it grows, in the middle of a long page', async () => {
    await page.viewport(700, 500);
    await launch();
    const passage = findAll('.prose p').at(-1)!;
    const filler = Array.from({ length: 40 }, (_, index) => `Words before and after, line ${index}.`).join(
      ' ',
    );
    for (const one of findAll('.prose')) {
      const text = document.createElement('p');
      text.textContent = filler;
      one.prepend(text);
      one.append(text.cloneNode(true));
    }
    await open();
    scrollBy(0, passage.getBoundingClientRect().top - 64);
    expect(scrollY).toBeGreaterThan(100);
    for (let steps = 0; steps < 3; steps += 1) await press('Larger text');
    await vi.waitFor(() => expect(Math.abs(passage.getBoundingClientRect().top - 64)).toBeLessThan(4));
  });

  it('gives the focus back in view when it has grown, to a keyboard', async () => {
    await page.viewport(700, 500);
    await launch();
    const button = findAll('footer .reading')[0] as HTMLElement;
    button.focus();
    await keys('{Enter}');
    await vi.waitFor(() => expect(findAll('cm-reading-panel')).toHaveLength(1));
    await calm();
    (findAll('.size button').at(-1) as HTMLElement).focus();
    await keys('{Enter}', '{Enter}', '{Enter}');
    // the reading place is kept over some frames: nobody closes the settings within them
    for (let frames = 0; frames < 5; frames += 1) await new Promise(requestAnimationFrame);
    // as it is where the words above have grown
    scrollTo(0, 0);
    expect(button.getBoundingClientRect().top).toBeGreaterThan(innerHeight);
    await keys('{Escape}');
    expect(focused()).toBe(button);
    await vi.waitFor(() => expect(button.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight));
  });

  it('has more room between lines, letters and words, in buttons too, by each one’s own size', async () => {
    await launch();
    await open();
    await pick('Space between lines', 'Widest');
    await pick('Space between letters', 'Widest');
    await pick('Space between words', 'Widest');
    const inPage = '.prose p';
    const size = Number.parseFloat(styleOf(inPage).fontSize);
    expect(Number.parseFloat(styleOf(inPage).lineHeight)).toBeGreaterThanOrEqual(size * 1.5);
    for (const selector of [inPage, '.opening h1', 'footer .reading']) {
      const style = styleOf(selector);
      const em = Number.parseFloat(style.fontSize);
      expect(Number.parseFloat(style.letterSpacing), selector).toBeGreaterThanOrEqual(em * 0.119);
      expect(Number.parseFloat(style.wordSpacing), selector).toBeGreaterThanOrEqual(em * 0.159);
    }
    await pick('Space between letters', 'Normal');
    expect(styleOf(inPage).letterSpacing).toBe('normal');
    expect(Number.parseFloat(styleOf(inPage).wordSpacing)).toBeGreaterThan(0);
  });

  it('has shorter lines', async () => {
    await launch();
    await open();
    await pick('Length of lines', 'Shortest');
    expect(root.style.getPropertyValue('--measure')).toBe('42ch');
  });

  it('has the face for dyslexia once it is chosen, in headings too; until it can be had, the panel says so', async () => {
    const there = (): boolean => [...document.fonts].some(({ family }) => family === 'Reading');
    const missing = page.getByRole('status').filter({ hasText: 'could not be loaded' });
    const gone = vi.spyOn(FontFace.prototype, 'load').mockRejectedValue(new Error('offline'));
    await launch();
    await open();
    await pick('Letters', 'For dyslexia');
    await expect.element(missing).toBeVisible();
    await pick('Letters', 'Like this device');
    await expect.element(missing).not.toBeInTheDocument();
    await pick('Letters', 'For dyslexia');
    await expect.element(missing).toBeVisible();
    expect(there()).toBe(false);
    gone.mockRestore();
    dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(there()).toBe(true));
    await expect.element(missing).not.toBeInTheDocument();
    expect(styleOf('.prose p').fontFamily).toMatch(/^Reading/);
    expect(styleOf('.opening h1').fontFamily).toMatch(/^Reading/);
  });
});

describe('the outline', () => {
  it('stands beside the page only where there is room for letters of that size', async () => {
    await page.viewport(900, 800);
    await launch();
    expect(findAll('.panel')).toHaveLength(1);
    await open();
    for (let steps = 0; steps < 3; steps += 1) await press('Larger text');
    await vi.waitFor(() => expect(findAll('.panel')).toHaveLength(0));
  });

  it('leads to the settings on a phone, and steps aside for them', async () => {
    await page.viewport(390, 800);
    await launch();
    await press('Course outline');
    await userEvent.click(findAll('.leaves')[0] as HTMLElement);
    await vi.waitFor(() => expect(findAll('cm-reading-panel')).toHaveLength(1));
    expect(findAll('dialog[open]')).toHaveLength(1);
    await keys('{Escape}');
    expect(focused()?.outerHTML).toContain('Course outline');
  });
});

describe('colours', () => {
  it('are light or dark as chosen, for this device', async () => {
    await launch();
    await open();
    await pick('Appearance', 'Dark');
    expect(root.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('cm-theme')).toBe('dark');
    await pick('Appearance', 'Like this device');
    expect(root.dataset['theme']).toBeUndefined();
  });

  it('have more contrast where that is asked for, in light and dark', async () => {
    const ink = (): string => getComputedStyle(root).getPropertyValue('--color-ink').trim();
    await launch();
    const before = ink();
    await open();
    await pick('Contrast', 'More');
    expect(ink()).toBe('#000000');
    await pick('Appearance', 'Dark');
    await vi.waitFor(() => expect(ink()).toBe('#ffffff'));
    await pick('Appearance', 'Like this device');
    await pick('Contrast', 'Like this device');
    await vi.waitFor(() => expect(ink()).toBe(before));
  });
});

describe('the next visit', () => {
  it('opens with what was chosen, before the components are there', async () => {
    await launch();
    await open();
    await press('Larger text');
    await pick('Contrast', 'More');
    root.style.cssText = '';
    restoreTheme();
    expect(root.style.fontSize).toBe('110%');
    await restoreReading();
    expect(getComputedStyle(root).getPropertyValue('--color-ink').trim()).toBe('#000000');
  });

  it('is as it was where what was kept is damaged', async () => {
    localStorage.setItem('cm-reading', '{"size":');
    localStorage.setItem('cm-look', 'font-size:700%;display:none');
    await relaunch();
    await restoreReading();
    expect(root.style.cssText).toBe('');
  });
});

it('everything is as it was at the press of one button, and that is said', async () => {
  await launch();
  await open();
  await press('Larger text');
  await pick('Appearance', 'Dark');
  await pick('Space between letters', 'Wide');
  await press('As it was at first');
  await expect.element(page.getByText('Everything is as it was at first.')).toBeVisible();
  expect(root.style.cssText).toBe('');
  expect(root.dataset['theme']).toBeUndefined();
  await expect
    .element(
      page.getByRole('group', { name: 'Space between letters' }).getByRole('radio', { name: 'Normal' }),
    )
    .toBeChecked();
});

it('the language is changed there too, and the settings speak it', async () => {
  await launch();
  await open();
  await pick('Language', 'Español');
  await calm();
  await expect.element(page.getByRole('heading', { name: 'Ajustes de lectura' })).toBeVisible();
});

it('the keyboard alone opens, changes and closes them, and comes back to the button', async () => {
  await launch();
  (findAll('footer .reading')[0] as HTMLElement).focus();
  await keys('{Enter}');
  await vi.waitFor(() => expect(findAll('cm-reading-panel')).toHaveLength(1));
  await settled();
  await keys('{Tab}', '{Tab}', '{Enter}');
  expect(root.style.fontSize).toBe('110%');
  await keys('{Tab}', '{ArrowRight}');
  expect(root.style.getPropertyValue('--font-text')).toMatch(/^Reading/);
  await keys('{Escape}');
  expect(findAll('dialog[open]')).toEqual([]);
  expect(focused()?.textContent).toContain('Reading settings');
});

it('the cover has them as well, before anything was begun', async () => {
  await launchCover();
  await open();
  await press('Larger text');
  expect(root.style.fontSize).toBe('110%');
  expect(findAll('cm-cover')).toHaveLength(1);
});
