import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { baseStyles } from '../design/base-styles.ts';
import { t } from '../locale.ts';
import { icon } from '../design/icons.ts';
import { StoreElement } from '../design/store-element.ts';
import { LanguageEvent } from './events.ts';
import { openReadingSettings } from './reading-settings.ts';

/** At the end of every page: language, and how the text looks. */
@customElement('cm-footer')
export class Footer extends StoreElement<PlayerStore> {
  static override styles = [
    baseStyles,
    css`
      :host {
        border-top: 1px solid var(--color-line);
        font-size: var(--size-small);
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3) var(--space-5);
        align-items: center;
        justify-content: space-between;
        box-sizing: border-box;
        max-width: 52rem;
        margin-inline: auto;
        padding: var(--space-4) clamp(var(--space-4), 5vw, var(--space-7));
      }
      .group {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        align-items: center;
      }
      button {
        display: inline-flex;
        gap: var(--space-2);
        align-items: center;
        min-height: var(--target);
        padding: var(--space-2) var(--space-3);
        border: 1px solid transparent;
        border-radius: var(--radius-small);
        background: transparent;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      button:hover {
        background: var(--color-raised);
      }
      [aria-pressed='true'] {
        background: var(--color-raised);
        font-weight: 700;
        text-decoration: underline;
        text-underline-offset: 0.3em;
        text-decoration-thickness: 2px;
      }
      /* in the line of the text where it comes under the languages */
      .reading {
        color: var(--color-muted);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { course, language, phase } = this.store;
    // the cover asks for the language itself
    return html`<footer>
      ${
        course.languages.length > 1 && phase !== 'cover'
          ? html`<div class="group" role="group" aria-label=${t('language.name')}>
              ${course.languages.map((tag) => this.language(tag, tag === language))}
            </div>`
          : nothing
      }
      <button class="reading" type="button" @click=${() => openReadingSettings(this.store, this)}>
        ${icon('reading')}${t('reading.button')}
      </button>
    </footer>`;
  }

  private language(tag: string, current: boolean): TemplateResult {
    const choose = (): boolean => this.dispatchEvent(new LanguageEvent(tag));
    return html`<button type="button" lang=${tag} aria-pressed=${current} @click=${choose}>
      ${this.store.course.files[tag]?.name}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-footer': Footer;
  }
}
