/** How every small drawing in a template is made. Those without one are in `paths.ts` and `shell/cover.ts`. */
import { html, svg, type TemplateResult } from 'lit';
import { isToward } from './paths.ts';

export const INFO = 'M10 9v5M10 6.2v.1M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z';

/**
 * Hidden from assistive technology: a drawing is never the only carrier of a meaning.
 * @param path Of an SVG of 20 by 20.
 * @param toward It points on or back, which is the other way where one reads from the right.
 */
export function drawing(path: string, weight = 1.8, toward = isToward(path)): TemplateResult {
  return html`<svg
    class="icon ${toward ? 'toward' : ''}"
    viewBox="0 0 20 20"
    aria-hidden="true"
    focusable="false"
  >
    ${svg`<path d=${path} fill="none" stroke="currentColor" stroke-width=${weight} stroke-linecap="round" stroke-linejoin="round"/>`}
  </svg>`;
}
