import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import type { Unmet } from '../../learning/index.ts';
import { completed, completedStyles } from '../assessment/completed.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import { t } from '../locale.ts';
import { PageElement } from '../design/page-element.ts';
import { icon } from '../design/icons.ts';
import { passMark, percent } from '../number-format.ts';
import { completionWords } from '../ending-words.ts';
import { progressStyles } from '../design/progress-bars.ts';
import { pageStyles } from '../design/page-styles.ts';
import { progressWords } from './progress-words.ts';
import { wayButton } from './way-button.ts';

/** What is left: every condition that isn't met, with a way to it; at the end, what the learning site acknowledged. */
@customElement('cm-remaining-page')
export class RemainingPage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    buttonStyles,
    pageStyles,
    progressStyles,
    ...completedStyles,
    css`
      .bar {
        display: grid;
        gap: var(--space-2);
        justify-self: stretch;
        max-width: calc(var(--measure) + 4rem);
      }
      .list {
        display: grid;
        gap: var(--space-3);
        justify-self: stretch;
        max-width: calc(var(--measure) + 4rem);
      }
      .list a {
        display: flex;
        gap: var(--space-4);
        align-items: center;
        padding: var(--space-4);
        border: 1px solid var(--color-line);
        border-radius: var(--radius);
        background: var(--color-surface);
        color: inherit;
        text-decoration: none;
      }
      .list a:hover {
        border-color: var(--color-accent);
      }
      .list a > span {
        display: grid;
        flex: 1;
        gap: 2px;
        text-wrap: balance;
      }
      .list strong {
        color: var(--color-accent);
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.2em;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return this.store.complete ? this.complete() : this.open();
  }

  private open(): TemplateResult {
    const { store } = this;
    const share = Math.floor(store.progress * 100);
    return html`<div class="stack">
      <h1 tabindex="-1" data-heading>${t('left.title')}</h1>
      <div class="bar">
        <progress max="100" .value=${share} aria-label=${progressWords(store)}></progress>
        <p class="muted" aria-hidden="true">${progressWords(store)}</p>
      </div>
      <p>${t('left.todo')}</p>
      <ul class="list" role="list">
        ${store.unmet.map((unmet) => this.unmet(unmet))}
      </ul>
    </div>`;
  }

  private unmet(unmet: Unmet): TemplateResult {
    const { store } = this;
    switch (unmet.kind) {
      case 'lesson':
        return this.item(
          unmet.sections[0] ?? unmet.lesson,
          store.lessonTitle(unmet.lesson),
          t('left.sections', { count: unmet.sections.length }),
        );
      case 'check':
        return this.item(
          unmet.block,
          t('left.check', { section: store.sectionTitle(unmet.lesson, unmet.section) }),
          store.lessonTitle(unmet.lesson),
        );
      case 'assessment':
        return this.assessment(unmet);
    }
  }

  private assessment(unmet: Extract<Unmet, { kind: 'assessment' }>): TemplateResult {
    const { triesLeft, best, underWay } = unmet;
    const title = unmet.passRequired ? t('left.pass', { mark: passMark(unmet.passMark) }) : t('left.take');
    const lines = [
      best === undefined ? '' : t('left.best', { score: percent(best) }),
      underWay ? t('left.under-way') : '',
      triesLeft === 'unlimited'
        ? t('left.tries.unlimited')
        : triesLeft === 0
          ? t('left.no-tries')
          : t('left.tries', { count: triesLeft }),
    ];
    return this.item('assessment', title, lines.filter(Boolean).join(' '));
  }

  private item(to: string, title: string, more: string): TemplateResult {
    return html`<li>
      <a href="#${to}"
        ><span><strong>${title}</strong><span class="muted small">${more}</span></span
        >${icon('next')}</a
      >
    </li>`;
  }

  private complete(): TemplateResult {
    const { way } = completionWords(this.store.saving);
    return completed(this.store, this, way ? wayButton(this.store, way) : nothing);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-remaining-page': RemainingPage;
  }
}
