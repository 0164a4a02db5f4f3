/** Answers as an Excel workbook. A text is a text there, whatever it begins with: nothing is taken for a formula. */
import writeExcel from 'write-excel-file/node';
import type { About } from './about.ts';
import type { Cell } from './tables.ts';
import { headings, type Answer } from './write.ts';

/** XML 1.0 has no place for control characters and halves of pairs (2.2). */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ');

const excelCell = (value: Cell): { value: string | number } | null => {
  if (value === null) return null;
  return { value: typeof value === 'number' ? value : printable(value) };
};

const bold = (value: string): object => ({ value: printable(value), fontWeight: 'bold' as const });

/** A sheet with the answer, called as its page is, and one that says what it is. */
export async function workbookOf(rows: Answer, { page, lines }: About): Promise<Uint8Array<ArrayBuffer>> {
  const heading = headings(rows).map(bold);
  const cells = rows.map((row) => Object.values(row).map(excelCell));
  const about = lines.map(([label, words]) => [bold(label), { ...excelCell(words), wrap: true }]);
  const sheets = [
    { data: [heading, ...cells], sheet: page.slice(0, LONGEST_NAME), stickyRowsCount: 1 },
    { data: about, sheet: 'About', columns: [{ width: 20 }, { width: 90 }] },
  ];
  return new Uint8Array(await writeExcel(sheets).toBuffer());
}

/** Of a sheet, in Excel. */
const LONGEST_NAME = 31;
