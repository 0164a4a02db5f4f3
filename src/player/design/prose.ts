import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Html } from '../../course/compiled.ts';
import { TextElement } from './text-element.ts';
import { baseStyles } from './base-styles.ts';
import './later-prose-styles.ts';
import { proseStyles } from './prose-styles.ts';

/** Compiled text, for use inside components that hold `proseStyles`. It was sanitised by the compiler; give it nothing else. */
export function prose(text: Html): TemplateResult {
  return html`<div class="prose">${unsafeHTML(text)}</div>`;
}

/** Text of one line or so, where it must not bring a paragraph's box along: labels, legends, buttons. */
export function inline(text: Html): unknown {
  return unsafeHTML(text);
}

/** Compiled text of a lesson or page. Raises TermEvent and GoEvent. */
@customElement('cm-prose')
export class Prose extends TextElement {
  static override styles = [baseStyles, proseStyles];

  /** Sanitised HTML from the compiler. */
  @property({ attribute: false }) html: Html = '';

  protected override render(): TemplateResult {
    return prose(this.html);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-prose': Prose;
  }
}
