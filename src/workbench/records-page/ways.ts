/** Ways through a dilemma, on the page: each decision in the course's own words. */
import { html, nothing, type TemplateResult } from 'lit';
import { TOGETHER } from '../records/question-names.ts';
import { shortened, stepsOf, stepWords, type Names } from '../records/way-words.ts';
import type { RecordsRow } from '../shapes.ts';
import { people, text } from './words.ts';

/** The beginning of what was chosen. */
export const shortWords = (names: Names, dilemma: string, step: string): string => {
  const words = stepWords(names, dilemma, step);
  return words === undefined ? step : shortened(words);
};

/** Whoever left the course before may have chosen what is no longer in it. */
export const areGone = (names: Names, rows: readonly RecordsRow[]): boolean =>
  rows.some(
    ({ dilemma, way }) =>
      way !== TOGETHER &&
      stepsOf(text(way)).some((step) => stepWords(names, text(dilemma), step) === undefined),
  );

export const goneHint = (names: Names, rows: readonly RecordsRow[]): TemplateResult | typeof nothing =>
  areGone(names, rows)
    ? html`<p class="hint">
        Where an id stands, as “${idIn(names, rows)}”, the choice is not in this course, or has left it: the
        source names it so, and nobody here knows its words.
      </p>`
    : nothing;

const idIn = (names: Names, rows: readonly RecordsRow[]): string =>
  rows
    .flatMap(({ dilemma, way }) => stepsOf(text(way)).map((step) => [text(dilemma), step] as const))
    .find(([dilemma, step]) => step !== TOGETHER && stepWords(names, dilemma, step) === undefined)?.[1] ?? '';

/** One decision is a sentence, several are a list in their order. */
export function wayCell(names: Names, row: RecordsRow): TemplateResult {
  const steps = stepsOf(text(row['way'])).map((step) => shortWords(names, text(row['dilemma']), step));
  return steps.length === 1
    ? html`${steps[0]}`
    : html`<ol class="steps">
        ${steps.map((step) => html`<li>${step}</li>`)}
      </ol>`;
}

/** Why no dilemma divides a group. @param rows of all dilemmas; @param hidden while names are, some are withheld */
export function undividedWords(rows: readonly RecordsRow[], hidden: boolean): string {
  if (hidden) return 'No dilemma that is shown while names are hidden divides the group.';
  if (rows.length === 0)
    return 'These records don’t tell which ways people took in a dilemma: statements of an LRS do.';
  const met = new Set(rows.filter((row) => Number(row['people']) > 1).map(({ dilemma }) => dilemma)).size;
  if (met === 0) return 'No dilemma divides the group yet: no two people came to the same one.';
  const each = met === 1 ? 'the one' : `each of the ${met}`;
  return `No dilemma divides the group: in ${each} that two people or more came to, all took the same way.`;
}

/** Sides that are named one by one; more would be a table. */
const SIDES = 2;

/** How a group is divided, side by side, as one would say it. @param ways of one dilemma, the most frequent first */
export function sidesOf(names: Names, ways: readonly RecordsRow[]): string[] {
  const named = ways.filter(({ way }) => way !== TOGETHER).slice(0, SIDES);
  const sides = named.map((row) => {
    const steps = stepsOf(text(row['way'])).map((step) => shortWords(names, text(row['dilemma']), step));
    return `${people(Number(row['chosen']))}: ${steps.join(' Then: ')}`;
  });
  const others = ways.filter((row) => !named.includes(row));
  const count = others.reduce((sum, { chosen }) => sum + Number(chosen), 0);
  return count === 0
    ? sides
    : [...sides, `${people(count)} went ${count === 1 ? 'another way' : 'other ways'}.`];
}
