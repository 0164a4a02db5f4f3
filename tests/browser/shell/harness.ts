/** The whole player over a record that does as a test says, and what a learner does with it. */
import axe from 'axe-core';
import { expect, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CourseStructure, FirstScreen } from '../../../src/course/compiled.ts';
import { CourseFiles } from '../../../src/player/course-files.ts';
import { setLocale } from '../../../src/player/locale.ts';
import { defineCourse } from '../../../src/player/shell/course.ts';
import { addressed } from '../../../src/player/address.ts';
import { keepCover } from '../../../src/player/shell/keep-cover.ts';
import { PlayerStore } from '../../../src/player/store.ts';
import '../../../src/player/design/theme.css';
import type { Launch } from '../../../src/tracking/record.ts';
import { openLaunch, type OpenedLaunch } from '../../../src/tracking/session/open-launch.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakePage } from '../../fakes/page.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';
import { focused, keys, settled, shownWords, tabTo } from '../blocks/harness.ts';
import { courseFiles, first, structure } from './course.ts';

defineCourse();

export interface Start {
  launch?: Partial<Launch>;
  course?: Partial<CourseStructure>;
  /** What the device kept from another visit. */
  device?: FakeStore;
  /** Address before the page opens. */
  at?: string;
  /** The package keeps its record on the device: no learning site has to do with it. */
  onDevice?: boolean;
  /** The LMS answers only when `record.answer…` says so. */
  waits?: boolean;
  /** How the code of what stands around a page comes; else at once. */
  around?: () => Promise<unknown>;
  /** Files of the course that are others, by name. */
  files?: Readonly<Record<string, unknown>>;
}

export class Visit {
  readonly record: FakeRecord;
  readonly clock = new FakeClock(Date.now());
  readonly page = new FakePage();
  readonly device: FakeStore;
  readonly files = courseFiles();
  /** Names of the files that were fetched, in order. */
  readonly fetched: string[] = [];
  /** Files that can't be had at the moment. */
  readonly missing = new Set<string>();
  readonly store: PlayerStore;
  readonly element: HTMLElementTagNameMap['cm-course'];
  connected: Promise<void> = Promise.resolve();

  constructor({ launch: facts = {}, course = {}, device = new FakeStore(), ...start }: Start) {
    const { onDevice = false, files, around = () => import('../../../src/player/shell/around.ts') } = start;
    for (const [name, content] of Object.entries(files ?? {})) this.files.set(name, content);
    this.record = new FakeRecord(facts);
    if (onDevice) this.record.keeper = 'device';
    this.device = device;
    const whole = { ...structure, ...course };
    const words: FirstScreen = first('en');
    const all = new CourseFiles({ course: whole, first: words }, (url) => this.read(url));
    setLocale('en', words.text.ui);
    this.store = new PlayerStore(all, words, {
      within: () => import('../../../src/player/shell/within.ts'),
      around,
    });
    this.element = document.createElement('cm-course');
    this.element.store = this.store;
    keepCover(this.element, this.store);
    document.body.append(this.element);
  }

  openLaunch(): Promise<OpenedLaunch> {
    const { record: driver, clock, page: life, device: storage } = this;
    return openLaunch({ driver, course: this.store.course, clock, page: life, storage });
  }

  private async read(url: string): Promise<unknown> {
    const name = url.slice(url.lastIndexOf('/') + 1);
    this.fetched.push(name);
    if (this.missing.has(name)) throw new Error(`${name} is missing`);
    return structuredClone(this.files.get(name));
  }

  /** Lets the debounce pass, so that everything is written: also that the section in view was read, which is known a moment later. */
  async saved(): Promise<void> {
    const end = findAll('.blocks + .end')[0]?.getBoundingClientRect();
    const { place } = this.store.whole && this.store.counts && !this.store.ended ? this.store.state : {};
    if (end && end.bottom <= innerHeight && typeof place === 'number' && this.store.phase === 'open')
      await vi.waitFor(() => expect(this.store.state.done).toContain(place), 10_000);
    await this.clock.advance(3_000);
    await settled();
  }

  /** What the LMS holds now, for the next launch. */
  get stored(): string {
    return this.record.last.saved;
  }
}

/** Opens the page without waiting for what follows the first screen. */
export function open(start: Start = {}): Visit {
  document.body.replaceChildren();
  document.body.style.margin = '0';
  history.replaceState(
    null,
    '',
    start.at === undefined ? location.pathname + location.search : `#${start.at}`,
  );
  const visit = new Visit(start);
  visit.connected = start.waits
    ? Promise.resolve()
    : visit.store.connect(addressed() !== '', visit.openLaunch());
  return visit;
}

/** Launches the course and waits until all of it is there; the cover stands where nothing was begun. */
export async function launchCover(start: Start = {}): Promise<Visit> {
  const visit = open(start);
  await visit.connected;
  await visit.store.fetchDeferred();
  await calm();
  return visit;
}

/** Likewise, and leaves the cover as a learner does. */
export async function launch(start: Start = {}): Promise<Visit> {
  const visit = await launchCover(start);
  if (visit.store.phase === 'cover') await begin();
  return visit;
}

/** In the course's other language. */
export async function launchSpanish(start: Start = {}): Promise<Visit> {
  const visit = await launch(start);
  await visit.store.chooseLanguage('es', () => Promise.resolve());
  await settled();
  return visit;
}

/** Presses Start, in whatever language it is written. */
export async function begin(): Promise<void> {
  await userEvent.click(findAll('.start')[0] as HTMLElement);
  await calm();
}

/** Until nothing is left to draw, code that is fetched included. */
export async function calm(): Promise<void> {
  await vi.waitFor(async () => {
    await settled();
    const busy = findAll('[aria-busy="true"]');
    expect(busy).toEqual([]);
    // what stands around a page follows it
    for (const course of document.querySelectorAll('cm-course'))
      expect(course.shadowRoot?.querySelectorAll('cm-header')).toHaveLength(course.store.surrounded ? 1 : 0);
    expect(findAll('cm-other-page').every((other) => (other.shadowRoot?.childElementCount ?? 0) > 0)).toBe(
      true,
    );
  }, 30_000);
  await settled();
}

/** Through every shadow root. */
export function findAll(selector: string, root: ParentNode = document): Element[] {
  const inner = [...root.querySelectorAll('*')].flatMap((one) =>
    one.shadowRoot ? findAll(selector, one.shadowRoot) : [],
  );
  return [...root.querySelectorAll(selector), ...inner];
}

export const words = (): string => shownWords(document.body);

export const heading = (): string => focused()?.textContent.replace(/\s+/g, ' ').trim() ?? '';

export async function press(name: string | RegExp, nth = 0): Promise<void> {
  await userEvent.click(page.getByRole('button', { name }).nth(nth));
  await calm();
}

export async function follow(name: string | RegExp, nth = 0): Promise<void> {
  await userEvent.click(page.getByRole('link', { name }).nth(nth));
  await moved();
}

/** After the address changed: the browser tells of it a moment later. */
export async function moved(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  await calm();
}

/** One of each kind, as an address names it. */
export const PAGES = [
  'compass-more',
  'left',
  'glossary',
  'sources',
  'summary',
  'certificate',
  'assessment',
] as const;

export async function goTo(name: string): Promise<void> {
  const before = location.href;
  const told = new Promise((resolve) => {
    addEventListener('hashchange', resolve, { once: true });
  });
  location.hash = name;
  if (location.href !== before) await told;
  await calm();
}

/** Answers the open question with its right or a wrong option. */
export async function answer(right: boolean): Promise<void> {
  await userEvent.click(page.getByRole('radio', { name: right ? /^.?Right/ : /^.?Wrong/ }).first());
  await settled();
}

/** Takes a whole form: which of its questions are answered rightly, from 1; `undefined` leaves one open. */
export async function takeForm(answers: readonly (boolean | undefined)[]): Promise<void> {
  for (const [index, right] of answers.entries()) {
    if (right !== undefined) await answer(right);
    await follow(index === answers.length - 1 ? 'Check and submit' : /^Next/);
  }
  await press('Submit my answers');
  await press('Submit now');
  await moved();
}

/** Unfolds what the results of a failed try have folded. */
export async function unfold(): Promise<void> {
  for (const fold of findAll('.rest > summary')) (fold as HTMLElement).click();
  await calm();
}

/**
 * Opens every section, and counts it as read at once: what has to stay in view for that, and for how long, `read` shows.
 * @param but A section that is left for later.
 */
export async function readAll(visit: Visit, but?: string): Promise<void> {
  const sections = structure.lessons.flatMap((lesson) => lesson.sections.map(({ id }) => id));
  for (const section of sections) {
    if (section === but) continue;
    await goTo(section);
    visit.store.readSection(section);
  }
  await calm();
}

/** To the end of the section that is open, until it counts as read. */
export async function read({ store }: Visit, section: string): Promise<void> {
  await vi.waitFor(() => expect(findAll('.end')).toHaveLength(1));
  findAll('.end')[0]?.scrollIntoView();
  await vi.waitFor(() => expect(store.isDone(section)).toBe(true), 10_000);
  await settled();
}

/** What axe objects to in the page as it is. */
export async function objections(): Promise<string[]> {
  await settled();
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // the page around the player is the test's own
    rules: { 'page-has-heading-one': { enabled: false }, 'document-title': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

export { focused, keys, settled, shownWords, tabTo };
