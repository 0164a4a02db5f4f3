/** Answers as text: a table for the eye, CSV for a spreadsheet, JSON for a script. */
import type { Cell } from './tables.ts';

export const FORMATS = ['table', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export type Answer = readonly Readonly<Record<string, Cell>>[];

export function write(rows: Answer, format: Format): string {
  if (format === 'json') return JSON.stringify(rows, undefined, 2);
  return format === 'csv' ? csv(rows) : table(rows);
}

export const headings = (rows: Answer): string[] => Object.keys(rows[0] ?? {});

/** UTF-8 with its mark, so that Excel reads names as they are; commas, CRLF (RFC 4180). */
export function csv(rows: Answer): string {
  const lines = [headings(rows), ...rows.map((row) => Object.values(row))];
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

const FORMULA = '[=+\\-@＝＋－＠]';
const BEGINS = new RegExp(`^(?:${FORMULA}|[\t\r\n])`, 'u');
/** Where another separator than ours, or the end of a line, would begin a cell: which it is goes by the country. */
const WITHIN = new RegExp(`([;\t\r\n] *)(?=${FORMULA})`, 'gu');

/**
 * A text that a spreadsheet would take for a formula is written behind an apostrophe (OWASP, CSV injection): names come
 * from outside.
 */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const within = value.replaceAll(WITHIN, "$1'");
  const safe = BEGINS.test(value) ? `'${within}` : within;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function table(rows: Answer): string {
  if (rows.length === 0) return 'Nothing to show.';
  const lines = [headings(rows), ...rows.map((row) => Object.values(row).map(shown))];
  const widths = headings(rows).map((_, place) => Math.max(...lines.map((cells) => width(cells[place]))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, place) => cell + ' '.repeat(Math.max((widths[place] ?? 0) - width(cell), 0)))
      .join('  ')
      .trimEnd();
  return lines.map(line).join('\n');
}

const width = (cell: string | undefined): number => Array.from(cell ?? '').length;

/** Of characters in a cell. */
const MOST = 200;

/** Control characters and those that turn the direction of writing would spoil the table. */
function shown(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000);
  const bare = value.replace(/[\p{Cc}\p{Cf}]/gu, '');
  return Array.from(bare).length > MOST ? `${Array.from(bare).slice(0, MOST).join('')} …` : bare;
}
