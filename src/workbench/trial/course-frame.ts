/** The frame in which the LMS of the trial shows a course, and the fence around it. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/** All that courses do, but to lead the workbench's own page elsewhere. */
const FENCE =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-downloads allow-pointer-lock';

/**
 * @param isFenced no frame may lead another but its own inner ones. HTML knows no fence around the uppermost page alone, so
 *   old courses, in which one frame leads its neighbour, need to be without.
 */
export function courseFrame(url: string, size: string, isFenced: boolean): TemplateResult {
  // a fence counts from the moment at which a frame is made
  return html`${keyed(
    isFenced,
    html`<iframe
      class="size-${size}"
      title="The LMS with the course"
      src=${url}
      sandbox=${isFenced ? FENCE : nothing}
      allow="fullscreen; autoplay"
    ></iframe>`,
  )}`;
}
