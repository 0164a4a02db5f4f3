import { html, nothing, type TemplateResult } from 'lit';
import { t, type StringKey } from '../locale.ts';
import type { Way } from '../saving-words.ts';
import type { PlayerStore } from '../store.ts';

const NAMES: Record<Way, StringKey> = {
  relaunch: 'save.relaunch',
  reload: 'save.reload',
  return: 'exit.return',
};

/** What can be done about a state of saving, where a button can do it. */
export function wayButton(store: PlayerStore, way: Way | undefined): TemplateResult | typeof nothing {
  if (way === undefined) return nothing;
  return html`<button class="button" type="button" @click=${() => store.mend(way)}>${t(NAMES[way])}</button>`;
}
