/** Finding one's way: the outline, the pages around the lessons, addresses. */
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { courseFiles } from './course.ts';
import {
  calm,
  findAll,
  focused,
  follow,
  goTo,
  heading,
  keys,
  launch,
  moved,
  press,
  read,
  tabTo,
  words,
  PAGES,
} from './harness.ts';

it('help lines stand once in the header, and beside a note', async () => {
  await launch({ at: 'privacy' });
  expect(page.getByRole('button', { name: 'Help lines' }).elements()).toHaveLength(2);
  await goTo('compass-more');
  expect(page.getByRole('button', { name: 'Help lines' }).elements()).toHaveLength(1);
});

describe('the outline', () => {
  it('counts sections as their pages do, optional ones too', async () => {
    await page.viewport(1280, 800);
    const visit = await launch({ at: 'privacy-hard' });
    expect(words()).toContain('Section 2 of 3');
    await read(visit, 'privacy-hard');
    expect(words()).toContain('1 of 3 sections');
    await goTo('privacy-start');
    await read(visit, 'privacy-start');
    expect(words()).toContain('2 of 3 sections');
    await goTo('privacy-end');
    await read(visit, 'privacy-end');
    expect(words()).toContain('Section 3 of 3');
    expect(words()).not.toContain('3 sections');
  });

  it('stands beside the page on a desk, folds, and shows what is read', async () => {
    await page.viewport(1280, 800);
    const visit = await launch();
    await read(visit, 'compass-start');
    const nav = page.getByRole('navigation', { name: 'Course outline' });
    await expect
      .element(nav.getByRole('link', { name: /The start \(read\)/ }))
      .toHaveAttribute('aria-current', 'page');
    await userEvent.click(nav.getByRole('button', { name: /What is shared/ }));
    await userEvent.click(nav.getByRole('link', { name: /The end/ }));
    await moved();
    expect(heading()).toBe('The end');
    await press('Course outline');
    await expect.element(nav).not.toBeInTheDocument();
  });

  it('is a drawer in a narrow frame, which Escape closes', async () => {
    await page.viewport(462, 780);
    await launch();
    const button = page.getByRole('button', { name: 'Course outline' });
    await expect.element(button).toHaveAttribute('aria-expanded', 'false');
    await press('Course outline');
    await expect.element(page.getByRole('dialog', { name: 'Course outline' })).toBeVisible();
    await keys('{Escape}');
    await calm();
    await expect.element(page.getByRole('dialog', { name: 'Course outline' })).not.toBeInTheDocument();
    expect(focused()).toBe(button.element());
  });

  it('leads to a section by keyboard alone', async () => {
    await page.viewport(462, 780);
    await launch();
    await tabTo('Course outline');
    await keys('{Enter}');
    await calm();
    await tabTo('More of it');
    await keys('{Enter}');
    await moved();
    expect(heading()).toBe('More of it');
    await expect.element(page.getByRole('dialog', { name: 'Course outline' })).not.toBeInTheDocument();
  });

  it('names what isn’t open yet', async () => {
    await page.viewport(1280, 800);
    await launch({ course: { gating: 'in-order' } });
    const nav = page.getByRole('navigation', { name: 'Course outline' });
    await userEvent.click(nav.getByRole('button', { name: /What is shared/ }));
    expect(words()).toContain('not open yet');
    expect(nav.getByRole('link', { name: /A secret/ }).elements()).toEqual([]);
  });
});

describe('the skip link', () => {
  it('is the first stop and puts the focus into the content', async () => {
    await launch({ at: 'compass-start' });
    await keys('{Tab}');
    expect(focused()?.textContent).toBe('Skip to the content');
    await keys('{Enter}');
    expect(focused()?.tagName).toBe('MAIN');
  });
});

describe('pages', () => {
  it('the glossary is searched without minding accents', async () => {
    await launch({ at: 'glossary' });
    expect(words()).toContain('2 terms');
    await userEvent.fill(page.getByRole('searchbox'), 'etica');
    await expect.poll(words).toContain('1 term');
    expect(words()).toContain('What guides you.');
    expect(words()).not.toContain('Both give');
  });

  it('the glossary counts nothing before it is there', async () => {
    const visit = await launch();
    visit.store.files.glossary = () => new Promise(() => {});
    location.hash = 'glossary';
    await expect.poll(words).toContain('Find a term');
    expect(words()).not.toContain('0 terms');
  });

  it('a term in the text opens its meaning; Escape brings the focus back', async () => {
    await launch();
    await follow('mutual');
    await expect.element(page.getByRole('dialog', { name: 'Mutuality' })).toBeVisible();
    expect(words()).toContain('Both give and both learn.');
    await keys('{Escape}');
    expect(focused()?.textContent).toBe('mutual');
  });

  it('the meaning of a term stays on the screen when the frame becomes narrower', async () => {
    await page.viewport(900, 700);
    await launch({ at: 'compass-start' });
    await follow('mutual');
    const box = (): DOMRect =>
      page.getByRole('dialog', { name: 'Mutuality' }).element().getBoundingClientRect();
    const term = findAll('.prose a.term')[0] as HTMLElement;
    expect(box().left).toBeGreaterThan(0);
    term.style.marginInlineStart = '400px';
    for (const width of [760, 660, 390]) {
      await page.viewport(width, 700);
      await vi.waitFor(() => expect(box().right).toBeLessThanOrEqual(width));
      expect(box().left).toBeGreaterThanOrEqual(0);
    }
    await page.viewport(1280, 800);
  });

  it('a citation leads to its source, which says where it is cited', async () => {
    await launch();
    await follow('[2]');
    expect(focused()?.textContent).toContain('The second source');
    expect(words()).toContain('read November 2026');
    await follow('More of it');
    expect(heading()).toBe('More of it');
  });

  it.each(['the link', 'the browser'])(
    'from a source %s leads back to its citation, which has the focus, and once only',
    async (way) => {
      await launch();
      await follow('[2]');
      if (way === 'the link') {
        await keys('{Tab}', '{Enter}');
        await moved();
      } else {
        history.back();
        await moved();
      }
      await expect.poll(() => focused()?.textContent).toBe('[2]');
      expect(location.hash).toBe('#compass-start');
      const { top, bottom } = focused()!.getBoundingClientRect();
      expect(top > 0 && bottom < innerHeight).toBe(true);
      await goTo('compass-more');
      await goTo('compass-start');
      expect(focused()?.matches('[data-heading]')).toBe(true);
      await goTo('sources/second');
      expect(words()).not.toContain('Back to where you were');
    },
  );

  it('a source that was gone on from leads nowhere back', async () => {
    await launch();
    await follow('[2]');
    await goTo('compass-more');
    await goTo('compass-start');
    expect(focused()?.matches('[data-heading]')).toBe(true);
  });

  it('the sources say their days in words, and notes come in the learner’s language or say which they are in', async () => {
    await launch({ at: 'sources' });
    expect(words()).toContain('read November 25, 2026');
    expect(words()).toContain('A stored copy.');
    await press('Español');
    expect(words()).toContain('consultada: 25 de noviembre de 2026');
    const [first, second] = findAll('.sources > li');
    expect(first?.querySelector('p[lang=es]')?.textContent).toBe('Una copia guardada.');
    expect(first?.querySelector('.name [lang=en]')?.textContent).toBe('The first source');
    expect(second?.querySelector('p[lang=en]')?.textContent).toBe('In English alone.');
  });

  it('a page of the course is shown, to be printed', async () => {
    await launch({ at: 'summary' });
    expect(words()).toContain('Be kind');
    const print = vi.spyOn(window, 'print').mockImplementation(() => {});
    await press('Print');
    expect(print).toHaveBeenCalledOnce();
    print.mockRestore();
  });

  it('help lines are reached from every page', async () => {
    await launch();
    for (const at of PAGES) {
      await goTo(at);
      await press('Help lines', 0);
      await expect.element(page.getByRole('dialog', { name: 'Help lines' })).toBeVisible();
      await keys('{Escape}');
    }
  });

  it.each([320, 360, 390, 1280])(
    'and stand in its header at %i px, before and after the course too',
    async (width) => {
      await page.viewport(width, 568);
      const seen = async (): Promise<void> => {
        const button = page.getByRole('banner').getByRole('button', { name: 'Help lines' });
        await expect.element(button).toBeVisible();
        const box = button.element().getBoundingClientRect();
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        // one line: the title still has its place beside the buttons
        expect(page.getByRole('banner').element().getBoundingClientRect().height).toBeLessThan(70);
        await userEvent.click(button);
        await expect.element(page.getByRole('dialog', { name: 'Help lines' })).toBeVisible();
        await keys('{Escape}');
      };
      const visit = await launch();
      await seen();
      await goTo('assessment');
      await seen();
      await visit.saved();
      await launch({ launch: { saved: visit.stored } });
      expect(words()).toContain('Welcome back');
      await seen();
      await press('Save and exit');
      await seen();
    },
  );

  it('what stands at the end of each page is not part of what it says', async () => {
    await launch();
    expect(findAll('cm-footer')).toHaveLength(1);
    expect(findAll('main cm-footer')).toEqual([]);
  });
});

const courseFileNames = new Set(courseFiles().keys());

describe('an address that names what every object has', () => {
  it.each([
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
    'assessment/constructor',
    'sources/constructor',
  ])('#%s leads to no page of that name', async (name) => {
    const visit = await launch({ at: name });
    await goTo('compass-more');
    await goTo(name);
    expect(words()).not.toMatch(/could not be loaded|\[object|native code/);
    expect(visit.fetched.filter((file) => !courseFileNames.has(file))).toEqual([]);
    expect(document.title).not.toMatch(/function|object/);
  });
});
