import { html, type TemplateResult } from 'lit';
import { t } from '../locale.ts';
import type { Way } from '../saving-words.ts';
import type { PlayerStore } from '../store.ts';

/** What can be done about a state of saving: to the learning site, to a new launch, or the page once more. */
export function wayButton(store: PlayerStore, way: Way): TemplateResult {
  const back = way === 'relaunch' && store.returnUrl !== undefined;
  return html`<button class="button" type="button" @click=${() => store.mend(way)}>
    ${t(back ? 'exit.return' : `save.${way}`)}
  </button>`;
}
