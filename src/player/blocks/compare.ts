import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CompareBlock } from '../../course/compiled.ts';
import { t } from '../locale.ts';
import { NotesController } from '../private-notes.ts';
import { activityHead, activityStyles } from '../design/activity.ts';
import { buttonStyles } from '../design/buttons.ts';
import { tickStyles } from '../design/ticks.ts';
import { LocalizedElement } from '../localized-element.ts';
import { layOutAlone } from './print.ts';
import './print-button.ts';
import './private-bar.ts';
import { writingBox, writingBoxStyles } from './writing-box.ts';
import { inline, prose } from '../design/prose.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

/** Stands before the numbers of ticked points in the notes: the model answer was looked at. */
const COMPARED = 'compared';

/**
 * An answer in the learner's own words, and then a model answer with points to look for. Text and ticks are private, and
 * nobody marks them: see `private-notes.ts`.
 */
@customElement('cm-compare')
export class Compare extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    activityStyles,
    tickStyles,
    writingBoxStyles,
    css`
      :host {
        --role: var(--color-keep);
      }
      .actions {
        margin-top: var(--space-4);
      }
      .model {
        margin-top: var(--space-5);
        padding: var(--space-4) var(--space-5);
        border-inline-start: 4px solid var(--color-scene);
        border-radius: var(--radius-small);
        background: var(--color-raised);
      }
      h4 {
        margin: 0 0 var(--space-2);
        font-size: var(--size-text);
      }
      fieldset {
        min-width: 0;
        margin: var(--space-5) 0 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 700;
      }
      .point {
        display: flex;
        gap: var(--space-3);
        min-height: var(--target);
        padding: var(--space-2) 0;
        cursor: pointer;
      }
      .point + .point {
        border-top: 1px solid var(--color-line);
      }
    `,
  ];

  @property({ attribute: false }) block!: CompareBlock;

  /** Asked to compare with nothing written. */
  @state() private tooSoon = false;

  private readonly notes = new NotesController(this);

  @query('h4') private modelHeading!: HTMLElement | null;

  protected override render(): TemplateResult {
    const compared = this.marks.includes(COMPARED);
    return html`<section class="activity" role="group" aria-labelledby="kind">
      ${activityHead(t('block.compare'), 'private', false)}
      ${writingBox(this.block.prompt, this.notes.value, this.block.id, () => (this.tooSoon = false))}
      ${compared ? this.comparison() : this.ask()}
      <cm-private-bar></cm-private-bar>
    </section>`;
  }

  private ask(): TemplateResult {
    return html`<p class="hint" role="status">${this.tooSoon ? t('block.compare.write-first') : nothing}</p>
      <div class="actions">
        <button class="button" type="button" @click=${this.compare}>${t('block.compare.button')}</button>
      </div>`;
  }

  private comparison(): TemplateResult {
    const { marks } = this;
    return html`<div class="model">
        <h4 tabindex="-1">${t('block.compare.model')}</h4>
        ${prose(this.block.model)}
      </div>
      <fieldset>
        <legend>${t('block.compare.points')}</legend>
        ${this.block.points.map(
          (point, index) =>
            html`<label class="point">
              <input
                type="checkbox"
                .checked=${marks.includes(String(index))}
                @change=${(event: Event) => this.tick(index, (event.target as HTMLInputElement).checked)}
              />
              <span class="prose">${inline(point)}</span>
            </label>`,
        )}
      </fieldset>
      <div class="actions words">
        <cm-print-button look="plain" .prepare=${() => this.layOut()}></cm-print-button>
      </div>`;
  }

  private get text(): string {
    return this.notes.value.read(this.block.id);
  }

  /** Of the points; with `COMPARED` once the model answer was looked at. */
  private get marks(): string[] {
    return this.notes.value.read(this.marksKey).split(' ').filter(Boolean);
  }

  private get marksKey(): string {
    return `${this.block.id}/points`;
  }

  private async compare(): Promise<void> {
    this.tooSoon = this.text.trim() === '';
    if (this.tooSoon) return;
    this.notes.value.write(this.marksKey, COMPARED);
    await this.updateComplete;
    this.modelHeading?.focus();
  }

  private tick(index: number, on: boolean): void {
    const others = this.marks.filter((mark) => mark !== String(index));
    this.notes.value.write(this.marksKey, [...others, ...(on ? [String(index)] : [])].join(' '));
  }

  private layOut(): void {
    const { block, marks } = this;
    layOutAlone(
      this,
      t('block.compare'),
      html`${prose(block.prompt)}
        <p class="written">${this.text}</p>
        <h2>${t('block.compare.model')}</h2>
        ${prose(block.model)}
        <h2>${t('block.compare.points')}</h2>
        <ul>
          ${block.points.filter((_, index) => marks.includes(String(index))).map((point) => html`<li>${inline(point)}</li>`)}
        </ul>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-compare': Compare;
  }
}
