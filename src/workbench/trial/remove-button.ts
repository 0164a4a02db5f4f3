import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { Refused } from '../shell/ask.ts';
import type { GoesAlong, Removable } from '../shapes.ts';
import { api } from './api.ts';
import { RemoveEvent } from './events.ts';

/** Takes a package or a learner away, after it has said what goes along. */
@customElement('wb-remove')
export class RemoveButton extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        justify-items: start;
        margin-top: var(--space-3);
      }
    `,
  ];

  @property() kind: 'package' | 'learner' = 'package';
  @property() of = '';
  @property() name = '';
  /** About which one it was asked. */
  @state() private asked = '';
  @state() private goes = '';

  override render(): TemplateResult {
    if (this.asked !== this.of)
      return html`<button type="button" class="small-button" @click=${this.ask}>
        Remove this ${this.kind}
      </button>`;
    return html`<p class="small" id="goes">${this.goes}</p>
      <div class="buttons">
        <button type="button" class="small-button" aria-describedby="goes" @click=${this.takeAway}>
          Remove
        </button>
        <button type="button" class="small-button" id="keep" @click=${this.keep}>Keep</button>
      </div>`;
  }

  private get what(): Removable {
    return this.kind === 'package' ? { package: this.of } : { learner: this.of };
  }

  private async ask(): Promise<void> {
    const { what, name, of } = this;
    this.goes = await api.goesAlong(what).then(
      (along) => `Removing ${name} forgets ${wordsOf(along, what)}.`,
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        return error.message;
      },
    );
    this.asked = of;
    await this.focusOn('#keep');
  }

  private async keep(): Promise<void> {
    this.asked = '';
    await this.focusOn('button');
  }

  /** What was pressed is no longer there. */
  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private takeAway(): void {
    this.asked = '';
    this.dispatchEvent(new RemoveEvent(this.what));
  }
}

function wordsOf({ attempts, learners, packages }: GoesAlong, what: Removable): string {
  if (attempts === 0) return 'no attempt';
  const made = several(attempts, 'attempt');
  const where =
    'package' in what ? `of ${several(learners, 'learner')} in it` : `in ${several(packages, 'package')}`;
  return `${made} ${where}, with every call`;
}

const several = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

declare global {
  interface HTMLElementTagNameMap {
    'wb-remove': RemoveButton;
  }
}
