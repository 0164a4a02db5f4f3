import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { refusalIn } from '../shell/ask.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import type { RecordsRow, RecordsState } from '../shapes.ts';
import { areHidden, readAddress, Steps, writeAddress, type Address, type Chosen } from './address.ts';
import { api } from './api.ts';
import type { ErasedEvent } from './erase-person.ts';
import type { ListChangedEvent } from './expected-list.ts';
import { emptyRoom } from './empty-room.ts';
import { filterForm, isNarrowed } from './filter-form.ts';
import './forget-records.ts';
import { asksOf, hidingForm, nothingWhileHidden } from './hiding.ts';
import './intake.ts';
import { comeTo } from './keep-focus.ts';
import { narrowedWords } from '../records/narrowed-words.ts';
import { listNarrowsNot } from './list-narrows.ts';
import './lrs-form.ts';
import { navStyles } from '../shell/nav-styles.ts';
import { recordsNav } from './records-nav.ts';
import { printHead, printStyles } from './print-head.ts';
import { recordsStyles } from './records-styles.ts';
import { beneath, type Answers, type Shown, type View } from './view.ts';
import { viewOf } from './views.ts';
import { people, several } from './words.ts';

/** What a supervisor needs to see, out of what there is already. */
@customElement('wb-records')
export class RecordsPage extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    buttonStyles,
    fieldStyles,
    navStyles,
    recordsStyles,
    printStyles,
  ];

  @state() private known: RecordsState | undefined;
  @state() private address: Address = readAddress(location.hash);
  /** What was asked last, with the page that it belongs to. */
  @state() private answered: { view: View; chosen: Chosen; answers: Answers } | undefined;
  @state() private problem = '';
  @state() private said = '';
  /** What the answers are of now, for whoever doesn't see that they changed. */
  @state() private heard = '';
  @state() private filtersOpen = false;
  @query('.view h2') private readonly heading!: HTMLElement | null;
  /** What was pressed to come to another page goes with the page that it stood on. */
  #goesOn = false;
  #isAskedAnew = false;
  readonly #steps = new Steps();
  /** How often was asked how the records stand: only the last answer counts. */
  #looks = 0;
  /** Once opened it stays so on the page where that was done: what became of each file stands in it. */
  @state() private filesOpen = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.moved);
    addEventListener('beforeprint', this.printed);
    this.keepAddressSafe();
    void this.lookAgain();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.moved);
    removeEventListener('beforeprint', this.printed);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('address')) this.filtersOpen ||= isNarrowed(this.address.chosen);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { heading } = this;
    if (!location.hash.startsWith('#records')) return;
    document.title = [heading?.textContent.trim(), 'Records', 'Workbench'].filter(Boolean).join(' · ');
    if (!heading || !this.#goesOn) return;
    this.#goesOn = false;
    if (!this.shadowRoot?.activeElement) comeTo(heading);
  }

  /** A page that was open over night has another day on paper. */
  private readonly printed = (): void => this.requestUpdate();

  private readonly moved = ({ oldURL }: HashChangeEvent): void => {
    if (!location.hash.startsWith('#records')) {
      document.title = 'Workbench';
      return;
    }
    this.#goesOn = this.renderRoot.querySelector('.view:focus-within') !== null;
    // the trial, or a command, may have put something into the records meanwhile
    const comesBack = !new URL(oldURL).hash.startsWith('#records');
    const wereHidden = areHidden(this.address.chosen);
    const { id: view } = viewOf(this.address.view);
    this.address = readAddress(location.hash);
    this.#isAskedAnew = view === viewOf(this.address.view).id;
    // whoever goes on to another page wants to see it; a table that waits is still asked about
    if (!this.#isAskedAnew && this.known?.people && this.known.waiting.length === 0) this.filesOpen = false;
    this.keepAddressSafe();
    this.said = '';
    if (!this.#isAskedAnew) this.heard = '';
    const isAsBefore = areHidden(this.address.chosen) === wereHidden;
    if (isAsBefore && !comesBack) return void this.attempt(() => this.ask());
    // what was named a moment ago mustn't stand there any longer
    if (!isAsBefore) this.answered = undefined;
    void this.lookAgain();
  };

  /** An address that is to be passed on must not name somebody either. */
  private keepAddressSafe(): void {
    const { view, chosen } = this.address;
    if (areHidden(chosen)) history.replaceState(null, '', writeAddress(view, chosen));
  }

  private async lookAgain(): Promise<void> {
    const look = ++this.#looks;
    await this.attempt(async () => {
      const known = await api.state(this.address.chosen);
      // how they stood earlier would take a form away that is being filled in
      if (look !== this.#looks) return;
      this.known = known;
      this.filesOpen ||= this.known.people === 0 || this.known.waiting.length > 0;
      await this.ask();
    });
  }

  /** An answer that comes after another page was opened is let go. */
  private async ask(): Promise<void> {
    if (!this.known || this.known.people === 0) return;
    const { address } = this;
    const view = viewOf(address.view);
    const { person: _, ...group } = address.chosen;
    const chosen = view.id === 'person' ? address.chosen : group;
    const answers = await Promise.all(
      asksOf(view, chosen).map(async (one) => [one, await api.ask(one, chosen)] as const),
    );
    if (address !== this.address) return;
    this.answered = { view, chosen, answers: Object.fromEntries(answers) };
    if (this.#isAskedAnew) this.heard = narrowedWords(chosen, areHidden(chosen), this.isListed(view.id));
    this.#isAskedAnew = false;
  }

  /** Whether it is of those alone who are expected. */
  private isListed(view: string): boolean {
    return view === 'now' && Number(this.known?.expected) > 0 && !areHidden(this.address.chosen);
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    this.problem = await refusalIn(work);
    if (this.problem) this.answered = undefined;
  }

  override render(): TemplateResult {
    return html`<div role="alert">
        ${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}
      </div>
      <div
        @wb-taken=${this.lookAgain}
        @wb-erased=${this.erased}
        @wb-list-changed=${this.listChanged}
        @wb-answers=${this.seeAnswers}
        @wb-forgotten=${this.forgotten}
      >
        ${this.renderRoom()}
      </div>`;
  }

  private renderRoom(): TemplateResult {
    const { known } = this;
    if (!known) return this.problem ? html`` : html`<p class="muted">One moment …</p>`;
    const empty = known.people === 0;
    if (known.elsewhere)
      return html`${empty ? nothing : recordsNav(this.address)}
        <p class="hint no-print">
          These are the records in ${known.elsewhere},
          ${empty ? 'where nobody is yet' : html`of ${people(known.people)}`}. They are only asked; what fills
          them is there.
        </p>
        <p role="status" class="said">${this.said}</p>
        ${empty ? nothing : this.renderAnswers(known)}`;
    return html`${empty ? emptyRoom : recordsNav(this.address)}
      <details
        class="no-print"
        .open=${this.filesOpen}
        @toggle=${(event: Event) => (this.filesOpen = (event.target as HTMLDetailsElement).open)}
        ?hidden=${areHidden(this.address.chosen)}
      >
        <summary>Add files, or begin anew</summary>
        <p class="hint">
          ${empty ? nothing : html`There are ${people(known.people)}, ${several(known.tried, 'attempt')} and ${several(known.answers, 'answer')}.`}
        </p>
        <wb-intake
          ?closed=${areHidden(this.address.chosen)}
          ?known=${known.attempts > 0}
          .waiting=${known.waiting}
        ></wb-intake>
        <wb-lrs></wb-lrs>
        ${empty ? nothing : html`<wb-forget></wb-forget>`}
      </details>
      <p role="status" class="said">${this.said}</p>
      ${empty ? nothing : this.renderAnswers(known)}`;
  }

  private renderAnswers(known: RecordsState): TemplateResult {
    return html`${hidingForm(this.address.chosen, this.choose)}
      ${filterForm(known, this.address.chosen, this.choose, {
        open: this.filtersOpen,
        toggled: (open) => (this.filtersOpen = open),
      })}
      <p role="status" class="for-ear">${this.heard}</p>
      <section class="view" aria-label="Answers">${this.renderView(known)}</section>`;
  }

  private renderView(known: RecordsState): TemplateResult {
    // another page's answers under this page's name would be misread
    if (this.answered?.view !== viewOf(this.address.view))
      return this.problem ? html`` : html`<p class="muted">One moment …</p>`;
    const { view, chosen, answers } = this.answered;
    const asks = asksOf(view, chosen);
    const isTold = (view.apart ? asks : asks.slice(0, 1)).some((one) => answers[one]?.rows.length);
    if (areHidden(chosen) && !isTold) return nothingWhileHidden(view, chosen);
    const shown: Shown = {
      state: known,
      chosen: this.address.chosen,
      rows: (question): readonly RecordsRow[] => answers[question]?.rows ?? [],
      people: (question) => answers[question]?.people ?? 0,
      nameOf: (id) => known.names[String(id)] ?? (id ? String(id) : ''),
      doings: { choose: this.choose, copy: this.copy },
    };
    return html`${printHead(known, chosen, this.isListed(view.id))} ${view.draw(shown)}
    ${listNarrowsNot(view, shown)}
    ${Object.entries(answers).map(([question, answer]) => beneath(question, answer, chosen))}`;
  }

  private readonly choose = (chosen: Chosen, field?: string): void =>
    this.#steps.go(writeAddress(viewOf(this.address.view).id, chosen), field);

  private readonly copy = async (text: () => Promise<string>, said: string): Promise<void> => {
    // what is said once more is heard once more
    this.said = '';
    await this.updateComplete;
    try {
      await navigator.clipboard.writeText(await text());
      this.said = said;
    } catch {
      this.said = 'The browser doesn’t let this page copy. The table below has a file with the addresses.';
    }
  };

  private readonly listChanged = async ({ words }: ListChangedEvent): Promise<void> => {
    this.said = words;
    await this.lookAgain();
  };

  private readonly seeAnswers = async (): Promise<void> => {
    this.filesOpen = false;
    // the first answers may still be on their way
    if (!this.heading) await this.lookAgain();
    await this.updateComplete;
    if (!this.heading) return;
    // the other pages stay in sight
    this.renderRoot.querySelector('nav')?.scrollIntoView();
    comeTo(this.heading, { preventScroll: true });
  };

  private readonly erased = async ({ name }: ErasedEvent): Promise<void> => {
    const { person: _, ...rest } = this.address.chosen;
    history.replaceState(null, '', writeAddress('people', rest));
    this.address = readAddress(location.hash);
    await this.begunAnew(`${name} is no longer in the records.`);
  };

  private readonly forgotten = (): Promise<void> =>
    this.begunAnew('Everything was taken out of the records.');

  /** What was pressed is gone with what it took away. */
  private async begunAnew(said: string): Promise<void> {
    this.answered = undefined;
    await this.lookAgain();
    this.said = said;
    await this.updateComplete;
    comeTo(this.renderRoot.querySelector('h2'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-records': RecordsPage;
  }
}
