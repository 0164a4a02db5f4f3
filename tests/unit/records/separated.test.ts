/** Rows of a text with separators, wherever the pieces of it end. */
import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenRow, SeparatedReader, type Cells } from '../../../src/workbench/records/import/separated.ts';

function read(text: string, separator = ',', size = text.length || 1): Cells[] {
  const reader = new SeparatedReader(separator);
  const rows: Cells[] = [];
  for (let at = 0; at < text.length; at += size) rows.push(...reader.read(text.slice(at, at + size)));
  return [...rows, ...reader.end()];
}
const cells = (text: string, separator?: string): string[][] => read(text, separator).map((row) => row.cells);

describe('rows of a text with separators', () => {
  it.each([
    [
      'ends of line of every kind',
      'a,b\nc,d\r\ne,f\rg,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    [
      'empty lines, which are none',
      '\n\na,b\r\n\r\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty cells',
      'a,,\n,b,\n',
      [
        ['a', '', ''],
        ['', 'b', ''],
      ],
    ],
    [
      'separators, ends of line and quotation marks in a cell',
      '"a,b","c\nd","e ""f"""\n',
      [['a,b', 'c\nd', 'e "f"']],
    ],
    ['an empty cell in quotation marks', '""\n"",""\n', [[''], ['', '']]],
    ['spaces around', ' a , b \n', [['a', 'b']]],
  ])('are read with %s', (_, text, rows) => {
    expect(cells(text)).toEqual(rows);
    for (const size of [1, 2, 3])
      expect(
        read(text, ',', size).map((row) => row.cells),
        String(size),
      ).toEqual(rows);
  });

  it('know the line in which they begin', () => {
    expect(read('a,b\n\n"c\nd",e\nf,g').map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('break off at a quotation mark that never ends, or that stands within a cell', () => {
    const failure = (text: string): unknown => {
      try {
        return read(text);
      } catch (error) {
        return error instanceof BrokenRow ? [error.line, error.isUnclosed] : error;
      }
    };
    expect(failure('a,b\nc,"d\ne,f\n')).toEqual([2, true]);
    expect(failure('a,b\nc,d"e\n')).toEqual([2, false]);
    expect(failure('a,b\n"c"d,e\n')).toEqual([2, false]);
  });

  it('are those that were written, whatever stands in the cells and wherever the pieces end', () => {
    const cell = string({ unit: constantFrom('a', '"', ',', ';', '\n', '\r', 'é', ' ', '\t') });
    const table = array(array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    assert(
      property(
        table,
        constantFrom(1, 2, 3, 5, 100),
        constantFrom(',', ';', '\t'),
        (rows, size, separator) => {
          const text = rows
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
            .join('\r\n');
          expect(read(text, separator, size).map((row) => row.cells)).toEqual(
            rows.map((row) => row.map((one) => one.trim())),
          );
        },
      ),
    );
  });
});
