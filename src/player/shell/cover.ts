import type { CourseStructure } from '../../course/compiled.ts';
import { learningMinutes } from '../../course/minutes.ts';
import type { CourseView } from '../course-view.ts';
import { baseStyles } from '../design/base-styles.ts';
import { CLOCK, icon, NEXT, SAVE } from '../design/early-icons.ts';
import { duration } from '../duration.ts';
import { t } from '../locale.ts';
import { passMark } from '../number-format.ts';
import { coverStyles } from './cover.styles.ts';
import { BeginEvent, LanguageEvent } from './events.ts';

/** What it says: the store knows it, and the launch before there is one. */
type CoverFacts = Pick<CourseView, 'course' | 'text' | 'launch' | 'counts' | 'passMark'>;

/**
 * Before the first section: what this course is, what it takes, and one way in. It stands before there is a player, and so before
 * Lit: what is pressed until then is kept.
 */
export class Cover extends HTMLElement {
  private readonly root = this.attachShadow({ mode: 'open' });
  /** The words that were put in, by what they were put into: what stands there may be a page translator's. */
  private readonly said = new Map<string, string>();
  /** What was pressed while nobody heard it: of each kind the last. */
  private readonly pressed = new Map<string, { button: Element; event: Event }>();
  private isHeard = false;

  show(facts: CoverFacts): void {
    if (!this.root.firstChild) this.build(facts.course);
    const { course, text, launch, counts } = facts;
    const time = duration(learningMinutes(course));
    const mark = course.assessment && t('outline.pass-mark', { mark: passMark(facts.passMark) });
    const lessons = t('welcome.lessons', { count: course.lessons.length });
    this.say('.kicker', course.organisation?.name ?? '');
    this.say('h1', text.title);
    this.say('.lead', text.description);
    this.say('.start span', t('cover.start'));
    this.say('.time', t(course.assessment ? 'cover.time-test' : 'cover.time', { time }));
    this.say('.muted', mark ? `${lessons} · ${mark}` : lessons);
    this.say('.saves span', t('cover.saves'));
    this.find('.saves').hidden = !counts || launch?.connected === false;
    this.find('.languages').setAttribute('aria-label', t('language.name'));
    for (const button of this.find('.languages').children)
      button.setAttribute('aria-pressed', String((button as HTMLElement).lang === text.language));
  }

  /** The player is here: what was pressed is done, what is pressed is heard, and what follows the first screen has its place. */
  hear(): void {
    if (this.isHeard) return;
    this.isHeard = true;
    this.root.append(document.createElement('cm-cover-about'));
    const faces = document.createElement('cm-cover-faces');
    faces.className = 'faces';
    faces.setAttribute('aria-hidden', 'true');
    this.root.querySelector('.faces')?.replaceWith(faces);
    for (const { button, event } of this.pressed.values()) {
      button.removeAttribute('aria-busy');
      this.dispatchEvent(event);
    }
    this.pressed.clear();
  }

  private build({ faces, organisation, languages, files }: CourseStructure): void {
    this.root.adoptedStyleSheets = [baseStyles, coverStyles].flatMap(({ styleSheet }) => styleSheet ?? []);
    this.root.innerHTML = `<div class="cover">
        ${faces ? '<div class="faces"></div>' : ''}
        <p class="kicker" ${organisation?.name ? '' : 'hidden'}></p>
        <h1></h1>
        <p class="lead"></p>
        <button class="start" type="button"><span></span>${icon(NEXT, 2.2, 'toward')}</button>
        <ul role="list">
          <li>${icon(CLOCK)}<span><span class="time"></span> <span class="muted"></span></span></li>
          <li class="saves">${icon(SAVE)}<span></span></li>
        </ul>
        <div class="languages" role="group" ${languages.length > 1 ? '' : 'hidden'}></div>
      </div>`;
    this.onPress(this.find('.start'), () => new BeginEvent());
    for (const tag of languages) {
      const button = document.createElement('button');
      button.type = 'button';
      button.lang = tag;
      button.textContent = files[tag]?.name ?? '';
      this.onPress(button, () => new LanguageEvent(tag));
      this.find('.languages').append(button);
    }
  }

  private onPress(button: HTMLElement, make: () => Event): void {
    button.addEventListener('click', () => {
      const event = make();
      if (this.isHeard) return void this.dispatchEvent(event);
      this.pressed.get(event.type)?.button.removeAttribute('aria-busy');
      this.pressed.set(event.type, { button, event });
      button.setAttribute('aria-busy', 'true');
    });
  }

  private say(place: string, words: string): void {
    if (this.said.get(place) === words) return;
    this.said.set(place, words);
    this.find(place).textContent = words;
  }

  private find(place: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(place)!;
  }
}

customElements.define('cm-cover', Cover);

declare global {
  interface HTMLElementTagNameMap {
    'cm-cover': Cover;
  }
}
