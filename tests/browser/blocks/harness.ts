/** A block on a page, and what a learner can do with it: press, pick, write, read, use the keyboard. */
import axe from 'axe-core';
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Block, CourseStructure, CourseText, Question, Response } from '../../../src/course/compiled.ts';
import '../../../src/player/blocks/block.ts';
import { prepare } from '../../../src/player/blocks/load.ts';
import { provideContext, type PlayerContext } from '../../../src/player/context.ts';
import type { GoEvent, TermEvent } from '../../../src/player/design/marks.ts';
import type { ResponseEvent } from '../../../src/player/events.ts';
import { setLocale } from '../../../src/player/locale.ts';
import '../../../src/player/questions/question.ts';
import en from '../../../src/player/strings/en.json';
import es from '../../../src/player/strings/es.json';
import '../../../src/player/design/theme.css';
import { packPortraits } from '../../../src/course/portraits.ts';
import { items, objectives } from '../questions/samples.ts';
import { PORTRAITS } from './samples.ts';

/** Puts a small course around the blocks. Each call is another learner, so that no notes are left from before. */
export function openCourse(changes: Partial<PlayerContext> = {}): void {
  document.body.replaceChildren();
  learners += 1;
  around = {
    course: {
      objectives: objectives.map(({ id }, no) => ({ id, no, graded: true })),
      lessons: [],
    } as unknown as CourseStructure,
    text: {
      title: 'The CPS Code of Ethics',
      objectives: Object.fromEntries(objectives.map(({ id, words }) => [id, words])),
    } as unknown as CourseText,
    practice: () => Promise.resolve(items),
    files: { lesson: () => Promise.reject(new Error('no lessons here')), portraits },
    deviceKey: `course/learner-${learners}`,
    ...changes,
  };
  speak('en');
}
/** Of the people in the samples. */
export const portraits: PlayerContext['files']['portraits'] = () => Promise.resolve(packPortraits(PORTRAITS));
let learners = 0;
let around = {} as PlayerContext;
provideContext(document.body, () => around);

/** Changes something of the course while its blocks are on the page. */
export function changeCourse(changes: Partial<PlayerContext>): void {
  Object.assign(around, changes);
}

/** Closes the page and opens it again: what was only in memory is gone. */
export function reopenPage(): void {
  around = { ...around };
}

export function speak(language: 'en' | 'es'): void {
  setLocale(language, { en, es }[language]);
}

/** What the blocks on the page raised. */
export class Heard {
  readonly done: string[] = [];
  readonly went: string[] = [];
  readonly terms: string[] = [];
  constructor(place: HTMLElement) {
    place.addEventListener('cm-block-done', (event) => this.done.push(event.block));
    place.addEventListener('cm-go', (event: GoEvent) =>
      this.went.push(event.part === undefined ? event.to : `${event.to} ${event.part}`),
    );
    place.addEventListener('cm-term', (event: TermEvent) => this.terms.push(event.term));
  }
}

function emptyPage(): HTMLElement {
  const main = document.createElement('main');
  document.body.replaceChildren(main);
  document.body.style.cssText = 'margin:0;padding:1rem;background:var(--color-page)';
  return main;
}

/** Shows one block as the shell does, ready to be used. */
export async function show(
  block: Block,
  { done = false } = {},
): Promise<{ place: HTMLElementTagNameMap['cm-block']; heard: Heard }> {
  await prepare([block]);
  const main = emptyPage();
  const place = document.createElement('cm-block');
  place.block = block;
  place.done = done;
  const heard = new Heard(main);
  main.append(place);
  await settled(main);
  return { place, heard };
}

/** The same block in two players that stand in one page, each with a course of its own around it. */
export async function showInTwoPlayers(
  block: Block,
  changes: readonly [Partial<PlayerContext>, Partial<PlayerContext>],
): Promise<void> {
  await prepare([block]);
  const main = emptyPage();
  for (const change of changes) {
    const player = document.createElement('div');
    const context = { ...around, ...change };
    provideContext(player, () => context);
    const place = document.createElement('cm-block');
    place.block = block;
    player.append(place);
    main.append(player);
  }
  await settled(main);
}

/** Shows a question alone, as the assessment does: the owner gives each response back. */
export async function ask(
  question: Question,
  {
    order,
    reveal = false,
    response,
  }: { order?: readonly string[]; reveal?: boolean; response?: Response } = {},
): Promise<{ place: HTMLElementTagNameMap['cm-question']; answers: (Response | undefined)[] }> {
  const main = emptyPage();
  const place = document.createElement('cm-question');
  Object.assign(place, { question, order, reveal, response, label: 'Question 1 of 3' });
  const answers: (Response | undefined)[] = [];
  place.addEventListener('cm-response', (event: ResponseEvent) => {
    answers.push(event.response);
    place.response = event.response;
  });
  main.append(place);
  await settled(main);
  return { place, answers };
}

/** Waits until nothing on the page has anything left to draw. */
export async function settled(root: ParentNode = document): Promise<void> {
  for (const element of root.querySelectorAll('*')) {
    if ('updateComplete' in element) await element.updateComplete;
    if (element.shadowRoot) await settled(element.shadowRoot);
  }
}

/** What axe objects to on the page as it is: nothing, it is hoped. */
export async function objections(): Promise<string[]> {
  await settled();
  const { violations } = await axe.run(document.querySelector('main')!, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

export const press = (name: string | RegExp, nth = 0): Promise<void> =>
  userEvent.click(page.getByRole('button', { name }).nth(nth));

export const pick = (name: string | RegExp, nth = 0): Promise<void> =>
  userEvent.click(page.getByRole('radio', { name }).nth(nth));

export const tick = (name: string | RegExp): Promise<void> =>
  userEvent.click(page.getByRole('checkbox', { name }));

export const choose = (list: string | RegExp, option: string): Promise<void> =>
  userEvent.selectOptions(page.getByRole('combobox', { name: list }), option);

export const write = (text: string): Promise<void> => userEvent.fill(page.getByRole('textbox'), text);

/** Keys as in `{Tab}`, `{ArrowDown}`, `{Enter}`; other characters are typed. */
export const keys = async (...pressed: string[]): Promise<void> => {
  for (const key of pressed) {
    await userEvent.keyboard(key);
    await settled();
  }
};

/** Tabs until what has the focus has this name or text; fails when the keyboard can't get there. */
export async function tabTo(wanted: string | RegExp): Promise<void> {
  const fits = (words: string): boolean =>
    typeof wanted === 'string' ? words.includes(wanted) : wanted.test(words);
  const met: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await keys('{Tab}');
    const words = focusedWords();
    if (fits(words)) return;
    met.push(words);
  }
  expect.fail(`the Tab key never comes to ${String(wanted)}; it met: ${met.join(' | ')}`);
}

/** The innermost element that has the focus. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

export function focusedWords(): string {
  const element = focused();
  if (!element) return '';
  const labels =
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement
      ? [...(element.labels ?? [])]
      : [];
  const words =
    element.getAttribute('aria-label') ??
    (labels.map((label) => label.textContent).join(' ') || element.textContent);
  return words.replace(/\s+/g, ' ').trim();
}

/** All words that are shown, in the order of the page, through every shadow root. */
export function shownWords(node: Node = document.body): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement && getComputedStyle(node).display === 'none') return '';
  if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return '';
  const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  const shown = inside instanceof HTMLSlotElement ? inside.assignedNodes() : inside.childNodes;
  return [...shown].map(shownWords).join(' ').replace(/\s+/g, ' ');
}
