import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../blocks/private-bar.ts';
import type { ObjectiveStructure } from '../../course/compiled.ts';
import type { ObjectiveResult } from '../../learning/types.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { icon } from '../design/icons.ts';
import { Loading } from '../design/loading.ts';
import { PageElement } from '../design/page-element.ts';
import { pageStyles } from '../design/page-styles.ts';
import { outcomeOf, rememberTry, standingsOf, type Standing } from '../history.ts';
import { t } from '../locale.ts';
import { percent } from '../number-format.ts';
import { NotesController } from '../private-notes.ts';
import { dueNow, sectionsTeaching } from '../recall/due.ts';
import type { PlayerStore } from '../store.ts';
import { chart, chartStyles, hasChart, legend } from './chart.ts';
import { masteryStyles } from './mastery-page.styles.ts';
import { dayWords, pointsWords, rightWords, whereWords } from './words.ts';

/** Sections that are offered to read again. */
const FIRST = 3;

/** How each objective went over time: in practice and in the test, as far as the device keeps it, and what the record has. */
@customElement('cm-mastery-page')
export class MasteryPage extends PageElement<PlayerStore> {
  static override styles = [baseStyles, buttonStyles, pageStyles, chartStyles, masteryStyles];

  private readonly notes = new NotesController(this);

  private readonly due = new Loading<readonly string[]>(this, () => dueNow(this.store));

  /** For the ids of objectives, the weakest first. */
  private readonly teaching = new Loading<readonly string[]>(this, (ids) =>
    sectionsTeaching(this.store, this.notes.value, ids.split(' ')),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    const { counts, course, state } = this.store;
    if (counts && state.latest) rememberTry(this.notes.value, course, state.latest);
  }

  protected override willUpdate(): void {
    this.due.need('due', this.store.language);
    const weak = this.weakest();
    if (weak.length > 0) this.teaching.need(weak.join(' '), this.store.language);
  }

  protected override render(): TemplateResult {
    const { objectives } = this.store.course;
    const goals = objectives.map((objective) => ({ objective, all: this.standings(objective) }));
    const begun = goals.filter(({ objective, all }) => this.isBegun(objective, all));
    return html`<div class="stack">
      <h1 tabindex="-1" data-heading>${t('mastery.title')}</h1>
      <p class="lead">${t('mastery.lead')}</p>
      ${this.offer()} ${this.again()} ${begun.length > 0 ? html`<h2>${t('results.mastery')}</h2>` : nothing}
      ${begun.some(({ all }) => hasChart(all)) ? legend() : nothing}
      ${begun.map(({ objective, all }) => this.goal(objective, all))}
      ${this.open(goals.filter((goal) => !begun.includes(goal)))}
      <p class="small muted">${t('mastery.rule')}</p>
      <cm-private-bar></cm-private-bar>
    </div>`;
  }

  private standings({ id }: ObjectiveStructure): readonly Standing[] {
    return standingsOf(this.notes.value, id);
  }

  private offer(): TemplateResult | typeof nothing {
    const count = this.due.value?.length ?? 0;
    if (count === 0) return nothing;
    return html`<section class="card due">
      <p>${t('mastery.due', { count })}</p>
      <a class="button" href="#recall">${t('recall.missed-start')}</a>
    </section>`;
  }

  private weakest(): readonly string[] {
    return this.store.course.objectives
      .flatMap((objective) => {
        const now = this.standings(objective).at(-1);
        return now?.level === 'not-yet' ? [{ id: objective.id, share: now.points / now.items }] : [];
      })
      .sort((a, b) => a.share - b.share)
      .map(({ id }) => id);
  }

  private again(): TemplateResult | typeof nothing {
    const { store, teaching } = this;
    const sections = (teaching.value ?? []).filter((id) => store.canOpen(id));
    if (sections.length === 0) return nothing;
    return html`<section class="again" aria-labelledby="again">
      <h2 id="again">${t('mastery.again')}</h2>
      <ul role="list">
        ${sections.slice(0, FIRST).map((id) => {
          const lesson = store.placeOf(id)?.lesson.id ?? '';
          return html`<li>
            <a href="#${id}">${icon('book')}${store.sectionTitle(lesson, id)}</a>
            <span class="small muted">${store.lessonTitle(lesson)}</span>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  /** Something is known of it, by this device or by the record. */
  private isBegun(objective: ObjectiveStructure, all: readonly Standing[]): boolean {
    return all.length > 0 || this.bestOf(objective) !== undefined;
  }

  private bestOf({ no }: ObjectiveStructure): ObjectiveResult | undefined {
    return this.store.state.best?.objectives.find(({ objective }) => objective === no);
  }

  private named({ id }: ObjectiveStructure): string {
    return this.store.text.objectives[id] ?? id;
  }

  /** All of which nothing is known yet: one list, for there is no more to say of each. */
  private open(goals: readonly { objective: ObjectiveStructure }[]): TemplateResult | typeof nothing {
    if (goals.length === 0) return nothing;
    return html`<section class="card goal" aria-labelledby="open">
      <h2 id="open">${t('mastery.none')}</h2>
      <ul>
        ${goals.map(({ objective }) => html`<li>${this.named(objective)}</li>`)}
      </ul>
    </section>`;
  }

  private goal(objective: ObjectiveStructure, all: readonly Standing[]): TemplateResult {
    const now = all.at(-1);
    const name = `goal-${objective.no}`;
    const goal = this.named(objective);
    return html`<section class="card goal" aria-labelledby=${name}>
      <h3 id=${name}>${goal}</h3>
      ${this.level(now)} ${this.inTest(objective, now)} ${hasChart(all) ? chart(all) : nothing}
      ${now ? this.table(goal, all) : nothing}
    </section>`;
  }

  private level(now: Standing | undefined): TemplateResult | typeof nothing {
    if (!now) return nothing;
    return html`<p class="level ${now.level}">
      ${icon(now.level === 'mastered' ? 'done' : now.level === 'not-yet' ? 'turn' : 'info')}
      <span>${t(`mastery.now.${now.level}`, { right: pointsWords(now.points), all: now.items })}</span>
    </p>`;
  }

  /** The record's own: the best of all tries, whatever this device keeps. One judgement is enough: above it stands today's. */
  private inTest(objective: ObjectiveStructure, now: Standing | undefined): TemplateResult | typeof nothing {
    const best = this.bestOf(objective);
    if (!best) return nothing;
    const { score, mastered } = outcomeOf(best);
    if (now)
      return html`<p class="small">
        ${t('mastery.in-test', { words: t('app.percent', { value: percent(score) }) })}
      </p>`;
    const words = t(mastered ? 'results.mastered' : 'results.not-mastered', { score: percent(score) });
    return html`<p class="small">${t('mastery.in-test', { words })}</p>`;
  }

  private table(goal: string, all: readonly Standing[]): TemplateResult {
    return html`<details>
      <summary>
        ${icon('chevron')}<span>${t('mastery.table')} <span class="for-ear">${goal}</span></span>
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('mastery.day')}</th>
            <th scope="col">${t('mastery.where')}</th>
            <th scope="col">${t('mastery.right')}</th>
            <th scope="col">${t('mastery.latest')}</th>
          </tr>
        </thead>
        <tbody>
          ${[...all].reverse().map(
            (one) =>
              html`<tr>
                <th scope="row">${dayWords(one.past.day)}</th>
                <td data-name=${t('mastery.where')}>${whereWords(one)}</td>
                <td data-name=${t('mastery.right')}>${rightWords(one.past)}</td>
                <td data-name=${t('mastery.latest')}>
                  ${rightWords(one)} · ${t(`mastery.level.${one.level}`)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-mastery-page': MasteryPage;
  }
}
