import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ScenarioBlock, Scene } from '../../course/compiled.ts';
import { BlockDoneEvent } from '../events.ts';
import { t } from '../locale.ts';
import { activityHead, activityStyles } from '../design/activity.ts';
import { buttonStyles } from '../design/buttons.ts';
import { LocalizedElement } from '../localized-element.ts';
import { icon, type IconName } from '../design/icons.ts';
import { inline, prose } from '../design/prose.ts';
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
 * A story that goes where the learner's choices lead. The way taken stays in view; an ending looks back on each choice
 * and offers other ways. Raises BlockDoneEvent at each ending.
 */
@customElement('cm-scenario')
export class Scenario extends LocalizedElement {
  static override styles = [baseStyles, proseStyles, buttonStyles, activityStyles, scenarioStyles];

  @property({ attribute: false }) block!: ScenarioBlock;

  /** Title of the section that the story stands in. */
  @property() under = '';

  /** An ending was reached, now or in an earlier session. */
  @property({ type: Boolean }) done = false;

  /** Choices made, in order. */
  @state() private way: readonly Step[] = [];

  /** Endings seen in this visit, by scene. */
  @state() private endings: ReadonlySet<string> = new Set();

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('block') as ScenarioBlock | undefined;
    // the same story in another language goes on where it is
    if (before && before.id !== this.block.id) {
      this.way = [];
      this.endings = new Set();
    }
  }

  protected override render(): TemplateResult {
    const { title, intro } = this.block;
    const scene = this.scene();
    return html`<section class="activity" role="group" aria-labelledby="kind">
      ${activityHead(t('block.scenario'), 'way', this.done && t('block.done'), title, endsWith(this.under, title))}
      <div class="intro">${prose(intro)}</div>
      ${this.way.length ? this.wayTaken() : nothing}
      <div class="scene" tabindex="-1" role="group" aria-labelledby="scene" aria-describedby="happens">
        <h4 id="scene">${scene.ending ? this.ending(scene.ending) : this.sceneName(this.way.length)}</h4>
        <div id="happens">${prose(scene.text)}</div>
        ${scene.ending ? nothing : this.choices(scene)}
      </div>
      ${scene.ending ? this.debrief(scene) : nothing}
    </section>`;
  }

  private wayTaken(): TemplateResult {
    return html`<ol class="way" role="list" aria-label=${t('block.scenario.way')}>
      ${this.way.map((step, index) => {
        const choice = this.choiceOf(step);
        return html`<li>
          <h4>${this.sceneName(index)}</h4>
          ${prose(this.sceneOf(step.scene).text)}
          <p class="took">${icon('chevron')}<span>${this.chose(choice)}</span></p>
        </li>`;
      })}
    </ol>`;
  }

  private choices(scene: Scene): TemplateResult {
    return html`<div class="choices" role="group" aria-labelledby="ask">
      <p id="ask">${t('block.scenario.ask')}</p>
      ${scene.choices.map(
        (choice) =>
          html`<button
            class="choice"
            type="button"
            value=${choice.id}
            @click=${() => this.choose(scene, choice)}
          >
            <span>${inline(choice.text)}</span>${icon('chevron')}
          </button>`,
      )}
    </div>`;
  }

  private ending(ending: Ending): TemplateResult {
    return html`<span class="ending ${ending}">${icon(SIGNS[ending])}${t(`block.scenario.${ending}`)}</span>`;
  }

  private debrief(scene: Scene): TemplateResult {
    const all = this.block.scenes.filter(({ ending }) => ending).length;
    return html`<div class="debrief">
      <h4>${t('block.scenario.debrief')}</h4>
      <ol role="list">
        ${this.way.map((step, index) => {
          const choice = this.choiceOf(step);
          return html`<li>
            <p class="chose">${this.chose(choice)}</p>
            ${prose(choice?.because ?? '')}
            <button class="button plain" type="button" @click=${() => this.goBack(index)}>
              ${t('block.scenario.other-choice')}<span class="for-ear">: ${this.sceneName(index)}</span>
            </button>
          </li>`;
        })}
      </ol>
      <div class="last">${prose(scene.debrief ?? '')}</div>
      <p class="seen">${t('block.scenario.seen', { seen: this.endings.size, all })}</p>
      <div class="actions">
        <button class="button quiet" type="button" @click=${() => this.goBack(0)}>
          ${icon('turn')}${t('block.scenario.another-way')}
        </button>
      </div>
    </div>`;
  }

  private sceneName(index: number): string {
    return t('block.scenario.scene', { number: index + 1 });
  }

  private chose(choice: Choice | undefined): TemplateResult {
    return html`<strong>${t('block.scenario.chose')}</strong> ${inline(choice?.text ?? '')}`;
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
    const next = this.scene();
    if (next.ending) {
      this.endings = new Set([...this.endings, next.id]);
      this.dispatchEvent(new BlockDoneEvent(this.block.id, { way: this.way, ending: next.ending }));
    }
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
