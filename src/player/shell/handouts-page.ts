import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { LessonStructure } from '../../course/compiled.ts';
import '../blocks/print-button.ts';
import { baseStyles } from '../design/base-styles.ts';
import { icon } from '../design/icons.ts';
import { PageElement } from '../design/page-element.ts';
import { pageStyles } from '../design/page-styles.ts';
import { t } from '../locale.ts';
import type { PlayerStore } from '../store.ts';
import { layOutHandout } from './handout.ts';

export { layOutHandout };

/** A sheet of paper for each lesson. */
@customElement('cm-handouts-page')
export class HandoutsPage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    pageStyles,
    css`
      ol {
        display: grid;
        justify-self: stretch;
        max-width: calc(var(--measure) + 4rem);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        align-items: center;
        justify-content: space-between;
        padding-block: var(--space-3);
        border-top: 1px solid var(--color-line);
      }
      h2 {
        flex: 1 1 8rem;
        font-size: var(--size-large);
      }
      .locked {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        min-height: var(--target);
        color: var(--color-muted);
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<div class="stack">
      <h1 tabindex="-1" data-heading>${t('handouts.title')}</h1>
      <p class="lead">${t('handouts.what')}</p>
      <ol role="list">
        ${this.store.course.lessons.map((lesson, index) => this.lesson(lesson, index + 1))}
      </ol>
    </div>`;
  }

  private lesson({ id, sections }: LessonStructure, number: number): TemplateResult {
    const { store } = this;
    const title = store.lessonTitle(id);
    return html`<li>
      <h2>${number}. ${title}</h2>
      ${
        store.canOpen(sections[0]?.id ?? '')
          ? html`<cm-print-button
              look="quiet"
              .what=${title}
              .prepare=${() => layOutHandout(store, id)}
            ></cm-print-button>`
          : html`<span class="locked small">${icon('lock')}${t('outline.locked')}</span>`
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-handouts-page': HandoutsPage;
  }
}
