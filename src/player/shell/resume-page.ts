import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import { GoEvent } from '../design/marks.ts';
import { formats, t } from '../locale.ts';
import { PageElement } from '../design/page-element.ts';
import { progressStyles } from '../design/progress-bars.ts';
import { pageStyles } from '../design/page-styles.ts';

/** ECMA-262, 21.4.1.1: time values reach this far. */
const LAST_MOMENT = 8.64e15;

/** Where to begin: where the learner left, or at the beginning; and before that, whether work on this device is theirs. */
@customElement('cm-resume-page')
export class ResumePage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    buttonStyles,
    pageStyles,
    progressStyles,
    css`
      .stack {
        padding-block: 4vh;
      }
      .card p + p {
        margin-top: var(--space-2);
      }
      .place {
        font-family: var(--font-heading);
        font-size: 1.5rem;
        font-weight: 700;
        line-height: 1.3;
        text-wrap: balance;
      }
      progress {
        margin-top: var(--space-4);
      }
    `,
  ];

  protected override render(): TemplateResult {
    return this.store.phase === 'offer' ? this.offer() : this.resume();
  }

  private resume(): TemplateResult {
    const { store } = this;
    const at = store.resumeAt;
    const place = store.placeOf(at);
    const percent = Math.floor(store.progress * 100);
    return html`<div class="stack">
      <h1>${t('resume.title')}</h1>
      <div class="card">
        <p class="small muted">${t('resume.left')}</p>
        ${place ? html`<p class="kicker">${store.lessonTitle(place.lesson.id)}</p>` : nothing}
        <p class="place">${place ? store.sectionTitle(place.lesson.id, at) : t('test.title')}</p>
        <progress max="100" .value=${percent} aria-label=${t('outline.percent', { percent })}></progress>
        <p class="small muted">${t('outline.percent', { percent })}</p>
        <div class="actions">
          <button class="button" type="button" @click=${() => this.begin(at)}>${t('resume.continue')}</button>
          <button class="button quiet" type="button" @click=${() => this.begin(this.first)}>
            ${t('resume.beginning')}
          </button>
        </div>
      </div>
      <p class="muted">${t('resume.nothing-lost')}</p>
    </div>`;
  }

  private offer(): TemplateResult {
    const { offer } = this.store;
    const when = moment(offer?.savedAt ?? 0);
    return html`<div class="stack">
      <h1>${t('offer.title')}</h1>
      <p class="lead">${t(offer?.acknowledged ? 'offer.acknowledged' : 'offer.found', { when })}</p>
      <p>${t(offer?.unnamed ? 'offer.unnamed' : 'offer.whose')}</p>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.store.answerOffer(true)}>
          ${t('offer.take')}
        </button>
        <button class="button quiet" type="button" @click=${() => this.store.answerOffer(false)}>
          ${t('offer.leave')}
        </button>
      </div>
      <p class="small muted">${t('offer.erased')}</p>
    </div>`;
  }

  private get first(): string {
    return this.store.course.lessons[0]?.sections[0]?.id ?? '';
  }

  private begin(at: string): void {
    this.store.begin();
    this.dispatchEvent(new GoEvent(at));
  }
}

/** Other people's code writes to a device too: a date beyond what a calendar has is the last that it has, and no end of the course. */
function moment(savedAt: number): string {
  const at = new Date(Math.min(Math.max(savedAt, -LAST_MOMENT), LAST_MOMENT));
  return new Intl.DateTimeFormat(formats(), { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-resume-page': ResumePage;
  }
}
