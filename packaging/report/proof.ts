/** What blind readers made of the graded items, and how many of them would pass. */
import type { Bank, CourseStructure, Item } from '../../src/course/compiled.ts';
import { typeOfQuestion } from '../../src/course/questions.ts';
import { readingOf, type Reading, type Readings } from './blind/readings.ts';
import { KINDS, type Kind } from './blind/kinds.ts';
import { atLeast, atMost, percent, type Limit, type Part } from './limits.ts';
import { simulate } from './simulation.ts';

/** Means of the readers. */
const MOST_OPTIONS = 0.5;
const MOST_LAY = 0.65;
const LEAST_TAUGHT = 0.9;
const MOST_UNTAUGHT_FIRST = 0.1;
/** A mean says something of a bank of which so many items were read as they stand. */
const LEAST_READ = 0.9;

interface Read {
  item: Item;
  reading: Reading | undefined;
}

/** In a course's other languages readings are welcome; in the first they are asked for. */
export function proofPart(
  course: CourseStructure,
  bank: Bank,
  readings: Readings,
  { language, first }: { language: string; first: boolean },
): Part {
  const kinds = KINDS.map((kind) => ({ kind, reads: readsOf(bank, readings, language, kind) }));
  const read = kinds.filter(
    ({ reads }) => reads.length > 0 && (first || reads.some(({ reading }) => reading)),
  );
  return {
    title: 'What blind readers key, and how many would pass',
    limits: read.flatMap(({ kind, reads }) => limitsOf(kind, reads, course, bank)),
    lines: [
      ...(read.length === 0 ? ['not read yet in this language'] : []),
      ...read.flatMap(({ kind, reads }) => linesOf(kind, reads)),
      ...byAllUntaught(kinds),
    ],
  };
}

/** Of options alone only the items with one answer are read. */
function readsOf(bank: Bank, readings: Readings, language: string, kind: Kind): Read[] {
  return bank.items
    .filter(({ type }) => kind !== 'options' || type === 'one')
    .map((item) => ({ item, reading: readingOf(readings, item, language, kind) }));
}

const LIMITS: Readonly<Record<Kind, (mean: number) => Limit>> = {
  options: (mean) => atMost('Keyed from the options alone', mean, MOST_OPTIONS),
  lay: (mean) => atMost('Keyed by kind lay readers', mean, MOST_LAY),
  taught: (mean) => atLeast('Keyed by readers of the lessons', mean, LEAST_TAUGHT),
};

function limitsOf(kind: Kind, reads: readonly Read[], course: CourseStructure, bank: Bank): Limit[] {
  const done = reads.filter(({ reading }) => reading);
  const coverage = atLeast(
    `Items as they stand that were read (${kind})`,
    done.length / reads.length,
    LEAST_READ,
  );
  if (done.length === 0) return [coverage];
  const mean = meanOf(done);
  const chances = new Map(reads.map(({ item, reading }) => [item.id, reading ? shareOf(reading) : mean]));
  const { first, third, tenth } = simulate(
    course,
    bank,
    (item) => chances.get(item.id) ?? typeOfQuestion(item).chance(item),
  );
  const passing = `Such readers (${kind}) pass at the first try`;
  const later = `by the third ${percent(third)}, by the tenth ${percent(tenth)}`;
  const limit: Limit =
    kind === 'taught'
      ? { what: passing, is: percent(first), must: 'no limit', holds: true }
      : atMost(passing, first, MOST_UNTAUGHT_FIRST);
  return [coverage, LIMITS[kind](mean), { ...limit, is: `${limit.is}; ${later}` }];
}

const shareOf = ({ keyed, readers }: Reading): number => keyed / readers;

const meanOf = (reads: readonly Read[]): number =>
  reads.reduce((sum, { reading }) => sum + (reading ? shareOf(reading) : 0), 0) / Math.max(1, reads.length);

function linesOf(kind: Kind, reads: readonly Read[]): string[] {
  const stale = reads.filter(({ reading }) => !reading).map(({ item }) => item.id);
  const byAll = keyedByAll(reads);
  const byNone = reads.filter(({ reading }) => reading?.keyed === 0).map(({ item }) => item.id);
  return [
    ...(stale.length > 0 ? [`${kind}: new, or changed since the last reading: ${stale.join(', ')}`] : []),
    ...(kind === 'options' && byAll.length > 0
      ? [`${kind}: keyed by all, so rewrite: ${byAll.join(', ')}`]
      : []),
    ...(kind === 'taught' && byNone.length > 0
      ? [`${kind}: keyed by none, so look at the key: ${byNone.join(', ')}`]
      : []),
  ];
}

const keyedByAll = (reads: readonly Read[]): string[] =>
  reads.filter(({ reading }) => reading && reading.keyed === reading.readers).map(({ item }) => item.id);

/** Neither the words nor the question asks these readers for anything: the first items to rewrite. */
function byAllUntaught(kinds: readonly { kind: Kind; reads: readonly Read[] }[]): string[] {
  const [options, lay] = (['options', 'lay'] as const).map((wanted) => {
    return keyedByAll(kinds.find(({ kind }) => kind === wanted)?.reads ?? []);
  });
  const both = (options ?? []).filter((id) => lay?.includes(id));
  return both.length > 0 ? [`keyed by all untaught readers, so rewrite first: ${both.join(', ')}`] : [];
}

/** Marked as taught, and yet keyed by two of three kind lay readers. */
export function keyedUntaught(items: readonly Item[], readings: Readings, language: string): Set<string> {
  return new Set(
    items.flatMap((item) => {
      const reading = readingOf(readings, item, language, 'lay');
      return reading && shareOf(reading) >= 2 / 3 ? [item.id] : [];
    }),
  );
}
