/** What only a real layout shows: what lines up, what stays in one line, and what has its look. */
import { beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { findAll, goTo, launch, launchSpanish, readAll, settled } from './harness.ts';
import { linesOf } from './lines.ts';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 800);
});

const box = (selector: string): DOMRect => findAll(selector)[0]!.getBoundingClientRect();
const style = (selector: string): CSSStyleDeclaration => getComputedStyle(findAll(selector)[0]!);

/** A colour of the theme, as a style comes to it. */
function themes(role: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--color-${role})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

it('the lesson’s end has its three ways in one row on a desktop, in Spanish too', async () => {
  await readAll(await launchSpanish({}));
  await goTo('compass/done');
  const middles = findAll('.buttons > *').map((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return Math.round((top + bottom) / 2);
  });
  expect(middles).toHaveLength(3);
  expect(new Set(middles).size).toBe(1);
});

it('where the row has no room, the words without a frame stand at the text’s edge', async () => {
  await page.viewport(650, 600);
  await readAll(await launchSpanish({}));
  await goTo('compass/done');
  const words = findAll('cm-print-button')[0]!.shadowRoot!.querySelector('.icon')!.getBoundingClientRect();
  expect(words.left).toBeCloseTo(box('.buttons').left, 0);
});

it.each([390, 1280])('the bookmark’s sign ends where what is below it ends: %i', async (width) => {
  await page.viewport(width, 800);
  await launch({ at: 'compass-more' });
  const sign = findAll('cm-bookmark')[0]!.shadowRoot!.querySelector('.icon')!.getBoundingClientRect();
  expect(sign.right).toBeCloseTo(box('cm-check').right, 0);
  expect(document.documentElement.scrollWidth).toBe(document.documentElement.clientWidth);
});

it('a section’s title is one step smaller below its lesson’s, and has its size where it stands alone', async () => {
  await launch();
  const size = (selector: string): number => parseFloat(style(selector).fontSize);
  expect(size('.head .title')).toBeLessThan(size('.opening h1'));
  const below = size('.head .title');
  await goTo('compass-more');
  expect(size('.head .title')).toBeGreaterThan(below);
});

it('the way to a note is a quiet line in the colour of what is one’s own', async () => {
  await launch({ at: 'compass-more' });
  const button = (): Element | null | undefined =>
    findAll('cm-section-notes')[0]!.shadowRoot?.querySelector('.actions .button');
  await vi.waitFor(() => expect(button()).toBeTruthy());
  const { color, fontWeight, fontSize } = getComputedStyle(button()!);
  expect({ color, fontWeight, fontSize }).toEqual({
    color: themes('keep'),
    fontWeight: '400',
    fontSize: '15px',
  });
});

it('the header leaves room for an accent on a capital, and shows nothing of a third line', async () => {
  await page.viewport(320, 568);
  const visit = await launch({ at: 'compass-more' });
  const title = 'Ética Ética Ética Ética Ética Ética Ética Ética Ética Ética';
  visit.store.useText({ ...visit.store.text, title });
  await settled();
  const name = findAll('.name')[0]!;
  const range = document.createRange();
  range.selectNodeContents(name);
  const tops = [...new Set([...range.getClientRects()].map(({ top }) => top))].toSorted((a, b) => a - b);
  const { top, bottom } = name.getBoundingClientRect();
  // a line's letters with all that they may have above them: what is clipped begins at the box
  expect(tops[0]).toBeGreaterThanOrEqual(top + 2);
  expect(tops.length).toBeGreaterThan(2);
  expect(tops[2]! + 1).toBeGreaterThanOrEqual(bottom);
});

it('a goal is a sentence in the text’s face, and what stands out is how it went', async () => {
  const kept = { notes: { 'mastery:obj-purpose': '20400:0:6:6' } };
  localStorage.setItem('private-notes:test-course/anna-1', JSON.stringify(kept));
  await launch({ at: 'mastery' });
  await vi.waitFor(() => expect(findAll('.goal .level')).toHaveLength(1));
  expect(style('.goal h3').fontFamily).toBe(style('.goal .level').fontFamily);
  expect(style('.goal h3').fontWeight).toBe('400');
  expect(style('.goal .level').fontWeight).toBe('600');
});

it.each([
  ['en', 390],
  ['es', 390],
  ['en', 320],
])('each fact about the test is a line of its own on a phone: %s at %i', async (language, width) => {
  await page.viewport(width, 640);
  const visit = await launch({ at: 'assessment' });
  await visit.store.chooseLanguage(language, () => Promise.resolve());
  await settled();
  const facts = findAll('.facts li');
  expect(facts).toHaveLength(3);
  for (const fact of facts) expect(linesOf(fact.querySelector('span')!)).toHaveLength(1);
  const lefts = facts.map((fact) => Math.round(fact.querySelector('span')!.getBoundingClientRect().left));
  expect(new Set(lefts).size).toBe(1);
});
