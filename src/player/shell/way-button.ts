import { html, type TemplateResult } from 'lit';
import { t, type StringKey } from '../locale.ts';
import type { Pressed, Way } from '../saving-words.ts';
import type { PlayerStore } from '../store.ts';

const NAMES: Record<Pressed, StringKey> = {
  relaunch: 'save.relaunch',
  reload: 'save.reload',
  return: 'exit.return',
};

/** What can be done about a state of saving: by a button, or where none can, in words. */
export function wayButton(store: PlayerStore, way: Way): TemplateResult {
  if (way === 'by-hand') return html`<p><strong>${t('save.by-hand')}</strong></p>`;
  return html`<button class="button" type="button" @click=${() => store.mend(way)}>${t(NAMES[way])}</button>`;
}
