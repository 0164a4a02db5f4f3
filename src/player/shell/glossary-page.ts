import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
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
import { AfterPause } from '../search/after-pause.ts';

/** All terms in the order of the alphabet, to be searched. */
@customElement('cm-glossary-page')
export class GlossaryPage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    pageStyles,
    css`
      dl {
        display: grid;
        justify-self: stretch;
        max-width: calc(var(--measure) + 4rem);
        margin: 0;
      }
      dl > div {
        padding-block: var(--space-4);
        border-top: 1px solid var(--color-line);
        scroll-margin-top: 5rem;
      }
      dl > .asked {
        margin-inline: calc(-1 * var(--space-4));
        padding-inline: var(--space-4);
        border-radius: var(--radius-small);
        background: var(--color-accent-soft);
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

  /** Id of the term that was asked for. */
  @property() asked: string | undefined;

  /** What stands in the field. */
  private written = '';

  /** What the terms shown are of. */
  @state() private sought = '';

  private readonly pause = new AfterPause(this, () => (this.sought = this.written));

  private readonly entries = new Loading<readonly GlossaryEntry[]>(this, () =>
    this.store.files.glossary(this.store.language),
  );

  protected override get ready(): boolean {
    return this.entries.value !== undefined || this.entries.failed;
  }

  protected override willUpdate(): void {
    this.entries.need('glossary', this.store.language);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.entries.value) this.showAsked(this.asked);
  }

  protected override render(): TemplateResult {
    return html`<div class="stack">
      <h1 tabindex="-1" data-heading>${t('glossary.title')}</h1>
      ${this.entries.failed ? notLoaded(() => this.entries.again()) : this.list()}
    </div>`;
  }

  private list(): TemplateResult {
    const found = this.found();
    return html`<label class="field"
        >${t('glossary.search')}
        <input type="search" autocomplete="off" @input=${this.write} @change=${this.pause.now} />
      </label>
      <p class="muted small" role="status">
        ${this.entries.value ? t('glossary.count', { count: found.length }) : nothing}
      </p>
      <dl>
        ${found.map(
          ({ id, term, definition }) =>
            html`<div class=${id === this.asked ? 'asked' : ''} tabindex=${id === this.asked ? -1 : nothing}>
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

  private write(event: Event): void {
    this.written = (event.target as HTMLInputElement).value;
    this.pause.wait();
  }
}

/** Without accents and capitals, so that `etica` finds `Ética`. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

declare global {
  interface HTMLElementTagNameMap {
    'cm-glossary-page': GlossaryPage;
  }
}
