import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { headingIn } from '../design/heading-in.ts';
import { t, type StringKey } from '../locale.ts';
import { StoreElement } from '../design/store-element.ts';
import { icon } from '../design/icons.ts';
import { MOST } from '../recall/most.ts';
import { retriableImport } from '../retriable-import.ts';
import { isOver, looksBack, statusWords, type Words } from '../saving-words.ts';
import { said } from '../said.ts';
import { DismissedEvent } from './events.ts';
import { idle } from './idle.ts';
import { wayButton } from './way-button.ts';

/** What the learner must know about this launch, in plain words. Those that are only news can be put away. */
@customElement('cm-banners')
export class Banners extends StoreElement<PlayerStore> {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      .banner {
        display: flex;
        gap: var(--space-3);
        align-items: center;
        margin-bottom: var(--space-4);
        padding-block: var(--space-2);
        padding-inline: var(--space-4) var(--space-2);
        border: 1px solid var(--color-caution);
        border-radius: var(--radius-small);
        background: var(--color-caution-soft);
        font-size: var(--size-note);
        line-height: 1.45;
      }
      .banner > .icon {
        color: var(--color-caution);
      }
      .banner.welcome {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        padding: 0;
        border-color: var(--color-accent);
        background: var(--color-accent-soft);
      }
      /* one over the other: what isn't shown keeps its room, so that the page stands still when the offer comes */
      .welcome > div {
        display: flex;
        grid-area: 1 / 1;
        gap: var(--space-3);
        align-items: center;
        padding-block: var(--space-2);
        padding-inline: var(--space-4) var(--space-2);
      }
      .welcome > .offer {
        flex-wrap: wrap;
        padding-inline: var(--space-4);
      }
      .welcome > .room {
        visibility: hidden;
      }
      .welcome .icon {
        color: var(--color-accent);
      }
      .banner.wide {
        flex-wrap: wrap;
        padding: var(--space-3) var(--space-4);
      }
      .banner.wide p {
        flex: 1 1 16rem;
      }
      p {
        flex: 1;
        min-height: var(--target);
        margin: 0;
        display: flex;
        align-items: center;
      }
      .offer p {
        flex-basis: 9rem;
      }
      .answers {
        display: flex;
        gap: var(--space-2);
        align-items: center;
      }
      .answers .button {
        text-decoration: none;
      }
      .close {
        display: grid;
        flex: none;
        place-items: center;
        align-self: start;
        width: var(--target);
        height: var(--target);
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: transparent;
        color: inherit;
        cursor: pointer;
      }
      .welcome .close > .icon {
        color: inherit;
      }
      .close:hover {
        background: var(--color-raised);
      }
    `,
  ];

  /** The learner has just come back to where they left. */
  @property({ type: Boolean }) returned = false;

  @state() private dismissed: ReadonlySet<string> = new Set();

  /** How many questions are due, once the page that the learner came back to stands. */
  @state() private due = 0;

  /** What is due was looked for. */
  private looked = false;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.returned || !this.store.counts || this.looked) return;
    this.looked = true;
    // without it the welcome stands alone
    this.lookForDue().catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const { store } = this;
    const { launch, saving, ended } = store;
    const over = isOver(saving);
    const keepsNothing = saving.onDevice && saving.status.kind === 'not-saved';
    const mode = launch?.mode ?? 'normal';
    const back = mode !== 'normal' && looksBack(saving);
    return html`
      ${this.returned && mode === 'normal' ? this.welcome() : nothing}
      ${over || keepsNothing ? this.trouble(statusWords(saving)) : nothing}
      ${mode !== 'normal' ? this.banner(back ? 'banner.review' : 'banner.browse', true) : nothing}
      ${launch && !launch.connected && !over && !ended ? this.banner('banner.no-lms', true) : nothing}
      ${launch?.unencrypted ? this.banner('banner.unencrypted', true) : nothing}
      ${store.unknownFormat ? this.banner('banner.newer', false) : nothing}
      ${store.damaged ? this.banner('banner.damaged', true) : nothing}
      ${store.languageFailed !== undefined ? this.banner('banner.language', true) : nothing}
    `;
  }

  private async lookForDue(): Promise<void> {
    await idle();
    const { dueNow } = await retriableImport('recall', () => import('../recall/due.ts'));
    this.due = (await dueNow(this.store)).length;
  }

  /** The offer takes the place of the word of welcome. Both have their room from the start, for as many questions as there may be. */
  private welcome(): TemplateResult | typeof nothing {
    const key = 'resume.nothing-lost';
    if (this.dismissed.has(key)) return nothing;
    const offers = this.due > 0;
    return html`<div class="banner welcome" role="status">
      <div class=${offers ? 'room' : ''}>
        ${icon('info')}
        <p>${t(key)}</p>
        ${this.close(key)}
      </div>
      <div class="offer room">${this.offer(MOST, key)}</div>
      ${offers ? html`<div class="offer">${this.offer(this.due, key)}</div>` : nothing}
    </div>`;
  }

  private offer(count: number, key: string): TemplateResult {
    return html`${icon('turn')}
      <p>${t('recall.offer', { count })}</p>
      <div class="answers">
        <a class="button" href="#recall">${t('recall.start')}</a>
        <button class="button plain" type="button" @click=${() => this.dismiss(key)}>
          ${t('recall.not-now')}
        </button>
      </div>`;
  }

  /** What no waiting mends: with the way out, and not to be put away. */
  private trouble(words: Words): TemplateResult {
    return html`<div class="banner wide" role="status">
      ${icon('info')}
      <p>${said(words)}</p>
      ${wayButton(this.store, words.way)}
    </div>`;
  }

  private banner(key: StringKey, mayGo: boolean): TemplateResult | typeof nothing {
    if (this.dismissed.has(key)) return nothing;
    return html`<div class="banner" role="status">
      ${icon('info')}
      <p>${t(key)}</p>
      ${mayGo ? this.close(key) : nothing}
    </div>`;
  }

  private close(key: string): TemplateResult {
    return html`<button
      class="close"
      type="button"
      aria-label=${t('app.dismiss')}
      @click=${() => this.dismiss(key)}
    >
      ${icon('close')}
    </button>`;
  }

  /** The button goes, and the focus with it: to the heading below, where somebody reads on, or to the page where none stands. */
  private dismiss(key: string): void {
    this.dismissed = new Set(this.dismissed).add(key);
    this.dispatchEvent(new DismissedEvent());
    if (this.parentNode) headingIn(this.parentNode)?.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-banners': Banners;
  }
}
