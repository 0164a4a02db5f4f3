import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Html, ScenarioBlock, Scene, Speaker } from '../../course/compiled.ts';
import { BlockDoneEvent } from '../events.ts';
import { t } from '../locale.ts';
import { NotesController } from '../private-notes.ts';
import { activityHead, activityStyles } from '../design/activity.ts';
import { buttonStyles } from '../design/buttons.ts';
import { LocalizedElement } from '../localized-element.ts';
import { icon, type IconName } from '../design/icons.ts';
import { portrait } from '../portrait.ts';
import { inline, prose } from '../design/prose.ts';
import { drawMap, endingsSeen, mapStyles, wayName } from './scenario-map.ts';
import { scenarioEndStyles } from './scenario-end.styles.ts';
import { scenarioStyles } from './scenario.styles.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

interface Step {
  scene: string;
  choice: string;
}

type Ending = NonNullable<Scene['ending']>;
type Choice = Scene['choices'][number];

const SIGNS: Record<Ending, IconName> = { good: 'right', mixed: 'partly', poor: 'warning' };

/**
 * A story that goes where the learner's choices lead: one scene at a time fills the card, and those before it are a line
 * each that can be opened. An ending says what became of it, looks back on each choice, shows which ways were seen and
 * offers others. Raises BlockDoneEvent at each ending.
 */
@customElement('cm-scenario')
export class Scenario extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    activityStyles,
    mapStyles,
    scenarioStyles,
    scenarioEndStyles,
  ];

  @property({ attribute: false }) block!: ScenarioBlock;

  /** Title of the section that the story stands in. */
  @property() under = '';

  /** An ending was reached, now or in an earlier session. */
  @property({ type: Boolean }) done = false;

  /** Choices made, in order. */
  @state() private way: readonly Step[] = [];

  private readonly notes = new NotesController(this);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('block') as ScenarioBlock | undefined;
    // the same story in another language goes on where it is
    if (before && before.id !== this.block.id) this.way = [];
  }

  protected override render(): TemplateResult {
    const { title } = this.block;
    const scene = this.scene();
    return html`<section class="activity" role="group" aria-labelledby="kind">
      ${activityHead(t('block.scenario'), 'way', this.done && t('block.done'), title, endsWith(this.under, title))}
      ${scene.ending ? this.end(scene, scene.ending) : this.stage(scene)}
    </section>`;
  }

  // ---- on the way ------------------------------------------------------------------------------------------------

  private stage(scene: Scene): TemplateResult {
    const name = this.sceneName(this.way.length);
    return html`${this.way.length ? this.wayTaken() : html`<div class="intro">${prose(this.block.intro)}</div>`}
      <div class="scene" tabindex="-1" role="group" aria-labelledby="scene" aria-describedby="before happens">
        <h4 id="scene">${name}</h4>
        ${told(scene)}
        <div class="choices" role="group" aria-labelledby="ask">
          <p id="ask">${t('block.scenario.ask')}</p>
          ${scene.choices.map((choice) => this.choice(scene, choice))}
        </div>
      </div>`;
  }

  private choice(scene: Scene, choice: Choice): TemplateResult {
    const before = this.gone.has(wayName(scene.id, choice.id));
    return html`<button
      class="choice"
      type="button"
      value=${choice.id}
      @click=${() => this.choose(scene, choice)}
    >
      <span>
        ${inline(choice.text)}
        ${before ? html`<span class="before">${icon('done')}${t('block.scenario.before')}</span>` : nothing}
      </span>
      ${icon('chevron')}
    </button>`;
  }

  private wayTaken(): TemplateResult {
    return html`<ol class="way brief" role="list" aria-label=${t('block.scenario.way')}>
      ${this.way.map((step, index) => html`<li>${this.folded(step, index)}</li>`)}
    </ol>`;
  }

  /** A scene that is over: what was chosen, and on request how it was. The first has what went before it, too. */
  private folded(step: Step, index: number): TemplateResult {
    return html`<details>
      <summary>
        ${icon('chevron')}
        <span class="number">${this.sceneName(index)}</span>
        <span
          ><strong .textContent=${`${t('block.scenario.chose')} `}></strong
          >${inline(this.choiceOf(step)?.text ?? '')}</span
        >
      </summary>
      <div class="past">
        ${index === 0 ? prose(this.block.intro) : nothing} ${told(this.sceneOf(step.scene), nothing)}
      </div>
    </details>`;
  }

  // ---- at an ending ----------------------------------------------------------------------------------------------

  private end(scene: Scene, ending: Ending): TemplateResult {
    return html`<div
        class="scene end ${ending}"
        tabindex="-1"
        role="group"
        aria-labelledby="scene"
        aria-describedby="before happens"
      >
        <h4 id="scene">${icon(SIGNS[ending])}<span>${t(`block.scenario.${ending}`)}</span></h4>
        ${told(scene)}
      </div>
      <div class="debrief">
        <div class="last">${prose(scene.debrief ?? '')}</div>
        ${this.lookBack()} ${this.waysSeen(scene)}
      </div>`;
  }

  private lookBack(): TemplateResult {
    return html`<h4>${t('block.scenario.debrief')}</h4>
      <ol class="way" role="list">
        ${this.way.map(
          (step, index) =>
            html`<li>
              ${this.folded(step, index)}
              <div class="because">
                ${prose(this.choiceOf(step)?.because ?? '')}
                <button class="button plain" type="button" @click=${() => this.goBack(index)}>
                  ${t('block.scenario.other-choice')} <span class="for-ear">${this.sceneName(index)}</span>
                </button>
              </div>
            </li>`,
        )}
      </ol>`;
  }

  private waysSeen(scene: Scene): TemplateResult {
    const { block, gone } = this;
    const all = block.scenes.filter(({ ending }) => ending).length;
    const seen = endingsSeen(block, gone).length;
    return html`<div class="ways">
      ${drawMap(block, gone, scene.id)}
      <div>
        <p class="seen">${t('block.scenario.seen', { seen, all })}</p>
        <div class="actions">
          <button class="button" type="button" @click=${() => this.goBack(0)}>
            ${icon('turn')}${t('block.scenario.another-way')}
          </button>
        </div>
      </div>
    </div>`;
  }

  private sceneName(index: number): string {
    return t('block.scenario.scene', { number: index + 1 });
  }

  /** The ways that the learner went, now or before: private, as practice is. */
  private get gone(): ReadonlySet<string> {
    return new Set(this.notes.value.read(this.noteKey).split(' ').filter(Boolean));
  }

  private get noteKey(): string {
    return `ways:${this.block.id}`;
  }

  /** The scene in which the learner stands. */
  private scene(): Scene {
    const last = this.way.at(-1);
    return this.sceneOf(last && this.choiceOf(last)?.then);
  }

  /** The first scene where there is none of that id. */
  private sceneOf(id: string | undefined): Scene {
    const { scenes } = this.block;
    return scenes.find((scene) => scene.id === id) ?? scenes[0]!;
  }

  private choiceOf({ scene, choice }: Step): Choice | undefined {
    return this.sceneOf(scene).choices.find(({ id }) => id === choice);
  }

  private choose(scene: Scene, choice: Choice): void {
    this.way = [...this.way, { scene: scene.id, choice: choice.id }];
    const gone = new Set([...this.gone, wayName(scene.id, choice.id)]);
    this.notes.value.write(this.noteKey, [...gone].join(' '));
    const { ending } = this.scene();
    if (ending) this.dispatchEvent(new BlockDoneEvent(this.block.id, { way: this.way, ending }));
    void this.focusScene();
  }

  private goBack(index: number): void {
    this.way = this.way.slice(0, index);
    void this.focusScene();
  }

  /** The new scene is focused, so that it is read out and the keyboard goes on from it. */
  private async focusScene(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.scene')?.focus();
  }
}

/**
 * What is said and done, beside the face of whom it is about. Face and name stand over what that person says; what is told first
 * stands before them. To the ear the name comes before what is said, and before nothing else: “Ray: …”. Of a scene that is over
 * there is no second one to describe.
 */
function told({ speaker, text }: Scene, id: string | typeof nothing = 'happens'): TemplateResult {
  if (!speaker) return html`<div id=${id}>${prose(text)}</div>`;
  const says = text.indexOf(SAID);
  const before = id === nothing ? nothing : 'before';
  return html`<div class="told ${says < 0 ? 'silent' : ''}">
    ${says > 0 ? html`<div class="words first" id=${before}>${prose(text.slice(0, says))}</div>` : nothing}
    ${portrait(speaker.face, '')}
    <p class="who" aria-hidden=${says < 0 ? nothing : 'true'}>${speaker.name}</p>
    <div class="words" id=${id}>${prose(withName(text.slice(Math.max(says, 0)), speaker))}</div>
  </div>`;
}

const SAID = '<p class="said">';

function withName(text: Html, { name }: Speaker): Html {
  const heard = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return text.replaceAll(SAID, (said) => `${said}<span class="for-ear">${heard}: </span>`);
}

/** Whether a title ends with these words, as "More practice: a friend request" does with "A friend request". */
function endsWith(title: string, words: string): boolean {
  const [all = '', end = ''] = [title, words].map(
    (text) =>
      ` ${text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()}`,
  );
  return all.endsWith(end);
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-scenario': Scenario;
  }
}
