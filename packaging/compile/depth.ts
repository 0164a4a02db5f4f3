/**
 * Texts that go so deep that a parser would call itself until it falls, or take minutes: told before it begins. The limits
 * are far above anything that is written to be read.
 */
import type { Nodes } from 'mdast';
import type { Faults } from './faults.ts';
import { placeIn, type Fragment } from './fragment.ts';

/** Lists and quotations in one another, on one line or by indentation. */
const DEEP_LINE =
  /^(?: {100} *\S|[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){30}(?![ \t]*$)|[ \t]*(?:>[ \t]*){30})/m;
/** The same sign again and again opens as many parts as there are; but for `_`, which is a blank to fill in. */
const DEEP_SIGNS = /(?:!?\[){30}|[*~]{60}/;
/** Nodes within nodes. */
const DEEPEST = 100;
/** Blocks that are open at a time. */
const MOST_OPEN = 10;

/** Whether a text is too deep for the parser, with a fault. */
export function isTooDeep(fragment: Fragment, faults: Faults): boolean {
  const { text } = fragment;
  const line = DEEP_LINE.exec(text);
  if (line) return tell('Here a list or quotation stands too deep inside others.', line.index);
  const signs = DEEP_SIGNS.exec(text);
  if (signs) return tell('Here one sign follows another without end.', signs.index);
  const open = tooManyOpen(text);
  if (open !== undefined) {
    faults.add('block.unclosed', placeIn(fragment, open), {
      message: `From this block on more than ${MOST_OPEN} blocks are open at a time.`,
      expected: 'each block closed before the next one opens; only tabs hold blocks',
    });
    return true;
  }
  const many = tooMany(text);
  if (many) {
    faults.add('text.size', placeIn(fragment, many.at), {
      message: `From here on this text has more than ${many.most.toLocaleString('en')} ${many.what}.`,
      expected: `at most ${many.most.toLocaleString('en')} ${many.what} in one ${many.within}`,
    });
    return true;
  }
  const much = crowded(text);
  if (much !== undefined)
    return tell('From here on a paragraph or a list is longer than anybody reads.', much);
  return false;

  function tell(message: string, offset: number): true {
    faults.add('text.depth', placeIn(fragment, offset), { message, expected: 'a few levels' });
    return true;
  }
}

/** In a paragraph: the parser looks from each sign back to all before it. */
const MOST_SIGNS = 1000;
const MOST_CHARACTERS = 20_000;
/** In a text: it copies what came before for each line of a list or a quotation. */
const MOST_ITEMS = 2000;

/** Where a paragraph, or all lists and quotations together, become too much. */
function crowded(text: string): number | undefined {
  let [at, start, signs, items] = [0, 0, 0, 0];
  for (const line of text.split('\n')) {
    if (!line.trim()) [start, signs] = [at + line.length + 1, 0];
    signs += line.match(/[*_~[`]+|\]\(|<[!?]/g)?.length ?? 0;
    if (/^\s*(?:>|[-*+]\s|\d+[.)]\s)/.test(line)) items++;
    at += line.length + 1;
    if (signs > MOST_SIGNS || items > MOST_ITEMS || at - start > MOST_CHARACTERS) return start;
  }
  return undefined;
}

/** Parts that the parser, or whoever walks its tree, pays for more than once: hundreds of times what a lesson has. */
const PARTS = [
  { what: 'headings', most: 300, sign: /^ {0,3}(?:#{1,6}(?!\S)|#{2,6}|-+[ \t]*$|=+[ \t]*$)/ },
  { what: 'blocks', most: 300, sign: /^[ \t>]*::+[A-Za-z]/ },
  { what: 'paragraphs', most: 3000, sign: /^[ \t>]*$/ },
];
const MOST_CELLS = 2000;
/** The line below the head of a table. Each of its columns is a cell in every row, written or not. */
const COLUMNS = /^[ \t>*+-]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Where there begin to be more parts of a kind than anybody reads in one text. */
function tooMany(text: string): { at: number; what: string; most: number; within: string } | undefined {
  const counts = PARTS.map(() => 0);
  let [at, columns, rows] = [0, 0, 0];
  for (const line of text.split('\n')) {
    for (const [index, { sign, what, most }] of PARTS.entries()) {
      if (sign.test(line)) counts[index] = (counts[index] ?? 0) + 1;
      if ((counts[index] ?? 0) > most) return { at, what, most, within: 'text' };
    }
    if (!line.trim()) [columns, rows] = [0, 0];
    const head = line.includes('|') && COLUMNS.test(line);
    if (head) [columns, rows] = [Math.max(columns, line.split('|').length), 0];
    rows++;
    if (columns * rows > MOST_CELLS) return { at, what: 'cells', most: MOST_CELLS, within: 'table' };
    at += line.length + 1;
  }
  return undefined;
}

/** Where the first of too many open blocks begins. A line of colons closes what is open with as few, and all in it. */
function tooManyOpen(text: string): number | undefined {
  const open: { colons: number; at: number }[] = [];
  for (const match of text.matchAll(/^[ \t>*+\d.)-]*(:{3,})([A-Za-z]?)/gm)) {
    const colons = match[1]?.length ?? 3;
    if (match[2]) open.push({ colons, at: match.index });
    else {
      const outermost = open.findIndex((block) => block.colons <= colons);
      if (outermost >= 0) open.length = outermost;
    }
    if (open.length > MOST_OPEN) return open[0]?.at;
  }
  return undefined;
}

/** Whether a parsed tree is too deep for whoever walks it, with a fault. */
export function goesTooDeep(tree: Nodes, fragment: Fragment, faults: Faults): boolean {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST) {
      faults.add('text.depth', placeIn(fragment, node.position?.start.offset ?? 0), {
        message: 'Here something stands too deep inside others.',
        expected: 'a few levels',
      });
      return true;
    }
    if ('children' in node)
      for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
  return false;
}
