import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsRow, TablePreview } from '../shapes.ts';
import { table, type Column } from './view.ts';
import { day, perCent, text } from './words.ts';

/** In the words that can be chosen. */
const WORDS: Readonly<Record<string, string>> = { incomplete: 'in progress', 'not attempted': 'not started' };

function statusOf({ completion, success }: RecordsRow): string {
  const done = text(completion ?? null);
  if (!success) return WORDS[done] ?? done;
  return success === 'failed' && done === 'completed' ? 'completed, failed' : text(success);
}

const COLUMNS: readonly Column[] = [
  {
    head: 'Person',
    cell: (row) => text(row['name']) || text(row['email']) || 'nobody: this row is left out',
  },
  { head: 'Group', cell: (row) => text(row['team']) },
  { head: 'Status', cell: statusOf },
  {
    head: 'Score',
    figure: true,
    cell: (row) => perCent(row['score']),
  },
  { head: 'Begun', figure: true, cell: (row) => day(row['started']) },
  { head: 'Last seen', figure: true, cell: (row) => day(row['last_seen']) },
  { head: 'Finished', figure: true, cell: (row) => day(row['finished']) },
];

/** The first rows of a table that waits, as they would be read, or what is still missing. */
export function previewOf(
  id: string | undefined,
  preview: TablePreview | undefined,
  namesSomebody: boolean,
): TemplateResult | typeof nothing {
  if (!id || !preview) return nothing;
  if (!preview.enough)
    return html`<p class="none" role="status">
      Still missing:
      ${namesSomebody ? 'a column with a status, a score or a date' : 'a column that names the person'}.
    </p>`;
  const title = 'The first rows, as they would be read';
  return html`<h3>${title}</h3>
    ${table(title, preview.rows, COLUMNS)}`;
}
