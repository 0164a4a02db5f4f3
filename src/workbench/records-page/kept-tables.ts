import { html, nothing, type TemplateResult } from 'lit';
import type { Kept } from '../records/import/readings.ts';
import { several } from './words.ts';

/** What was said of tables once. */
export function keptTables(
  kept: readonly Kept[],
  { change, forget }: Record<'change' | 'forget', (one: Kept) => unknown>,
): TemplateResult | typeof nothing {
  if (kept.length === 0) return nothing;
  return html`<details>
    <summary id="kept">
      ${several(kept.length, 'kind of table that is known here by its headings', 'kinds of tables that are known here by their headings')}
    </summary>
    <ul role="list" class="fates">
      ${kept.map(
        (one) =>
          html`<li>
            ${one.header.join(' · ')}
            <div class="buttons">
              <button class="small-button" @click=${() => change(one)}>Change</button>
              <button class="small-button" @click=${() => forget(one)}>Forget</button>
            </div>
          </li>`,
      )}
    </ul>
    <p class="hint">
      What was taken in before stays as it was read; take the file in again where that should change.
    </p>
  </details>`;
}
