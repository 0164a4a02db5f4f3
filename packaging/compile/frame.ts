/** The lines around a place in a text, with a caret below the place. */

const WIDTH = 110;

/** @param line from 1 @param column from 1 */
export function frame(text: string, line: number, column: number): string {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (!lines.length) return '';
  const last = Math.min(line + 1, lines.length);
  const gutter = String(last).length;
  // A long line is shown around the caret, so that the caret stays below what it points at.
  const shift = column > WIDTH - 20 ? column - 60 : 0;
  const out: string[] = [];
  for (let number = Math.max(1, line - 2); number <= last; number++) {
    const words = cut(visible(lines[number - 1] ?? ''), shift);
    const mark = number === line ? '>' : ' ';
    out.push(`  ${mark} ${String(number).padStart(gutter)} | ${words}`.trimEnd());
    if (number === line)
      out.push(`    ${' '.repeat(gutter)} | ${' '.repeat(column - 1 - shift + (shift ? 1 : 0))}^`);
  }
  return out.join('\n');
}

/** Control characters as a sign of the same width, so that they show and the caret stays right. */
function visible(line: string): string {
  // eslint-disable-next-line no-control-regex
  return line.replace(/\t/g, '→').replace(/[\u0000-\u001f\u007f-\u009f]/g, '�');
}

function cut(line: string, shift: number): string {
  const from = shift ? `…${line.slice(shift)}` : line;
  return from.length > WIDTH ? `${from.slice(0, WIDTH - 1)}…` : from;
}
