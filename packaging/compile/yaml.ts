/** YAML with a place for each of its parts, read with its mistakes pointed at where they stand. */
import { isMap, isNode, isScalar, parseDocument, type Document, type Node, type YAMLMap } from 'yaml';
import type { Faults } from './faults.ts';
import { placeIn, scalarFragment, type Fragment, type Place } from './fragment.ts';
import { hasTooMuch, isTooDeep, losesWords, tellDepth } from './yaml-limits.ts';

export type Path = readonly (string | number)[];

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
