/** A day that is chosen or typed: what the answers are narrowed to, or by when all should have finished. */
import { html, type TemplateResult } from 'lit';

/** Browsers tell of a year digit by digit as it is typed: 0002, 0020, 0202, 2026. */
const isWhole = (day: string): boolean => day === '' || day >= '1900';

const fieldOf = (event: Event): HTMLInputElement => event.target as HTMLInputElement;

export const dayField = (
  name: 'since' | 'until' | 'due',
  label: string,
  chosen: string | undefined,
  choose: (day: string) => void,
): TemplateResult =>
  html`<div>
    <label for=${name}>${label}</label>
    <input
      id=${name}
      type="date"
      max="9999-12-31"
      .value=${chosen ?? ''}
      @change=${(event: Event) => {
        if (isWhole(fieldOf(event).value)) choose(fieldOf(event).value);
      }}
      @blur=${(event: Event) => {
        // what is left half typed narrows nothing, and mustn't look as if it did
        if (!isWhole(fieldOf(event).value)) fieldOf(event).value = chosen ?? '';
      }}
    />
  </div>`;
