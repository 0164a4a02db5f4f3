import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { Refused } from '../shell/ask.ts';
import type { RecordsCertificate, RecordsRow } from '../shapes.ts';
import { api } from './api.ts';
import { recordsStyles } from './records-styles.ts';
import { day, perCent, several, text } from './words.ts';

/** Whose is a certificate with this number? */
@customElement('wb-certificate')
export class Certificate extends LitElement {
  static override styles = [baseStyles, buttonStyles, fieldStyles, recordsStyles];

  @state() private answer: RecordsCertificate | undefined;
  @state() private problem = '';
  @query('input') private readonly field!: HTMLInputElement;

  override render(): TemplateResult {
    return html`<details>
      <summary>Check the number on a certificate</summary>
      <form @submit=${this.check}>
        <label for="number">Number, such as K7Q2X-M9A0B-2</label>
        <input id="number" type="text" name="number" autocomplete="off" spellcheck="false" />
        <p><button class="small-button">Check</button></p>
      </form>
      <div role="status">
        ${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}
        ${this.answer ? this.renderAnswer(this.answer) : nothing}
      </div>
      <p class="hint">
        Statements of an LRS carry the whole number. The saved state of an attempt in SCORM (its suspend data)
        carries all but the try: the trial has it, and a table that has such a column. Moodle’s reports have
        neither: there an administrator finds it in the attempt’s stored data. A certificate of the web
        package is in no record.
      </p>
    </details>`;
  }

  private renderAnswer({ number, found, carrying }: RecordsCertificate): TemplateResult {
    if (found) return html`<p class="good"><strong>${number}</strong>: ${inWords(found, number)}</p>`;
    return html`<p class="none">
      <strong>${number} is in none of these records.</strong>
      ${
        carrying === 0
          ? 'None of them carries a number, so this says nothing about the certificate.'
          : `${several(carrying, 'attempt')} of them ${carrying === 1 ? 'carries' : 'carry'} one; the others can’t tell.`
      }
    </p>`;
  }

  private readonly check = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const written = this.field.value;
    this.answer = undefined;
    this.problem = '';
    try {
      this.answer = await api.certificate(written);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.problem = error.message;
    }
  };
}

function inWords(found: RecordsRow, number: string): string {
  const name = text(found['name']);
  const score = found['score'] === null ? '' : `, best score ${perCent(found['score'])}`;
  if (found['kind'] === 'number') {
    const passed = found['success'] === 'passed' ? 'It is recorded as passed' : 'It isn’t recorded as passed';
    return `the attempt is that of ${name}${score}. ${passed}; which try was certified, this record can’t tell.`;
  }
  const when = `${name} passed on ${day(found['happened'])}${score}`;
  if (found['number'] === number) return `${when}.`;
  if (found['try_passed'] === 1) return `${when}, and this is a later try of the same attempt, passed too.`;
  return `${when}, by the number ${text(found['number'])}. That the try of this certificate was passed is not in the records.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-certificate': Certificate;
  }
}
