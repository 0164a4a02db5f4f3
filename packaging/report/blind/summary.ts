/** What blind readers made of the items, in lines. */
import { percent } from '../limits.ts';
import type { MarkedSheet, Basis } from './marking.ts';
import { resultsOf, shareKeyed } from './readings.ts';

const BASES: readonly Basis[] = ['knew', 'felt', 'guessed'];

/** By language and kind: each sheet, the mean, and the items that all readers keyed. */
export function markedLines(sheets: readonly MarkedSheet[]): string[] {
  const groups = new Map<string, MarkedSheet[]>();
  for (const sheet of sheets) {
    const name = `${sheet.kind} (${sheet.language})`;
    groups.set(name, [...(groups.get(name) ?? []), sheet]);
  }
  return [...groups].flatMap(([name, own]) => [name, ...own.map(sheetLine), ...groupLines(own)]);
}

function sheetLine({ sheet, answers }: MarkedSheet): string {
  const keyed = answers.filter((answer) => answer.keyed).length;
  const blank = answers.filter(({ answered }) => !answered).length;
  const bases = BASES.flatMap((word) => {
    const own = answers.filter((answer) => answer.basis === word);
    return own.length > 0 ? [`${word} ${own.filter((answer) => answer.keyed).length}/${own.length}`] : [];
  });
  return [
    `  ${sheet}: ${keyed} of ${answers.length} keyed (${percent(shareKeyed(answers))})`,
    ...(bases.length > 0 ? [`keyed of ${bases.join(', ')}`] : []),
    ...(blank > 0 ? [`${blank} without an answer that could be read`] : []),
  ].join('; ');
}

function groupLines(sheets: readonly MarkedSheet[]): string[] {
  const mean = shareKeyed(sheets.flatMap(({ answers }) => answers));
  const all = resultsOf(sheets).filter(({ readers, keyed }) => readers === keyed);
  return [
    `  Mean of ${sheets.length} ${sheets.length === 1 ? 'reader' : 'readers'}: ${percent(mean)}`,
    `  Keyed by all: ${all.length}${all.length > 0 ? `: ${all.map(({ item }) => item).join(', ')}` : ''}`,
    '',
  ];
}
