/** Lessons: read into sections and blocks first, so that every id is known, and rendered afterwards. */
import type { Heading, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Block, BlockStructure, LessonContent } from '../../src/course/compiled.ts';
import { VISIBLE } from '../../src/course/source-words.ts';
import { lessonSource, type LessonSource } from '../../src/course/source.ts';
import { buildBlocks } from './blocks/index.ts';
import { isOpenCode } from './code-blocks.ts';
import type { Context } from './context.ts';
import { readBlock, withoutYaml, type Part } from './directives.ts';
import { didYouMean, oneOfNames, type Faults } from './faults.ts';
import type { Sources } from './files.ts';
import { placeIn, type Fragment, type Place, type SourceFile } from './fragment.ts';
import { splitFrontMatter } from './front-matter.ts';
import { plainText, renderFlow } from './html.ts';
import type { Ids } from './ids.ts';
import { checkMarkdown, isBlock, parseMarkdown, restoreColons, startOf } from './markdown.ts';
import type { Settings } from './settings.ts';
import { check } from './yaml-schema.ts';
import { parseYaml, type YamlText } from './yaml.ts';

interface ParsedSection {
  id: string;
  title: string;
  optional: boolean;
  place: Place;
  parts: Part[];
}

export interface ParsedLesson {
  id: string;
  file: SourceFile;
  body: Fragment;
  front: { value: LessonSource; yaml: YamlText } | undefined;
  sections: ParsedSection[];
  /** False where something could not be read, so that what is missing may be there after all. */
  complete: boolean;
}

interface BuiltSection {
  id: string;
  title: string;
  optional: boolean;
  place: Place;
  blocks: Block[];
  counting: Omit<BlockStructure, 'no'>[];
  /** Ids of blocks in order, with what no language may change of them. */
  shapes: { id: string; kind: string; place: Place }[];
}

export interface BuiltLesson {
  id: string;
  file: SourceFile;
  front: LessonSource | undefined;
  sections: BuiltSection[];
  content: LessonContent;
  /** As in the parsed lesson. */
  complete: boolean;
}

/** First pass. Every id is given to `ids`. */
export function parseLesson(id: string, files: Sources, path: string, ids: Ids): ParsedLesson | undefined {
  const { faults } = files;
  const file = files.text(path, `lesson "${id}" of course.yaml`);
  const parts = file && splitFrontMatter(file, faults);
  if (!file || !parts) return undefined;
  const yaml = parseYaml(parts.fields, faults);
  const value = yaml && check(yaml, lessonSource, faults);
  if (yaml && value && value.id !== id) {
    faults.add('lesson.id', yaml.place(['id']), {
      message: `The lesson says that its id is "${value.id}", but its file is ${id}.md.`,
      expected: `id: ${id}`,
    });
  }
  ids.add(id, 'lesson', yaml ? yaml.place(['id']) : { file, offset: 0 });
  const { sections, complete } = parseSections(parts.body, faults, ids);
  return {
    id,
    file,
    body: parts.body,
    front: yaml && value && { yaml, value },
    sections,
    complete: complete && !!value,
  };
}

function parseSections(
  body: Fragment,
  faults: Faults,
  ids: Ids,
): { sections: ParsedSection[]; complete: boolean } {
  const sections: ParsedSection[] = [];
  let complete = true;
  const tree = parseMarkdown({ ...body, text: withoutYaml(body.text) }, faults);
  if (!tree) return { sections, complete: false };
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) {
      const heading = parseHeading(node, body, faults, ids);
      sections.push(heading);
      if (!heading.id) complete = false;
      continue;
    }
    const section = sections.at(-1);
    if (!section) {
      faults.add('lesson.section', placeIn(body, startOf(node)), {
        message: 'Here is text before the first section.',
        expected: 'a heading such as ## Title {#id}',
      });
      continue;
    }
    const part = addPart(section.parts, node, body, faults, ids);
    if (part === undefined || (node.type === 'code' && isOpenCode(node, body))) complete = false;
  }
  if (!sections.length) {
    faults.add('lesson.section', placeIn(body, 0), {
      message: 'This lesson has no sections.',
      expected: 'at least one heading such as ## Title {#id}',
    });
  }
  for (const { parts, title, place } of sections) {
    if (parts.length) continue;
    faults.add('section.empty', place, {
      message: `The section "${title}" has nothing in it.`,
      expected: 'text or a block',
    });
  }
  return { sections, complete: complete && sections.length > 0 };
}

/** Each of the lesson's objectives is one of the course's. */
export function checkLessonObjectives(
  { front }: ParsedLesson,
  { objectives, objectivesKnown }: Settings,
  faults: Faults,
): void {
  if (!front || !objectivesKnown) return;
  front.value.objectives.forEach((name, index) => {
    if (objectives.includes(name)) return;
    faults.add('lesson.objective', front.yaml.place(['objectives', index]), {
      message: `There is no objective "${name}".`,
      expected: oneOfNames(objectives),
      ...didYouMean(name, objectives),
    });
  });
}

/** Adds a node to the parts: prose is gathered, a block stands alone. */
export function addPart(parts: Part[], node: RootContent, body: Fragment, faults: Faults, ids: Ids): Part {
  if (!isBlock(node)) {
    const last = parts.at(-1);
    if (last && 'prose' in last) last.prose.push(node);
    else parts.push({ prose: [node] });
    return parts.at(-1);
  }
  const block = readBlock(node, body, faults);
  const part = block && { block };
  parts.push(part);
  if (block?.id) ids.add(block.id, 'block', block.place);
  return part;
}

function parseHeading(node: Heading, body: Fragment, faults: Faults, ids: Ids): ParsedSection {
  const place = placeIn(body, startOf(node));
  const { id, optional, title } = takeBraces(node, body, faults);
  checkTitle(node, body, faults);
  if (!VISIBLE.test(title)) {
    faults.add('section.attribute', place, {
      message: 'This heading has no words.',
      expected: '## Title {#id}',
    });
  }
  if (id) {
    ids.add(id, 'section', place);
  } else {
    faults.add('id.missing', place, {
      message: `The section "${title}" has no id.`,
      expected: `## ${title} {#an-id}`,
      fix: 'Give it an id that nothing else in the course has, and never change it again.',
    });
  }
  return { id, title, optional, place, parts: [] };
}

/** A title is plain words: it is shown in the outline as well. */
function checkTitle(node: Heading, body: Fragment, faults: Faults): void {
  checkMarkdown(node.children, body, faults);
  const pressed = node.children.find((child) => child.type === 'textDirective' || child.type === 'link');
  if (!pressed) return;
  faults.add('markdown.pressed', placeIn(body, startOf(pressed)), {
    message: 'A link, a term or a source stands in the title of a section.',
    expected: 'a title in plain words',
    fix: 'Move it into the text below.',
  });
}

/** Takes `{#id optional}` from the end of a heading. Changes the tree. */
export function takeBraces(
  node: Heading,
  body: Fragment,
  faults: Faults,
): { id: string; optional: boolean; title: string } {
  restoreColons([node], body);
  const last = node.children.at(-1);
  const braces = last?.type === 'text' ? /\s*\{([^{}]*)\}\s*$/.exec(last.value) : undefined;
  if (last?.type === 'text' && braces) last.value = last.value.slice(0, braces.index);
  const words = (braces?.[1] ?? '').trim().split(/\s+/);
  const id = words.find((word) => word.startsWith('#'))?.slice(1) ?? '';
  const wrong = words.find((word) => word && word !== 'optional' && word !== `#${id}`);
  if (wrong !== undefined) {
    faults.add('section.attribute', placeIn(body, startOf(node)), {
      message: `"${wrong}" in the braces of this heading is not understood.`,
      expected: '{#id} or {#id optional}',
    });
  }
  return {
    id,
    optional: words.includes('optional'),
    title: plainText(toHast({ type: 'root', children: [node] })),
  };
}

/** Second pass: everything that the text refers to is known by now. */
export function buildLesson(parsed: ParsedLesson, ctx: Context): BuiltLesson {
  const sections = parsed.sections.map((section) => {
    const spot = { ctx, fragment: parsed.body, owner: section.id, headings: { least: 3, level: 2 } };
    const built = buildBlocks(section.parts, spot);
    const read = section.parts.flatMap((part) =>
      part && 'block' in part && part.block.id ? [part.block] : [],
    );
    return {
      ...section,
      blocks: built,
      counting: read.flatMap(({ id, counting }) => (counting ? [{ id, kind: counting }] : [])),
      shapes: read.map(({ id, name, place }) => ({ id, kind: name, place })),
    };
  });
  const front = parsed.front?.value;
  const owner = parsed.sections[0]?.id ?? '';
  const note =
    parsed.front && front?.note !== undefined
      ? renderFlow(parsed.front.yaml.text(['note']), { ctx, owner })
      : undefined;
  const people = (front?.people ?? []).flatMap((id, index) => {
    const place = parsed.front?.yaml.place(['people', index]) ?? { file: parsed.file, offset: 0 };
    return ctx.cast.portrait(id, ctx.language, place) ?? [];
  });
  const content: LessonContent = {
    id: parsed.id,
    title: front?.title ?? '',
    goals: front?.goals ?? [],
    ...(people.length ? { people } : {}),
    ...(note ? { note: note.html } : {}),
    sections: sections.map(({ id, title, blocks }) => ({ id, title, blocks })),
  };
  return { id: parsed.id, file: parsed.file, front, sections, content, complete: parsed.complete };
}
