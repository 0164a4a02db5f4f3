import { css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { PlayerStore } from '../store.ts';
import type { GlossaryEntry } from '../../course/compiled.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';
import { locale, t } from '../locale.ts';
import { Loading } from '../design/loading.ts';
import { PageElement } from '../design/page-element.ts';
import { notLoaded } from '../not-loaded.ts';
import { pageStyles } from '../design/page-styles.ts';

/** All terms in the order of the alphabet, to be searched. */
@customElement('cm-glossary-page')
export class GlossaryPage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    pageStyles,
    css`
      label {
        display: grid;
        gap: var(--space-1);
        width: min(100%, 24rem);
        font-weight: 600;
      }
      input {
        box-sizing: border-box;
        width: 100%;
        min-height: var(--target);
        padding: var(--space-2) var(--space-4);
        border: 1.5px solid var(--color-line-strong);
        border-radius: var(--radius-small);
        background: var(--color-surface);
        color: inherit;
        font: inherit;
        font-weight: 400;
      }
      dl {
        display: grid;
        justify-self: stretch;
        max-width: calc(var(--measure) + 4rem);
        margin: 0;
      }
      dl > div {
        padding-block: var(--space-4);
        border-top: 1px solid var(--color-line);
      }
      dt {
        font-family: var(--font-heading);
        font-size: var(--size-large);
        font-weight: 700;
        line-height: 1.3;
      }
      dd {
        margin: var(--space-1) 0 0;
      }
    `,
  ];

  @state() private sought = '';

  private readonly entries = new Loading<readonly GlossaryEntry[]>(this, () =>
    this.store.files.glossary(this.store.language),
  );

  protected override willUpdate(): void {
    this.entries.need('glossary', this.store.language);
  }

  protected override render(): TemplateResult {
    return html`<div class="stack">
      <h1 tabindex="-1" data-heading>${t('glossary.title')}</h1>
      ${this.entries.failed ? notLoaded(() => this.entries.again()) : this.list()}
    </div>`;
  }

  private list(): TemplateResult {
    const found = this.found();
    return html`<label
        >${t('glossary.search')}
        <input type="search" autocomplete="off" @input=${this.search} />
      </label>
      <p class="muted small" role="status">${t('glossary.count', { count: found.length })}</p>
      <dl>
        ${found.map(
          ({ term, definition }) =>
            html`<div>
              <dt>${term}</dt>
              <dd class="prose">${unsafeHTML(definition)}</dd>
            </div>`,
        )}
      </dl>`;
  }

  private found(): GlossaryEntry[] {
    const collator = new Intl.Collator(locale(), { sensitivity: 'base' });
    const sought = plain(this.sought.trim());
    return [...(this.entries.value ?? [])]
      .filter(({ term, definition }) =>
        plain(`${term} ${definition.replace(/<[^>]*>/g, ' ')}`).includes(sought),
      )
      .sort((a, b) => collator.compare(a.term, b.term));
  }

  private search(event: Event): void {
    this.sought = (event.target as HTMLInputElement).value;
  }
}

/** Without accents and capitals, so that `etica` finds `Ética`. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

declare global {
  interface HTMLElementTagNameMap {
    'cm-glossary-page': GlossaryPage;
  }
}
