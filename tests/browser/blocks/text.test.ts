/** Text, callouts, figures, expandable sections, tabs and steps. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { objections, focused, keys, openCourse, press, show, shownWords, tabTo } from './harness.ts';
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
    await press('peer specialist');
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

  it('lets a wide table scroll in its own frame at 320 px', async () => {
    await page.viewport(320, 700);
    await show(prose);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
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

  it('have one stop for the Tab key, and the passage comes next', async () => {
    await show(tabs);
    await tabTo('At the clinic');
    await keys('{Tab}');
    expect(focused()?.getAttribute('role')).toBe('tabpanel');
  });
});
