import { html, type TemplateResult } from 'lit';
import { t } from './locale.ts';

/** In place of what could not be fetched: a plain sentence and a way on. */
export function notLoaded(again: () => unknown): TemplateResult {
  return html`<div class="card" role="status">
    <p>${t('app.not-loaded')}</p>
    <div class="actions"><button class="button" type="button" @click=${again}>${t('app.again')}</button></div>
  </div>`;
}
