import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { CommitmentsBlock } from '../../course/compiled.ts';
import '../blocks/print-button.ts';
import '../blocks/private-bar.ts';
import { baseStyles } from '../design/base-styles.ts';
import { Loading } from '../design/loading.ts';
import { pageStyles } from '../design/page-styles.ts';
import { inline } from '../design/prose.ts';
import { StoreElement } from '../design/store-element.ts';
import { t } from '../locale.ts';
import { NotesController } from '../private-notes.ts';
import type { PlayerStore } from '../store.ts';

/**
 * What the learner ticked in the course's commitments, below the words that each begins with ("This week I will …"), to take along at the end: on paper, or kept on the device, for else it goes
 * with the visit. Nothing where nothing was ticked.
 */
@customElement('cm-own-commitments')
export class OwnCommitments extends StoreElement<PlayerStore> {
  static override styles = [
    baseStyles,
    pageStyles,
    css`
      section {
        padding: var(--space-5);
        border-radius: var(--radius);
        background: var(--color-keep-soft);
      }
      .intro {
        margin-top: var(--space-4);
        font-family: var(--font-heading);
        font-size: var(--size-large);
      }
      ul {
        display: grid;
        gap: var(--space-3);
        margin-top: var(--space-2) !important;
        padding-inline-start: 1.2em;
      }
      li {
        max-width: var(--measure);
        font-size: var(--size-large);
        line-height: 1.45;
      }
      li::marker {
        color: var(--color-keep);
      }
      cm-print-button {
        display: block;
        margin-top: var(--space-4);
      }
      .small {
        margin-top: var(--space-1);
      }
    `,
  ];

  private readonly notes = new NotesController(this);

  private readonly blocks = new Loading(this, async () => {
    const { course, files, language } = this.store;
    const lessons = course.lessons.filter((lesson) =>
      lesson.sections.some(({ blocks }) => blocks.some(({ id }) => this.ticked(id).length > 0)),
    );
    const contents = await Promise.all(lessons.map(({ id }) => files.lesson(language, id)));
    return contents
      .flatMap(({ sections }) => sections)
      .flatMap((section) => section.blocks)
      .filter((block): block is CommitmentsBlock => block.kind === 'commitments');
  });

  protected override willUpdate(): void {
    this.blocks.need('commitments', this.store.language);
  }

  protected override render(): TemplateResult | typeof nothing {
    const own = (this.blocks.value ?? []).flatMap(({ id, intro, items }) => {
      const ticked = this.ticked(id);
      const chosen = items.filter((item) => ticked.includes(item.id));
      return chosen.length > 0 ? [{ intro, chosen }] : [];
    });
    if (own.length === 0) return nothing;
    return html`<section aria-labelledby="own">
      <h2 id="own">${t('results.own')}</h2>
      <p class="small">${t('results.own-long')}</p>
      ${own.map(
        ({ intro, chosen }) =>
          html`<p class="intro">${inline(intro)}</p>
            <ul>
              ${chosen.map(({ text }) => html`<li>${inline(text)}</li>`)}
            </ul>`,
      )}
      <cm-print-button look="quiet"></cm-print-button>
      <cm-private-bar choice></cm-private-bar>
    </section>`;
  }

  private ticked(block: string): string[] {
    return this.notes.value.read(block).split(' ').filter(Boolean);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-own-commitments': OwnCommitments;
  }
}
