/** Markdown to a tree, and the checks of what an author may write in it. */
import type { Heading, Nodes, Root, RootContent, PhrasingContent } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit, SKIP } from 'unist-util-visit';
import { checkCode } from './code-blocks.ts';
import type { Headings } from './context.ts';
import { goesTooDeep, isTooDeep } from './depth.ts';
import type { Faults } from './faults.ts';
import { placeIn, type Fragment, type Place } from './fragment.ts';
import { checkEntities, checkParagraph, checkSigns, checkTable, whereIs } from './shown.ts';

type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;
type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>;
export type TextDirective = Extract<PhrasingContent, { type: 'textDirective' }>;
export type BlockDirective = ContainerDirective | LeafDirective;

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .freeze();

/** Offsets of the tree are offsets of the fragment. Undefined, with a fault, for a text that no parser should see. */
export function parseMarkdown(fragment: Fragment, faults: Faults): Root | undefined {
  if (isTooDeep(fragment, faults)) return undefined;
  const tree = parser.parse(fragment.text);
  return goesTooDeep(tree, fragment, faults) ? undefined : tree;
}

export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

export function isBlock(node: Nodes): node is BlockDirective {
  return node.type === 'containerDirective' || node.type === 'leafDirective';
}

/**
 * A colon before a word is a colon: `10:30`, `note:this`. Only with words or attributes is it a directive. Changes the
 * tree; the pieces of text that this leaves side by side are joined.
 */
export function restoreColons(nodes: readonly Nodes[], fragment: Fragment): void {
  for (const node of nodes) {
    visit(node, 'textDirective', (directive, index, parent) => {
      if (!parent || index === undefined || directive.children.length) return;
      const written = fragment.text.slice(startOf(directive), endOf(directive));
      if (/[[{]/.test(written)) return;
      const text = { type: 'text' as const, value: written, ...position(directive) };
      const before = parent.children[index - 1];
      const after = parent.children[index + 1];
      if (after?.type === 'text') {
        text.value += after.value;
        if (text.position && after.position) text.position = { ...text.position, end: after.position.end };
        parent.children.splice(index + 1, 1);
      }
      if (before?.type === 'text') {
        before.value += text.value;
        if (before.position && text.position)
          before.position = { ...before.position, end: text.position.end };
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      parent.children.splice(index, 1, text);
      return [SKIP, index];
    });
  }
}

function position(node: Nodes): Pick<Nodes, 'position'> {
  return node.position ? { position: node.position } : {};
}

/** Tells of everything in these nodes that the course doesn't show. Sections' own headings are not among them. */
export function checkMarkdown(
  nodes: readonly Nodes[],
  fragment: Fragment,
  faults: Faults,
  headings: Headings = { least: 3, level: 2 },
): void {
  const opened = new Set<string>();
  for (const top of nodes) {
    let near = startOf(top);
    visit(top, (node) => {
      near = node.position?.start.offset ?? near;
      const place = placeIn(fragment, near);
      if (node.type === 'heading') {
        checkHeading(node, headings, place, faults);
        headings.level = node.depth;
      } else if (node.type === 'text') {
        checkText(node.value, fragment, near, faults);
        const where = whereIs(node, fragment, near);
        checkSigns(where, faults);
        checkEntities(node.value, where, faults);
        near = where.end;
      } else if (node.type === 'html') {
        const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(node.value) ?? [];
        if (slash && opened.has(name)) return undefined;
        opened.add(name);
        faults.add('markdown.html', place, {
          message: `Here is HTML: ${node.value.split('\n')[0]?.slice(0, 40)}`,
          expected: 'Markdown',
        });
      } else if (node.type === 'code') {
        checkCode(node, fragment, faults);
      } else {
        if (node.type === 'paragraph') checkParagraph(node, fragment, faults);
        if (node.type === 'table') checkTable(node, fragment, faults);
        checkUnsupported(node, place, faults);
        if (isBlock(node)) return SKIP;
      }
      return undefined;
    });
  }
}

function checkHeading(
  { depth, children }: Heading,
  { least, level }: Headings,
  place: Place,
  faults: Faults,
): void {
  if (children.length === 0)
    faults.add('markdown.heading', place, {
      message: 'This heading has no words.',
      expected: `${'#'.repeat(depth)} and words`,
      fix: 'Write its words, or take it away.',
    });
  const most = Math.max(level, least - 1) + 1;
  if (depth >= least && depth <= most) return;
  faults.add('markdown.heading', place, {
    message: `A heading of level ${depth} (${'#'.repeat(depth)}) does not fit here.`,
    expected: `a heading of level ${least === most ? least : `${least} to ${most}`} (${'#'.repeat(most)})`,
  });
}

const UNSUPPORTED: Partial<Record<Nodes['type'], readonly [what: string, fix: string]>> = {
  image: ['a picture in the text', 'Write it as a block: :::figure{src=… alt="…"}'],
  imageReference: ['a picture in the text', 'Write it as a block: :::figure{src=… alt="…"}'],
  footnoteDefinition: ['a footnote', 'Name a source with :cite[key], or write the words into the text.'],
  footnoteReference: ['a footnote', 'Name a source with :cite[key], or write the words into the text.'],
  definition: ['an address apart from its link', 'Write the address into the link: [words](https://…)'],
  linkReference: [
    'a link whose address stands elsewhere',
    'Write the address into the link: [words](https://…)',
  ],
};

function checkUnsupported(node: Nodes, place: Place, faults: Faults): void {
  const task = node.type === 'listItem' && typeof node.checked === 'boolean';
  const found = task
    ? ['a list to tick', 'Use the block :::commitments, or take the [ ] away.']
    : UNSUPPORTED[node.type];
  if (found) {
    const [what = '', fix = ''] = found;
    faults.add('markdown.unsupported', place, {
      message: `Here is ${what}, which the course does not show.`,
      expected: 'prose, headings, lists, quotations, tables and links',
      fix,
    });
  }
  if (isBlock(node)) {
    faults.add('block.place', place, {
      message: `The block "${node.name}" stands inside something else.`,
      expected: 'blocks between paragraphs, at the level of the section',
      fix: 'Close the block before it with ::: on a line of its own, or take this one out of the list or quotation.',
    });
  }
}

/** What looks like a directive and was not read as one. */
const BROKEN: readonly (readonly [
  RegExp,
  'block.malformed' | 'directive.unknown' | 'section.attribute' | 'markdown.sign',
  string,
])[] = [
  [
    /^[ \u00a0\u200b-\u200d\u2060]*(?::::|：{2,}).*$|:{3,}[A-Za-z][\w-]*[[{].*$/m,
    'block.malformed',
    'a block such as :::name{#id field="text"}, closed by :::',
  ],
  [/^ {0,3}::[a-z].*$/m, 'block.malformed', 'a block such as ::practice{#id file=name}'],
  [
    /(?::|：\s?)(?:term|cite|lang|other)\s*[[{]|:(?:term|cite|lang|other)\(|: (?:cite|lang)[[{]|(?<![\p{L}:])(?:cite|lang)\[/u,
    'directive.unknown',
    ':term[words]{id=…}, :cite[key] or :lang[words]{en}',
  ],
  [/\{#[^}]*\}?/, 'section.attribute', '{#id} at the end of a ## heading, and nowhere else'],
  [/^ {0,3}={3,}$/m, 'markdown.sign', 'words'],
];

function checkText(value: string, fragment: Fragment, offset: number, faults: Faults): void {
  for (const [pattern, code, expected] of BROKEN) {
    const match = pattern.exec(value);
    if (!match) continue;
    const written = match[0].trim();
    // Escapes and entities make the value shorter than its source: look for the words themselves from its start.
    const found = fragment.text.indexOf(written.slice(0, 12), offset);
    const stray = /^:{3,}$/.test(written) && /^:{3,}[ \t]*(?:\n|$)/.test(fragment.text.slice(found));
    faults.add(code, placeIn(fragment, found < 0 ? offset : found), {
      message: stray
        ? 'This closes a block, but none is open.'
        : `"${written.slice(0, 60)}" cannot be read here.`,
      expected,
      ...(stray
        ? { fix: 'Take it away. An outer block with other blocks in it needs more colons than they have.' }
        : {}),
    });
  }
}
