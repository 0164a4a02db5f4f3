/** Cells of an answer as words, numbers and bars. */
import { html, svg, type TemplateResult } from 'lit';
import { lettersWords } from '../records/letters.ts';
import type { RecordsRow } from '../shapes.ts';

type Cell = RecordsRow[string] | undefined;

/** Names and texts come from outside: they go into the page as text. */
export const text = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell));

export const number = (cell: Cell): number | undefined =>
  cell === null || cell === undefined || cell === '' ? undefined : Number(cell);

export const whole = (cell: Cell): string => {
  const value = number(cell);
  return value === undefined ? '' : String(Math.round(value));
};

/** Of a hundred; the sign never stands alone at the beginning of a line. */
export const perCent = (cell: Cell): string => {
  const value = whole(cell);
  return value && `${value}\u00A0%`;
};

/** Of a share, 0 to 1. */
export const percent = (share: Cell): string => {
  const value = number(share);
  return value === undefined ? '' : perCent(value * 100);
};

/** The day of a time. */
export const day = (time: Cell): string => text(time).slice(0, 10);

/** A figure and what it counts; the word never begins a line alone. */
export const figured = (figure: number | string, word: string): string => `${figure}\u00A0${word}`;

export const several = (count: number, one: string, many = `${one}s`): string =>
  figured(count.toLocaleString('en'), count === 1 ? one : many);

export const people = (count: number): string => several(count, 'person', 'people');

/**
 * What is told where a page has room for some people alone. @param here whom the answer has; @param all whom it would have, undefined
 * where that isn't told: of whom a principle is withheld would be known by how many answered
 */
export function firstOf(most: number, here: number, all: number | undefined): string {
  if ((all ?? here) <= most) return '';
  return all === undefined
    ? `The first ${figured(most, 'people')}; how many more isn’t told while names are hidden.`
    : `The first ${most} of ${people(all)}.`;
}

/** "obj-keeping-secrets" where the course knows no title. */
export const titled = (title: Cell, id: Cell): string =>
  text(title) || text(id).split('/').at(-1)?.replaceAll(/[-_]+/g, ' ') || 'without a name';

/** Of a row of `options`: in the course's words where it knows them. */
export const answerWords = (row: RecordsRow): string =>
  text(row['words']) || lettersWords(text(row['response'])) || 'no answer';

/** A drawing of a share; the number stands beside it. */
export function bar(share: number, tone: 'accent' | 'warm' = 'accent'): TemplateResult {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return html`<svg class="bar ${tone}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="all" width="100" height="8"></rect><rect class="part" width=${width} height="8"></rect>`}
  </svg>`;
}

/** Held, half held, not held: from two thirds on, which the course calls firm ground. */
export function band(share: number): 'held' | 'half' | 'low' {
  if (share >= 2 / 3 - 1e-6) return 'held';
  return share >= 1 / 3 ? 'half' : 'low';
}
