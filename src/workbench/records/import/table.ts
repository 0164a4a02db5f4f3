/** Rows of a table file: CSV with any of the usual separators, or an Excel sheet. */
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import readExcel from 'read-excel-file/node';
import { ImportFailure } from './failure.ts';
import { isHeading } from './meanings.ts';
import { containerOf, firstText, readText } from './text.ts';

export interface TableRow {
  /** Of the file, from 1. */
  line: number;
  cells: readonly string[];
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
export async function* readTable(path: string): AsyncGenerator<TableRow> {
  const top: TableRow[] = [];
  let isTop = true;
  for await (const row of (await containerOf(path)) === 'zip' ? readSheet(path) : readSeparated(path)) {
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

const filled = ({ cells }: TableRow): string[] => cells.filter((cell) => cell !== '');

function isTitle(row: TableRow): boolean {
  const [only = '', ...others] = filled(row);
  return others.length === 0 && !isHeading(only);
}

async function* readSeparated(path: string): AsyncGenerator<TableRow> {
  const beginning = await firstText(path);
  const parser = Readable.from(readText(path)).pipe(
    parse({
      delimiter: separatorOf(beginning),
      from_line: SAID.test(beginning) ? 2 : 1,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>)
      yield { line: info.lines, cells: record.map((cell) => cell.trim()) };
  } catch (error) {
    if (error instanceof ImportFailure) throw error;
    const { code, lines } = error as { code?: string; lines?: number };
    throw new ImportFailure(
      basename(path),
      lines,
      code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'A cell begins with a quotation mark that never ends; the file may have been cut off.'
        : 'This line can’t be read as a row of a table.',
      'Export the file again; if it comes out the same, open it in a spreadsheet and save it as CSV.',
    );
  }
}

async function* readSheet(path: string): AsyncGenerator<TableRow> {
  const sheets = await sheetsOf(path);
  let line = 0;
  for (const row of sheetOf(sheets)?.data ?? []) {
    line += 1;
    yield { line, cells: row.map(cellText) };
  }
}

type Sheets = Awaited<ReturnType<typeof readExcel>>;

async function sheetsOf(path: string): Promise<Sheets> {
  try {
    return await readExcel(path);
  } catch {
    throw new ImportFailure(
      basename(path),
      undefined,
      'This is neither an Excel workbook nor a text file.',
      'Drop in CSV, Excel (.xlsx), JSON or NDJSON; a zip has to be unpacked first.',
    );
  }
}

/** The first that has headings which other systems know, else the first with anything in it. */
function sheetOf(sheets: Sheets): Sheets[number] | undefined {
  const isTable = ({ data }: Sheets[number]): boolean =>
    data.slice(0, TOP).some((row) => row.map(cellText).filter(isHeading).length > 1);
  return sheets.find(isTable) ?? sheets.find(({ data }) => data.length > 0);
}

/** The sheet that is read, where a workbook has several with something in them. */
export async function sheetRead(path: string): Promise<string | undefined> {
  if ((await containerOf(path)) !== 'zip') return undefined;
  const sheets = await sheetsOf(path);
  const isOneOfSeveral = sheets.filter(({ data }) => data.length > 0).length > 1;
  return isOneOfSeveral ? sheetOf(sheets)?.sheet : undefined;
}

type ExcelCell = Awaited<ReturnType<typeof readExcel>>[number]['data'][number][number];

function cellText(value: ExcelCell): string {
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T', ' ');
  return typeof value === 'string' ? value.trim() : JSON.stringify(value ?? '').replaceAll('"', '');
}
