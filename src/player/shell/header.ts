import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { baseStyles } from '../design/base-styles.ts';
import { t } from '../locale.ts';
import { StoreElement } from '../design/store-element.ts';
import { ExitEvent, MenuEvent } from './events.ts';
import { HelpEvent } from './help-event.ts';
import { icon } from '../design/icons.ts';
import { openReadingSettings } from './reading-settings.ts';
import { progressStyles } from '../design/progress-bars.ts';
import { progressWords } from './progress-words.ts';
import './save-status.ts';

export const headerStyles = css`
  :host {
    position: sticky;
    /* on a screen that is low for the chosen letters, and at 400 %, the screen belongs to the page: the bar goes along with it */
    top: clamp(-100vh, (100vh - 25rem) * 999, 0px);
    z-index: 3;
    /* by the room for letters of the chosen size: a media query knows the browser's alone */
    container-type: inline-size;
    background: var(--color-surface);
  }
  header {
    display: flex;
    gap: 0 var(--space-1);
    align-items: center;
    min-height: calc(var(--header) - 0.1875rem);
    padding: var(--space-1) var(--space-4);
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
    cursor: pointer;
  }
  button:hover {
    background: var(--color-raised);
  }
  .menu {
    margin-inline-start: calc(-1 * var(--space-2));
    padding: 0;
  }
  .reading {
    padding: 0;
  }
  .reading span {
    display: none;
  }
  .help .icon {
    color: var(--color-care);
  }
  .exit:hover {
    background: var(--color-accent-soft);
    color: var(--color-accent-strong);
  }
  /* in two lines where one is too short for it */
  .name {
    display: -webkit-box;
    overflow: hidden;
    flex: 1 1 0;
    min-width: 0;
    margin: 0;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-family: var(--font-heading);
    font-size: var(--size-note);
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  .far {
    display: none;
  }
  .logo {
    display: none;
    max-width: 8rem;
    max-height: 2.25rem;
    margin-inline: var(--space-2);
  }
  progress {
    height: 0.1875rem;
    border-radius: 0;
  }
  progress::-webkit-progress-value {
    border-radius: 0;
    transition: inline-size var(--motion-calm);
  }
  /* the picture alone, where there is room for no more: the button's name stays */
  @container (max-width: 47.99rem) {
    button span {
      display: none;
    }
    .help,
    .exit {
      padding: 0;
    }
    header {
      padding-inline: var(--space-3) var(--space-1);
    }
  }
  /* the title has every pixel of the smallest phones */
  @container (max-width: 22.49rem) {
    header {
      gap: 0;
      padding-inline: var(--space-2) 0;
    }
  }
  /* letters half as large again on a phone, or more: what is pressed need not grow with them, and the page keeps its screen */
  @container (max-width: 16.5rem) {
    header {
      --target: 44px;
      padding-block: 0;
    }
    .name {
      font-size: min(var(--size-note), 5vw);
    }
  }
  /*
   * On a phone the outline and the foot of the page have it: the line belongs to the title. By the screen alone, so that it
   * is still there for the focus when the settings close.
   */
  @media (max-width: 47.99rem) {
    .reading {
      display: none;
    }
  }
  @container (min-width: 48rem) {
    header {
      gap: 0 var(--space-2);
    }
    .name {
      font-size: var(--size-text);
    }
    .logo {
      display: block;
    }
    .exit {
      border-color: var(--color-line-strong);
    }
  }
  @media (forced-colors: active) {
    :host {
      border-bottom: 1px solid CanvasText;
    }
  }
`;

/**
 * The bar at the top, one line on every screen: menu, course title, what is saved, help lines, Save and exit; and under it a
 * thin line that says how far the course is done.
 */
@customElement('cm-header')
export class Header extends StoreElement<PlayerStore> {
  static override styles = [baseStyles, progressStyles, headerStyles];

  /** Whether the outline is shown, for the menu button. */
  @property({ type: Boolean }) menuOpen = false;

  /** There is an outline: the course is open. */
  @property({ type: Boolean }) menu = false;

  /** Title alone: before the course is there, and after it was left. */
  @property({ type: Boolean }) bare = false;

  protected override render(): TemplateResult {
    const { text, course } = this.store;
    const { organisation } = course;
    return html`<header>
        ${this.menu ? this.menuButton() : ''}
        ${
          organisation?.logo
            ? html`<img class="logo" src=${organisation.logo} alt=${organisation.name ?? ''} />`
            : ''
        }
        <p class="name">${text.title}</p>
        ${this.menu ? this.far() : ''}
        ${this.bare ? '' : html`<cm-save-status .store=${this.store}></cm-save-status>`}
        ${this.button('reading', t('reading.button'), () => void openReadingSettings(this.store, this))}
        ${this.button('help', t('help.button'), () => this.dispatchEvent(new HelpEvent()))}
        ${this.bare ? '' : this.button('exit', t('exit.button'), () => this.dispatchEvent(new ExitEvent()))}
      </header>
      <progress max="100" .value=${this.store.progress * 100} aria-hidden="true"></progress>`;
  }

  private menuButton(): TemplateResult {
    return html`<button
      class="menu"
      type="button"
      aria-expanded=${this.menuOpen}
      aria-label=${t('menu.button')}
      @click=${() => this.dispatchEvent(new MenuEvent())}
    >
      ${icon('menu')}
    </button>`;
  }

  /** For the eye: the outline has it for everybody. Two lines are the share and the time. */
  private far(): TemplateResult {
    const words = progressWords(this.store).replaceAll(' ', '\u00a0').replace('\u00a0·\u00a0', ' ');
    return html`<p class="far" aria-hidden="true" .textContent=${words}></p>`;
  }

  private button(name: 'reading' | 'help' | 'exit', words: string, press: () => void): TemplateResult {
    return html`<button class=${name} type="button" title=${words} @click=${press}>
      ${icon(name)}<span>${words}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-header': Header;
  }
}
