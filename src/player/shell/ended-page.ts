import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import { t } from '../locale.ts';
import { StoreElement } from '../design/store-element.ts';
import { percent } from '../number-format.ts';
import { pageStyles } from '../design/page-styles.ts';

/** After Save and exit: what was recorded, by whom, and that the window can be closed. */
@customElement('cm-ended-page')
export class EndedPage extends StoreElement<PlayerStore> {
  static override styles = [
    baseStyles,
    buttonStyles,
    pageStyles,
    css`
      .stack {
        padding-block: 6vh;
      }
      ul {
        display: grid;
        gap: var(--space-2);
        margin: var(--space-3) 0 0;
        padding-inline-start: 1.2em;
      }
    `,
  ];

  /** Milliseconds in which the learner reads what was recorded, before the page goes where the learning site wants it. */
  static wait = 4000;

  private saidSo = false;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.store.phase === 'ending') this.saidSo = false;
    if (this.store.phase === 'ending' || this.saidSo) return;
    this.saidSo = true;
    window.scrollTo(0, 0);
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    const { ended, phase, returnUrl } = this.store;
    if (phase === 'ended' && ended && returnUrl !== undefined) {
      setTimeout(() => this.store.leave(returnUrl), EndedPage.wait);
    }
  }

  protected override render(): TemplateResult {
    const { phase } = this.store;
    if (phase === 'ending') return html`<div class="stack" role="status"><h1>${t('exit.saving')}</h1></div>`;
    if (phase !== 'stale') return this.ended();
    return html`<div class="stack">
      <h1 tabindex="-1">${t('exit.stale.title')}</h1>
      <p class="lead">${t('exit.stale')}</p>
    </div>`;
  }

  private ended(): TemplateResult {
    return this.store.ended ? this.exited() : this.refused();
  }

  private exited(): TemplateResult {
    const { store } = this;
    const { returnUrl } = store;
    return html`<div class="stack">
      <h1 tabindex="-1">${t(this.kept ? 'exit.title' : 'exit.title-left')}</h1>
      <p class="lead">${this.sentence()}</p>
      ${this.kept ? this.recorded() : nothing}
      ${
        returnUrl === undefined
          ? html`<p><strong>${t('exit.close')}</strong></p>
              <p class="muted">${t(this.device ? 'exit.again.web' : 'exit.again')}</p>`
          : html`<p>${t('exit.returning')}</p>
              <a class="button" href=${returnUrl}>${t('exit.return')}</a>`
      }
    </div>`;
  }

  /** The learning site didn't take it: the session is still open. */
  private refused(): TemplateResult {
    const { store } = this;
    return html`<div class="stack">
      <h1 tabindex="-1">${t('exit.title-unsafe')}</h1>
      <p class="lead">${t(store.ending?.held === 'device' ? 'exit.unsaved.device' : 'exit.unsaved.page')}</p>
      <div class="buttons">
        <button class="button" type="button" @click=${() => store.exit()}>${t('exit.retry')}</button>
        <button class="button quiet" type="button" @click=${() => store.stay()}>${t('exit.back')}</button>
      </div>
    </div>`;
  }

  /** Somebody has it: the learning site, or in a package without one this device. */
  private get kept(): boolean {
    const { ending, counts, launch } = this.store;
    return counts && launch?.connected !== false && ending?.kind !== 'not-saved';
  }

  private get device(): boolean {
    return this.store.ending?.held === 'device' && this.kept;
  }

  private sentence(): string {
    const { ending, counts, launch } = this.store;
    if (!counts) return t('exit.review');
    if (launch?.connected === false)
      return t(ending?.held === 'device' ? 'exit.nobody.device' : 'exit.nobody');
    if (!this.kept) return t(ending?.held === 'device' ? 'exit.unsaved.device' : 'exit.unsaved.page');
    return t(ending?.held === 'device' ? 'exit.saved.device' : 'exit.saved.lms');
  }

  /** In the learner's words. */
  private recorded(): TemplateResult {
    const { store } = this;
    const { best } = store.state;
    return html`<div class="card">
      <h2>${t(this.device ? 'exit.kept' : 'exit.recorded')}</h2>
      <ul>
        <li>
          ${t(store.complete ? 'exit.complete' : 'exit.progress', { percent: Math.floor(store.progress * 100) })}
        </li>
        ${
          best
            ? html`<li>${t(best.passed ? 'exit.passed' : 'exit.score', { score: percent(best.score) })}</li>`
            : nothing
        }
        ${store.complete ? nothing : html`<li>${t('exit.left', { count: store.unmet.length })}</li>`}
      </ul>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-ended-page': EndedPage;
  }
}
