/**
 * Before the first section: what this course is, what it takes, and one way in. Whoever is new waits for it, so it needs nothing but
 * the browser: it stands in `cm-course` before that has its code, and goes on standing there, in a slot, when it has.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import { learningMinutes } from '../../course/minutes.ts';
import { baseStyles } from '../design/base-styles.ts';
import { CHEVRON, CLOCK, isToward, NEXT, PAUSE } from '../design/paths.ts';
import { duration } from '../duration.ts';
import { t } from '../locale.ts';
import { passMark } from '../number-format.ts';
import type { PlayerStore } from '../store.ts';
import { coverStyles } from './cover.styles.ts';
import { BeginEvent, LanguageEvent } from './events.ts';
import { nameTop } from './top.ts';

/** What it says. */
type CoverFacts = Pick<PlayerStore, 'text' | 'launch' | 'counts' | 'passMark' | 'surrounded'>;

export class Cover extends HTMLElement {
  /** Writes what changed. */
  readonly draw: (facts: CoverFacts) => void;
  /** Something was. */
  readonly pressed: Promise<void>;

  constructor(course: CourseStructure) {
    super();
    let tell: () => void;
    this.pressed = new Promise((resolve) => (tell = resolve));
    /** What is pressed before there is a player is done when there is one. */
    const raise = async (event: Event): Promise<void> => {
      tell();
      await customElements.whenDefined('cm-course');
      this.dispatchEvent(event);
    };
    const { box, draw } = build(course, raise);
    this.draw = draw;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [baseStyles, coverStyles];
    root.append(box);
  }
}
customElements.define('cm-cover', Cover);

function build(
  course: CourseStructure,
  raise: (event: Event) => Promise<void>,
): { box: Element; draw: (facts: CoverFacts) => void } {
  const { assessment, faces, files, languages, lessons, organisation } = course;
  const people = element('cm-cover-faces', { 'aria-hidden': 'true' });
  const heading = element('h1');
  const lead = element('p', { class: 'lead' });
  const startWord = element('span');
  const start = button({ class: 'start' }, () => void begin(), startWord, drawing(NEXT, 2.2));
  const choices = languages.map((tag) =>
    button({ lang: tag }, () => void raise(new LanguageEvent(tag)), files[tag]?.name ?? ''),
  );
  const group = element('div', { class: 'languages', role: 'group' }, ...choices);
  const time = element('span');
  const parts = element('span', { class: 'muted' });
  const saves = element('span');
  const keeps = fact(PAUSE, saves);
  const facts = element('ul', { role: 'list' }, fact(CLOCK, element('span', {}, time, ' ', parts)), keeps);
  const about = element('span');
  const disclaimer = element('cm-prose');
  const details = element('details', {}, element('summary', {}, drawing(CHEVRON, 2), about), disclaimer);
  const box = element('div', { class: 'cover' });
  if (faces) box.append(people);
  if (organisation?.name) box.append(element('p', { class: 'kicker' }, organisation.name));
  box.append(heading, lead, start);
  if (languages.length > 1) box.append(group);
  box.append(facts);

  async function begin(): Promise<void> {
    if (start.hasAttribute('aria-busy')) return;
    start.setAttribute('aria-busy', 'true');
    await raise(new BeginEvent());
    start.removeAttribute('aria-busy');
  }

  /** A page translator's words stay for as long as the course's own do. */
  const said = new Map<Element, string>();
  const say = (part: Element, words: string): void => {
    if (said.get(part) !== words) part.textContent = words;
    said.set(part, words);
  };

  const draw = ({ text, surrounded, counts, launch, passMark: mark }: CoverFacts): void => {
    if (document.title !== text.title) document.title = text.title;
    nameTop(text.title);
    say(heading, text.title);
    say(lead, text.description);
    say(startWord, t('cover.start'));
    group.setAttribute('aria-label', t('language.name'));
    for (const choice of choices) choice.setAttribute('aria-pressed', String(choice.lang === text.language));
    say(time, t(assessment ? 'cover.time-test' : 'cover.time', { time: duration(learningMinutes(course)) }));
    const test = assessment ? ` · ${t('outline.pass-mark', { mark: passMark(mark) })}` : '';
    say(parts, t('welcome.lessons', { count: lessons.length }) + test);
    say(saves, t('cover.saves'));
    keep(keeps, facts, counts && launch?.connected !== false);
    // its words come with the others
    keep(details, box.parentNode, surrounded && text.disclaimer !== undefined);
    if (surrounded) say(about, t('cover.about'));
    disclaimer.html = text.disclaimer ?? '';
  };
  return { box, draw };
}

type Attributes = Readonly<Record<string, string | number>>;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...within: (Node | string)[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(name), attributes, within);
}

function filled<E extends Element>(made: E, attributes: Attributes, within: (Node | string)[] = []): E {
  for (const name in attributes) made.setAttribute(name, String(attributes[name]));
  made.append(...within);
  return made;
}

function button(attributes: Attributes, press: () => void, ...within: (Node | string)[]): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...within);
  made.addEventListener('click', press);
  return made;
}

const fact = (path: string, words: Element): HTMLLIElement => element('li', {}, drawing(path), words);

const svg = (name: 'svg' | 'path'): SVGElement =>
  document.createElementNS('http://www.w3.org/2000/svg', name);

/** As `drawing.ts` has it in templates. */
function drawing(path: string, weight = 1.8): SVGElement {
  const ends = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  const line = { d: path, fill: 'none', stroke: 'currentColor', 'stroke-width': weight, ...ends };
  const name = isToward(path) ? 'icon toward' : 'icon';
  return filled(
    svg('svg'),
    { class: name, viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' },
    [filled(svg('path'), line)],
  );
}

/** At the end of what it belongs to, or not there. */
function keep(part: Element, around: ParentNode | null, wanted: boolean): void {
  if (!wanted) part.remove();
  else if (!part.parentNode) around?.append(part);
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-cover': Cover;
  }
}
