import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Block as BlockData } from '../../course/compiled.ts';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';
import { pressedAgain } from '../renew.ts';
import { isReady, load } from './load.ts';
import '../design/prose.ts';
import { baseStyles } from '../design/base-styles.ts';

/**
 * Any block of a lesson or page: draws the component for its kind. Text is always there; the other kinds arrive when
 * first needed, into a place that is kept for them.
 */
@customElement('cm-block')
export class Block extends LocalizedElement {
  static override styles = [
    baseStyles,
    css`
      .place {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--space-3);
        max-width: var(--measure);
        min-height: 14rem;
        padding: var(--space-5);
        border: 1px dashed var(--color-line);
        border-radius: var(--radius);
        color: var(--color-muted);
        text-align: center;
      }
      .low {
        min-height: 3.5rem;
      }
      p {
        margin: 0;
      }
      button {
        min-height: var(--target);
        padding: var(--space-2) var(--space-5);
        border: 2px solid var(--color-accent);
        border-radius: 999px;
        background: transparent;
        color: var(--color-accent);
        font: inherit;
        font-weight: 600;
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) block!: BlockData;

  /** The learner did it before, in this session or an earlier one. Kinds that don't count ignore it. */
  @property({ type: Boolean }) done = false;

  /** Title of the section around it. */
  @property() under = '';

  @state() private failed = false;

  /** The component of the block's kind: `cm-<kind>`. */
  private drawn: HTMLElement | undefined;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('block')) return;
    this.failed = false;
    void this.fetchKind(this.block.kind);
  }

  protected override render(): TemplateResult | HTMLElement {
    const { block, done, under } = this;
    if (!isReady(block.kind)) return this.place(block.kind);
    if (block.kind === 'prose') return html`<cm-prose .html=${block.html}></cm-prose>`;
    const name = `cm-${block.kind}`;
    if (this.drawn?.localName !== name) this.drawn = document.createElement(name);
    // what a kind has no use for it doesn't look at
    return Object.assign(this.drawn, { block, done, under });
  }

  private place(kind: BlockData['kind']): TemplateResult {
    const low = kind === 'expand' ? 'low' : '';
    if (!this.failed) return html`<div class="place ${low}" aria-busy="true">${nothing}</div>`;
    return html`<div class="place" role="status">
      <p>${t('block.not-loaded')}</p>
      <button type="button" @click=${() => this.again(kind)}>${t('block.load-again')}</button>
    </div>`;
  }

  /** The button goes; the focus stays here, where the block will be. */
  private again(kind: BlockData['kind']): void {
    this.takeFocus();
    pressedAgain();
    void this.fetchKind(kind);
  }

  private async fetchKind(kind: BlockData['kind']): Promise<void> {
    if (isReady(kind)) return;
    try {
      await load(kind);
      this.failed = false;
      this.requestUpdate();
    } catch {
      this.failed = true;
      // it may come for another block, or by itself in an idle moment
      void this.drawWhenThere(kind);
    }
  }

  private async drawWhenThere(kind: BlockData['kind']): Promise<void> {
    await customElements.whenDefined(`cm-${kind}`);
    if (this.matches(':focus-within')) this.takeFocus();
    this.requestUpdate();
  }

  private takeFocus(): void {
    this.tabIndex = -1;
    this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-block': Block;
  }
}
