/** Sheets of an Excel workbook as rows of texts. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import JSZip from 'jszip';
import readExcel from 'read-excel-file/node';
import { stampOf } from '../stamp.ts';
import { ImportFailure } from './failure.ts';

export interface Sheet {
  name: string;
  rows: string[][];
}

/** @throws ImportFailure where it is no workbook */
export async function sheetsOf(path: string): Promise<Sheet[]> {
  try {
    const sheets = await readExcel(path);
    const merges = await mergesOf(path);
    return sheets.map(({ sheet, data }, at) => {
      const rows = data.map((row) => row.map(cellText));
      fillDown(rows, merges[at] ?? []);
      return { name: sheet, rows };
    });
  } catch {
    throw new ImportFailure(
      basename(path),
      undefined,
      'This is neither an Excel workbook nor a text file.',
      'Drop in CSV, Excel (.xlsx), JSON or NDJSON; a zip has to be unpacked first.',
    );
  }
}

type ExcelCell = Awaited<ReturnType<typeof readExcel>>[number]['data'][number][number];

function cellText(value: ExcelCell): string {
  if (value instanceof Date) return stampOf(value);
  return typeof value === 'string' ? value.trim() : JSON.stringify(value ?? '').replaceAll('"', '');
}

/** Rows of one column that are one cell, counted from 0. */
interface Merge {
  column: number;
  from: number;
  to: number;
}

/** A name that stands once beside several rows is that of each of them. A title across columns stays one cell. */
function fillDown(rows: string[][], merges: readonly Merge[]): void {
  for (const { column, from, to } of merges) {
    const text = rows[from]?.[column];
    if (!text) continue;
    for (const row of rows.slice(from + 1, to + 1)) row[column] ||= text;
  }
}

/** Cells of several rows, by sheets in their order: the reader of workbooks doesn't tell them (ECMA-376, 18.3.1.55). */
async function mergesOf(path: string): Promise<Merge[][]> {
  const zip = await JSZip.loadAsync(await readFile(path));
  const text = async (file: string): Promise<string> => (await zip.file(file)?.async('string')) ?? '';
  const relations = new Map(
    [...(await text('xl/_rels/workbook.xml.rels')).matchAll(/<Relationship\b[^>]*>/gu)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  const sheets = [...(await text('xl/workbook.xml')).matchAll(/<(?:\w+:)?sheet\b[^>]*>/gu)];
  return Promise.all(
    sheets.map(async ([tag]) => {
      const target = relations.get(attribute(tag, '\\w+:id')) ?? '';
      const xml = await text(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      return [...xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*>/gu)].flatMap(([cell]) =>
        merge(attribute(cell, 'ref')),
      );
    }),
  );
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';

/** `A2:A4`, and of `A2:C4` the first column. */
function merge(ref: string): Merge[] {
  const [, letters = '', from, to] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/u.exec(ref) ?? [];
  if (from === to) return [];
  const column = letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [{ column, from: Number(from) - 1, to: Number(to) - 1 }];
}
