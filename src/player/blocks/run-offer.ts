/** A practice test's other way: the same questions as an exam asks them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Item, PracticeBlock } from '../../course/compiled.ts';
import { t } from '../locale.ts';
import type { PrivateNotes } from '../private-notes.ts';
import { readRun, runKey } from './run-state.ts';

interface Practice {
  block: PracticeBlock;
  items: readonly Item[];
  newSeed: () => number;
}

export function runOffer(
  { block, items }: Practice,
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

/** In place of the practice, once its code is there. */
export function runGoingOn({ block, items, newSeed }: Practice, leave: () => void): TemplateResult {
  return html`<cm-practice-run .block=${block} .items=${items} .newSeed=${newSeed}></cm-practice-run>
    <div class="actions words">
      <button class="button plain" type="button" @click=${leave}>${t('block.run.leave')}</button>
    </div>`;
}
