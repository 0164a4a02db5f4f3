import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { THEME } from '../../../packaging/pack/accent.ts';
import {
  accentColours,
  GROUNDS,
  nearestAccent,
  type AccentColours,
  type Scheme,
} from '../../course/accent.ts';

/** What an accent comes to on light pages and on dark ones; of one that can’t be read, the nearest that can. */
@customElement('wb-accent-preview')
export class AccentPreview extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      gap: var(--space-2);
      margin-top: var(--space-2);
      font-size: var(--size-small);
      grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr));
    }
    p {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: var(--space-2);
      border: 1px solid var(--color-line-strong);
      border-radius: var(--radius-small);
      font-weight: 600;
      justify-items: start;
    }
    span {
      padding: var(--space-1) var(--space-2);
      border-radius: var(--radius-round);
    }
    .word {
      padding-inline: 0;
    }
  `;

  /** As it was chosen; empty for the course's own. */
  @property() accent = '';

  readonly #colours = new CSSStyleSheet();

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#colours];
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('accent')) return;
    const known = /^#?([0-9a-f]{6})$/i.exec(this.accent)?.[1];
    const colours = known === undefined ? THEME : accentColours(nearestAccent(`#${known.toLowerCase()}`));
    // a sheet, since the page's policy lets nothing have a style of its own
    this.#colours.replaceSync(rules('light', colours.light) + rules('dark', colours.dark));
  }

  override render(): TemplateResult {
    return html`${this.sample('light', 'Light')}${this.sample('dark', 'Dark')}`;
  }

  private sample(scheme: Scheme, name: string): TemplateResult {
    return html`<p class=${scheme}>
      <span class="word">${name}</span><span class="press">Next</span><span class="here">Here</span>
    </p>`;
  }
}

function rules(scheme: Scheme, colours: AccentColours): string {
  const [ground] = GROUNDS[scheme];
  return `.${scheme} { background: ${ground}; color: ${colours.accent}; }
    .${scheme} .press { background: ${colours.accent}; color: ${colours['on-accent']}; }
    .${scheme} .here { background: ${colours['accent-soft']}; color: ${colours['accent-strong']}; }`;
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-accent-preview': AccentPreview;
  }
}
