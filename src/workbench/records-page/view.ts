/** What one page of the records is: the questions that it asks, and how it shows their answers. */
import { html, nothing, type TemplateResult } from 'lit';
import { narrowedWords } from '../records/narrowed-words.ts';
import type { QuestionName } from '../records/question-names.ts';
import type { RecordsAnswer, RecordsRow, RecordsState } from '../shapes.ts';
import { areHidden, writeAddress, type Chosen } from './address.ts';
import { api } from './api.ts';
import { comeTo } from './keep-focus.ts';
import type { Picture } from './pictures/drawing.ts';
import './pictures/picture.ts';
import './sideways.ts';
import { several } from './words.ts';

export type Answers = Readonly<Record<string, RecordsAnswer>>;

/** What a page may do beside showing. */
interface Doings {
  /** @param field in which it was chosen: going through its choices by keyboard is one step of the way back */
  choose(chosen: Chosen, field?: string): void;
  copy(text: () => Promise<string>, said: string): Promise<void>;
}

export interface Shown {
  /** Of a question about people, those who come first. */
  rows(question: string): readonly RecordsRow[];
  /** How many people a question is about. */
  people(question: string): number;
  /** The title of a lesson or section. */
  nameOf(id: RecordsRow[string] | undefined): string;
  chosen: Chosen;
  state: RecordsState;
  doings: Doings;
}

export interface View {
  id: string;
  name: string;
  /** The first is what the page is about. */
  asks: readonly QuestionName[];
  /** Each question has a part of the page to itself, so that the page has something to say where any has. */
  apart?: true;
  draw(shown: Shown): TemplateResult;
}

/** More rows than this are for a spreadsheet. */
const MOST = 500;

/** Each name of a longer one is a stop of the Tab key, and its file stands behind them all. */
const LONG = 20;

const goPast = ({ currentTarget }: Event): void =>
  comeTo(
    (currentTarget as HTMLElement).nextElementSibling?.nextElementSibling as HTMLElement | null | undefined,
  );

export interface Column {
  head: string;
  /** In figures, which stand at the right. */
  figure?: boolean;
  /** In words, which need room. */
  words?: boolean;
  cell(row: RecordsRow): unknown;
}

const classOf = ({ figure, words }: Column): string => (figure ? 'figure' : words ? 'words' : '');

/** The first column names the row. */
/** @param all how many rows there are, where these are the first of more */
export function table(
  caption: string,
  rows: readonly RecordsRow[],
  columns: readonly Column[],
  all = rows.length,
): TemplateResult {
  // a column of which the source says nothing is left out
  const [first, ...others] = columns.filter(
    ({ cell }, at) => at === 0 || rows.some((row) => cell(row) !== ''),
  );
  const shown = first ? [first, ...others] : [];
  const isLong = rows.length > LONG;
  return html`${isLong ? html`<button class="small-button past no-print" @click=${goPast}>Past the table</button>` : nothing}
    <wb-sideways class="wide rows" role="region" aria-label=${caption}>
      <table>
        <caption class="for-ear">
          ${caption}
        </caption>
        <thead>
          <tr>
            ${shown.map((column) => html`<th scope="col" class=${classOf(column)}>${column.head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, MOST).map(
            (row) =>
              html`<tr>
                <th scope="row">${first?.cell(row)}</th>
                ${others.map((column) => html`<td class=${classOf(column)} data-head=${column.head}>${column.cell(row)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </wb-sideways>
    ${isLong ? html`<span class="for-ear" tabindex="-1"></span>` : nothing}
    ${
      all > Math.min(rows.length, MOST)
        ? html`<p class="hint">
            The first ${Math.min(rows.length, MOST)} of ${several(all, 'row')}; the file for a spreadsheet has
            them all.
          </p>`
        : nothing
    }`;
}

/** A picture of what the table under it says. */
/** @param listed whether it is of those alone who are expected; @param headed whether a heading above says its title already */
export const pictureOf = (
  picture: Picture,
  { chosen, state }: Pick<Shown, 'chosen' | 'state'>,
  { listed = false, headed = false }: { listed?: boolean; headed?: boolean } = {},
): TemplateResult =>
  html`<wb-picture
    .picture=${picture}
    ?headed=${headed}
    narrowed=${`${state.title}. ${narrowedWords(chosen, areHidden(chosen), listed)}`}
  ></wb-picture>`;

/** How it is counted, and the same as a file. */
export function beneath(question: string, { counted }: RecordsAnswer, chosen: Chosen): TemplateResult {
  return html`<div class="counted">
    <p><strong>How it is counted.</strong> ${counted}</p>
    <p class="no-print">
      As a file:
      <a href=${api.file(question, chosen, 'xlsx')} download>${question}.xlsx</a> for Excel,
      <a href=${api.file(question, chosen, 'csv')} download>${question}.csv</a>
    </p>
  </div>`;
}

export const linkTo = (view: string, chosen: Chosen, words: unknown): TemplateResult =>
  html`<a href=${writeAddress(view, chosen)}>${words}</a>`;

/** Somebody's name, which leads to their page; a label leads nowhere. */
export function nameOfPerson(chosen: Chosen, person: RecordsRow[string] | undefined, name: unknown): unknown {
  return areHidden(chosen) ? name : linkTo('person', { ...chosen, person: String(person) }, name);
}

export const nothingOf = (what: string, whatHelps: string): TemplateResult =>
  html`<p class="none"><strong>${what}</strong> ${whatHelps}</p>`;
