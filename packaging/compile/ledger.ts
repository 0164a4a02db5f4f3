/**
 * `ledger.json`: the permanent number of every lesson, block, item and objective. Numbers are only ever added: saved
 * state is bit sets over them, so a number that meant one thing never means another.
 */
import { ledgerSource, type Ledger, type LedgerItem } from '../../src/course/source.ts';
import type { Sources } from './files.ts';
import { wholeFile, type Place } from './fragment.ts';
import { ownField } from '../own-field.ts';
import { parseYaml } from './yaml.ts';

export type { Ledger };
export const LEDGER_FILE = 'ledger.json';

/** Sections and counting blocks share one space of numbers. */
type LedgerKind = 'lessons' | 'blocks' | 'items' | 'objectives';
const KINDS: readonly LedgerKind[] = ['lessons', 'blocks', 'items', 'objectives'];

/** Every id that the ledger numbers, in the course's order, and where it stands. */
export type LedgerIds = Readonly<Record<LedgerKind, readonly { id: string; place: Place }[]>>;

function emptyLedger(): Ledger {
  return { format: 1, lessons: {}, blocks: {}, items: {}, objectives: {}, retired: [], about: {} };
}

/** The ledger as it stands in the folder; an empty one where there is none; undefined, with faults, where it is damaged. */
export function readLedger(files: Sources): Ledger | undefined {
  if (!files.has(LEDGER_FILE)) return emptyLedger();
  const file = files.text(LEDGER_FILE, 'the ledger that npm run course:ledger writes');
  const yaml = file && parseYaml(wholeFile(file), files.faults); // JSON is YAML, and so mistakes have places
  if (!yaml) return undefined;
  const before = files.faults.count;
  const damaged = (path: readonly (string | number)[], message: string, expected: string) =>
    files.faults.add('ledger.damaged', yaml.place(path), { message, expected });
  const { data: ledger, error } = ledgerSource.safeParse(yaml.raw);
  if (!ledger) {
    const [issue] = error.issues;
    const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? String(part) : part));
    damaged(
      path,
      'This is no ledger as the command writes it.',
      'format 1, and numbers for lessons, blocks, items and objectives',
    );
    return undefined;
  }
  const kindOf = new Map<string, LedgerKind>();
  for (const kind of KINDS) {
    const owners = new Map<number, string>();
    for (const [id, number] of Object.entries(ledger[kind])) {
      const other = owners.get(number);
      if (other !== undefined)
        damaged([kind, id], `"${id}" and "${other}" have the same number ${number}.`, 'one number an id');
      owners.set(number, id);
      const twice = kindOf.get(id);
      if (twice) damaged([kind, id], `"${id}" stands under ${twice} and under ${kind}.`, 'each id once');
      kindOf.set(id, kind);
    }
    for (let number = 0; number < owners.size; number++) {
      if (!owners.has(number))
        damaged([kind], `The number ${number} of ${kind} is gone.`, 'the numbers from 0 on without a gap');
    }
  }
  ledger.retired.forEach((id, index) => {
    if (!kindOf.has(id))
      damaged(['retired'], `"${id}" is retired but has no number.`, 'ids that have a number');
    if (ledger.retired.indexOf(id) !== index)
      damaged(['retired'], `"${id}" is retired twice.`, 'each id once');
  });
  for (const id of Object.keys(ledger.about)) {
    if (kindOf.get(id) !== 'items')
      damaged(['about', id], `"${id}" is told about but is none of the items.`, 'ids of items');
  }
  return files.faults.count === before ? ledger : undefined;
}

/** Tells of ids that the ledger doesn't number, has retired, or knows as something else. */
export function checkLedger(ledger: Ledger, ids: LedgerIds, files: Sources, strict: boolean): void {
  const { faults } = files;
  const retired = new Set(ledger.retired);
  const { shownAs } = files.folder;
  const fix = `Run: npm run course:ledger${shownAs === 'course' ? '' : ` -- ${shownAs}`}`;
  const isNew = KINDS.every((kind) => !Object.keys(ledger[kind]).length);
  if (strict && isNew) {
    faults.addFile('ledger.missing', files.shown(LEDGER_FILE), {
      message: 'This course has no ledger yet.',
      expected: 'a number for every id',
      fix,
    });
    return;
  }
  for (const kind of KINDS) {
    for (const { id, place } of ids[kind]) {
      const other = KINDS.find((name) => name !== kind && Object.hasOwn(ledger[name], id));
      if (other) {
        faults.add('ledger.reused', place, {
          message: `In the ledger "${id}" is one of the ${other}, here one of the ${kind}.`,
          expected: 'an id that never meant anything else',
        });
      } else if (retired.has(id)) {
        faults.add('ledger.retired', place, {
          message: `The id "${id}" was retired: it belonged to something that was taken out of the course.`,
          expected: 'an id that was never used before',
        });
      } else if (strict && !Object.hasOwn(ledger[kind], id)) {
        faults.add('ledger.missing', place, {
          message: `The id "${id}" has no number in ${LEDGER_FILE}.`,
          expected: `a number under ${kind}`,
          fix,
        });
      }
    }
  }
}

/** Items that have left the course, as they were last, with their numbers. */
export interface RemovedItem extends LedgerItem {
  id: string;
  no: number;
}

export function removedItems({ about, items, retired }: Ledger): RemovedItem[] {
  const gone = new Set(retired);
  return Object.entries(about).flatMap(([id, words]) => {
    const no = ownField(items, id);
    return gone.has(id) && no !== undefined ? [{ id, no, ...words }] : [];
  });
}

/**
 * New ids get the next numbers; vanished ones are retired and keep theirs, and their words. Nothing is ever taken out.
 * @param about every item of the course, by id
 */
export function extendLedger(
  ledger: Ledger,
  ids: LedgerIds,
  about: Readonly<Record<string, LedgerItem>>,
): Ledger {
  const next = structuredClone(ledger);
  const used = new Set<string>();
  for (const kind of KINDS) {
    let number = Math.max(-1, ...Object.values(next[kind])) + 1;
    for (const { id } of ids[kind]) {
      used.add(id);
      if (!Object.hasOwn(next[kind], id)) next[kind][id] = number++;
    }
  }
  const known = KINDS.flatMap((kind) => Object.keys(next[kind]));
  const retired = new Set(next.retired);
  next.retired = [...next.retired, ...known.filter((id) => !used.has(id) && !retired.has(id))];
  const words = { ...next.about, ...about };
  next.about = Object.fromEntries(
    Object.keys(next.items).flatMap((id) => {
      const own = ownField(words, id);
      return own ? [[id, own]] : [];
    }),
  );
  return next;
}

/** One id a line, so that a merge of two branches shows what it does. */
export function printLedger({ about, ...numbers }: Ledger): string {
  const words = Object.entries(about).map(
    ([id, item]) => `    ${JSON.stringify(id)}: ${JSON.stringify(item, null, 1).replace(/\n\s*/g, ' ')}`,
  );
  const text = JSON.stringify(numbers, null, 2);
  if (words.length === 0) return `${text}\n`;
  return `${text.slice(0, -'\n}'.length)},\n  "about": {\n${words.join(',\n')}\n  }\n}\n`;
}
