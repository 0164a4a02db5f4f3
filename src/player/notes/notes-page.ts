import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '../blocks/print-button.ts';
import '../blocks/private-bar.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { icon } from '../design/icons.ts';
import { Loading } from '../design/loading.ts';
import { PageElement } from '../design/page-element.ts';
import { pageStyles } from '../design/page-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';
import { t } from '../locale.ts';
import { progressAsText } from '../mastery/as-text.ts';
import { notLoaded } from '../not-loaded.ts';
import { NotesController } from '../private-notes.ts';
import type { PlayerStore } from '../store.ts';
import { asText } from './as-text.ts';
import { collect, OTHERS, type Answer, type Collected, type OwnPart, type Part } from './collect.ts';
import './erase-dialog.ts';
import { entryStyles, eraseButton, goesWith, markEntry, whereabouts } from './mark-entry.ts';
import './note-dialog.ts';
import { answerEntry, nameOfAnswer } from './answer-entry.ts';
import { writeMark, type Mark } from './own-marks.ts';
import { partsOf, textOf } from './parts.ts';
import './take-along.ts';

/** Everything private in one place: to read, to keep or not, to take along, to erase. */
@customElement('cm-notes-page')
export class NotesPage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    pageStyles,
    entryStyles,
    css`
      .around,
      .part {
        display: grid;
        gap: var(--space-3);
        justify-self: stretch;
        grid-template-columns: minmax(0, 1fr);
      }
      .around {
        gap: var(--space-5);
      }
      h3 a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }
      .marker {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-5);
        align-items: center;
        padding-block: var(--space-1);
      }
      .bookmark {
        display: flex;
        gap: var(--space-2);
        align-items: center;
      }
      .bookmark path {
        fill: currentColor;
      }
      .bookmark .icon {
        color: var(--color-keep);
      }
      cm-private-bar {
        margin-top: 0;
        padding-top: 0;
        border-top: 0;
      }
      .entry .prose {
        font-weight: 600;
      }
      .entry ul {
        margin: 0;
        padding-inline-start: 1.4em;
      }
      @media print {
        .card,
        .erase-all {
          display: none;
        }
      }
    `,
  ];

  @state() private said = '';

  @query('cm-note-dialog') private noteDialog!: HTMLElementTagNameMap['cm-note-dialog'];
  @query('cm-erase-dialog') private eraseDialog!: HTMLElementTagNameMap['cm-erase-dialog'];

  private readonly notes = new NotesController(this);

  private readonly parts = new Loading<readonly Part[]>(this, () => partsOf(this.store));

  protected override willUpdate(): void {
    this.parts.need('notes', this.store.language);
  }

  protected override render(): TemplateResult {
    const parts = this.parts.value;
    return html`<div class="stack">
      <h1 tabindex="-1" data-heading>${t('notes.title')}</h1>
      <p class="lead">${t('notes.lead')}</p>
      <div class="card"><cm-private-bar choice></cm-private-bar></div>
      ${parts ? this.content(parts) : html`<div aria-busy="true"></div>`}
      <p class="small muted" role="status">${this.said}</p>
      <cm-note-dialog></cm-note-dialog>
      <cm-erase-dialog></cm-erase-dialog>
    </div>`;
  }

  private content(parts: readonly Part[]): TemplateResult {
    const collected = collect(this.notes.value, parts);
    if (this.notes.value.isEmpty)
      return html`<p>${t('notes.empty')}</p>
        <p>${t('notes.hint')}</p>`;
    const arounds = [...new Set(collected.parts.map(({ part }) => part?.around))];
    const progress = progressAsText(this.store, this.notes.value);
    return html`${collected.parts.length > 0 ? nothing : html`<p>${t('notes.hint')}</p>`}
      ${collected.parts.length > 0 || progress ? this.takeAlong(collected, progress) : nothing}
      ${parts.every(({ blocks }) => blocks) ? nothing : notLoaded(() => this.parts.again())}
      ${arounds.map(
        (around) =>
          html`<section class="around">
            <h2>${around ?? t('notes.lost')}</h2>
            ${collected.parts.filter(({ part }) => part?.around === around).map((part) => this.drawPart(part))}
          </section>`,
      )}
      ${collected.others.size > 0 ? this.others(collected) : nothing}
      <button class="button quiet erase-all" type="button" @click=${() => this.eraseAll(collected)}>
        ${t('notes.erase-all')}
      </button>`;
  }

  private takeAlong(collected: Collected, progress: string): TemplateResult {
    const { course, text } = this.store;
    return html`<cm-take-along
      .text=${asText(collected, text.title) + progress}
      name="${course.id}.md"
    ></cm-take-along>`;
  }

  private drawPart({ part, bookmarks, marks, answers }: OwnPart): TemplateResult {
    const text = part && textOf(part);
    return html`<section class="part">
      ${part ? html`<h3><a href="#${part.id}">${part.title}</a></h3>` : nothing}
      <ul class="entries" role="list">
        ${bookmarks.map((key) => this.bookmark(key, part?.title ?? ''))}
        ${marks.map((mark) => markEntry(mark, part ? whereabouts(mark, text) : 'changed', this.markActions))}
        ${answers.map((answer) => this.answer(answer))}
      </ul>
    </section>`;
  }

  private bookmark(key: string, title: string): TemplateResult {
    const name = `${t('notes.is-bookmarked')}, ${title}`;
    return html`<li class="entry marker">
      <span class="bookmark">${icon('bookmark')}${t('notes.is-bookmarked')}</span>
      <div class="row">${eraseButton(name, () => this.erase([key], [name]))}</div>
    </li>`;
  }

  private answer(answer: Answer): TemplateResult {
    const name = nameOfAnswer(answer);
    const erase = (): void => this.erase(answer.keys, [name]);
    return html`<li class="entry">
      ${answerEntry(answer)}
      <div class="row">${eraseButton(name, erase)}</div>
    </li>`;
  }

  private others({ others }: Collected): TemplateResult {
    return html`<section class="around">
      <h2>${t('notes.others')}</h2>
      <ul class="entries" role="list">
        ${OTHERS.filter((kind) => others.has(kind)).map((kind) => {
          const name = t(`notes.${kind}`);
          return html`<li class="entry">
            <p>${name}</p>
            <div class="row">${eraseButton(name, () => this.erase(others.get(kind) ?? [], [name]))}</div>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  private readonly markActions = {
    edit: (mark: Mark): void => void this.edit(mark),
    erase: (mark: Mark): void => this.erase([mark.key], [goesWith(mark)]),
  };

  private async edit(mark: Mark): Promise<void> {
    const answer = await this.noteDialog.ask({ note: mark.note, quote: mark.passage?.quote });
    if (answer) writeMark(this.notes.value, { ...mark, note: answer.note });
  }

  private erase(keys: readonly string[], goes: readonly string[]): void {
    void this.sure(goes, () => this.notes.value.writeAll(keys.map((key) => [key, ''])));
  }

  private eraseAll({ parts, others }: Collected): void {
    const marks = parts.flatMap((part) => part.marks).length;
    const bookmarks = parts.flatMap((part) => part.bookmarks).length;
    const answers = parts.flatMap((part) => part.answers);
    const plans = answers.filter(({ block }) => block?.kind === 'commitments').length;
    const counts = { marks, bookmarks, written: answers.length - plans, plans };
    const goes = [
      ...(['marks', 'bookmarks', 'written', 'plans'] as const)
        .filter((kind) => counts[kind] > 0)
        .map((kind) => t(`notes.${kind}`, { count: counts[kind] })),
      ...OTHERS.filter((kind) => others.has(kind)).map((kind) => t(`notes.${kind}`)),
    ];
    void this.sure(goes, () => this.notes.value.erase());
  }

  /** The focus goes to the heading: what had it is gone. */
  private async sure(goes: readonly string[], erase: () => void): Promise<void> {
    this.said = '';
    if (!(await this.eraseDialog.ask(goes))) return;
    erase();
    this.said = t('block.private.erased');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-notes-page': NotesPage;
  }
}
