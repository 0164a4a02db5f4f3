import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { dialogStyles } from '../design/dialogs.ts';
import { icon } from '../design/icons.ts';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';
import { noteDialogStyles } from './dialog-styles.ts';
import { LONGEST_NOTE } from './own-marks.ts';
import { beginning } from './words.ts';

/** What a note is to be written about. */
export interface NoteQuestion {
  /** What was written before. */
  readonly note: string;
  /** Words of the passage, where it is known. */
  readonly quote?: string | undefined;
  /** Else passages to choose from, beside the whole section. */
  readonly choices?: readonly string[];
}

export interface NoteAnswer {
  readonly note: string;
  /** Index into the choices; undefined for the whole section, or where nothing was to be chosen. */
  readonly choice: number | undefined;
}

/** Room for a note. On a whole section it must have words; a passage without any is highlighted. */
@customElement('cm-note-dialog')
export class NoteDialog extends LocalizedElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    noteDialogStyles,
    css`
      :host {
        display: contents;
      }
      blockquote {
        overflow: auto;
        max-height: 8rem;
        margin: 0;
        padding-inline-start: var(--space-4);
        border-inline-start: 4px solid var(--color-keep);
      }
      label {
        display: grid;
        gap: var(--space-1);
        font-weight: 600;
      }
      :is(textarea, select) {
        width: 100%;
        min-height: var(--target);
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--color-line-strong);
        border-radius: var(--radius-small);
        background: var(--color-surface);
        color: inherit;
        font: inherit;
        font-weight: 400;
        text-overflow: ellipsis;
      }
      textarea {
        resize: vertical;
      }
    `,
  ];

  @state() private question: NoteQuestion = { note: '' };

  /** Nothing was written about a whole section. */
  @state() private tooSoon = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('textarea') private text!: HTMLTextAreaElement;
  @query('select') private about!: HTMLSelectElement | null;

  private answer: NoteAnswer | undefined;

  /** What was closed without a word of what is to become of it, by what it was about. */
  private readonly drafts = new Map<string, string>();

  /** Undefined where the learner changed their mind. */
  async ask(question: NoteQuestion): Promise<NoteAnswer | undefined> {
    this.question = question;
    this.tooSoon = false;
    this.answer = undefined;
    await this.updateComplete;
    const about = JSON.stringify(question);
    this.text.value = this.drafts.get(about) ?? question.note;
    this.drafts.delete(about);
    if (this.about) this.about.value = '';
    this.dialog.showModal();
    this.text.focus();
    await new Promise((resolve) => this.dialog.addEventListener('close', resolve, { once: true }));
    if (!this.answer && this.text.value !== question.note) this.drafts.set(about, this.text.value);
    return this.answer;
  }

  protected override render(): TemplateResult {
    const { quote, choices } = this.question;
    return html`<dialog aria-labelledby="title">
      <div class="dialog-head">
        <h2 id="title">${t('notes.your-note')}</h2>
        <button class="close" type="button" aria-label=${t('app.close')} @click=${this.close}>
          ${icon('close')}
        </button>
      </div>
      <div class="dialog-body">
        ${quote === undefined ? nothing : html`<blockquote>${quote}</blockquote>`}
        ${choices ? this.choose(choices) : nothing}
        <label>
          ${t('notes.text')}
          <textarea rows="5" maxlength=${LONGEST_NOTE}></textarea>
        </label>
        <p role="status">${this.tooSoon ? t('notes.write-first') : nothing}</p>
        <div class="actions">
          <button class="button" type="button" @click=${this.save}>${t('notes.done')}</button>
          <button class="button quiet" type="button" @click=${this.discard}>${t('notes.cancel')}</button>
        </div>
        <p class="small">${t('notes.private')}</p>
      </div>
    </dialog>`;
  }

  private choose(choices: readonly string[]): TemplateResult {
    return html`<label>
      ${t('notes.about')}
      <select>
        <option value="">${t('notes.whole-section')}</option>
        ${choices.map((words, index) => html`<option value=${index}>${beginning(words)}</option>`)}
      </select>
    </label>`;
  }

  private save(): void {
    const note = this.text.value.trim();
    const chosen = this.about?.value ?? '';
    this.tooSoon = note === '' && chosen === '' && this.question.quote === undefined;
    if (this.tooSoon) return this.text.focus();
    this.answer = { note, choice: chosen === '' ? undefined : Number(chosen) };
    this.close();
  }

  private discard(): void {
    this.text.value = this.question.note;
    this.close();
  }

  private close(): void {
    this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-note-dialog': NoteDialog;
  }
}
