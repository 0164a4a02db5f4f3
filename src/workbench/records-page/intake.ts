import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { estimate } from '../records/estimate.ts';
import { type ListLook, listWords } from '../records/list-words.ts';
import { Refused } from '../shell/ask.ts';
import { dropStyles } from '../shell/drop-styles.ts';
import { Drops } from '../shell/drops.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { api, type DayOrder, type Taken } from './api.ts';
import type { Activities } from '../records/import/activity.ts';
import type { Reading } from '../records/import/meanings.ts';
import type { Kept } from '../records/import/readings.ts';
import type { UnknownTable } from '../shapes.ts';
import './activities-form.ts';
import { unclearOrder } from './day-order.ts';
import { AnswersEvent, type ExplainedEvent, TakenEvent } from './intake-events.ts';
import { type Fate, fatesList, notBegun, onItsWay, withoutName } from './fates.ts';
import { intakeStyles } from './intake-styles.ts';
import { inPlace, keepFocus } from './keep-focus.ts';
import { bringListLook, listLook } from './list-look.ts';
import { keptTables } from './kept-tables.ts';
import './table-form.ts';
import type { Explained } from './table-form.ts';
import { several } from './words.ts';

/** Takes files in, several at once, one after the other; shows how far, and can be stopped. */
@customElement('wb-intake')
export class Intake extends LitElement {
  static override styles = [baseStyles, pageStyles, buttonStyles, fieldStyles, dropStyles, intakeStyles];

  /** Names are hidden: what a file is called, or what is wrong in it, may name somebody. */
  @property({ type: Boolean }) closed = false;
  /** Whether the records know anybody. */
  @property({ type: Boolean }) known = false;
  /** Tables that waited already when the page was opened, or that don't any longer. */
  @property({ attribute: false }) waiting: readonly UnknownTable[] = [];
  @state() private fates: readonly Fate[] = [];
  @state() private order: DayOrder | '' = '';
  @state() private cancel: AbortController | undefined;
  /** How much of the file is done, where that is known. */
  @state() private done: number | undefined;
  /** Tables of which somebody has to say what their headings mean, one after the other. */
  @state() private unknown: readonly UnknownTable[] = [];
  /** What was said of others. */
  @state() private kept: readonly Kept[] = [];
  @state() private activities: Activities = { reports: [], lists: [] };
  @state() private changing: Kept | undefined;
  /** What the table that is asked about would be as the list of who is expected. */
  @state() private list: ListLook | undefined;

  #saying: Promise<unknown> = Promise.resolve();

  readonly #drops = new Drops(this, (files) => {
    if (!this.closed) void this.take(files);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.lookAgain();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cancel?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('waiting')) return;
    // a form that is being filled in stays what it is
    this.unknown = this.waiting.map((one) => this.unknown.find(({ id }) => id === one.id) ?? one);
  }

  override render(): TemplateResult {
    return html`<div class="zone ${this.#drops.over && !this.closed ? 'dropping' : ''}">
        <label class="files" for="files"
          >Exports and statements: drop them anywhere on this page, or choose</label
        >
        <input
          id="files"
          type="file"
          multiple
          aria-disabled=${this.cancel !== undefined}
          @click=${this.letBe}
          @change=${this.chosen}
        />
        <p class="hint">
          Moodle’s reports, tables of other LMSs, xAPI statements; CSV, Excel, JSON, NDJSON, also gzip. What a
          file is, is told by what is in it. Taking the same file in twice changes nothing.
        </p>
        <div class="buttons">
          ${unclearOrder((order) => (this.order = order))}
          <button class="small-button" aria-disabled=${this.cancel !== undefined} @click=${this.takeTrial}>
            Take in what the trial kept
          </button>
        </div>
      </div>
      <div aria-live="polite">
        ${
          this.cancel
            ? html`<p class="buttons">
                <progress aria-label="Taking files in" value=${this.done ?? nothing}></progress>
                <button class="small-button" @click=${() => this.cancel?.abort()}>Cancel</button>
              </p>`
            : this.renderOn()
        }
        ${fatesList(this.fates)}
      </div>
      ${this.renderForm()}
      <wb-activities .activities=${this.activities} .call=${this.call}></wb-activities>
      ${keptTables(this.kept, {
        change: (one) => (this.changing = one),
        forget: (one) => this.change(one, 'forget'),
      })}`;
  }

  /** The answers stand far below; what leads there comes where *Cancel* was, since a long list of files would push it out of sight. */
  private renderOn(): unknown {
    const isDone = this.unknown.length === 0 && this.fates.some(({ went }) => went === 'well');
    return isDone && this.known
      ? html`<p class="buttons">
          <button class="button" @click=${() => this.dispatchEvent(new AnswersEvent())}>
            See the answers
          </button>
        </p>`
      : nothing;
  }

  private renderForm(): unknown {
    const [waiting, ...others] = this.unknown;
    if (this.cancel) return nothing;
    if (waiting)
      return keyed(
        waiting.id,
        html`${others.length > 0 ? html`<p role="status">${several(others.length + 1, 'table')} wait to be explained, one after the other: first “${waiting.file}”, then ${others.map(({ file }) => `“${file}”`).join(', ')}.</p>` : nothing}<wb-table-form
            .table=${waiting satisfies Explained}
            @wb-explained=${({ reading }: ExplainedEvent) => this.explained(waiting, reading)}
            @wb-listed=${() => this.lookAtList(waiting)}
          ></wb-table-form>
          ${this.list ? listLook(this.list, this.known, { take: () => void this.listed(waiting), leave: () => void this.leaveList() }) : nothing}`,
      );
    const { changing } = this;
    if (!changing) return nothing;
    return keyed(
      changing,
      html`<wb-table-form
        .table=${{ ...changing, file: 'tables with these headings', cells: [], words: [] } satisfies Explained}
        @wb-explained=${({ reading }: ExplainedEvent) => this.change(changing, reading)}
      ></wb-table-form>`,
    );
  }

  private readonly call = async (report: string, activity: string): Promise<void> => {
    await api.callActivity(report, activity);
    await this.lookAgain();
    this.dispatchEvent(new TakenEvent());
  };

  private readonly explained = (waiting: UnknownTable, reading: Reading | undefined): Promise<void> =>
    inPlace(
      this,
      async () => {
        this.list = undefined;
        this.unknown = this.unknown.filter((one) => one !== waiting);
        if (reading)
          await this.together([waiting.file], (_, taking) => api.takeExplained(waiting.id, reading, taking));
        else await api.drop(waiting.id);
        await this.lookAgain();
      },
      '#files',
    );

  private readonly leaveList = (): Promise<void> =>
    inPlace(this, async () => (this.list = undefined), 'wb-table-form');

  /** It is no table of what people did, but of who is expected: what it is understood as is shown first. */
  private async lookAtList({ id }: UnknownTable): Promise<void> {
    this.list = await api.lookAtTable(id);
    await this.updateComplete;
    bringListLook(this.renderRoot);
  }

  private async listed(waiting: UnknownTable): Promise<void> {
    await inPlace(
      this,
      async () => {
        this.list = undefined;
        this.unknown = this.unknown.filter((one) => one !== waiting);
        const words = listWords(await api.expectTable(waiting.id));
        this.fates = [...this.fates, { name: waiting.file, words: words.join(' '), went: 'well' }];
      },
      '#files',
    );
    this.dispatchEvent(new TakenEvent());
  }

  private change({ header }: Kept, reading: Reading | 'forget' | undefined): Promise<void> {
    return inPlace(
      this,
      async () => {
        this.changing = undefined;
        if (reading !== undefined) {
          this.#saying = api.explain(header, reading === 'forget' ? undefined : reading);
          await this.#saying;
        }
        await this.lookAgain();
      },
      '#kept',
      '#files',
    );
  }

  private async lookAgain(): Promise<void> {
    [this.kept, this.activities] = await Promise.all([api.explained(), api.activities()]);
  }

  /** What can't be pressed meanwhile keeps the focus. */
  private letBe(event: Event): void {
    if (this.cancel) event.preventDefault();
  }

  private chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    void this.take(files);
  }

  private async take(files: readonly File[]): Promise<void> {
    // what was said a moment ago of such tables goes before them
    await this.#saying.catch(() => undefined);
    if (this.cancel || files.length === 0) return;
    await this.together(
      files.map(({ name }) => name),
      (at, taking) => api.take(files[at]!, this.order || undefined, taking),
    );
  }

  private readonly takeTrial = (): Promise<void> | undefined =>
    this.cancel ? undefined : this.together(['The trial'], (_, taking) => api.takeTrial(taking));

  private async together(
    names: readonly string[],
    take: (at: number, taking: Parameters<typeof api.takeTrial>[0]) => ReturnType<typeof api.takeTrial>,
  ): Promise<void> {
    const putBack = keepFocus(this.renderRoot as ShadowRoot);
    const cancel = new AbortController();
    this.cancel = cancel;
    this.fates = [];
    for (const [at, name] of names.entries()) {
      const show = (fate: Fate): void => {
        this.fates = [...this.fates.slice(0, at), fate];
      };
      const began = performance.now();
      this.done = undefined;
      show(onItsWay(name));
      try {
        const progress = (read: number): void => show(onItsWay(name, `${several(read, 'row')} so far`));
        const share = (done: number): void => {
          this.done = done;
          show(onItsWay(name, estimate(done, performance.now() - began)));
        };
        show(this.fateOf(name, await take(at, { signal: cancel.signal, progress, share })));
      } catch (error) {
        if (!cancel.signal.aborted && !(error instanceof Refused)) throw error;
        if (cancel.signal.aborted) {
          show({ name, words: 'cancelled; nothing of it was kept.', went: 'wrong' });
          this.fates = [...this.fates, ...names.slice(at + 1).map(notBegun)];
          break;
        }
        show({ name, words: withoutName((error as Error).message, name), went: 'wrong' });
      }
    }
    this.cancel = undefined;
    await this.lookAgain();
    await this.updateComplete;
    putBack('#files');
    this.dispatchEvent(new TakenEvent());
  }

  private fateOf(name: string, taken: Taken): Fate {
    if ('unknown' in taken) {
      this.unknown = [...this.unknown, taken.unknown];
      const words = 'not all of it is understood: it waits until you say below what it means.';
      return { name, words, went: 'on' };
    }
    const words = [`${taken.title}, ${several(taken.rows, 'row')}.`, ...(taken.notes ?? [])].join(' ');
    return { name, words, went: 'well' };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-intake': Intake;
  }
}
