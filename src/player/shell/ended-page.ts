import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import { formats, t } from '../locale.ts';
import { StoreElement } from '../design/store-element.ts';
import { isScoreKnown } from '../known-score.ts';
import { percent } from '../number-format.ts';
import { pageStyles } from '../design/page-styles.ts';
import { said } from '../said.ts';
import { exitWords, farewellWords, staleWords } from '../ending-words.ts';
import { isOver, type Way } from '../saving-words.ts';
import { DismissedEvent } from './events.ts';
import { wayButton } from './way-button.ts';

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

  /** Another try was pressed here and is under way; the page stays as it is until it is over. */
  @state() private trying = false;

  /** When the latest such try was over without having been taken. */
  @state() private tried: Date | undefined;

  private shown: ReturnType<typeof exitWords> | undefined;

  private saidSo = false;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.name();
    if (this.trying) return;
    if (this.store.phase === 'ending') this.saidSo = false;
    if (this.store.phase === 'ending' || this.saidSo) return;
    this.saidSo = true;
    window.scrollTo(0, 0);
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    if (this.returns) this.store.leave(this.store.returnUrl ?? '');
  }

  /**
   * The learner pressed Save and exit, and a learning site that names a place wants them back there (cmi5, 10.2.6): the page goes at
   * once, since it would be no time to read by (WCAG 2.2, 2.2.1). Where something was not saved, or the session was over before, it stays until the link is pressed.
   */
  private get returns(): boolean {
    const { ended, phase, returnUrl, saving } = this.store;
    if (phase !== 'ended' || !ended || returnUrl === undefined) return false;
    const { title, keys } = exitWords(saving, ended);
    return (title === 'exit.title' && !isOver(saving)) || keys.includes('exit.review');
  }

  /** The window's title says where the work is: that of the page before would say something else. */
  private name(): void {
    const heading = this.renderRoot.querySelector('h1')?.textContent.trim();
    if (heading) document.title = `${heading} · ${this.store.text.title}`;
  }

  protected override render(): TemplateResult {
    const { phase } = this.store;
    if (phase === 'ending' && !this.trying)
      return html`<div class="stack" role="status"><h1>${t('exit.saving')}</h1></div>`;
    return phase === 'stale' ? this.stale() : this.ended();
  }

  /** The browser brought back a page whose session is over. */
  private stale(): TemplateResult {
    const { store } = this;
    const words = staleWords(store.saving);
    return html`<div class="stack">
      <h1 tabindex="-1">${t('exit.stale.title')}</h1>
      <p class="lead">${said(words)}</p>
      ${wayButton(store, words.way)}
    </div>`;
  }

  private ended(): TemplateResult {
    const { store } = this;
    const { ended } = store;
    if (!this.trying || !this.shown) this.shown = exitWords(store.saving, ended);
    const words = this.shown;
    const { title, way } = words;
    const kept = title === 'exit.title';
    return html`<div class="stack">
      <h1 tabindex="-1">${t(title)}</h1>
      <p class="lead">${said(words)}</p>
      ${kept ? this.recorded() : nothing}
      ${ended && !this.trying ? this.farewell(title !== 'exit.title-unsafe', way) : this.again()}
    </div>`;
  }

  /** The session is over: nothing is left to do here, or only to open the course again. */
  private farewell(mayClose: boolean, way: Way | undefined): TemplateResult {
    const { store } = this;
    const { returnUrl, saving } = store;
    const { close, again } = farewellWords(saving, store.complete);
    if (returnUrl !== undefined)
      return html`${this.returns ? html`<p>${t('exit.returning')}</p>` : nothing}
        <a class="button" href=${returnUrl}>${t('exit.return')}</a>`;
    return html`${mayClose ? html`<p><strong>${t(close)}</strong></p>` : nothing}
    ${mayClose ? html`<p class="muted">${t(again)}</p>` : nothing} ${wayButton(store, way)}`;
  }

  /** It wasn't taken, and the session is still open. */
  private again(): TemplateResult {
    return html`<div class="buttons">
        <button class="button" type="button" @click=${this.retry}>${t('exit.retry')}</button>
        <button class="button quiet" type="button" @click=${this.stay}>${t('exit.back')}</button>
      </div>
      <p class="tried" role="status">${this.outcome}</p>`;
  }

  /** With the second, so that what is said after one more try is something else. */
  private get outcome(): string | typeof nothing {
    if (this.trying) return t('exit.saving');
    if (!this.tried) return nothing;
    const time = new Intl.DateTimeFormat(formats(), { timeStyle: 'medium' }).format(this.tried);
    return t('exit.tried', { time });
  }

  /** The focus stays on the button where it wasn't taken, and what is said is said by the line below; else it goes to the new heading. */
  private async retry(): Promise<void> {
    const { store } = this;
    if (this.trying) return;
    this.trying = true;
    await store.exit();
    this.trying = false;
    if (store.ended) this.saidSo = false;
    else this.tried = new Date();
  }

  private stay(): void {
    this.store.stay();
    this.dispatchEvent(new DismissedEvent());
  }

  /** In the learner's words. */
  private recorded(): TemplateResult {
    const { store } = this;
    const { best } = store.state;
    const isKnown = best !== undefined && isScoreKnown(best, store.passMark);
    const result = best?.passed ? (isKnown ? 'exit.passed' : 'exit.passed-alone') : 'exit.score';
    return html`<div class="card">
      <h2>${t(store.saving.onDevice ? 'exit.kept' : 'exit.recorded')}</h2>
      <ul>
        <li>
          ${t(store.complete ? 'exit.complete' : 'exit.progress', { percent: Math.floor(store.progress * 100) })}
        </li>
        ${best ? html`<li>${t(result, { score: percent(best.score) })}</li>` : nothing}
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
