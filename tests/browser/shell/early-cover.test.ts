/** The cover before there is a player: it stands, keeps what is pressed, and is taken over as it stands. */
import axe from 'axe-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '../../../src/player/design/theme.css';
import { packLaunch } from '../../../src/course/packed.ts';
import { launch } from '../../../src/player/launch.ts';
import type { LaunchedRecord } from '../../../src/tracking/record.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { focused } from '../blocks/harness.ts';
import { courseFiles, first, structure } from './course.ts';

const PLAYER = new URL('../../../src/player/start.ts', import.meta.url).href;

/** What lets the player come. */
let come = (): void => {};

/** The player's script, as it comes at last. */
function player(code = `export { start } from '${PLAYER}';`): string {
  const name = `player${Math.random().toString(36).slice(2)}`;
  Object.assign(globalThis, { [name]: new Promise<void>((resolve) => (come = resolve)) });
  const behind = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const held = `await ${name}; const { start } = await import('${behind}'); export { start };`;
  return URL.createObjectURL(new Blob([held], { type: 'text/javascript' }));
}

/** What the package's server has. */
const files = courseFiles();
const LAUNCH = packLaunch({ course: structure, first: first('en') });

let heard: string[];
const hear = ({ type }: Event): void => void heard.push(type);

beforeEach(() => {
  heard = [];
  for (const type of ['cm-begin', 'cm-language', 'cm-not-started']) document.addEventListener(type, hear);
  history.replaceState(null, '', location.pathname + location.search);
  const fetched = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (url, options) => {
    const name = new Request(url).url.replace(/^.*\//, '');
    if (name === 'the-launch') return Response.json(LAUNCH);
    return files.has(name) ? Response.json(files.get(name)) : fetched(url, options);
  });
  document.body.style.margin = '0';
  document.body.innerHTML = '<header class="bar">The Test Code</header>';
  document.head.insertAdjacentHTML('beforeend', '<link id="course" href="the-launch">');
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const type of ['cm-begin', 'cm-language', 'cm-not-started']) document.removeEventListener(type, hear);
  document.body.replaceChildren();
  for (const named of document.querySelectorAll('link#course, [data-player]')) named.remove();
  delete document.documentElement.dataset['started'];
});

/** Begins a launch whose player waits for `come`. */
function begin(record = new FakeRecord(), script = player()): Promise<void> {
  const named = document.createElement('link');
  named.dataset['player'] = script;
  document.head.append(named);
  return launch(() => record);
}

/** A part of the cover, once it stands. */
async function part(selector: string): Promise<HTMLElement> {
  await vi.waitFor(() => expect(document.querySelector('cm-cover')).not.toBeNull());
  return document.querySelector('cm-cover')!.shadowRoot!.querySelector<HTMLElement>(selector)!;
}

const places = async (): Promise<number[]> => {
  const parts = await Promise.all(['.cover', 'h1', '.lead', '.start', 'ul', '.languages'].map(part));
  return parts
    .map((one) => one.getBoundingClientRect())
    .flatMap(({ x, y, width, height }) => [x, y, width, height]);
};

const objections = async (): Promise<string[]> => {
  const rules = { 'page-has-heading-one': { enabled: false }, 'document-title': { enabled: false } };
  const { violations } = await axe.run(document, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

const section = (): string | undefined =>
  document
    .querySelector('cm-course')
    ?.shadowRoot?.querySelector('cm-section-page')
    ?.shadowRoot?.querySelector('h1')
    ?.textContent.trim();

// the first of this file: later on the page knows the course's class
it('stands while the player is on its way, and stays in its place with the focus when it comes', async () => {
  const launched = begin();
  const start = await part('.start');
  await vi.waitFor(() => expect(performance.getEntriesByName('first-screen')).toHaveLength(1));
  expect(customElements.get('cm-course')).toBeUndefined();
  expect((await part('h1')).textContent).toBe('The Test Code');
  expect((await part('ul')).innerText).toContain('Saved as you go');
  expect(document.querySelectorAll('[role="main"]')).toHaveLength(1);
  expect(await objections()).toEqual([]);
  const before = await places();
  const [tall, wide] = [document.documentElement.scrollHeight, document.documentElement.clientWidth];
  const lost = vi.fn<() => void>();
  start.addEventListener('blur', lost);
  start.focus();
  come();
  await launched;
  await vi.waitFor(() => expect(document.querySelector('cm-course')?.store.surrounded).toBe(true));
  await vi.waitFor(() =>
    expect(document.querySelector('cm-course')?.shadowRoot?.querySelector('cm-footer')).not.toBeNull(),
  );
  expect(document.querySelectorAll('cm-cover')).toHaveLength(1);
  expect(await part('.start')).toBe(start);
  expect(focused()).toBe(start);
  expect(lost).not.toHaveBeenCalled();
  expect(await places()).toEqual(before);
  expect([document.documentElement.scrollHeight, document.documentElement.clientWidth]).toEqual([tall, wide]);
  expect(document.querySelectorAll('[role="main"]')).toHaveLength(0);
  expect(await objections()).toEqual([]);
  expect(performance.getEntriesByName('first-screen')).toHaveLength(1);
});

it('keeps a press on Start, shows that it was pressed, and opens the first section once', async () => {
  const launched = begin();
  const start = await part('.start');
  start.click();
  start.click();
  expect(start.getAttribute('aria-busy')).toBe('true');
  expect(heard).toEqual([]);
  come();
  await launched;
  await vi.waitFor(() => expect(section()).toBe('A compass'));
  expect(heard).toEqual(['cm-begin']);
  expect(document.querySelector('cm-cover')).toBeNull();
  expect(location.hash).toBe('#compass-start');
});

it('keeps the language that was chosen last', async () => {
  const launched = begin();
  const [english, spanish] = [await part('[lang="en"]'), await part('[lang="es"]')];
  english.click();
  spanish.click();
  expect([english, spanish].map((one) => one.ariaBusy)).toEqual([null, 'true']);
  spanish.focus();
  come();
  await launched;
  await vi.waitFor(async () => expect((await part('h1')).textContent).toBe('«The Test Code»'));
  expect(heard).toEqual(['cm-language']);
  expect([spanish.ariaBusy, spanish.ariaPressed]).toEqual([null, 'true']);
  expect(focused()).toBe(spanish);
});

it('is written in the language that the learning site has for the learner', async () => {
  document.documentElement.lang = 'en';
  const launched = begin(new FakeRecord({ language: 'es-MX' }));
  expect((await part('h1')).textContent).toBe('«The Test Code»');
  expect(document.querySelector('.bar')?.textContent).toBe('«The Test Code»');
  expect(document.documentElement.lang).toBe('es');
  come();
  await launched;
  expect((await part('h1')).textContent).toBe('«The Test Code»');
});

it.each([
  ['comes back', new FakeRecord({ saved: '1.abcdefghij.1.x' }), ''],
  ['asks for a page', new FakeRecord(), '#compass-more'],
] as const)('is not drawn for who %s', async (_who, record, address) => {
  history.replaceState(null, '', address || location.pathname);
  let covered: Promise<boolean> | undefined;
  Object.assign(globalThis, {
    given: (_files: unknown, _opened: unknown, last: Promise<boolean>) => (covered = last),
  });
  const launched = begin(record, player('export const start = globalThis.given;'));
  come();
  await launched;
  expect(await covered).toBe(false);
  expect(document.querySelector('cm-cover')).toBeNull();
});

it('goes where the player never comes, and stays away where the learning site answers after that', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
  const broken = player('throw new Error("gone")');
  const launched = begin(new FakeRecord(), broken);
  await part('.start');
  come();
  await launched;
  expect(heard).toEqual(['cm-not-started']);
  expect(document.querySelector('cm-course')).toBeNull();

  const late = new FakeRecord();
  let answer = (): void => {};
  late.open = () => new Promise<LaunchedRecord>((resolve) => (answer = () => resolve(late)));
  const named = document.querySelector('[data-player]');
  named?.remove();
  const again = begin(late, player('throw new Error("gone")'));
  come();
  await again;
  answer();
  await new Promise((resolve) => setTimeout(resolve));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  silence.mockRestore();
  expect(heard).toEqual(['cm-not-started', 'cm-not-started']);
  expect(document.querySelector('cm-course')).toBeNull();
});
