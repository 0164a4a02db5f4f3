/** Knowledge checks, cards, takeaways, and what all kinds have in common. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Block } from '../../../src/course/compiled.ts';
import {
  objections,
  focused,
  focusedWords,
  keys,
  openCourse,
  pick,
  press,
  settled,
  show,
  shownWords,
  speak,
  tabTo,
} from './harness.ts';
import { fillIn, match, one } from '../questions/samples.ts';
import * as samples from './samples.ts';

beforeEach(() => openCourse());

const RIGHT = /^(Yes, that’s it|That’s right|Exactly)\.$/;
const WRONG = /^(That isn’t it yet|Not right this time|No, that isn’t right)\.$/;

describe('axe finds nothing at first sight, in light and dark, at 320 px', () => {
  const kinds = samples.all.filter(
    ({ kind }) => !['prose', 'callout', 'figure', 'expand', 'tabs', 'steps'].includes(kind),
  );
  for (const block of kinds) {
    it(`${block.kind}${'moment' in block ? ` ${block.moment}` : ''}`, async () => {
      await page.viewport(320, 700);
      for (const theme of ['light', 'dark']) {
        document.documentElement.dataset['theme'] = theme;
        await show(block, { done: theme === 'dark' });
        await expect.poll(() => shownWords().length).toBeGreaterThan(10);
        expect(await objections()).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      }
      delete document.documentElement.dataset['theme'];
      await page.viewport(800, 700);
    });
  }
});

it.each([
  [samples.check, 'accent'],
  [samples.scenario, 'scene'],
  [samples.compare, 'keep'],
  [samples.commitments, 'keep'],
  [samples.reflection, 'keep'],
])('an activity’s kind is written in the colour of its role: $0.kind in $1', async (block, role) => {
  const { place } = await show(block);
  const kind = place.shadowRoot!.firstElementChild!.shadowRoot!.querySelector('.kind')!;
  const own = document.createElement('span');
  own.style.color = `var(--color-${role})`;
  place.after(own);
  expect(getComputedStyle(kind).color).toBe(getComputedStyle(own).color);
});

describe('knowledge check', () => {
  it('asks for an answer before it checks', async () => {
    const { heard } = await show(samples.check);
    await press('Check my answer');
    expect(shownWords()).toContain('Give your answer first');
    expect(await objections()).toEqual([]);
    expect(heard.done).toEqual([]);
  });

  it('is done once an answer is checked, right or wrong, and reads the verdict out', async () => {
    const { heard } = await show(samples.check);
    await pick(/It lists what/);
    expect(heard.done).toEqual([]);
    await press('Check my answer');
    expect(heard.done).toEqual(['check-compass']);
    await expect.poll(focusedWords).toMatch(WRONG);
    expect(await objections()).toEqual([]);
  });

  it('can be tried as often as wished', async () => {
    await show(samples.check);
    for (const [answer, verdict] of [
      [/It lists/, WRONG],
      [/It guides/, RIGHT],
      [/It is what/, WRONG],
    ] as const) {
      await pick(answer);
      await press('Check my answer');
      await expect.poll(focusedWords).toMatch(verdict);
      await press('Try again');
      expect(shownWords()).not.toMatch(/Your answer: /);
      // on the question, so that it is heard before its answers
      await expect.poll(() => focused()?.tagName).toBe('FIELDSET');
    }
  });

  it('leads on to what stands after it, and to nothing where nothing does', async () => {
    const { place } = await show(samples.check);
    const next = document.createElement('p');
    await pick(/It lists/);
    await press('Check my answer');
    await expect.element(page.getByRole('button', { name: 'Continue' })).not.toBeInTheDocument();
    await press('Try again');
    place.after(next);
    await pick(/It lists/);
    await press('Check my answer');
    await press('Continue');
    expect(focused()).toBe(next);
    await press('Try again');
    next.remove();
    const ways = document.createElement('cm-section-navigation');
    ways.tabIndex = 0;
    document.body.append(ways);
    await pick(/It lists/);
    await press('Check my answer');
    await press('Continue');
    expect(focused()).toBe(ways);
    ways.remove();
  });

  it('has its button at the foot of a phone once there is an answer, and in its place before and on a low screen', async () => {
    await page.viewport(390, 500);
    const { place } = await show(samples.check);
    document.body.style.paddingTop = '20rem';
    const bottom = (): number =>
      page.getByRole('button', { name: 'Check my answer' }).element().getBoundingClientRect().bottom;
    expect(bottom()).toBeGreaterThan(500);
    await pick(/It lists/);
    place.scrollIntoView({ block: 'start' });
    window.scrollTo(0, 0);
    await expect.poll(bottom).toBeLessThanOrEqual(500);
    await page.viewport(320, 256);
    window.scrollTo(0, 0);
    await expect.poll(bottom).toBeGreaterThan(256);
    await page.viewport(800, 700);
  });

  it('on a phone brings the reasons into view after a wrong answer, and covers and passes over none of them', async () => {
    await page.viewport(390, 560);
    const { place } = await show(samples.check);
    place.after(document.createElement('p'));
    document.body.style.padding = '20rem 0';
    const at = (name: string): DOMRect =>
      page.getByRole('button', { name }).element().getBoundingClientRect();
    await pick(/It lists/);
    window.scrollTo(0, 0);
    await press('Check my answer');
    await expect.poll(() => at('Continue').height).toBeGreaterThan(0);
    const question = place.shadowRoot?.querySelector('cm-check')?.shadowRoot?.querySelector('cm-question');
    const boxes = (selector: string): DOMRect[] =>
      [...(question?.shadowRoot?.querySelectorAll(selector) ?? [])].map((box) => box.getBoundingClientRect());
    await expect.poll(() => boxes('.verdict')[0]!.top).toBeLessThan(120);
    expect(boxes('.why')[0]!.bottom).toBeLessThanOrEqual(560);
    expect(at('Continue').top).toBeGreaterThanOrEqual(Math.max(...boxes('.why').map(({ bottom }) => bottom)));
    // nothing is left to be read before one goes on from a right one
    await press('Try again');
    await pick(/It guides/);
    window.scrollTo(0, 0);
    await press('Check my answer');
    window.scrollTo(0, 0);
    await expect.poll(() => at('Continue').bottom).toBeLessThanOrEqual(560);
    document.body.style.padding = '';
    await page.viewport(800, 700);
  });

  it('wants every part of a matching question', async () => {
    const { heard } = await show({ kind: 'check', id: 'c', question: match });
    await press('Check my answer');
    expect(shownWords()).toContain('Something is still open');
    expect(heard.done).toEqual([]);
  });

  it('is checked by Enter in a fill-in', async () => {
    const { heard } = await show({ kind: 'check', id: 'c', question: fillIn });
    await tabTo('Your answer');
    await keys(...'Self-Determination'.split(''), '{Enter}');
    expect(heard.done).toEqual(['c']);
    expect(shownWords()).toMatch(/Yes, that’s it|That’s right|Exactly/);
  });

  it('keeps its answer when the language changes, and forgets it when another check takes its place', async () => {
    const { place } = await show(samples.check);
    await pick(/It guides/);
    await press('Check my answer');
    speak('es');
    place.block = {
      ...samples.check,
      question: { ...one, stem: '<p>¿Para qué sirve el Código?</p>' },
    };
    await settled();
    expect(shownWords()).toContain('¿Para qué sirve el Código?');
    expect(shownWords()).toContain('Su respuesta: correcta');
    place.block = { ...samples.check, id: 'another' };
    await settled();
    expect(shownWords()).not.toContain('Su respuesta: correcta');
  });

  it('says that it was done in an earlier session', async () => {
    await show(samples.check);
    expect(shownWords()).not.toContain('Done');
    await show(samples.check, { done: true });
    expect(shownWords()).toContain('Done');
  });
});

describe('cards', () => {
  it('are turned by keyboard: the back is read, and the way back leads to the front', async () => {
    await show(samples.cards);
    await tabTo('Mutuality');
    await keys('{Enter}');
    await expect.poll(focusedWords).toContain('Both people give');
    expect(await objections()).toEqual([]);
    await tabTo('Turn back');
    await expect.element(page.getByRole('button', { name: 'Turn back Mutuality' })).toBeVisible();
    await keys('{Enter}');
    await expect.poll(focusedWords).toBe('Mutuality Turn over');
  });

  it('hide the side that is turned away from everybody', async () => {
    await show(samples.cards);
    await expect.element(page.getByText('Both people give, both people learn.')).not.toBeVisible();
    await press('Mutuality');
    await expect.element(page.getByText('Both people give, both people learn.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Mutuality/ })).not.toBeInTheDocument();
  });

  it('one below the other, take no more room than the side that is seen', async () => {
    await page.viewport(390, 700);
    await show(samples.cards);
    const height = (): number => page.getByRole('listitem').first().element().getBoundingClientRect().height;
    const front = height();
    expect(front).toBe(
      page.getByRole('button', { name: 'Mutuality' }).element().getBoundingClientRect().height,
    );
    await press('Mutuality');
    expect(height()).toBeGreaterThan(front);
    await page.viewport(800, 700);
  });

  it('beside each other are of one height until one is turned', async () => {
    await page.viewport(1000, 700);
    await show(samples.cards);
    const heights = (): number[] =>
      page
        .getByRole('listitem')
        .elements()
        .map((card) => card.getBoundingClientRect().height);
    expect(new Set(heights()).size).toBe(1);
    expect(heights()[0]).toBe(144);
    await press('Self-determination');
    expect(Math.max(...heights())).toBeGreaterThan(144);
    await page.viewport(800, 700);
  });

  it('are done when the last one was turned, whichever was turned back', async () => {
    const { heard } = await show(samples.cards);
    await press('Mutuality');
    await press('Turn back');
    await press('Undue influence');
    expect(heard.done).toEqual([]);
    expect(shownWords()).toContain('Turned: 2 of 3');
    await press('Self-determination');
    expect(heard.done).toEqual(['compass-words']);
  });
});

describe('takeaway', () => {
  it('says so where nothing was printed, and nothing where it was', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await show(samples.takeaway);
    await press('Print');
    await expect.poll(shownWords).toContain('Nothing was printed');
    expect(await objections()).toEqual([]);
    print.mockImplementation(() => window.dispatchEvent(new Event('beforeprint')));
    await press('Print');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(shownWords()).not.toContain('Nothing was printed');
    print.mockRestore();
  });

  it('prints itself and nothing else of the page', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await show(samples.takeaway);
    await press('Print');
    expect(print).toHaveBeenCalledOnce();
    const paper = document.querySelector('.print-alone')!;
    expect(paper.textContent).toContain('Take this with you');
    expect(paper.textContent).toContain('When in doubt, pause.');
    expect(paper.textContent).toContain('The CPS Code of Ethics');
    const rules = document.adoptedStyleSheets
      .flatMap((sheet) => [...sheet.cssRules])
      .map(({ cssText }) => cssText);
    expect(rules.join('\n')).toMatch(
      /@media print[^]*body > :not\(\.print-alone\)[^]*display: none !important/,
    );
    expect(getComputedStyle(paper).display).toBe('none');
    window.dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('.print-alone')).toBeNull();
    expect(document.adoptedStyleSheets).toHaveLength(0);
    print.mockRestore();
  });
});

describe('a kind that is fetched when first needed', () => {
  it('keeps its place, says plainly that it could not be loaded, and can be asked for again', async () => {
    const { sources } = await import('../../../src/player/blocks/sources.ts');
    const fetchKind = vi.fn<() => Promise<never>>(() => Promise.reject(new Error('Failed to fetch')));
    const real = sources.steps;
    sources.steps = fetchKind;
    // a registry of its own: in this file the kind may be there already
    const known = vi.spyOn(customElements, 'get').mockReturnValue(undefined);
    const block: Block = samples.steps;
    await show(block);
    await expect.poll(shownWords).toContain('This part could not be loaded.');
    expect(await objections()).toEqual([]);
    expect(document.querySelector('cm-block')!.offsetHeight).toBeGreaterThan(100);
    fetchKind.mockImplementation(async () => {
      known.mockRestore();
      await real();
      return undefined as never;
    });
    await press('Try again');
    await expect.poll(shownWords).toContain('Which principles meet here?');
    expect(document.activeElement?.closest('cm-block')).not.toBeNull();
    sources.steps = real;
  });
});
