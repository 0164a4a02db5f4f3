/** `npm run course:blind`: sheets for readers who have seen nothing of the course, and what they made of it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compileCourse } from '../compile/read-folder.ts';
import { UsageError } from '../failures.ts';
import { keyOf, markSheet, type MarkedSheet } from '../report/blind/marking.ts';
import { readReadings, writeReadings } from '../report/blind/readings-file.ts';
import { NO_READINGS, recorded, resultsOf, unreadOf } from '../report/blind/readings.ts';
import { KINDS, type Kind } from '../report/blind/kinds.ts';
import { blindSheets, type Sheet, type SheetKey } from '../report/blind/sheets.ts';
import { markedLines } from '../report/blind/summary.ts';
import { command, LANGUAGE, type Values } from './command.ts';
import { languagesOf } from './options.ts';

const HELP = `
Writes sheets, and the keys apart from them:
  --kind KIND    options (options alone) | lay (kind, and knows no code) | taught (has just read the lessons);
                 may be given more than once; all three where none is named
  --sheets N     how many of each kind, 1 to 20 (3)
  --out FOLDER   where sheets and keys go, in two folders (dist/blind)
  --practice     with the practice items
  --unread       only what nobody of the kind has read as it stands now
  --seed N       the same sheets again
  --language TAG only this language; may be given more than once

Marks sheets that were filled in, all of a kind at once:
  --mark SHEET   a sheet that was filled in; given once for each
  --keys FILE    the keys that were written with the sheets; may be given more than once
  --record       keeps the figures in readings.json of the course, with which course:report reckons`;

const BLIND = {
  name: 'course:blind',
  does: 'Writes the items for blind readers on sheets, and marks what they filled in.',
  options: {
    ...LANGUAGE,
    kind: { type: 'string', multiple: true },
    sheets: { type: 'string' },
    out: { type: 'string' },
    practice: { type: 'boolean' },
    unread: { type: 'boolean' },
    seed: { type: 'string' },
    mark: { type: 'string', multiple: true },
    keys: { type: 'string', multiple: true },
    record: { type: 'boolean' },
  },
  help: HELP,
} as const;

type Given = Values<(typeof BLIND)['options']>;

export default command(BLIND, async ({ folder, values }, { say }) => {
  say(await (values.mark ? mark(folder, values.mark, values) : write(folder, values)));
  return 0;
});

async function write(folder: string, values: Given): Promise<string> {
  const { course } = await compileCourse(folder, { ledger: 'propose', ...languagesOf(values.language) });
  const kinds = (values.kind ?? KINDS).map(kindNamed);
  const count = whole('--sheets', values.sheets ?? '3', 20);
  const seed = whole('--seed', values.seed ?? String(1 + Math.floor(Math.random() * 1_000_000)), 1_000_000);
  const readings = values.unread ? await readReadings(folder) : NO_READINGS;
  const sheets = course.structure.languages.flatMap((language) => {
    const practice = values.practice ? Object.values(course.practice[language] ?? {}).flat() : [];
    const items = [...(course.banks[language]?.items ?? []), ...practice];
    return kinds.flatMap((kind) => {
      const unread = unreadOf(items, readings, { language, kind });
      return blindSheets(unread, { language, kind, sheets: count, seed });
    });
  });
  return save(sheets, values.out ?? 'dist/blind', seed);
}

async function save(sheets: readonly Sheet[], out: string, seed: number): Promise<string> {
  const [toFill, kept] = [path.join(out, 'sheets'), path.join(out, 'keys')];
  await mkdir(toFill, { recursive: true });
  await mkdir(kept, { recursive: true });
  for (const { name, text } of sheets) await writeFile(path.join(toFill, `${name}.txt`), text);
  const file = path.join(kept, `keys-${seed}.json`);
  await writeFile(file, `${JSON.stringify(sheets.map(({ key }) => key))}\n`);
  return `${sheets.length} sheets in ${toFill}. Their keys, which no reader may see: ${file}`;
}

async function mark(folder: string, files: readonly string[], values: Given): Promise<string> {
  if (!values.keys?.length) throw new UsageError('Name the keys of the sheets with --keys. See --help.');
  const keys: SheetKey[] = [];
  for (const file of values.keys) keys.push(...(JSON.parse(await read(file)) as SheetKey[]));
  const marked: MarkedSheet[] = [];
  for (const file of files) {
    const text = await read(file);
    const key = keyOf(path.basename(file), text, keys);
    if (!key) throw new UsageError(`The keys know no sheet of the name that ${file} carries.`);
    marked.push(markSheet(text, key));
  }
  const lines = markedLines(marked);
  return (values.record ? [...lines, '', await record(folder, marked)] : lines).join('\n');
}

async function record(folder: string, marked: readonly MarkedSheet[]): Promise<string> {
  const { course } = await compileCourse(folder, { ledger: 'propose' });
  const graded = Object.values(course.banks).flatMap(({ items }) => items);
  const practice = Object.values(course.practice).flatMap((files) => Object.values(files).flat());
  const known = new Set([...graded, ...practice].map(({ id }) => id));
  const today = new Date().toISOString().slice(0, 10);
  return writeReadings(folder, recorded(await readReadings(folder), resultsOf(marked), today, known));
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} can't be read.`, { cause: error });
  }
}

function kindNamed(name: string): Kind {
  const kind = KINDS.find((one) => one === name);
  if (!kind) throw new UsageError(`--kind is one of ${KINDS.join(', ')}, and not "${name}".`);
  return kind;
}

function whole(option: string, value: string, most: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > most)
    throw new UsageError(`${option} takes a whole number from 1 to ${most}, not "${value}".`);
  return number;
}
