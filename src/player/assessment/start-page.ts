import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import type { Bank } from '../../course/compiled.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import type { AssessmentController } from '../assessment-controller.ts';
import { GoEvent } from '../design/marks.ts';
import { t } from '../locale.ts';
import { PageElement } from '../design/page-element.ts';
import { passMark } from '../number-format.ts';
import { pageStyles } from '../design/page-styles.ts';

/** Before a try: how many questions, what counts, how many tries; or how to go on with the one that was begun. */
@customElement('cm-start-page')
export class StartPage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    buttonStyles,
    pageStyles,
    css`
      .facts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr));
        gap: var(--space-3);
        justify-self: stretch;
        max-width: calc(var(--measure) + 4rem);
        padding: 0;
        list-style: none;
      }
      .facts li {
        padding: var(--space-4) var(--space-3);
        border-radius: var(--radius);
        background: var(--color-accent-soft);
      }
      .facts span {
        display: block;
        flex: 1 1 6rem;
        text-wrap: balance;
        color: var(--color-ink);
        font-size: var(--size-small);
        line-height: 1.4;
      }
      .facts strong {
        display: block;
        font-family: var(--font-heading);
        font-size: var(--size-title);
        font-weight: 700;
        line-height: 1.25;
      }
      /* a sign that the heading's face doesn't have */
      .facts [aria-hidden] {
        font-family: var(--font-text);
      }
      /* on a phone a line for each: three beside each other would break words */
      @media (max-width: 34rem) {
        .facts {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--space-2);
        }
        .facts li {
          display: flex;
          flex-wrap: wrap;
          gap: 0 var(--space-3);
          align-items: baseline;
          padding-block: var(--space-2);
        }
        .facts strong {
          min-width: 4.5rem;
        }
      }
      .rules li::marker {
        color: var(--color-accent);
      }
      .rules {
        display: grid;
        gap: var(--space-3);
        max-width: var(--measure);
        padding-inline-start: 1.2em;
      }
    `,
  ];

  @property({ attribute: false }) controller!: AssessmentController;

  @property({ attribute: false }) bank!: Bank;

  protected override render(): TemplateResult {
    const { store, controller } = this;
    const items = controller.open ? controller.items(this.bank).length : controller.itemsInForm;
    const { triesLeft } = store;
    return html`<div class="stack">
      <h1 tabindex="-1" data-heading>${t('test.title')}</h1>
      <p class="lead">${t('test.intro')}</p>
      <ul class="facts" role="list">
        ${this.fact(String(items), t('test.questions', { count: items }))}
        ${this.fact(t('app.percent', { value: passMark(store.passMark) }), t('test.to-pass'))}
        ${
          triesLeft === 'unlimited'
            ? this.fact('∞', t('test.tries-unlimited'))
            : this.fact(String(triesLeft), t('test.tries-left', { count: triesLeft }))
        }
      </ul>
      <ul class="rules">
        ${[t('test.rule.change'), t('test.rule.leave'), t('test.rule.best'), t('test.rule.keys')].map(
          (rule) => html`<li>${rule}</li>`,
        )}
      </ul>
      ${controller.open ? this.goOn() : this.start()}
    </div>`;
  }

  private fact(figure: string, words: string): TemplateResult {
    return html`<li>
      <strong aria-hidden=${figure === '∞' ? 'true' : nothing}>${figure}</strong> <span>${words}</span>
    </li>`;
  }

  private start(): TemplateResult {
    const { whyNot } = this.controller;
    if (whyNot === 'nothing-counts') return html`<p>${t('test.review')}</p>`;
    if (whyNot === 'no-tries-left') return html`<p>${t('left.no-tries')}</p>`;
    const start = (): void => {
      this.controller.start(this.bank);
      this.dispatchEvent(new GoEvent('assessment', '1'));
    };
    return html`<button class="button" type="button" @click=${start}>${t('test.start')}</button>`;
  }

  private goOn(): TemplateResult {
    const items = this.controller.items(this.bank);
    const open = this.controller.unanswered(this.bank);
    const next = String((open[0]?.position ?? 0) + 1);
    return html`<div class="card">
      <p>${t('test.under-way', { answered: items.length - open.length, questions: items.length })}</p>
      <div class="actions">
        ${
          open.length === 0
            ? html`<a class="button" href="#assessment/overview">${t('test.to-submit')}</a>`
            : html`<a class="button" href="#assessment/${next}">${t('test.go-on')}</a>`
        }
        <a class="button quiet" href="#assessment/overview">${t('test.overview')}</a>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-start-page': StartPage;
  }
}
