import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConfidenceBlock } from '../../course/compiled.ts';
import { ContextController } from '../context-controller.ts';
import { t } from '../locale.ts';
import { NotesController } from '../private-notes.ts';
import { activityHead, activityStyles } from '../design/activity.ts';
import { LocalizedElement } from '../localized-element.ts';
import './private-bar.ts';
import { baseStyles } from '../design/base-styles.ts';

const RATINGS = ['1', '2', '3', '4', '5'] as const;
type Rating = (typeof RATINGS)[number];

/**
 * How sure one feels of each graded objective, from 1 to 5, before or after the course; `after` shows what has moved.
 * Private, and no part of any score.
 */
@customElement('cm-confidence')
export class Confidence extends LocalizedElement {
  static override styles = [
    baseStyles,
    activityStyles,
    css`
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0 0 var(--space-4);
        border: 0;
      }
      fieldset + fieldset {
        padding-top: var(--space-4);
        border-top: 1px solid var(--color-line);
      }
      legend {
        float: left;
        width: 100%;
        margin-bottom: var(--space-3);
        padding: 0;
        font-weight: 600;
        line-height: 1.45;
      }
      .intro {
        max-width: var(--measure);
        margin: 0 0 var(--space-5);
      }
      .scale {
        clear: both;
        display: grid;
        grid-template-columns: repeat(5, minmax(0, 1fr));
        gap: var(--space-2);
        max-width: 26rem;
      }
      label {
        position: relative;
        display: grid;
        place-items: center;
        min-height: var(--target);
        border: 1px solid var(--color-line-strong);
        border-radius: var(--radius-small);
        background: var(--color-surface);
        font-weight: 600;
        cursor: pointer;
      }
      label:hover {
        background: var(--color-accent-soft);
      }
      input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        opacity: 0;
        cursor: inherit;
      }
      .chosen {
        border-color: var(--color-accent);
        background: var(--color-accent);
        color: var(--color-on-accent);
      }
      .chosen:hover {
        background: var(--color-accent-strong);
      }
      input:focus-visible + .ring {
        position: absolute;
        inset: -2px;
        border-radius: var(--radius-small);
        outline: 3px solid var(--color-focus);
        outline-offset: 2px;
      }
      .ends {
        display: flex;
        gap: var(--space-5);
        justify-content: space-between;
        max-width: 26rem;
        margin-top: var(--space-1);
        color: var(--color-muted);
        font-size: var(--size-small);
        line-height: 1.35;
      }
      .ends :last-child {
        text-align: end;
      }
      .moved {
        margin: var(--space-2) 0 0;
        font-size: var(--size-small);
        font-weight: 600;
      }
      @media (forced-colors: active) {
        .chosen {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  @property({ attribute: false }) block!: ConfidenceBlock;

  private readonly notes = new NotesController(this);

  private readonly context = new ContextController(this);

  protected override render(): TemplateResult {
    const { course, text } = this.context.value;
    const graded = course.objectives.filter((objective) => objective.graded);
    const comparing = this.block.moment === 'after' && graded.some(({ id }) => this.rating('before', id));
    return html`<section class="activity" role="group" aria-labelledby="kind">
      ${activityHead(t(`block.confidence.${this.block.moment}`), 'gauge', false)}
      <p class="intro">${t('block.confidence.intro')}</p>
      ${
        this.block.moment === 'after' && !comparing
          ? html`<p class="intro moved">${t('block.confidence.no-before')}</p>`
          : nothing
      }
      ${graded.map(({ id }) => this.scale(id, text.objectives[id] ?? id, comparing))}
      <cm-private-bar></cm-private-bar>
    </section>`;
  }

  private scale(objective: string, words: string, comparing: boolean): TemplateResult {
    const { moment } = this.block;
    const rating = this.rating(moment, objective);
    return html`<fieldset>
      <legend>${words}</legend>
      <div class="scale">
        ${RATINGS.map(
          (value) =>
            html`<label class=${value === rating ? 'chosen' : ''}>
              <input
                type="radio"
                name=${objective}
                .value=${value}
                aria-label="${value}: ${t(`block.confidence.${value}`)}"
                .checked=${value === rating}
                @change=${() => this.notes.value.write(noteKey(moment, objective), value)}
              />
              <span class="ring"></span>
              <span aria-hidden="true">${value}</span>
            </label>`,
        )}
      </div>
      <div class="ends" aria-hidden="true">
        <span>${t('block.confidence.1')}</span><span>${t('block.confidence.5')}</span>
      </div>
      ${comparing ? this.moved(objective, rating) : nothing}
    </fieldset>`;
  }

  /** What was felt before stays hidden until the rating now is given, so that it doesn't steer it. */
  private moved(objective: string, after: string): TemplateResult | typeof nothing {
    const before = this.rating('before', objective);
    if (before && !after) return nothing;
    const words = before ? t('block.confidence.moved', { before, after }) : t('block.confidence.no-before');
    return html`<p class="moved">${words}</p>`;
  }

  private rating(moment: ConfidenceBlock['moment'], objective: string): Rating | '' {
    const value = this.notes.value.read(noteKey(moment, objective));
    return RATINGS.find((rating) => rating === value) ?? '';
  }
}

const noteKey = (moment: ConfidenceBlock['moment'], objective: string): string =>
  `confidence-${moment}:${objective}`;

declare global {
  interface HTMLElementTagNameMap {
    'cm-confidence': Confidence;
  }
}
