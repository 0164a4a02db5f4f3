/** YAML with a place for each of its parts: read, checked against a schema, and mistakes pointed at where they stand. */
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { z } from 'zod';
import { ID_EXPECTED, LETTER_EXPECTED } from '../../src/course/source-words.ts';
import type { Code } from './errors.ts';
import { didYouMean, type Faults } from './faults.ts';
import { placeIn, scalarFragment, type Fragment, type Place } from './fragment.ts';

type Path = readonly (string | number)[];
type Issue = z.core.$ZodIssue;

/** A YAML text and the places of its parts. */
export class YamlText {
  readonly source: Fragment;
  readonly doc: Document;
  #starts = new WeakMap<YAMLMap, Map<string, number>>();

  constructor(source: Fragment, doc: Document) {
    this.source = source;
    this.doc = doc;
  }

  get raw(): unknown {
    return this.doc.toJS({ maxAliasCount: 20 });
  }

  /** Where the value at a path begins; the nearest part that exists, where it doesn't. */
  place(path: Path): Place {
    for (let length = path.length; length > 0; length--) {
      const node = this.#node(path.slice(0, length));
      if (node?.range) return placeIn(this.source, node.range[0]);
    }
    return placeIn(this.source, this.doc.contents?.range?.[0] ?? 0);
  }

  /** Where the name of a field stands. */
  keyPlace(path: Path, key: string): Place {
    const map = path.length ? this.#node(path) : this.doc.contents;
    const start = isMap(map) ? this.#keysOf(map).get(key) : undefined;
    return start === undefined ? this.place(path) : placeIn(this.source, start);
  }

  /** Once for each map: where one of its fields is unknown, mostly all are. */
  #keysOf(map: YAMLMap): ReadonlyMap<string, number> {
    let starts = this.#starts.get(map);
    if (!starts) {
      starts = new Map();
      for (const { key } of map.items)
        if (isScalar(key) && key.range) starts.set(String(key.value), key.range[0]);
      this.#starts.set(map, starts);
    }
    return starts;
  }

  /** The text at a path, tied to its place. The schema has checked that it is text. */
  text(path: Path): Fragment {
    const node = this.#node(path);
    if (!isScalar(node) || !node.range) return { ...this.source, text: '' };
    return scalarFragment(this.source, String(node.value), node.range[0], node.range[1]);
  }

  /** A scalar as it is written. */
  written(path: Path): string | undefined {
    const node = this.#node(path);
    return isScalar(node) ? node.source : undefined;
  }

  #node(path: Path): Node | undefined {
    const found: unknown = this.doc.getIn([...path], true);
    return isNode(found) ? found : undefined;
  }
}

/** What the parser's codes mean to an author. */
const PROBLEMS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'This line is indented too little or too far.',
  BAD_SCALAR_START: 'Text cannot begin with this sign unless it stands in quotes.',
  BAD_DQ_ESCAPE: 'A backslash in double quotes means something of its own here.',
  BLOCK_AS_IMPLICIT_KEY: 'Text that holds ": " stands here without quotes, or a line is indented wrongly.',
  MISSING_CHAR: 'A closing quote, bracket or space is missing.',
  MULTILINE_IMPLICIT_KEY:
    'The name of a field and its colon stand on different lines, or a colon is missing.',
  MULTIPLE_DOCS: 'A line --- begins another document here.',
  UNEXPECTED_TOKEN: 'This sign is not expected here.',
  TAG_RESOLVE_FAILED: 'Text cannot begin with ! unless it stands in quotes.',
  BAD_ALIAS: 'Text cannot begin with * or & unless it stands in quotes.',
};

/** Parses YAML; undefined, with its mistakes told, where it is none. */
export function parseYaml(source: Fragment, faults: Faults): YamlText | undefined {
  const tab = source.text.indexOf('\t');
  if (tab >= 0) {
    faults.add('yaml.tab', placeIn(source, tab), { message: 'Here is a tab.', expected: 'spaces' });
    return undefined;
  }
  if (isTooDeep(source, faults)) return undefined;
  // the parser's own look for keys that stand twice compares each with all before it
  const doc = parseDocument(source.text, {
    prettyErrors: false,
    keepSourceTokens: false,
    uniqueKeys: false,
  });
  const problems = [...doc.errors, ...doc.warnings];
  const fallen = problems.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (fallen) tellDepth(placeIn(source, fallen.pos[0]), 'Here too many brackets are open.', faults);
  for (const problem of fallen ? [] : problems) {
    faults.add('yaml.syntax', placeIn(source, problem.pos[0]), {
      message: PROBLEMS[problem.code] ?? `This is not valid YAML: ${problem.message}.`,
      expected: 'YAML, as docs/authoring.md shows it',
    });
  }
  if (problems.length || hasTooMuch(doc, source, faults)) return undefined;
  return losesWords(doc, source, faults) ? undefined : new YamlText(source, doc);
}

/** Entries of a list or fields of a map; the longest ledger of a course has some hundreds. */
const MOST_ENTRIES = 2000;

/** Lists and maps that are longer than any of a course, and fields that stand twice. */
function hasTooMuch(doc: Document, source: Fragment, faults: Faults): boolean {
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
function isTooDeep(source: Fragment, faults: Faults): boolean {
  const line = DEEP_LINE.exec(source.text);
  const offset = line ? line.index : deepBracket(source.text);
  if (offset === undefined) return false;
  const message = line ? 'This line is indented too far.' : 'Here too many brackets are open.';
  tellDepth(placeIn(source, offset), message, faults);
  return true;
}

function tellDepth(place: Place, message: string, faults: Faults): void {
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
function losesWords(doc: Document, source: Fragment, faults: Faults): boolean {
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
  if (typeof value === 'number' && !/^-?\d+(?:\.\d+)?$/.test(written)) {
    faults.add('field.value', placeIn(source, start), {
      message: `This is a number to YAML: ${value}.`,
      expected: 'a number in digits, such as 80, or text in quotes',
      fix: `Write it in digits. If it is text, put it in quotes: "${written}"`,
    });
  }
}

/** The whole text against a schema; undefined, with its mistakes told, where it doesn't fit. */
export function check<S extends z.ZodType>(
  yaml: YamlText,
  schema: S,
  faults: Faults,
  at: Path = [],
): z.output<S> | undefined {
  const raw: unknown = at.length ? yaml.doc.getIn([...at]) : yaml.raw;
  const value = at.length && isNode(raw) ? raw.toJS(yaml.doc) : raw;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) report(yaml, issue, at, value, schema, faults);
  return undefined;
}

/** A list, each entry checked by itself, so that one bad entry doesn't hide the others. */
export function checkList<S extends z.ZodType>(
  yaml: YamlText,
  schema: S,
  faults: Faults,
  what: string,
): { entries: { index: number; value: z.output<S> }[]; complete: boolean } {
  const list = yaml.doc.contents;
  if (!isSeq(list)) {
    faults.add('field.value', yaml.place([]), {
      message: 'This file is not a list.',
      expected: `a list of ${what}: each begins with a hyphen`,
    });
    return { entries: [], complete: false };
  }
  const entries: { index: number; value: z.output<S> }[] = [];
  for (let index = 0; index < list.items.length; index++) {
    const value = check(yaml, schema, faults, [index]);
    if (value !== undefined) entries.push({ index, value });
  }
  return { entries, complete: entries.length === list.items.length };
}

function report(
  yaml: YamlText,
  issue: Issue,
  base: Path,
  value: unknown,
  schema: z.ZodType,
  faults: Faults,
): void {
  const inner = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const path = [...base, ...inner];
  const expected = issue.message;
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const names = expected.replace(/^one of: /, '').split(', ');
      const message = `There is no field "${key}" here.`;
      faults.add('field.unknown', yaml.keyPlace(path, key), { message, expected, ...didYouMean(key, names) });
    }
    return;
  }
  const found = inner.reduce<unknown>(
    (part, key) => (part as Record<string, unknown> | undefined)?.[key],
    value,
  );
  const name = path.toReversed().find((part) => typeof part === 'string');
  if (found === undefined && name !== undefined && issue.code !== 'custom') {
    const message = `The field "${name}" is missing.`;
    faults.add('field.missing', yaml.place(path.slice(0, -1)), { message, expected: `${name}: ${expected}` });
    return;
  }
  const code: Code = expected === ID_EXPECTED || expected === LETTER_EXPECTED ? 'id.form' : 'field.value';
  const subject = name === undefined ? 'This' : `"${name}"`;
  const written = yaml.written(path);
  const quotable = typeof found === 'number' || typeof found === 'boolean';
  const helped = quotable && written !== undefined && fitsWith(schema, value, inner, written);
  faults.add(code, yaml.place(path), {
    message: `${subject} ${described(quotable && written !== undefined ? written : found)}.`,
    expected,
    ...(helped ? { fix: `Put it in quotes: "${written}"` } : {}),
  });
}

/** Whether a value would do if one part of it were this text. */
function fitsWith(schema: z.ZodType, value: unknown, path: Path, text: string): boolean {
  const copy = { root: structuredClone(value) };
  const full = ['root', ...path];
  const last = full.pop() ?? 'root';
  const parent = full.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], copy);
  (parent as Record<string, unknown>)[last] = text;
  const { error } = schema.safeParse(copy.root);
  return !error?.issues.some((issue) => issue.path.join() === path.join());
}

function described(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'is empty';
  if (Array.isArray(value)) return value.length ? 'is a list that does not fit' : 'is an empty list';
  if (typeof value === 'object') return 'is a map of fields that does not fit';
  const shown = JSON.stringify(value);
  return `cannot be ${shown.length > 60 ? `${shown.slice(0, 60)}…"` : shown}`;
}
