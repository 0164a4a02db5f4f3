/** A question with room to write for nobody else: what reflections and comparisons share. */
import { css, html, type TemplateResult } from 'lit';
import type { Html } from '../../course/compiled.ts';
import { inline } from '../design/prose.ts';
import type { PrivateNotes } from '../private-notes.ts';

/**
 * @param block Whose text it is: the key among the notes.
 * @param written Called after each change.
 */
export function writingBox(
  prompt: Html,
  notes: PrivateNotes,
  block: string,
  written: () => void = () => undefined,
): TemplateResult {
  const write = (event: Event): void => {
    notes.write(block, (event.target as HTMLTextAreaElement).value);
    written();
  };
  return html`<label for="text" class="prompt prose">${inline(prompt)}</label>
    <textarea id="text" rows="5" .value=${notes.read(block)} @input=${write}></textarea>`;
}

export const writingBoxStyles = css`
  .prompt {
    display: block;
    margin-bottom: var(--space-3);
    font-family: var(--font-heading);
    font-size: var(--size-large);
    line-height: 1.45;
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 8rem;
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    background: var(--color-surface);
    color: inherit;
    font: inherit;
    resize: vertical;
    field-sizing: content;
  }
`;
