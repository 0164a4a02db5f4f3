import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import { locale, t } from '../locale.ts';
import { PageElement } from '../design/page-element.ts';
import { pageStyles } from '../design/page-styles.ts';
import { DismissedEvent } from './events.ts';

/** ECMA-262, 21.4.1.1: time values reach this far. */
const LAST_MOMENT = 8.64e15;

/** Work was found on this device: whether it is the learner's. */
@customElement('cm-offer-page')
export class OfferPage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    buttonStyles,
    pageStyles,
    css`
      .stack {
        padding-block: 4vh;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { offer } = this.store;
    const when = moment(offer?.savedAt ?? 0);
    return html`<div class="stack">
      <h1>${t('offer.title')}</h1>
      <p class="lead">${t(offer?.acknowledged ? 'offer.acknowledged' : 'offer.found', { when })}</p>
      <p>${t(offer?.unnamed ? 'offer.unnamed' : 'offer.whose')}</p>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.answer(true)}>${t('offer.take')}</button>
        <button class="button quiet" type="button" @click=${() => this.answer(false)}>
          ${t('offer.leave')}
        </button>
      </div>
      <p class="small muted">${t('offer.erased')}</p>
    </div>`;
  }

  private answer(take: boolean): void {
    this.store.answerOffer(take);
    this.dispatchEvent(new DismissedEvent());
  }
}

/** Other people's code writes to a device too: a date beyond what a calendar has is the last that it has, and no end of the course. */
function moment(savedAt: number): string {
  const at = new Date(Math.min(Math.max(savedAt, -LAST_MOMENT), LAST_MOMENT));
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-offer-page': OfferPage;
  }
}
