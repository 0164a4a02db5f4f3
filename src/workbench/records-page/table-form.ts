import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import type { Mapping, Meaning, Reading } from '../records/import/meanings.ts';
import { refusalIn } from '../shell/ask.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import type { TablePreview, UnknownTable } from '../shapes.ts';
import { api } from './api.ts';
import { dayOrder } from './day-order.ts';
import { ExplainedEvent, ListedEvent } from './intake-events.ts';
import { MEANING_WORDS, STATUS_WORDS } from './meanings.ts';
import { tableFormStyles } from './table-form-styles.ts';
import { recordsStyles } from './records-styles.ts';
import { previewOf } from './preview-table.ts';

/** A table that waits; without an id there is none, and what was said of its headings once is changed. */
export type Explained = Pick<UnknownTable, 'file' | 'header' | 'cells' | 'reading' | 'words'> &
  Partial<Pick<UnknownTable, 'id' | 'why' | 'isList' | 'beginnings' | 'sheet' | 'line' | 'known'>>;

/** Of a word of status of which nobody has said what it means. */
const UNSAID = 'unsaid';

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;
const MEANINGS = Object.entries(MEANING_WORDS) as [Meaning, string][];

/** Asks what the headings of a table mean, and shows its first rows as they would be read. */
@customElement('wb-table-form')
export class TableForm extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    buttonStyles,
    fieldStyles,
    recordsStyles,
    tableFormStyles,
  ];

  @property({ attribute: false }) table!: Explained;
  @state() private reading: Reading = { columns: {} };
  @state() private preview: TablePreview | undefined;
  /** Words of status that were unknown at some time: what they mean can be changed as long as the form is open. */
  @state() private words: readonly string[] = [];
  @state() private dates = false;
  @state() private problem = '';
  @query('h2') private readonly heading!: HTMLElement;
  /** How it was before the column that is being chosen for was given any meaning. */
  #before: { at: number; reading: Reading; words: readonly string[] } | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('table')) return;
    this.words = [...new Set([...Object.keys(this.table.reading.words ?? {}), ...this.table.words])];
    void this.read(this.table.reading);
  }

  override firstUpdated(): void {
    this.focus();
  }

  /** It is read from its heading on. */
  override focus(options?: FocusOptions): void {
    this.heading.focus(options);
  }

  override render(): TemplateResult {
    const { file, id, why, isList } = this.table;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title" tabindex="-1">What do the columns of “${file}” mean?</h2>
      ${why ? html`<p>${why}</p>` : nothing}
      ${
        isList
          ? html`<div class="buttons">
              <p>This looks like a list of people, and says nothing of what they did.</p>
              <button class="button" @click=${() => this.dispatchEvent(new ListedEvent())}>
                Take it as the list of who is expected
              </button>
            </div>`
          : nothing
      }
      ${this.renderSpot()}
      ${this.table.known ? html`<p>This is ${this.table.known}: nothing has to be said of it.</p>` : this.renderColumns()}
      <div role="status">
        ${
          this.table.known || this.unsaid.length === 0
            ? nothing
            : html`<p class="none">Still to say: ${this.unsaid.join('; ')}.</p>`
        }
      </div>
      <div class="buttons">
        <button
          class="button"
          ?disabled=${!this.isReady}
          @click=${() => this.dispatchEvent(new ExplainedEvent(this.reading))}
        >
          ${id ? 'Take the table in' : 'Keep this'}
        </button>
        <button class="small-button" @click=${() => this.dispatchEvent(new ExplainedEvent())}>
          ${id ? 'Leave this table' : 'Change nothing'}
        </button>
      </div>
    </section>`;
  }

  private renderColumns(): TemplateResult {
    const { header } = this.table;
    return html`<p>
        Say which name the person and which tell a status, a score or a date; leave the others. It is
        remembered: the next table with these headings is read in the same way at once.
      </p>
      <div class="fields">${header.map((heading, at) => this.renderColumn(heading, at))}</div>
      ${this.renderMost()} ${this.renderWords()}
      ${this.asksOrder ? dayOrder(this.reading.order, (order) => this.read({ ...this.reading, order })) : nothing}
      ${previewOf(this.table.id, this.preview, this.namesSomebody)}`;
  }

  /** A cover sheet, or lines above the headings. */
  private renderSpot(): TemplateResult | typeof nothing {
    const { id, beginnings = [], sheet = '', line } = this.table;
    const rows = beginnings.find((one) => one.sheet === sheet)?.rows ?? [];
    if (id === undefined || (beginnings.length < 2 && rows.length < 2)) return nothing;
    const move = (to: { sheet: string; line?: number }): Promise<void> => this.move(id, to);
    return html`<div class="fields spot">
        ${
          beginnings.length < 2
            ? nothing
            : html`<div>
                <label for="sheet">Sheet</label>
                <select id="sheet" @change=${(event: Event) => move({ sheet: valueOf(event) })}>
                  ${beginnings.map((one) => html`<option .selected=${one.sheet === sheet}>${one.sheet}</option>`)}
                </select>
              </div>`
        }
        <div>
          <label for="line">The headings stand in</label>
          <select id="line" @change=${(event: Event) => move({ sheet, line: Number(valueOf(event)) })}>
            ${rows.map(
              (row) =>
                html`<option value=${row.line} .selected=${row.line === line}>
                  line ${row.line}: ${row.words}
                </option>`,
            )}
          </select>
        </div>
      </div>
      <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>`;
  }

  private async move(id: string, to: { sheet: string; line?: number }): Promise<void> {
    this.problem = await refusalIn(async () => (this.table = await api.look(id, to)));
  }

  private renderColumn(heading: string, at: number): TemplateResult {
    const { columns } = this.reading;
    const samples = this.table.cells.map((row) => row[at] ?? '').filter(Boolean);
    return html`<div>
      <label for="column-${at}">${heading || `Column ${at + 1}, without a heading`}</label>
      <select
        id="column-${at}"
        aria-describedby="samples-${at}"
        @change=${(event: Event) => this.mean(at, valueOf(event))}
      >
        <option value="">not needed</option>
        ${MEANINGS.map(
          ([meaning, words]) =>
            html`<option value=${meaning} .selected=${columns[meaning] === at}>${words}</option>`,
        )}
      </select>
      <p class="hint" id="samples-${at}">
        ${samples.length > 0 ? samples.slice(0, 3).join(' · ').slice(0, 90) : nothing}
      </p>
    </div>`;
  }

  private renderMost(): TemplateResult | typeof nothing {
    const { most } = this.reading;
    if (!this.asksMost) return nothing;
    return html`<label for="most">The score of somebody who has everything right: 100 for per cents</label>
      <input
        id="most"
        type="number"
        min="1"
        max="1000000"
        step="any"
        required
        .value=${most === undefined ? '' : String(most)}
        @input=${(event: Event) => this.read({ ...this.reading, most: Number(valueOf(event)) || undefined })}
      />`;
  }

  private renderWords(): TemplateResult | typeof nothing {
    if (this.words.length === 0) return nothing;
    const { words = {} } = this.reading;
    return html`<h3>What do these words of status mean?</h3>
      <div class="fields">
        ${this.words.map(
          (word, at) =>
            html`<div>
              <label for="word-${at}">${word}</label>
              <select id="word-${at}" @change=${(event: Event) => this.meanWord(word, valueOf(event))}>
                <option value=${UNSAID} .selected=${words[word] === undefined}>choose</option>
                <option value="" .selected=${words[word] === ''}>says nothing: pass over it</option>
                ${STATUS_WORDS.map((one) => html`<option .selected=${words[word] === one}>${one}</option>`)}
              </select>
            </div>`,
        )}
      </div>`;
  }

  private get asksOrder(): boolean {
    return this.dates || this.reading.order !== undefined;
  }

  private get namesSomebody(): boolean {
    const { name, last, email, account } = this.reading.columns;
    return (name ?? last ?? email ?? account) !== undefined;
  }

  /** Of per cents nobody has to say it. */
  private get asksMost(): boolean {
    const { score } = this.reading.columns;
    if (score === undefined) return false;
    if (this.table.id !== undefined) return this.preview?.plainScores !== false;
    const { columns, most } = this.table.reading;
    return most !== undefined || columns.score !== score;
  }

  /** What somebody has to say, and has not: nothing is taken for said. */
  private get unsaid(): string[] {
    const { most, order, words = {} } = this.reading;
    const open = this.words.filter((word) => words[word] === undefined);
    return [
      ...(open.length > 0 ? [`what ${open.map((word) => `“${word}”`).join(', ')} stands for`] : []),
      ...(this.asksMost && most === undefined ? ['what the highest score is'] : []),
      ...(this.asksOrder && order === undefined ? ['which number of a date is the day'] : []),
    ];
  }

  private get isReady(): boolean {
    if (this.table.known) return true;
    if (this.unsaid.length > 0) return false;
    if (!this.table.id) return this.namesSomebody;
    return this.preview?.enough === true && !this.preview.unclearDates;
  }

  /**
   * A column means one thing, and a thing is in one column. The arrow keys and the first letters of a word go through other meanings on
   * their way: what these took from other columns is theirs again.
   */
  private mean(at: number, meaning: string): void {
    const before = this.#before?.at === at ? this.#before : { at, reading: this.reading, words: this.words };
    const columns = Object.fromEntries(
      Object.entries(before.reading.columns).filter(([known, place]) => place !== at && known !== meaning),
    ) as Mapping;
    if (meaning) columns[meaning as Meaning] = at;
    const { status, success } = before.reading.columns;
    const areOthers = status !== columns.status || success !== columns.success;
    // words of a column that tells no status any more are none
    const areGone = areOthers && this.table.id !== undefined;
    this.words = areGone ? [] : before.words;
    void this.read({
      ...before.reading,
      columns,
      ...(areOthers && this.words.length === 0 && { words: {} }),
    });
    this.#before = before;
  }

  private meanWord(word: string, known: string): void {
    const { [word]: _, ...words } = this.reading.words ?? {};
    void this.read({ ...this.reading, words: known === UNSAID ? words : { ...words, [word]: known } });
  }

  /** An answer that comes after another choice is let go. */
  private async read(reading: Reading): Promise<void> {
    this.reading = reading;
    this.#before = undefined;
    const { id } = this.table;
    if (id === undefined) return;
    const preview = await api.preview(id, reading);
    if (reading !== this.reading) return;
    this.preview = preview;
    this.words = [...new Set([...this.words, ...preview.unknown])];
    this.dates = preview.unclearDates;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-table-form': TableForm;
  }
}
