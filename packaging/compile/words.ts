/** The lists and words of a course that are no lessons: text.yaml, glossary, pages, sources, bank and practice. */
import type { GlossaryEntry, Item, PageContent } from '../../src/course/compiled.ts';
import { FORMS, WRITTEN_KINDS } from '../../src/course/kinds.ts';
import { itemSource, type ItemSource } from '../../src/course/questions.ts';
import { pageSource, sourceSource, termSource, type SourceSource } from '../../src/course/source.ts';
import { buildBlocks } from './blocks/index.ts';
import { contentOf } from './blocks/read.ts';
import type { Context } from './context.ts';
import { withoutYaml, type Part } from './directives.ts';
import type { Sources } from './files.ts';
import { placeIn, wholeFile, type Fragment, type Place } from './fragment.ts';
import { splitFrontMatter } from './front-matter.ts';
import { renderFlow } from './html.ts';
import type { Ids, IdKind } from './ids.ts';
import { addPart, takeBraces } from './lesson.ts';
import { parseMarkdown, startOf } from './markdown.ts';
import { buildQuestion } from './questions.ts';
import { check, checkList } from './yaml-schema.ts';
import { parseYaml, type YamlText } from './yaml.ts';

/** Entries of a list, each with its place. `complete` is false where some could not be read. */
export interface Listed<T> {
  entries: { value: T; index: number; yaml: YamlText }[];
  complete: boolean;
}

function readList<T>(
  files: Sources,
  path: string,
  purpose: string,
  read: (yaml: YamlText) => Omit<Listed<T>, 'entries'> & { entries: { value: T; index: number }[] },
): Listed<T> {
  const file = files.text(path, purpose);
  const yaml = file && parseYaml(wholeFile(file), files.faults);
  if (!yaml) return { entries: [], complete: false };
  const { entries, complete } = read(yaml);
  return { entries: entries.map(({ value, index }) => ({ value, index, yaml })), complete };
}

export function readSources(files: Sources): Listed<SourceSource> {
  const list = readList(files, 'sources.yaml', 'a list of the sources that facts are cited from', (yaml) => {
    if (isEmptyList(yaml)) return { entries: [], complete: true };
    return checkList(yaml, sourceSource, files.faults, 'sources');
  });
  return { ...list, complete: list.complete && noneTwice(list, ({ key }) => key, 'key', 'source', files) };
}

export type Terms = Map<string, { term: string; definition: Fragment; place: Place }>;

export function readTerms(files: Sources, path: string): { terms: Terms; complete: boolean } {
  const list = readList(files, path, 'a list of terms, which may be empty: []', (yaml) => {
    if (isEmptyList(yaml)) return { entries: [], complete: true };
    return checkList(yaml, termSource, files.faults, 'terms');
  });
  noneTwice(list, ({ id }) => id, 'id', 'term', files);
  const terms: Terms = new Map();
  for (const { value, index, yaml } of list.entries) {
    terms.set(value.id, {
      term: value.term,
      definition: yaml.text([index, 'definition']),
      place: yaml.place([index, 'id']),
    });
  }
  return { terms, complete: list.complete };
}

function isEmptyList(yaml: YamlText): boolean {
  const { raw } = yaml;
  return Array.isArray(raw) && raw.length === 0;
}

/** Keys and terms have a space of names of their own. */
function noneTwice<T>(
  list: Listed<T>,
  nameOf: (value: T) => string,
  field: string,
  what: string,
  files: Sources,
): boolean {
  const names = list.entries.map(({ value }) => nameOf(value));
  let fine = true;
  list.entries.forEach(({ yaml, index, value }, number) => {
    if (names.indexOf(nameOf(value)) === number) return;
    fine = false;
    files.faults.add('id.duplicate', yaml.place([index, field]), {
      message: `There is another ${what} "${nameOf(value)}" in this file.`,
      expected: `each ${what} once`,
    });
  });
  return fine;
}

export function buildTerms(terms: Terms, ctx: Context): GlossaryEntry[] {
  return [...terms].map(([id, { term, definition }]) => {
    return { id, term, definition: renderFlow(definition, { ctx, owner: 'glossary' }).html };
  });
}

const WITHOUT_IDS = WRITTEN_KINDS.filter((kind) => FORMS[kind].id === 'none');

export interface ParsedPage {
  id: string;
  title: string;
  body: Fragment;
  parts: Part[];
  /** Ids of its headings: a link to one leads to the page. */
  headings: string[];
}

export function parsePage(id: string, path: string, files: Sources, ids: Ids): ParsedPage | undefined {
  const file = files.text(path, 'a page: front matter with a title, and Markdown');
  const split = file && splitFrontMatter(file, files.faults);
  if (!file || !split) return undefined;
  const yaml = parseYaml(split.fields, files.faults);
  const front = yaml && check(yaml, pageSource, files.faults);
  ids.add(id, 'page', { file, offset: 0 });
  const parts: Part[] = [];
  const headings: string[] = [];
  const tree = parseMarkdown({ ...split.body, text: withoutYaml(split.body.text) }, files.faults);
  for (const node of tree?.children ?? []) {
    if (node.type === 'heading') {
      const heading = takeBraces(node, split.body, files.faults);
      if (heading.id) ids.add(heading.id, 'heading', placeIn(split.body, startOf(node)));
      if (heading.id) headings.push(heading.id);
    }
    const part = addPart(parts, node, split.body, files.faults, ids);
    if (!part || !('block' in part) || !part.block.id) continue;
    files.faults.add('block.place', part.block.place, {
      message: `The block "${part.block.name}" stands on a page, but its answers belong to a lesson.`,
      expected: `blocks without ids: ${WITHOUT_IDS.join(', ')}`,
      fix: 'Move it into a lesson.',
    });
  }
  if (tree && parts.length === 0)
    files.faults.add('section.empty', placeIn(split.body), {
      message: 'This page has nothing in it.',
      expected: 'text or a block below the front matter',
      fix: 'Write it, or take the file away.',
    });
  return { id, title: front?.title ?? '', body: split.body, parts, headings };
}

export function buildPage({ id, title, body, parts }: ParsedPage, ctx: Context): PageContent {
  const spot = { ctx, fragment: body, owner: id, headings: { least: 2, level: 1 } };
  return { id, title, blocks: buildBlocks(parts, spot) };
}

export interface ListedItem {
  value: ItemSource;
  index: number;
  yaml: YamlText;
  place: Place;
}

export interface ItemFile {
  name: string;
  items: ListedItem[];
  complete: boolean;
}

/** The files of `bank` or `practice`, sorted by name. Every id is given to `ids`. */
export function readItemFiles(folder: string, kind: IdKind, files: Sources, ids: Ids): ItemFile[] {
  return files
    .within(folder)
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => {
      const list = readList(files, path, 'a list of items', (yaml) =>
        checkList(yaml, itemSource, files.faults, 'items'),
      );
      const items = list.entries.map((entry) => ({ ...entry, place: entry.yaml.place([entry.index, 'id']) }));
      for (const { value, place } of items) ids.add(value.id, kind, place);
      return { name: path.slice(folder.length + 1, -'.yaml'.length), items, complete: list.complete };
    });
}

/** An item with its number left open; the ledger, or a running number, fills it. */
export function buildItem({ value, index, yaml }: ListedItem, ctx: Context): Item {
  const content = contentOf(value, yaml, { ctx, owner: value.teaches }, [index]);
  const { id, name, objective, level, teaches } = value;
  return { ...buildQuestion(content, ctx.faults, [index]), id, no: -1, name, objective, level, teaches };
}
