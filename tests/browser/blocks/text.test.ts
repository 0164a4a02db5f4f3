/** Text, callouts, figures, expandable sections, tabs and steps. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Block } from '../../../src/course/compiled.ts';
import { objections, focused, keys, openCourse, show, shownWords, tabTo } from './harness.ts';
import { callouts, expand, figure, prose, steps, tabs } from './samples.ts';

beforeEach(() => openCourse());

describe('axe finds nothing in', () => {
  for (const block of [prose, ...callouts, figure, expand, tabs, steps]) {
    it(`${block.kind}${'type' in block ? ` ${block.type}` : ''}`, async () => {
      await show(block);
      expect(await objections()).toEqual([]);
    });
  }
  it('an open expandable section and a described figure, in the dark', async () => {
    document.documentElement.dataset['theme'] = 'dark';
    await show(expand);
    await userEvent.click(page.getByText('Is every state’s code the same?'));
    expect(await objections()).toEqual([]);
    await show(figure);
    await userEvent.click(page.getByText('Describe this picture in words'));
    expect(await objections()).toEqual([]);
    delete document.documentElement.dataset['theme'];
  });
});

describe('text', () => {
  it('asks for a glossary term where it was pressed', async () => {
    const { heard } = await show(prose);
    await userEvent.click(page.getByRole('link', { name: 'peer specialist' }));
    expect(heard.terms).toEqual(['peer-specialist']);
  });

  it('goes to places in the course and to sources without leaving the page', async () => {
    const { heard } = await show(prose);
    const before = location.href;
    await userEvent.click(page.getByRole('link', { name: 'where it comes from' }));
    await userEvent.click(page.getByRole('link', { name: '[1]' }));
    expect(heard.went).toEqual(['compass-origins', 'sources kiva-networks']);
    expect(location.href).toBe(before);
  });

  it.each([320, 390, 460])('stacks the cells of a table of three columns at %i px', async (width) => {
    await page.viewport(width, 700);
    await show(prose);
    const row = page.getByRole('row', { name: 'Private' });
    const cells = row.getByRole('cell').elements();
    expect(cells.map((cell) => cell.textContent)).toEqual([
      'Private',
      'Yours to share or to keep',
      'The person',
    ]);
    const boxes = cells.map((cell) => cell.getBoundingClientRect());
    for (const [at, box] of boxes.entries()) {
      expect(box.left).toBe(boxes[0]!.left);
      expect(box.width).toBeGreaterThan(width * 0.75);
      if (at > 0) expect(box.top).toBeGreaterThanOrEqual(boxes[at - 1]!.bottom);
    }
    expect(getComputedStyle(cells[1]!, '::before').content).toContain('What it means');
    // for the ear it is a table as before
    expect(page.getByRole('columnheader').elements()).toHaveLength(3);
    expect(await objections()).toEqual([]);
    const table = page.getByRole('region', { name: 'Word, What it means, Who decides' }).element();
    expect(table.scrollWidth).toBe(table.clientWidth);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await page.viewport(800, 700);
  });

  it('is a stop of the Tab key only while something scrolls', async () => {
    const cells = (word: string): string => `<tr>${`<td>${word}</td>`.repeat(9)}</tr>`;
    const html = `<cm-table class="table" role="region" aria-label="Much"><table><tbody>${cells('word')}</tbody></table></cm-table>`;
    await page.viewport(320, 700);
    await show(prose);
    const stacked = page.getByRole('region', { name: 'Word, What it means, Who decides' });
    expect(stacked.element().tabIndex).toBe(-1);
    await show({ kind: 'prose', html });
    const box = page.getByRole('region', { name: 'Much' });
    await expect.poll(() => box.element().tabIndex).toBe(0);
    await keys('{Tab}');
    expect(focused()).toBe(box.element());
    await page.viewport(1280, 700);
    await expect.poll(() => box.element().tabIndex).toBe(-1);
  });

  it('shows them side by side where there is room', async () => {
    await page.viewport(800, 700);
    await show(prose);
    const cells = page.getByRole('row', { name: 'Private' }).getByRole('cell').elements();
    expect(new Set(cells.map((cell) => cell.getBoundingClientRect().top)).size).toBe(1);
    expect(getComputedStyle(cells[1]!, '::before').content).toBe('none');
  });

  it('lets the words of a term go over the end of a line', async () => {
    await page.viewport(320, 700);
    const term = '<a class="term" href="#glossary" data-term="x">a very long term of many words in one</a>';
    await show({ kind: 'prose', html: `<p>It is ${term}?</p>` });
    const lines = page
      .getByRole('link', { name: /very long/ })
      .element()
      .getClientRects();
    expect(lines.length).toBeGreaterThan(1);
    await page.viewport(800, 700);
  });
});

describe('figure', () => {
  it('shows caption and, on request, the long description', async () => {
    await show(figure);
    await expect.element(page.getByRole('img', { name: /^Two cards side by side/ })).toBeVisible();
    const description = page.getByText('On the left stands a quick fix', { exact: false });
    await expect.element(description).not.toBeVisible();
    await userEvent.click(page.getByText('Describe this picture in words'));
    await expect.element(description).toBeVisible();
  });

  it('takes its colours from the theme', async () => {
    const { place } = await show(figure);
    const colour = (): string =>
      getComputedStyle(
        place.shadowRoot!.querySelector('cm-figure')!.shadowRoot!.querySelector('.fig-accent')!,
      ).fill;
    const light = colour();
    document.documentElement.dataset['theme'] = 'dark';
    document.documentElement.style.setProperty('--color-accent', 'rgb(1, 2, 3)');
    expect(colour()).toBe('rgb(1, 2, 3)');
    expect(light).not.toBe('rgb(1, 2, 3)');
    document.documentElement.removeAttribute('style');
    delete document.documentElement.dataset['theme'];
  });
});

describe('tabs', () => {
  it('are moved through by arrow keys, Home and End, and show the passage at once', async () => {
    await show(tabs);
    await tabTo('At the clinic');
    await keys('{ArrowRight}');
    expect(focused()?.textContent).toContain('On the street');
    expect(shownWords()).toContain('Let the person decide');
    expect(shownWords()).not.toContain('Doors are thin');
    await keys('{End}');
    expect(shownWords()).toContain('Say where you are');
    await keys('{ArrowRight}');
    expect(shownWords()).toContain('Doors are thin');
    await keys('{ArrowLeft}');
    expect(shownWords()).toContain('Say where you are');
    await keys('{Home}');
    expect(shownWords()).toContain('Doors are thin');
  });

  it('stand and are moved through from the right where that is how one reads', async () => {
    document.documentElement.dir = 'rtl';
    await show(tabs);
    await tabTo('At the clinic');
    await keys('{ArrowLeft}');
    expect(focused()?.textContent).toContain('On the street');
    await keys('{ArrowRight}');
    expect(focused()?.textContent).toContain('At the clinic');
    document.documentElement.removeAttribute('dir');
  });

  it('have one stop for the Tab key, and the passage comes next', async () => {
    await show(tabs);
    await tabTo('At the clinic');
    await keys('{Tab}');
    expect(focused()?.getAttribute('role')).toBe('tabpanel');
  });
});

describe('what is wider than a phone', () => {
  const line =
    'const answer = theLongestNameThatAnybodyEverGaveToAFunction(withAnArgument, andAnother, andYetAnother);';
  const wide = `<pre><code>${line}\n${'x'.repeat(300)}</code></pre><p><code>${'y'.repeat(300)}</code></p>
    <cm-table class="table" role="region" aria-label="Much"><table><thead><tr>${'<th scope="col">Heading</th>'.repeat(9)}</tr></thead>
    <tbody><tr>${`<td>${'z'.repeat(30)}</td>`.repeat(9)}</tr></tbody></table></cm-table>`;
  const kinds: Block[] = [
    { kind: 'prose', html: wide },
    { kind: 'callout', type: 'note', html: wide },
    { kind: 'expand', title: 'More', html: wide },
    { kind: 'tabs', tabs: [{ title: 'One', html: wide }] },
    { kind: 'steps', steps: [{ title: 'One', html: wide }] },
    { kind: 'takeaway', title: 'Take it', html: wide },
  ];
  it.each(kinds)('never makes the page scroll sideways, in $kind', async (block) => {
    await page.viewport(320, 700);
    await show(block);
    if (block.kind === 'expand') await userEvent.click(page.getByText('More'));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    // a box learns its size with the next frame
    await expect.poll(objections).toEqual([]);
    await page.viewport(800, 700);
  });
});

describe('a picture in the dark', () => {
  const svg = (inner: string): Block => ({
    kind: 'figure',
    alt: 'Lines',
    picture: { svg: `<svg viewBox="0 0 9 9" role="img" aria-label="Lines">${inner}</svg>` },
  });
  const png: Block = {
    kind: 'figure',
    alt: 'Lines',
    picture: { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', width: 9, height: 9 },
  };
  const ground = (): string => {
    const inside = document.querySelector('cm-block')?.shadowRoot?.querySelector('cm-figure')?.shadowRoot;
    const picture = inside?.querySelector('.drawing, img');
    return picture ? getComputedStyle(picture).backgroundColor : '';
  };

  it.each([
    ['a black line', svg('<path stroke="#000" d="M0 0L9 9"/>'), 'rgb(255, 255, 255)'],
    ['shapes with no colour said', svg('<path d="M0 0L9 9L9 0z"/>'), 'rgb(255, 255, 255)'],
    ['a transparent picture', png, 'rgb(255, 255, 255)'],
    ['classes that follow the theme', svg('<path class="fig-line" d="M0 0L9 9"/>'), 'rgb(18, 23, 28)'],
    [
      'the colour of the text',
      svg('<path class="fig-line" stroke="currentColor" d="M0 0"/>'),
      'rgb(18, 23, 28)',
    ],
  ])('of %s stands on %3$s', async (_what, block, colour) => {
    document.documentElement.dataset['theme'] = 'dark';
    await show(block);
    expect(ground()).toBe(colour);
    delete document.documentElement.dataset['theme'];
  });
});
