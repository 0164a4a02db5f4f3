/** How questions went that nobody grades, by objective: for the practice test and its timed run. */
import { html, type TemplateResult } from 'lit';
import type { Item } from '../../course/compiled.ts';
import type { PlayerContext } from '../context.ts';
import { inline } from '../design/prose.ts';
import { t } from '../locale.ts';
import { plainName } from '../questions/plain-name.ts';

export function byObjective(
  { course, text }: PlayerContext,
  items: readonly Item[],
  isRight: (item: Item) => boolean,
): TemplateResult {
  const tested = course.objectives.filter(({ id }) => items.some((item) => item.objective === id));
  return html`<ul class="tally" role="list">
    ${tested.map(({ id }) => {
      const all = items.filter((item) => item.objective === id);
      const right = all.filter(isRight).length;
      return html`<li>
        <span>${text.objectives[id] ?? id}</span>
        <strong>${t('block.practice.tally', { right, all: all.length })}</strong>
        <progress max=${all.length} value=${right} aria-hidden="true"></progress>
      </li>`;
    })}
  </ul>`;
}

/** What was not right, each with the way to its passage. */
export function missedList(missed: readonly Item[], read: (item: Item) => void): TemplateResult {
  if (!missed.length) return html`<p>${t('block.practice.all-right')}</p>`;
  return html`<h4>${t('block.practice.missed')}</h4>
    <ul class="missed" role="list">
      ${missed.map(
        (item) =>
          html`<li>
            <div class="prose">${inline(item.stem)}</div>
            <button class="button plain" type="button" @click=${() => read(item)}>
              ${t('block.practice.read')} <span class="for-ear">${plainName(item)}</span>
            </button>
          </li>`,
      )}
    </ul>`;
}
