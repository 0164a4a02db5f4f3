/** A mark in a list: its passage, its note, and what can be done with it. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { languageName } from '../../course/language-name.ts';
import { locale, t } from '../locale.ts';
import type { Mark } from './own-marks.ts';
import { find, plain } from './passage.ts';
import { beginning } from './words.ts';

/** Where the passage is: in the text; in the text of another language; nowhere any more; or not known, since the text isn't there. */
export type Whereabouts = 'here' | 'elsewhere' | 'changed' | 'unknown';

/** @param text of the section, in the language shown; undefined: it could not be had */
export function whereabouts({ passage, language }: Mark, text: string | undefined): Whereabouts {
  if (!passage) return 'here';
  if (text === undefined) return 'unknown';
  if (find(text, passage)) return 'here';
  return language === locale() ? 'changed' : 'elsewhere';
}

/** By its first words. */
export const nameOf = ({ passage, note }: Mark): string =>
  passage ? `“${beginning(plain(passage.quote))}”` : beginning(plain(note));

/** For a list of what would be erased: passage and note are both gone then. */
export const goesWith = (mark: Mark): string =>
  mark.passage && mark.note ? `${nameOf(mark)}: ${beginning(plain(mark.note))}` : nameOf(mark);

export interface MarkActions {
  edit(mark: Mark): void;
  erase(mark: Mark): void;
}

export function markEntry(mark: Mark, where: Whereabouts, actions: MarkActions): TemplateResult {
  const { passage, language, note } = mark;
  const name = nameOf(mark);
  return html`<li class="entry">
    ${passage ? html`<blockquote lang=${language || nothing}>${passage.quote}</blockquote>` : nothing}
    ${where === 'changed' ? html`<p class="aside">${t('notes.changed')}</p>` : nothing}
    ${
      where === 'elsewhere'
        ? html`<p class="aside">${t('notes.elsewhere', { language: languageName(language) })}</p>`
        : nothing
    }
    ${note ? html`<p class="written">${note}</p>` : nothing}
    <div class="row">
      <button
        type="button"
        aria-label="${t(note ? 'notes.edit' : 'notes.add')}: ${name}"
        @click=${() => actions.edit(mark)}
      >
        ${t(note ? 'notes.edit' : 'notes.add')}
      </button>
      ${eraseButton(name, () => actions.erase(mark))}
    </div>
  </li>`;
}

export const eraseButton = (name: string, erase: () => void): TemplateResult =>
  html`<button type="button" aria-label="${t('notes.erase')}: ${name}" @click=${erase}>
    ${t('notes.erase')}
  </button>`;

export const entryStyles = css`
  .entries {
    display: grid;
    gap: var(--space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .entry {
    display: grid;
    gap: var(--space-2);
    max-width: calc(var(--measure) + 4rem);
    padding: var(--space-3) var(--space-4) var(--space-1);
    border-inline-start: 4px solid var(--color-keep);
    border-radius: var(--radius-small);
    background: var(--color-surface);
  }
  .entry blockquote {
    margin: 0;
    color: var(--color-muted);
    font-style: italic;
  }
  .entry blockquote::before {
    content: '“';
    content: '“' / '';
  }
  .entry blockquote::after {
    content: '”';
    content: '”' / '';
  }
  .entry p {
    margin: 0;
  }
  .written {
    white-space: pre-wrap;
  }
  .aside {
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
  }
  .row button {
    min-height: var(--target);
    padding: 0;
    border: 0;
    background: none;
    color: var(--color-accent);
    font: inherit;
    font-size: var(--size-small);
    font-weight: 600;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .row button:hover {
    color: var(--color-accent-strong);
    text-decoration-thickness: 2px;
  }
  @media (forced-colors: active) {
    .entry {
      border: 1px solid CanvasText;
      border-inline-start-width: 4px;
    }
  }
  @media print {
    .entry {
      break-inside: avoid;
    }
    .row {
      display: none;
    }
  }
`;
