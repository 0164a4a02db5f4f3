/** What a file is, told by its content and never by its name. */
import { basename } from 'node:path';
import { ImportFailure } from './failure.ts';
import {
  completionColumns,
  gradeColumns,
  type CompletionColumns,
  type GradeColumns,
} from './moodle-headings.ts';
import { numberIn } from './cells.ts';
import { isEnough, proposeMapping } from './mapping.ts';
import type { Mapping } from './meanings.ts';
import { scormColumns, type ScormColumns } from './moodle-scorm.ts';
import { containerOf, firstText } from './text.ts';
import { readTable, sheetRead, type Spot } from './table.ts';

export type Recognised =
  | { kind: 'statements'; title: string }
  | { kind: 'moodle-scorm'; title: string; columns: ScormColumns }
  | { kind: 'moodle-completion'; title: string; columns: CompletionColumns }
  | { kind: 'moodle-grades'; title: string; columns: GradeColumns }
  | { kind: 'table'; title: string; header: readonly string[]; mapping: Mapping };

export type TableKind = Exclude<Recognised, { kind: 'statements' }>;

/** @throws ImportFailure where it is nothing that can be read */
export async function recognise(path: string, spot?: Spot): Promise<Recognised> {
  const container = await containerOf(path);
  if (container === 'empty') throw empty(path);
  if (container !== 'zip') {
    const text = (await firstText(path)).trimStart();
    if (!text) throw empty(path);
    if (text.startsWith('{') || text.startsWith('[')) return { kind: 'statements', title: 'xAPI statements' };
  }
  let header: readonly string[] | undefined;
  let first: readonly string[] = [];
  for await (const { cells } of readTable(path, spot)) {
    if (cells.every((cell) => cell === '')) continue;
    first = header === undefined ? first : cells;
    if (header !== undefined) break;
    header = cells;
  }
  if (header === undefined) throw empty(path);
  const found = byHeader(path, header, first);
  const sheet = await sheetRead(path, spot);
  return sheet === undefined ? found : { ...found, title: `${found.title} (sheet “${sheet}” alone)` };
}

function empty(path: string): ImportFailure {
  return new ImportFailure(basename(path), undefined, 'This file is empty.', 'Export it again.');
}

/** @param first the row under it: *Result* heads words of passing, and scores */
function byHeader(path: string, header: readonly string[], first: readonly string[]): Recognised {
  const scorm = scormColumns(header);
  if (scorm) {
    const which =
      scorm.questions.length > 0 ? 'interactions' : scorm.objectives.length > 0 ? 'objectives' : 'basic';
    return { kind: 'moodle-scorm', title: `Moodle’s SCORM report (${which})`, columns: scorm };
  }
  const completion = completionColumns(header);
  if (completion)
    return { kind: 'moodle-completion', title: 'Moodle’s activity completion', columns: completion };
  const grades = gradeColumns(header);
  if (grades) return { kind: 'moodle-grades', title: 'Moodle’s grades', columns: grades };
  const mapping = asFilled(proposeMapping(header), first);
  if (header.length < 2)
    throw new ImportFailure(
      basename(path),
      1,
      'The first line names one column only, so this is no table of learners.',
      'Export the report as CSV or Excel, with its headings.',
    );
  return { kind: 'table', title: isEnough(mapping) ? 'a table' : 'a table to be mapped', header, mapping };
}

/** A number is no word of passing. */
function asFilled(mapping: Mapping, first: readonly string[]): Mapping {
  const { success, ...others } = mapping;
  const isScore = success !== undefined && mapping.score === undefined && isShare(first[success] ?? '');
  return isScore ? { ...others, score: success } : mapping;
}

/** `1` and `0` may as well be yes and no. */
const isShare = (cell: string): boolean => cell.includes('%') || (numberIn(cell) ?? 0) > 1;
