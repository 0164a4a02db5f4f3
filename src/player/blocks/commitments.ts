import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CommitmentsBlock } from '../../course/compiled.ts';
import { BlockDoneEvent } from '../events.ts';
import { t } from '../locale.ts';
import { NotesController } from '../private-notes.ts';
import { activityHead, activityStyles } from '../design/activity.ts';
import { buttonStyles } from '../design/buttons.ts';
import { tickStyles } from '../design/ticks.ts';
import { LocalizedElement } from '../localized-element.ts';
import { layOutAlone } from './print.ts';
import './print-button.ts';
import './private-bar.ts';
import { inline, prose } from '../design/prose.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

/**
 * Things to tick that one means to do. Which ones is private; that something was ticked counts: BlockDoneEvent.
 */
@customElement('cm-commitments')
export class Commitments extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    activityStyles,
    tickStyles,
    css`
      :host {
        --role: var(--color-keep);
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        width: 100%;
        padding: 0;
        font-family: var(--font-heading);
        font-size: var(--size-large);
        text-wrap: pretty;
      }
      label {
        display: flex;
        gap: var(--space-3);
        min-height: var(--target);
        padding: var(--space-2) 0;
        cursor: pointer;
      }
      label + label {
        border-top: 1px solid var(--color-line);
      }
      .ticks {
        margin-top: var(--space-2);
      }
      .actions {
        margin-top: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) block!: CommitmentsBlock;

  /** Something was ticked, now or in an earlier session. */
  @property({ type: Boolean }) done = false;

  private readonly notes = new NotesController(this);

  protected override render(): TemplateResult {
    const { intro, items } = this.block;
    const ticked = this.ticked();
    return html`<section class="activity" role="group" aria-labelledby="kind">
      ${activityHead(t('block.commitments'), 'private', this.done && t('block.done'))}
      <fieldset>
        <legend class="prose">${inline(intro)}</legend>
        <div class="ticks">
          ${items.map(
            ({ id, text }) =>
              html`<label>
                <input
                  type="checkbox"
                  .value=${id}
                  .checked=${ticked.includes(id)}
                  @change=${(event: Event) => this.tick(id, (event.target as HTMLInputElement).checked)}
                />
                <span class="prose">${inline(text)}</span>
              </label>`,
          )}
        </div>
      </fieldset>
      <div class="actions words">
        <cm-print-button look="plain" .prepare=${() => this.layOut()}></cm-print-button>
      </div>
      <cm-private-bar></cm-private-bar>
    </section>`;
  }

  private ticked(): string[] {
    return this.notes.value.read(this.block.id).split(' ').filter(Boolean);
  }

  private tick(id: string, on: boolean): void {
    const others = this.ticked().filter((other) => other !== id);
    this.notes.value.write(this.block.id, [...others, ...(on ? [id] : [])].join(' '));
    if (on) this.dispatchEvent(new BlockDoneEvent(this.block.id));
  }

  private layOut(): void {
    const ticked = this.ticked();
    const chosen = this.block.items.filter(({ id }) => ticked.includes(id));
    layOutAlone(
      this,
      t('block.commitments'),
      html`${prose(this.block.intro)}
        <ul>
          ${chosen.map(({ text }) => html`<li>${inline(text)}</li>`)}
        </ul>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-commitments': Commitments;
  }
}
