/** What was written or ticked in a block, in a list. */
import { html, type TemplateResult } from 'lit';
import { inline, prose } from '../design/prose.ts';
import { words } from './as-text.ts';
import type { Answer } from './collect.ts';
import { plain } from './passage.ts';
import { beginning } from './words.ts';

/** By the first words of what was asked, or of what was written where the course asks it no more. */
export function nameOfAnswer({ block, text }: Answer): string {
  if (!block) return beginning(plain(text));
  return beginning(words(block.kind === 'commitments' ? block.intro : block.prompt));
}

export function answerEntry({ block, text }: Answer): TemplateResult {
  if (!block) return html`<p class="written">${text}</p>`;
  if (block.kind !== 'commitments')
    return html`${prose(block.prompt)}
      <p class="written">${text}</p>`;
  const ticked = text.split(' ');
  return html`<p class="prose">${inline(block.intro)}</p>
    <ul>
      ${block.items.filter(({ id }) => ticked.includes(id)).map((item) => html`<li>${inline(item.text)}</li>`)}
    </ul>`;
}
