import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import type { PageContent } from '../../course/compiled.ts';
import { buttonStyles } from '../design/buttons.ts';
import { prepare } from '../blocks/load.ts';
import { baseStyles } from '../design/base-styles.ts';
import { Loading } from '../design/loading.ts';
import { PageElement } from '../design/page-element.ts';
import '../blocks/print-button.ts';
import { notLoaded } from '../not-loaded.ts';
import { pageStyles } from '../design/page-styles.ts';

/** A page of the course: resources, the summary. It can be printed. */
@customElement('cm-text-page')
export class TextPage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    buttonStyles,
    pageStyles,
    css`
      .blocks {
        display: grid;
        gap: var(--space-5);
        justify-self: stretch;
        grid-template-columns: minmax(0, 1fr);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        align-items: center;
        justify-content: space-between;
        justify-self: stretch;
        max-width: calc(var(--measure) + 4rem);
      }
      /* in the sizes of paper, so that a handout is one page; in rem, which the reader's own size of letters changes here too */
      @media print {
        :host {
          --measure: 100%;
          --size-text: 0.79rem;
          --size-large: 0.875rem;
          --size-heading: 1rem;
          --size-title: 1.33rem;
          --line: 1.25;
          --space-3: 0.35rem;
          --space-4: 0.45rem;
          --space-5: 0.55rem;
          --space-6: 0.7rem;
          --space-7: 0.8rem;
          font-size: var(--size-text);
          line-height: var(--line);
        }
        .stack {
          max-width: none;
        }
      }
    `,
  ];

  @property() page = '';

  private readonly content = new Loading<PageContent>(this, async (id) => {
    const page = await this.store.files.page(this.store.language, id);
    await prepare(page.blocks);
    return page;
  });

  protected override get ready(): boolean {
    return this.content.value !== undefined || this.content.failed;
  }

  protected override willUpdate(): void {
    this.content.need(this.page, this.store.language);
  }

  protected override render(): TemplateResult {
    return html`<article class="stack">
      <header>
        <h1 tabindex="-1" data-heading>${this.store.text.pages[this.page]}</h1>
        <cm-print-button look="quiet"></cm-print-button>
      </header>
      ${this.content.failed ? notLoaded(() => this.content.again()) : ''}
      <div class="blocks">
        ${this.content.value?.blocks.map((block) => html`<cm-block .block=${block}></cm-block>`)}
      </div>
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-text-page': TextPage;
  }
}
