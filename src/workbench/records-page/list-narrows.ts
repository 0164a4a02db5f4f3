/** Who is expected narrows one page: the others say that it doesn't narrow them. */
import { html, nothing, type TemplateResult } from 'lit';
import { areHidden } from './address.ts';
import type { Shown, View } from './view.ts';

/** *Now* says of itself what the list does to it. */
export function listNarrowsNot(
  { id }: View,
  { state: { expected }, chosen }: Shown,
): TemplateResult | typeof nothing {
  if (expected === 0 || areHidden(chosen) || id === 'now' || id === 'person') return nothing;
  return html`<p class="hint">
    This is of everybody in the records: the list of who is expected narrows <em>Now</em> alone.
  </p>`;
}
