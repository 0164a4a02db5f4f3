/** Rows of a table file: CSV with any of the usual separators, or an Excel sheet. */
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { ImportFailure } from './failure.ts';
import { isHeading } from './meanings.ts';
import { areCompletionHeadings } from './moodle-headings.ts';
import { sheetsOf, type Sheet } from './sheets.ts';
import { containerOf, firstText, readText } from './text.ts';

export interface TableRow {
  /** Of the file, from 1. */
  line: number;
  cells: readonly string[];
}

/** Where in a file the table is, as somebody says. */
export interface Spot {
  sheet?: string | undefined;
  /** Of its headings. */
  line?: number | undefined;
}

const SEPARATORS = ['\t', ';', ','] as const;

/** Says which separator a file has, for Excel. */
const SAID = /^\uFEFF?sep=(.)\r?\n/iu;

/** The one that stands most often outside quotation marks in the first line that has any. */
export function separatorOf(text: string): string {
  const said = SAID.exec(text)?.[1];
  if (said) return said;
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && /[\n\r]/.test(character) && [...counts.values()].some(Boolean)) break;
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...SEPARATORS].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? ',';
}

/** Rows in which a title is looked for. */
const TOP = 10;

/** From its headings on: what stands alone above them is a title. @throws ImportFailure where the file is no table, with the line */
export async function* readTable(path: string, spot: Spot = {}): AsyncGenerator<TableRow> {
  const top: TableRow[] = [];
  let isTop = true;
  const { sheet, line } = spot;
  for await (const row of (await containerOf(path)) === 'zip'
    ? readSheet(path, sheet)
    : readSeparated(path)) {
    if (line !== undefined) {
      if (row.line >= line) yield row;
      continue;
    }
    if (!isTop) {
      yield row;
      continue;
    }
    top.push(row);
    if (top.length < TOP && isTitle(row)) continue;
    isTop = false;
    yield* isTitle(row) ? top : [row];
  }
  if (isTop) yield* top;
}

export async function* rowsUnderHeadings(path: string, spot?: Spot): AsyncGenerator<TableRow> {
  let header = true;
  for await (const row of readTable(path, spot)) {
    if (header) header = row.cells.every((cell) => cell === '');
    else yield row;
  }
}

const filled = ({ cells }: TableRow): string[] => cells.filter((cell) => cell !== '');

function isTitle(row: TableRow): boolean {
  const [only = '', ...others] = filled(row);
  return others.length === 0 && !isHeading(only) && !areCompletionHeadings(row.cells);
}

async function* readSeparated(path: string): AsyncGenerator<TableRow> {
  const beginning = await firstText(path);
  const text = Readable.from(readText(path));
  const parser = parse({
    delimiter: separatorOf(beginning),
    from_line: SAID.test(beginning) ? 2 : 1,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  // `pipe` hands on no failure: nobody would hear it, and it would end the process
  text.on('error', (error) => parser.destroy(error));
  try {
    for await (const { record, info } of text.pipe(parser) as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>)
      yield { line: info.lines, cells: record.map((cell) => cell.trim()) };
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (!code?.startsWith('CSV_')) throw error;
    throw new ImportFailure(
      basename(path),
      lines,
      code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'A cell begins with a quotation mark that never ends; the file may have been cut off.'
        : 'This line can’t be read as a row of a table.',
      'Export the file again; if it comes out the same, open it in a spreadsheet and save it as CSV.',
    );
  } finally {
    text.destroy();
  }
}

async function* readSheet(path: string, name?: string): AsyncGenerator<TableRow> {
  const { rows } = sheetOf(await sheetsOf(path), name);
  for (const [at, cells] of rows.entries()) yield { line: at + 1, cells };
}

const isTable = ({ rows }: Sheet): boolean =>
  rows.slice(0, TOP).some((row) => row.filter(isHeading).length > 1);

/** The one that is named; else the first that has headings which other systems know, or anything in it. */
function sheetOf(sheets: readonly Sheet[], name?: string): Sheet {
  return (
    sheets.find((one) => one.name === name) ??
    sheets.find(isTable) ??
    sheets.find(({ rows }) => rows.length > 0) ?? { name: '', rows: [] }
  );
}

/** The sheet that is read, where a workbook has several with something in them. */
export async function sheetRead(path: string, spot?: Spot): Promise<string | undefined> {
  if ((await containerOf(path)) !== 'zip') return undefined;
  const sheets = await sheetsOf(path);
  const isOneOfSeveral = sheets.filter(({ rows }) => rows.length > 0).length > 1;
  return isOneOfSeveral ? sheetOf(sheets, spot?.sheet).name : undefined;
}

/** The first rows of each sheet that has any; a text has one without a name. */
export interface Beginning {
  sheet: string;
  rows: readonly TableRow[];
}

export async function beginningsOf(path: string): Promise<Beginning[]> {
  const rows: TableRow[] = [];
  if ((await containerOf(path)) === 'zip')
    return (await sheetsOf(path)).flatMap((sheet) =>
      sheet.rows.length > 0
        ? [
            {
              sheet: sheet.name,
              rows: sheet.rows.slice(0, TOP).map((cells, at) => ({ line: at + 1, cells })),
            },
          ]
        : [],
    );
  for await (const row of readSeparated(path)) if (rows.push(row) === TOP) break;
  return [{ sheet: '', rows }];
}
