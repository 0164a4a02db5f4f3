/** Answers as an Excel workbook. A text is a text there, whatever it begins with: nothing is taken for a formula. */
import writeExcel from 'write-excel-file/node';
import type { Cell } from './tables.ts';
import { headings, type Answer } from './write.ts';

/** XML 1.0 has no place for control characters and halves of pairs (2.2). */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ');

const excelCell = (value: Cell): { value: string | number } | null => {
  if (value === null) return null;
  return { value: typeof value === 'number' ? value : printable(value) };
};

export async function workbookOf(rows: Answer): Promise<Uint8Array<ArrayBuffer>> {
  const heading = headings(rows).map((value) => ({ value, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => Object.values(row).map(excelCell));
  return new Uint8Array(await writeExcel([heading, ...cells], { stickyRowsCount: 1 }).toBuffer());
}
