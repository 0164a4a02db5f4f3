import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { baseStyles } from '../design/base-styles.ts';
import { t } from '../locale.ts';
import { StoreElement } from '../design/store-element.ts';
import { ExitEvent, MenuEvent } from './events.ts';
import { HelpEvent } from './help-event.ts';
import { icon } from '../design/icons.ts';
import './save-status.ts';

/** The bar at the top: menu, course title, save status, Save and exit; and the help lines, on every page that there is. */
@customElement('cm-header')
export class Header extends StoreElement<PlayerStore> {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: sticky;
        top: 0;
        z-index: 3;
        border-bottom: 1px solid var(--color-line);
        background: var(--color-surface);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
        align-items: center;
        min-height: 3.75rem;
        padding: var(--space-1) var(--space-4);
      }
      .menu {
        margin-inline-start: calc(-1 * var(--space-2));
      }
      button {
        display: inline-flex;
        flex: none;
        gap: var(--space-2);
        align-items: center;
        justify-content: center;
        min-width: var(--target);
        min-height: var(--target);
        padding: var(--space-1) var(--space-3);
        border: 1px solid transparent;
        border-radius: var(--radius-small);
        background: transparent;
        color: inherit;
        font: inherit;
        font-size: var(--size-small);
        font-weight: 600;
        line-height: 1.2;
        text-align: start;
        cursor: pointer;
      }
      button:hover {
        background: var(--color-raised);
      }
      .menu {
        padding: 0;
      }
      .exit {
        border-color: var(--color-line-strong);
      }
      .exit:hover {
        border-color: var(--color-accent);
        background: var(--color-accent-soft);
        color: var(--color-accent-strong);
      }
      .middle {
        display: flex;
        flex: 1 1 6rem;
        flex-direction: column;
        align-items: start;
        min-width: 0;
      }
      .name {
        overflow: hidden;
        max-width: 100%;
        margin: 0;
        font-family: var(--font-heading);
        font-size: 0.9375rem;
        font-weight: 700;
        line-height: 1.35;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .logo {
        display: none;
        max-width: 8rem;
        max-height: 2.25rem;
        margin-inline: var(--space-2);
      }
      .exit .icon {
        display: none;
      }
      @media (max-width: 33.99rem) {
        .help,
        .exit {
          max-width: 5.25rem;
          padding-inline: var(--space-2);
        }
        .help {
          max-width: 5.75rem;
          border-color: var(--color-line-strong);
        }
        .help .icon {
          display: none;
        }
      }
      @media (max-width: 43.99rem) {
        .name {
          display: -webkit-box;
          font-size: clamp(0.8125rem, 3.3vw, 0.875rem);
          line-height: 1.2;
          white-space: normal;
          -webkit-box-orient: vertical;
          -webkit-line-clamp: 2;
        }
      }
      @media (min-width: 34rem) {
        .exit .icon {
          display: inline;
        }
      }
      /* the picture alone, where there is room for no more: the button's name stays */
      @media (max-width: 23.99rem) {
        header {
          gap: 0 var(--space-1);
        }
        .help .icon {
          display: inline;
        }
        .help span {
          display: none;
        }
      }
      @media (min-width: 44rem) {
        .middle {
          flex-direction: row;
          gap: var(--space-4);
          align-items: center;
          justify-content: space-between;
        }
        .name {
          font-size: var(--size-text);
        }
        .logo {
          display: block;
        }
      }
      @media print {
        :host {
          position: static;
        }
        button[type],
        cm-save-status {
          display: none;
        }
      }
    `,
  ];

  /** Whether the outline is shown, for the menu button. */
  @property({ type: Boolean }) menuOpen = false;

  /** Title alone: before the course is open, and after it was left. */
  @property({ type: Boolean }) bare = false;

  protected override render(): TemplateResult {
    const { text, course } = this.store;
    const { organisation } = course;
    return html`<header>
      ${
        this.bare
          ? ''
          : html`<button
              class="menu"
              type="button"
              aria-expanded=${this.menuOpen}
              aria-label=${t('menu.button')}
              @click=${() => this.dispatchEvent(new MenuEvent())}
            >
              ${icon('menu')}
            </button>`
      }
      ${
        organisation?.logo
          ? html`<img class="logo" src=${organisation.logo} alt=${organisation.name ?? ''} />`
          : ''
      }
      <div class="middle">
        <p class="name">${text.title}</p>
        ${this.bare ? '' : html`<cm-save-status .store=${this.store}></cm-save-status>`}
      </div>
      <button
        class="help"
        type="button"
        aria-label=${t('help.button')}
        @click=${() => this.dispatchEvent(new HelpEvent())}
      >
        ${icon('help')}<span>${t('help.button')}</span>
      </button>
      ${this.bare ? '' : this.exit()}
    </header>`;
  }

  private exit(): TemplateResult {
    return html`<button class="exit" type="button" @click=${() => this.dispatchEvent(new ExitEvent())}>
      ${icon('exit')}<span>${t('exit.button')}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-header': Header;
  }
}
