/**
 * What would be shown as it is typed: signs that mark words up and find no partner, and what other programs take for
 * links, notes, tables and formulas. A backslash before a sign says that it is meant itself.
 */
import type { Paragraph, Table, Text } from 'mdast';
import type { Faults } from './faults.ts';
import { oddCharacter } from './files.ts';
import { placeIn, type Fragment } from './fragment.ts';

/** What was meant to mark words up. Of underscores those within a word are letters, and three or more a blank to fill in. */
const SIGNS = /(?<![\\*])\*+|(?<![\\_])_{1,2}(?!_)|~~|`|\]\(/g;

/** Around a sign that is spoken of. */
const ALONE = new Set(['()', '[]', '""', "''", '“”', '‘’', '«»']);

type Pattern = readonly [pattern: RegExp, expected: string, fix?: string];

const LINK = '[words](https://…), or [words](#id) for a place in the course';
const CITE = ':cite[key], with a key of sources.yaml';
const FORMULA = 'the words or letters themselves, such as x² or H₂O';

/** Within a text. An address behind it may be a link of its own by then. */
const IN_TEXT: readonly Pattern[] = [
  // pairs that are none, with words between: a power of two has no words, and a blank to fill in is made of other signs
  [
    /(?<![*\\])\*\*[ \u00a0][^*\n]*\p{L}[^*\n]*[ \u00a0]\*\*(?!\*)/u,
    '**words**, without a space inside of the signs',
  ],
  [/(?<![=\\\w])==(?! )[^=\n]*[^=\s]==(?![=\w])/, '**words** for what matters: nothing else marks words'],
  [
    /(?<![+\\\w])\+\+(?!\s)[^+\n]*[^+\s]\+\+(?![+\w])/,
    '**words** for what matters: nothing else marks words',
  ],
  [
    /(?<!\\)\]\s{1,4}\((?:https?:|www\.|mailto:|tel:|#[a-z])[^)\n]*\)?/,
    '[words](https://…), without a space between',
    'Take the space away.',
  ],
  [
    /(?<!\\)\([^()\n]+\)\[(?:https?:|www\.|mailto:|#)/,
    LINK,
    'The words stand in square brackets, the address in round ones.',
  ],
  [/(?<!\\)!?\[\[[^[\]\n]+\]\]/, LINK],
  [/(?<!\\)\[[^[\]\n]+\]\[[^[\]\n]*\]/, LINK, 'Write the address into the link: [words](https://…)'],
  [/(?<!\\)(?:\^\[[^[\]\n]+\]|\[\^[^[\]\s]+\])/, CITE],
  [/(?<!\\)<(?=https?:|!--|!–|!—)/, 'words, or an address between < and >'],
  [/(?<!\\)<\/?[a-z][a-z0-9]*\s+[a-z-]+=["“']/i, 'Markdown'],
  [/(?<!\\)(?:\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\})/, 'the words themselves: nothing is put in here'],
  [/(?<!\\)\{:?[ ]?\.[a-z][\w-]*[^{}\n]*\}/i, 'words without a class: the course has its own looks'],
  [/(?<![\\$\w])\$(?![\s\d$])(?=[^$\n]*[\\^{}])[^$\n]+\$(?![\w$])/, FORMULA],
  [/(?<=[\p{L}\p{N})])(?:\^[^\s^]{1,10}\^|~[^\s~]{1,10}~(?!~))/u, FORMULA],
  [/(?<![~\\\w])~[^\s~][^~\n]*(?<!\s)~(?![~\w])/, '~~words~~ for what no longer holds'],
  [/(?<![\w:\\]):[a-z]+(?:_[a-z0-9]+)*:(?![\w:])/, 'the sign itself, such as 🙂'],
];

/** In quotations each line begins with a sign of its own. */
const BEGIN = '(?:^|(?<=\\n))[ \\t>]*';
const ROW = '\\|[^\\n]*\\|[ \\t]*(?=\\n|$)';
const LINE_BELOW_HEADS = '[:|]?-{2,}:?[ \\t]*\\|[-:| \\t]*(?=\\n|$)';
const NUMBER = '\\d{1,2}[.)][ \\t\\u00a0]?\\p{L}';
const NUMBERED = '1. and a space before each line, and an empty line before the first';
const LIST = 'a list: each line begins with a hyphen and a space';
const TABLE = 'a table: a line of heads, a line |---|---| with as many columns, and rows';

/** In a paragraph whose lines were meant as something else. */
const IN_PARAGRAPH: readonly Pattern[] = [
  [new RegExp(`${BEGIN}(?:${ROW}|${LINE_BELOW_HEADS})`), TABLE],
  [new RegExp(`${BEGIN}(?:[•‣▪●◦][ \\t\\u00a0]|[-*+]\\u00a0)`), LIST],
  [new RegExp(`${BEGIN}([-+])\\p{L}[^\\n]*\\n[ \\t>]*\\1\\p{L}`, 'u'), LIST],
  [new RegExp(`${BEGIN}${NUMBER}[^\\n]*\\n[ \\t>]*${NUMBER}`, 'u'), NUMBERED],
  [
    new RegExp(`${BEGIN}(?:#{1,6}[\\p{L}\\p{N}\\u00a0\\u200b\\u3000]|#{7,}\\s|＃)[^\\n]*`, 'u'),
    'a heading with two to four signs and a space: ### Heading',
  ],
  [/^[aA][.)] [^\n]*\n[ \t>]*[bB][.)] /, NUMBERED],
  [/^\[(?:\]|[ xX]\](?=\S))(?!\()/, 'the block :::commitments for a list to tick'],
  [
    /^(?:\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]|(?:!!!|\?\?\?)\+? ?\w)/,
    'the block :::callout{type=note}',
  ],
];

/** Words beside an address that was found in them have lost their place: it is looked for behind what stands before. */
export function whereIs({ value, position }: Text, fragment: Fragment, near: number): Where {
  const { offset: start = fragment.text.indexOf(value, near) } = position?.start ?? {};
  const { offset: end = start + value.length } = position?.end ?? {};
  return start < 0 ? { fragment, start: near, end: near } : { fragment, start, end };
}

/** Tells of the first of each kind in a text that stands between two offsets. */
export function checkSigns({ fragment, start, end }: Where, faults: Faults): void {
  const written = fragment.text.slice(start, end);
  // what follows says whether an address does
  tell(IN_TEXT, fragment.text.slice(start, end + 8), { fragment, start, end }, faults);
  for (const match of written.matchAll(SIGNS)) {
    const at = start + match.index;
    const [before, after] = [fragment.text[at - 1] ?? ' ', fragment.text[at + match[0].length] ?? ' '];
    if (before === '\\' || (/\s/.test(before) && /\s/.test(after))) continue;
    if (ALONE.has(before + after)) continue;
    if (match[0].startsWith('_') && /[\p{L}\p{N}_]/u.test(before) && /[\p{L}\p{N}_]/u.test(after)) continue;
    faults.add('markdown.sign', placeIn(fragment, at), {
      message: `The sign ${match[0]} would be shown here: it marks nothing.`,
      expected: 'a pair of them around words, with a space or a mark outside of each',
    });
    return;
  }
}

export function checkParagraph({ position }: Paragraph, fragment: Fragment, faults: Faults): void {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  tell(IN_PARAGRAPH, fragment.text.slice(start, end), { fragment, start, end }, faults);
}

/** Cells beyond the heads are dropped; a line without an end of a cell is a row of one, up to an empty line. */
export function checkTable({ children: [head, ...rows] }: Table, fragment: Fragment, faults: Faults): void {
  const columns = head?.children.length ?? 0;
  for (const { children, position } of rows) {
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    const isLine = columns > 1 && !fragment.text.slice(start, end).includes('|');
    if (children.length <= columns && !isLine) continue;
    faults.add('markdown.unsupported', placeIn(fragment, start), {
      message: isLine
        ? 'This line would be a row of the table above it.'
        : `This row has ${children.length} cells, and the first row ${columns}: nobody would see the others.`,
      expected: isLine ? 'an empty line below the table' : 'as many cells in each row as in the first',
      fix: isLine
        ? 'Put an empty line before it.'
        : 'Add a head, or write \\| for a line that belongs to the words.',
    });
  }
}

/** What was meant to stand for a sign and is read as letters: unknown, without its semicolon, or escaped twice. */
const ENTITY =
  /&(?:#\d{2,7}|#x[\da-f]{2,6}|[A-Za-z]?[a-z]{1,20}\d{0,2});|&(?:nbsp|amp|lt|gt|quot|apos|[mn]dash|hellip|[lr][sd]quo|#\d{2,5})(?![\w;=])/;

export function checkEntities(value: string, { fragment, start, end }: Where, faults: Faults): void {
  const written = fragment.text.slice(start, end);
  const [shown] = ENTITY.exec(value) ?? [];
  const found = written.search(/&/);
  const place = placeIn(fragment, start + Math.max(0, found));
  if (shown !== undefined && !written.includes(`\\${shown}`))
    faults.add('markdown.sign', place, {
      message: `"${shown}" would be shown here as it stands.`,
      expected: 'the sign itself, such as &, “ or é',
      fix: 'Write the sign itself, or a backslash before & where the letters are meant.',
    });
  const odd = oddCharacter(value);
  if (odd !== undefined)
    faults.add('file.character', place, {
      message: `Here stands the character ${odd}, which no text needs.`,
      expected: 'letters, signs and spaces',
    });
}

/** Where a text stands. */
export interface Where {
  fragment: Fragment;
  start: number;
  end: number;
}

function tell(
  patterns: readonly Pattern[],
  text: string,
  { fragment, start, end }: Where,
  faults: Faults,
): void {
  for (const [pattern, expected, fix] of patterns) {
    const found = pattern.exec(text);
    if (!found || start + found.index >= end) continue;
    const shown = (found[0].split('\n')[0] ?? '').trim() || found[0].trim();
    faults.add('markdown.sign', placeIn(fragment, start + found.index), {
      message: `"${shown.slice(0, 60)}" would be shown here as it stands.`,
      expected,
      fix: fix ?? 'Write it as expected, or write a backslash before a sign that is meant itself.',
    });
  }
}
