/** What YAML allows and no course file may have: too much, too deep, and words that it would take for something of its own. */
import {
  isScalar,
  visit,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Faults } from './faults.ts';
import { placeIn, type Fragment, type Place } from './fragment.ts';

/** Entries of a list or fields of a map; the longest ledger of a course has some hundreds. */
const MOST_ENTRIES = 2000;

/** Lists and maps that are longer than any of a course, and fields that stand twice. */
export function hasTooMuch(doc: Document, source: Fragment, faults: Faults): boolean {
  const before = faults.count;
  visit(doc, {
    Seq: (_, list) => checkLength(list, source, faults),
    Map: (_, map) => {
      checkLength(map, source, faults);
      checkTwice(map.items, source, faults);
    },
  });
  return faults.count > before;
}

function checkLength({ items, range }: YAMLMap | YAMLSeq, source: Fragment, faults: Faults): void {
  if (items.length <= MOST_ENTRIES) return;
  faults.add('text.size', placeIn(source, range?.[0] ?? 0), {
    message: `This list or map has ${items.length.toLocaleString('en')} entries.`,
    expected: `at most ${MOST_ENTRIES.toLocaleString('en')} entries`,
  });
}

function checkTwice(items: readonly Pair[], source: Fragment, faults: Faults): void {
  const seen = new Set<string>();
  for (const { key } of items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (seen.has(name))
      faults.add('yaml.duplicate', placeIn(source, key.range?.[0] ?? 0), {
        message: 'This field stands twice in the same place.',
        expected: 'each field once',
      });
    seen.add(name);
  }
}

/** Columns of indentation, hyphens on a line, and brackets in brackets: far more than any course file has. */
const DEEPEST = 60;
const DEEP_LINE = new RegExp(`^(?: {${2 * DEEPEST}}| *(?:[-?:] +){${DEEPEST}})`, 'm');

/** Told before the parser sees it, which calls itself for each level. */
export function isTooDeep(source: Fragment, faults: Faults): boolean {
  const line = DEEP_LINE.exec(source.text);
  const offset = line ? line.index : deepBracket(source.text);
  if (offset === undefined) return false;
  const message = line ? 'This line is indented too far.' : 'Here too many brackets are open.';
  tellDepth(placeIn(source, offset), message, faults);
  return true;
}

export function tellDepth(place: Place, message: string, faults: Faults): void {
  faults.add('text.depth', place, { message, expected: 'a few levels' });
}

/** Brackets between quotation marks are words. Marks that only look like quotation marks hide none from the parser. */
function deepBracket(text: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/(?<=[[{,:\s-])(?:"(?:[^"\\]|\\[^])*"|'[^']*')|[[\]{}]/g)) {
    if (sign.length > 1) continue;
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return index;
  }
  return undefined;
}

/** What YAML takes for something of its own, and no author meant: words would be missing, and nobody would say so. */
export function losesWords(doc: Document, source: Fragment, faults: Faults): boolean {
  const before = faults.count;
  const sign = (node: Node): void =>
    faults.add('yaml.sign', placeIn(source, node.range?.[0] ?? 0), {
      message: 'Text cannot begin with *, & or ! unless it stands in quotes.',
      expected: 'text, in quotes if need be',
    });
  visit(doc, {
    // one part of a text standing for another would have no place of its own
    Alias: (_, alias) => sign(alias),
    Value: (_, node) => {
      if (node.anchor || node.tag) sign(node);
      else if (isScalar(node)) checkScalar(node, source, faults);
    },
  });
  return faults.count > before;
}

function checkScalar({ type, value, range, source: written = '' }: Scalar, source: Fragment, faults: Faults) {
  if (type !== 'PLAIN' || !range) return;
  const [start, end] = range;
  const cut = /^ *,? *#.*/.exec(source.text.slice(end));
  if (cut && (typeof value === 'string' || value === null)) {
    faults.add('yaml.comment', placeIn(source, end + cut[0].indexOf('#')), {
      message: `"${cut[0].trim().slice(0, 40)}" is a comment here: nobody would read it.`,
      expected: 'text in quotes, or a comment on a line of its own',
    });
  }
  if (typeof value === 'number' && !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(written)) {
    faults.add('field.value', placeIn(source, start), {
      message: `This is a number to YAML: ${value}.`,
      expected: 'a number in digits, such as 80, or text in quotes',
      fix: `Write it in digits. If it is text, put it in quotes: "${written}"`,
    });
  }
}
