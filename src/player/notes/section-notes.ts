import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ContextController } from '../context-controller.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { icon } from '../design/icons.ts';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';
import { NotesController, type PrivateNotes } from '../private-notes.ts';
import '../blocks/private-bar.ts';
import './erase-dialog.ts';
import { entryStyles, goesWith, markEntry, whereabouts } from './mark-entry.ts';
import type { MarkedEvent } from './marked-event.ts';
import { MarkedText } from './marked-text.ts';
import './note-dialog.ts';
import { marksOf, writeMark, type Mark } from './own-marks.ts';
import './passage-bar.ts';
import type { Asked } from './passage-bar.ts';
import { LONGEST, passageOf, plain, type Passage, type Span } from './passage.ts';
import { sectionNotesStyles } from './section-notes.styles.ts';
import { selectedIn } from './selection.ts';

/** Milliseconds after which a selection that grew is taken as made. */
const SETTLES = 250;

/** Whose first mark of a visit was made: they know how long it lasts. */
const told = new WeakSet<PrivateNotes>();

/**
 * At the end of a section: the learner's notes on it and the way to a new one. Marks passages in the text above, and offers to
 * when one is selected there.
 */
@customElement('cm-section-notes')
export class SectionNotes extends LocalizedElement {
  static override styles = [baseStyles, buttonStyles, entryStyles, sectionNotesStyles];

  @property() section = '';

  /** What the section is drawn from: once it is another, passages are looked for anew. */
  @property({ attribute: false }) content: unknown;

  @state() private asked: Asked | undefined;

  @state() private said = '';

  @query('cm-passage-bar') private bar!: HTMLElementTagNameMap['cm-passage-bar'] | null;
  @query('cm-note-dialog') private noteDialog!: HTMLElementTagNameMap['cm-note-dialog'];
  @query('cm-erase-dialog') private eraseDialog!: HTMLElementTagNameMap['cm-erase-dialog'];

  private readonly notes = new NotesController(this);
  private readonly context = new ContextController(this);
  private drawn: readonly unknown[] = [];
  /** What the bar is about. */
  private chosen: Passage | undefined;
  private mark: Mark | undefined;
  private place: Range | Element | undefined;
  private doneWords = '';
  /** The Tab key led to the bar already: it goes its own way from there. */
  private offered = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private marked: MarkedText | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode() as ShadowRoot;
    this.marked = new MarkedText(root);
    root.addEventListener('click', this.pressed);
    root.addEventListener('cm-marked', this.heard);
    document.addEventListener('selectionchange', this.selecting);
    document.addEventListener('keydown', this.keyed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.marked?.show([]);
    this.marked?.root.removeEventListener('click', this.pressed);
    this.marked?.root.removeEventListener('cm-marked', this.heard);
    document.removeEventListener('selectionchange', this.selecting);
    document.removeEventListener('keydown', this.keyed);
  }

  protected override updated(): void {
    const drawn = [JSON.stringify(this.marks), this.content];
    if (drawn.every((one, at) => one === this.drawn[at])) return;
    this.drawn = drawn;
    this.marked?.show(this.marks);
  }

  protected override render(): TemplateResult {
    const { marks } = this;
    return html`${marks.length > 0 ? this.list(marks) : nothing}
      <div class="actions words">
        <button class="button plain" type="button" @click=${this.writeOnSection}>
          ${icon('pen')}${t('notes.on-section')}
        </button>
        ${marks.length > 0 ? html`<a class="button plain" href="#notes">${t('notes.all')}</a>` : nothing}
      </div>
      ${marks.length > 0 ? html`<cm-private-bar></cm-private-bar>` : nothing}
      ${this.asked ? this.drawBar(this.asked) : nothing}
      <cm-note-dialog></cm-note-dialog>
      <cm-erase-dialog></cm-erase-dialog>
      <p class="for-ear" role="status">${this.said}</p>`;
  }

  private list(marks: readonly Mark[]): TemplateResult {
    const text = this.marked?.text.text;
    const actions = {
      edit: (mark: Mark): void => void this.edit(mark),
      erase: (mark: Mark): void => void this.erase(mark),
    };
    return html`<section aria-labelledby="own">
      <h3 id="own" tabindex="-1">${t('notes.here')}</h3>
      <ul class="entries" role="list">
        ${marks.map((mark) => markEntry(mark, whereabouts(mark, text), actions))}
      </ul>
    </section>`;
  }

  private drawBar(asked: Asked): TemplateResult {
    const { place } = this;
    return html`<cm-passage-bar
      .asked=${asked}
      .words=${this.doneWords}
      .beside=${place && ((): DOMRect => place.getBoundingClientRect())}
      @highlight=${() => this.add(this.chosen, '', this.place)}
      @note=${() => void (asked === 'marked' ? this.mark && this.edit(this.mark) : this.writeOnPassage())}
      @erase=${() => void (this.mark && this.erase(this.mark))}
      @keep=${this.keep}
      @close=${this.leaveBar}
    ></cm-passage-bar>`;
  }

  private get marks(): readonly Mark[] {
    return marksOf(this.notes.value, this.section);
  }

  // ---- choosing a passage ----------------------------------------------------------------------------------------

  private selecting = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), SETTLES);
  };

  private look(): void {
    if (!this.marked || this.matches(':focus-within')) return;
    const range = selectedIn(this.marked.root);
    const { text } = this.marked;
    const span = range && text.spanOf(range);
    const chosen = span && passageOf(text.text, span);
    if (chosen) this.choose(chosen, text.rangeOf(span));
    else if (this.asked === 'selected' || this.asked === 'long') this.asked = undefined;
  }

  private choose(chosen: Passage, place: Range): void {
    this.chosen = chosen;
    this.place = place;
    this.offered = false;
    this.asked = chosen.quote.length > LONGEST ? 'long' : 'selected';
    this.said = t(this.asked === 'long' ? 'notes.too-long' : 'notes.chosen');
  }

  /** From the selected text the Tab key leads to what can be done with it, once. */
  private keyed = (event: KeyboardEvent): void => {
    if (this.asked === undefined || event.defaultPrevented) return;
    if (event.key === 'Escape') this.leaveBar();
    const leads = event.key === 'Tab' && !event.shiftKey && this.asked === 'selected' && !this.offered;
    if (!leads || this.matches(':focus-within')) return;
    this.offered = true;
    event.preventDefault();
    this.bar?.focusFirst();
  };

  /** On a passage that is marked: what can be done with it. */
  private pressed = (event: Event): void => {
    if (!this.marked || selectedIn(this.marked.root)) return;
    const at = this.marked.pressed(event, this.marks);
    if (!at && this.asked !== 'marked') return;
    this.mark = at?.mark;
    this.place = at?.range;
    this.asked = at ? 'marked' : undefined;
  };

  // ---- what can be done ------------------------------------------------------------------------------------------

  private add(passage: Passage | undefined, note: string, place: Range | Element | undefined): void {
    const { language } = this.context.value.text;
    writeMark(this.notes.value, { section: this.section, passage, language, note });
    if (passage) this.unselect();
    this.tell(t(note ? 'notes.noted' : 'notes.highlighted'), place);
  }

  private async writeOnPassage(): Promise<void> {
    const { chosen, place } = this;
    if (!chosen) return;
    const answer = await this.noteDialog.ask({ note: '', quote: chosen.quote });
    if (answer) this.add(chosen, answer.note, place);
  }

  private async writeOnSection(): Promise<void> {
    const text = this.marked?.text;
    if (!text) return;
    const lines = text.lines.filter(isShort);
    const choices = lines.map(({ start, end }) => plain(text.text.slice(start, end)));
    const answer = await this.noteDialog.ask({ note: '', choices });
    if (!answer) return;
    const line = answer.choice === undefined ? undefined : lines[answer.choice];
    const button = this.renderRoot.querySelector('.actions button') ?? undefined;
    this.add(line && passageOf(text.text, line), answer.note, button);
  }

  private async edit(mark: Mark): Promise<void> {
    this.asked = undefined;
    const answer = await this.noteDialog.ask({ note: mark.note, quote: mark.passage?.quote });
    if (answer) writeMark(this.notes.value, { ...mark, note: answer.note });
  }

  private async erase(mark: Mark): Promise<void> {
    this.asked = undefined;
    if (!(await this.eraseDialog.ask([goesWith(mark)]))) return;
    this.notes.value.write(mark.key, '');
    this.said = t('block.private.erased');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#own, .actions button')?.focus();
  }

  // ---- how long it lasts -----------------------------------------------------------------------------------------

  private heard = (event: Event): void =>
    this.tell((event as MarkedEvent).words, event.composedPath()[0] as Element);

  /** Says what was done, and where it isn't kept that it goes; shows beside a visit's first mark how it can be kept. */
  private tell(words: string, place: Range | Element | undefined): void {
    const { value } = this.notes;
    const known = value.keeping || !value.canKeep || told.has(value);
    told.add(value);
    if (known) {
      this.leaveBar();
      this.said = value.keeping ? words : `${words} ${t('notes.visit')}`;
      return;
    }
    const within = this.matches(':focus-within');
    this.doneWords = words;
    this.place = place;
    this.said = `${words} ${t('notes.visit')}`;
    this.asked = 'kept';
    if (within) void this.updateComplete.then(() => this.bar?.focusFirst());
  }

  private keep(): void {
    this.notes.value.keep(true);
    this.leaveBar();
    this.said = t(this.notes.value.keeping ? 'notes.kept' : 'block.private.not-kept');
  }

  /** Back into the text, where the bar was called from. */
  private leaveBar(): void {
    const within = this.bar?.matches(':focus-within') ?? false;
    this.asked = undefined;
    const line = this.place instanceof Range ? this.place.startContainer.parentElement : undefined;
    if (!within) return;
    if (!line) return this.renderRoot.querySelector<HTMLElement>('.actions button')?.focus();
    line.tabIndex = -1;
    line.focus({ preventScroll: true });
  }

  private unselect(): void {
    getSelection()?.removeAllRanges();
  }
}

const isShort = ({ start, end }: Span): boolean => end - start <= LONGEST;

declare global {
  interface HTMLElementTagNameMap {
    'cm-section-notes': SectionNotes;
  }
}
