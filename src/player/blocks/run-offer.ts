/** A practice test's other way: the same questions as an exam asks them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Item, PracticeBlock } from '../../course/compiled.ts';
import { t } from '../locale.ts';
import type { PrivateNotes } from '../private-notes.ts';
import { readRun, runKey } from './run-state.ts';

export function runOffer(
  { block, items }: { block: PracticeBlock; items: readonly Item[] },
  notes: PrivateNotes,
  start: () => void,
): TemplateResult | typeof nothing {
  const { run } = block;
  if (!run) return nothing;
  const kept = readRun(notes.read(runKey(block.id)), items);
  return html`<div class="offer">
    <p>${t('block.run.offer', { items: Math.min(run.items, items.length), count: run.minutes })}</p>
    <button class="button quiet" type="button" @click=${start}>
      ${kept ? t(kept.over ? 'block.run.look' : 'block.run.go-on') : t('block.run.start')}
    </button>
  </div>`;
}
