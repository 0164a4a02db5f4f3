import { html, nothing, type TemplateResult } from 'lit';
import type { TablePreview } from '../shapes.ts';
import { table, type Column } from './view.ts';
import { day, text, whole } from './words.ts';

const COLUMNS: readonly Column[] = [
  {
    head: 'Person',
    cell: (row) => text(row['name']) || text(row['email']) || 'nobody: this row is left out',
  },
  { head: 'Group', cell: (row) => text(row['team']) },
  { head: 'Status', cell: (row) => [row['completion'], row['success']].filter(Boolean).join(', ') },
  {
    head: 'Score',
    figure: true,
    cell: (row) => (row['score'] === null ? '' : `${whole(row['score'])} %`),
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
