/** `npm run course:blind`: sheets for readers who have seen nothing of the course, and what they made of it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compileCourse } from '../compile/index.ts';
import { UsageError } from '../failures.ts';
import { keyOf, markSheet, type MarkedSheet } from '../report/blind/marking.ts';
import { readReadings, writeReadings } from '../report/blind/readings-file.ts';
import { recorded, resultsOf } from '../report/blind/readings.ts';
import { blindSheets, KINDS, type Kind, type Sheet, type SheetKey } from '../report/blind/sheets.ts';
import { markedLines } from '../report/blind/summary.ts';
import { command } from './command.ts';

const USAGE = `Writes sheets, and the keys apart from them:
  --kind KIND    options (options alone) | lay (kind, and knows no code) | taught (has just read the lessons);
                 may be given more than once; all three where none is named
  --sheets N     how many of each kind, 1 to 20 (3)
  --out FOLDER   where sheets and keys go, in two folders (dist/blind)
  --practice     with the practice items
  --seed N       the same sheets again

Marks sheets that were filled in, all of a kind at once:
  npm run course:blind -- --mark SHEET… --keys FILE [--record] [--course FOLDER]
  --keys FILE    the keys that were written with the sheets; may be given more than once
  --record       keeps the figures in readings.json of the course, with which course:report reckons
  --course       the course's folder (course)`;

const OPTIONS = {
  kind: { type: 'string', multiple: true },
  sheets: { type: 'string' },
  out: { type: 'string' },
  practice: { type: 'boolean' },
  seed: { type: 'string' },
  mark: { type: 'boolean' },
  keys: { type: 'string', multiple: true },
  record: { type: 'boolean' },
  course: { type: 'string' },
} as const;

interface Values {
  kind?: string[];
  sheets?: string;
  out?: string;
  practice?: boolean;
  seed?: string;
  mark?: boolean;
  keys?: string[];
  record?: boolean;
  course?: string;
}

await command(
  'course:blind',
  'Writes the items for blind readers on sheets, and marks what they filled in.',
  async ({ folder, languages, named, values }) => {
    const own = values as Values;
    if (own.mark) return mark(named, own);
    if (named.length > 1)
      throw new UsageError('One folder at a time. To mark sheets, say --mark. See --help.');
    return write(folder, languages, own);
  },
  { options: OPTIONS, usage: USAGE },
);

async function write(
  folder: string,
  languages: readonly string[] | undefined,
  values: Values,
): Promise<string> {
  const { course } = await compileCourse(folder, { ledger: 'propose', ...(languages ? { languages } : {}) });
  const kinds = (values.kind ?? KINDS).map(kindNamed);
  const count = whole('--sheets', values.sheets ?? '3', 20);
  const seed = whole('--seed', values.seed ?? String(1 + Math.floor(Math.random() * 1_000_000)), 1_000_000);
  const sheets = course.structure.languages.flatMap((language) => {
    const practice = values.practice ? Object.values(course.practice[language] ?? {}).flat() : [];
    const items = [...(course.banks[language]?.items ?? []), ...practice];
    return kinds.flatMap((kind) => blindSheets(items, { language, kind, sheets: count, seed }));
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

async function mark(files: readonly string[], values: Values): Promise<string> {
  if (files.length === 0 || !values.keys?.length)
    throw new UsageError('Name the sheets that were filled in, and their keys with --keys. See --help.');
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
  return (values.record ? [...lines, '', await record(values.course ?? 'course', marked)] : lines).join('\n');
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
