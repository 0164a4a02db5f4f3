/** What one person got wrong, to talk about: form by form. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsRow } from '../shapes.ts';
import { withoutFault } from './person-words.ts';
import { table } from './view.ts';
import { day, text, titled } from './words.ts';

const FORMS: Readonly<Record<string, string>> = {
  only: 'The form that they handed in',
  first: 'The first form that they handed in',
  latest: 'The latest form that they handed in',
};

/** @param rows of `missed`, which has each course’s forms together */
export function missed(rows: readonly RecordsRow[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const keys = [...new Set(rows.map(keyOf))];
  return html`<h3>What they got wrong</h3>
    ${keys.map((key) => inForm(rows.filter((row) => keyOf(row) === key)))}
    ${withoutFault(rows).map((words) => html`<p>${words}</p>`)}`;
}

const keyOf = (row: RecordsRow): string => JSON.stringify([row['course'], row['form']]);

function inForm(rows: readonly RecordsRow[]): TemplateResult {
  const [first = {}] = rows;
  const days = rows.map((row) => day(row['on_day'])).filter(Boolean);
  const [from = '', to = from] = [days.toSorted()[0], days.toSorted().at(-1)];
  const when = from === to ? from : `${from} to ${to}`;
  const words = [FORMS[text(first['form'])] ?? '', text(first['course']), when].filter(Boolean).join(', ');
  return html`<p>${words}:</p>
    ${table(words, rows, [
      { head: 'Question', cell: (row) => titled(row['title'], row['item']) },
      { head: 'Their answer', cell: (row) => text(row['chosen']) || 'no answer', words: true },
      { head: 'Right answer', cell: (row) => text(row['right_answer']), words: true },
    ])}`;
}
