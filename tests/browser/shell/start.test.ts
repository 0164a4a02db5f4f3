/** Where a launch begins: the page's links, the mark for the classic script, and what is said when nothing can start. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import tooOld from '../../../src/player/too-old.js?raw';
import notStarted from '../../../src/player/not-started.js?raw';
import template from '../../../src/index.html?raw';
import en from '../../../src/player/strings/en.json';
import es from '../../../src/player/strings/es.json';
import { causes, fill } from '../../../packaging/pack/page.ts';
import { packLaunch } from '../../../src/course/packed.ts';
import { encode, initialState } from '../../../src/learning/index.ts';
import { launch } from '../../../src/player/launch.ts';
import { setLocale } from '../../../src/player/locale.ts';
import { seal } from '../../../src/tracking/envelope.ts';
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
  new Blob([JSON.stringify(packLaunch({ course: structure, first: first('en') }))], {
    type: 'application/json',
  }),
);
const FIRST = new URL('../../../src/player/first.ts', import.meta.url).href;
const PLAYER = new URL('../../../src/player/start.ts', import.meta.url).href;

const spoken = [
  { language: 'en', words: en },
  { language: 'es', words: es },
];

/** The body of the page that a course in two languages comes with. */
const BODY = ((): string => {
  const html = fill(template, { title: 'The title in the file', words: spoken }, '');
  return html.slice(html.indexOf('<body>') + 6, html.indexOf('</body>'));
})();

afterEach(() => {
  for (const named of document.querySelectorAll('link#course, link#first, link#player')) named.remove();
  document.body.replaceChildren();
  delete document.documentElement.dataset['started'];
});

describe('launch', () => {
  it('reads what the page names, marks the page and shows the cover', async () => {
    history.replaceState(null, '', location.pathname + location.search);
    // as the page has it, until the header is there
    document.body.innerHTML = BODY;
    link('course', COURSE);
    link('first', FIRST);
    link('player', PLAYER);
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
    await launch(() => new FakeRecord());
    await calm();
    silence.mockRestore();
    expect(document.documentElement.hasAttribute('data-started')).toBe(true);
    expect(words()).toContain('The Test Code');
    expect(findAll('.start')).toHaveLength(1);
    expect(performance.getEntriesByName('first-screen').length).toBeGreaterThan(0);
  });

  it('asks for the lesson of who comes back before there is a player', async () => {
    link('course', COURSE);
    link('first', FIRST);
    link('player', new URL('/player/gone.js', location.href).href);
    const body = encode({ ...initialState(), language: 1, place: structure.lessons[1]!.sections[0]!.no });
    const asked = vi.spyOn(globalThis, 'fetch');
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
    await launch(() => new FakeRecord({ saved: seal({ token: 'abcdefghij', counter: 1, body }) }));
    const names = asked.mock.calls.map(([url]) => (url as string).replace(/^.*\//, ''));
    asked.mockRestore();
    silence.mockRestore();
    expect(names).toEqual(expect.arrayContaining(['lesson-privacy-es', 'text-es']));
  });

  it('ends the session of a page that goes before the half that writes has come', async () => {
    document.body.replaceChildren();
    link('course', COURSE);
    link('first', FIRST);
    link('player', PLAYER);
    const record = new FakeRecord();
    record.loadWriter = () => Promise.reject(new Error('gone'));
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
    await launch(() => record);
    silence.mockRestore();
    expect(findAll('.start')).toHaveLength(1);
    dispatchEvent(new Event('pagehide'));
    expect([record.closes, record.finishes]).toEqual([1, []]);
  });

  it.each([
    [
      'course',
      () => {
        link('first', FIRST);
        link('player', PLAYER);
      },
    ],
    [
      'code for the LMS’s answer',
      () => {
        link('course', COURSE);
        link('first', new URL('/player/gone.js', location.href).href);
        link('player', PLAYER);
      },
    ],
    [
      'player',
      () => {
        link('course', COURSE);
        link('first', FIRST);
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
  const blob = (text: string, type: string): string => URL.createObjectURL(new Blob([text], { type }));
  const FIND_OUT = blob(notStarted, 'text/javascript');
  const CAUSES = blob(JSON.stringify([causes(spoken)]), 'text/javascript');

  /** The page's own body with the script in it, started or not. */
  async function frame(started: boolean, before = '', findOut = FIND_OUT): Promise<Document> {
    const inside = document.createElement('iframe');
    inside.srcdoc = `<html ${started ? 'data-started' : ''}><body>${BODY}<script>${before}</script><script data-find-out="${findOut}" data-causes="${CAUSES}">${tooOld}</script></body></html>`;
    document.body.append(inside);
    await new Promise((resolve) => inside.addEventListener('load', resolve));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return inside.contentDocument!;
  }

  it('tells an old browser which ones will do', async () => {
    const page = await frame(false, 'delete Array.prototype.findLast');
    expect(page.querySelector<HTMLElement>('#too-old')?.hidden).toBe(false);
    expect(page.querySelector('#too-old')?.textContent).toContain('Firefox 114');
  });

  it('never calls a browser too old that isn’t', async () => {
    const page = await frame(false);
    await expect.poll(() => page.querySelector<HTMLElement>('#not-started')?.hidden).toBe(false);
    expect(page.querySelector<HTMLElement>('#too-old')?.hidden).toBe(true);
    expect(page.querySelector('#not-started')?.textContent).toContain('could not be started');
  });

  it.each([
    ['can’t be had', 'gone.js'],
    ['is a login page', blob('<!doctype html><h1>Log in</h1>', 'text/javascript')],
  ])('says that the course could not be loaded where what would find out why %s', async (_what, file) => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const page = await frame(false, 'onerror = () => true', file);
    await expect.poll(() => page.querySelector<HTMLElement>('#not-started')?.hidden).toBe(false);
    await expect.poll(() => page.querySelector<HTMLElement>('#unreachable')?.hidden).toBe(false);
    errors.mockRestore();
  });

  it('has the same causes in both languages', async () => {
    const page = await frame(true);
    for (const [name, html] of Object.entries(causes(spoken))) {
      const cause = page.createElement('div');
      cause.dataset['cause'] = name;
      cause.id = name;
      cause.innerHTML = html;
      page.body.append(cause);
    }
    for (const cause of page.querySelectorAll('[data-cause]')) {
      expect(
        [...cause.children].map((one) => `${one.tagName} ${one.getAttribute('lang') ?? 'page’s'}`),
      ).toEqual(['P en', 'P es']);
    }
    for (const [, name = ''] of (tooOld + notStarted).matchAll(/(?:\[|say\()'([a-z-]+)'/g))
      expect(page.getElementById(name), name).not.toBeNull();
  });

  it('keeps quiet where the player runs', async () => {
    const page = await frame(true);
    expect(page.querySelector<HTMLElement>('#too-old')?.hidden).toBe(true);
    expect(page.querySelector<HTMLElement>('#from-file')?.hidden).toBe(true);
  });
});

it('turns the page to the side from which a chosen language is written', () => {
  setLocale('ar', {});
  expect(document.documentElement).toMatchObject({ lang: 'ar', dir: 'rtl' });
  setLocale('en', {});
  expect(document.documentElement).toMatchObject({ lang: 'en', dir: 'ltr' });
});
