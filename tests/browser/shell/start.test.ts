/** Where a launch begins: the page's links, the mark for the classic script, and what is said when nothing can start. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import tooOld from '../../../src/player/too-old.js?raw';
import template from '../../../src/index.html?raw';
import { launch } from '../../../src/player/launch.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { first, structure } from './course.ts';
import { calm, findAll, words } from './harness.ts';

/** What the page's head names. */
function link(id: string, href: string): void {
  const named = document.createElement('link');
  named.id = id;
  named.href = href;
  document.head.append(named);
}

const COURSE = URL.createObjectURL(
  new Blob([JSON.stringify({ course: structure, first: first('en') })], { type: 'application/json' }),
);
const PLAYER = new URL('../../../src/player/start.ts', import.meta.url).href;

afterEach(() => {
  for (const named of document.querySelectorAll('link#course, link#player')) named.remove();
  document.body.replaceChildren();
  delete document.documentElement.dataset['started'];
});

describe('launch', () => {
  it('reads what the page names, marks the page and shows the first lesson', async () => {
    history.replaceState(null, '', location.pathname + location.search);
    // as the page has it, until the header is there
    document.body.innerHTML = '<header class="bar">The title in the file</header>';
    link('course', COURSE);
    link('player', PLAYER);
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
    await launch(() => new FakeRecord());
    await calm();
    silence.mockRestore();
    expect(document.documentElement.hasAttribute('data-started')).toBe(true);
    expect(words()).toContain('The Test Code');
    expect(words()).toContain('A compass');
    expect(performance.getEntriesByName('first-screen').length).toBeGreaterThan(0);
  });

  it.each([
    ['course', () => link('player', PLAYER)],
    [
      'player',
      () => {
        link('course', COURSE);
        link('player', new URL('/player/gone.js', location.href).href);
      },
    ],
  ])(
    'takes its mark away where the %s could not be loaded, and says so to the classic script',
    async (_what, name) => {
      document.body.replaceChildren();
      name();
      const heard = vi.fn<() => void>();
      document.addEventListener('cm-not-started', heard, { once: true });
      const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
      await launch(() => new FakeRecord());
      silence.mockRestore();
      expect(heard).toHaveBeenCalledOnce();
      expect(document.documentElement.hasAttribute('data-started')).toBe(false);
      expect(findAll('cm-course')).toEqual([]);
    },
  );
});

describe('the classic script', () => {
  /** The page's own body with the script in it, started or not. */
  async function frame(started: boolean, before = ''): Promise<Document> {
    const inside = document.createElement('iframe');
    const body = template.slice(template.indexOf('<body>') + 6, template.indexOf('</body>'));
    inside.srcdoc = `<html ${started ? 'data-started' : ''}><body>${body}<script>${before}</script><script>${tooOld}</script></body></html>`;
    document.body.append(inside);
    await new Promise((resolve) => inside.addEventListener('load', resolve));
    await new Promise((resolve) => setTimeout(resolve, 20));
    return inside.contentDocument!;
  }

  it('tells an old browser which ones will do', async () => {
    const page = await frame(false, 'delete Array.prototype.findLast');
    expect(page.querySelector<HTMLElement>('#too-old')?.hidden).toBe(false);
    expect(page.querySelector('#too-old')?.textContent).toContain('Firefox 114');
  });

  it('never calls a browser too old that isn’t', async () => {
    const page = await frame(false);
    expect(page.querySelector<HTMLElement>('#too-old')?.hidden).toBe(true);
    expect(page.querySelector('#not-started')?.textContent).toContain('could not be started');
    expect(page.querySelector<HTMLElement>('#not-started')?.hidden).toBe(false);
  });

  it('has the same causes in both languages', async () => {
    const page = await frame(true);
    for (const cause of page.querySelectorAll('[data-cause]')) {
      expect(
        [...cause.children].map((one) => `${one.tagName} ${one.getAttribute('lang') ?? 'page’s'}`),
      ).toEqual(['P page’s', 'P es']);
    }
    for (const [, name = ''] of tooOld.matchAll(/\['([a-z-]+)'/g))
      expect(page.querySelector(`[data-cause="${name}"]`), name).not.toBeNull();
  });

  it('keeps quiet where the player runs', async () => {
    const page = await frame(true);
    expect(page.querySelector<HTMLElement>('#too-old')?.hidden).toBe(true);
    expect(page.querySelector<HTMLElement>('#from-file')?.hidden).toBe(true);
  });
});
