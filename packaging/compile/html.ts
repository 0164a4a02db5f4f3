/** Markdown trees to sanitised HTML and plain text. */
import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import type { Html } from '../../src/course/compiled.ts';
import { VISIBLE } from '../../src/course/source-words.ts';
import type { Spot } from './context.ts';
import { placeIn, type Fragment } from './fragment.ts';
import { prepareDirectives } from './inline.ts';
import { prepareLinks } from './links.ts';
import { checkMarkdown, parseMarkdown, restoreColons } from './markdown.ts';
import { plainParagraphs } from './plain.ts';
import { SCHEMA } from './sanitise.ts';
import { prepareTables } from './tables.ts';

export interface Rendered {
  html: Html;
  /** One line, without citations. */
  plain: string;
}

/** Nodes of a tree, as paragraphs, lists and so on. Their offsets are those of the spot's fragment. */
export function renderNodes(nodes: readonly RootContent[], spot: Spot): HastRoot {
  const { ctx, fragment } = spot;
  restoreColons(nodes, fragment);
  checkMarkdown(nodes, fragment, ctx.faults, spot.headings);
  prepareDirectives(nodes, spot);
  prepareLinks(nodes, spot);
  const tree = toHast({ type: 'root', children: [...nodes] });
  prepareTables(tree);
  return sanitize(tree, SCHEMA) as HastRoot;
}

export function nodesToHtml(nodes: readonly RootContent[], spot: Spot): Html {
  return serialise(renderNodes(nodes, spot).children as ElementContent[]);
}

function renderText(fragment: Fragment, around: Omit<Spot, 'fragment'>): HastRoot {
  return renderNodes(parseMarkdown(fragment, around.ctx.faults)?.children ?? [], { ...around, fragment });
}

/** Markdown text, as paragraphs, lists and so on. */
export function renderFlow(fragment: Fragment, around: Omit<Spot, 'fragment'>): Rendered {
  const paragraphs = plainParagraphs(fragment.text);
  if (paragraphs)
    return {
      html: paragraphs.map((text) => `<p>${text}</p>`).join('\n'),
      plain: oneLine(paragraphs.join(' ')),
    };
  const before = around.ctx.faults.count;
  const tree = renderText(fragment, around);
  return seen(
    { html: serialise(tree.children as ElementContent[]), plain: plainText(tree) },
    before,
    fragment,
    around,
  );
}

/** Letters for a sign that nobody sees, or sources alone, are no words. */
function seen(
  rendered: Rendered,
  before: number,
  fragment: Fragment,
  { ctx }: Omit<Spot, 'fragment'>,
): Rendered {
  if (!VISIBLE.test(rendered.plain) && ctx.faults.count === before)
    ctx.faults.add('field.value', placeIn(fragment), {
      message: 'Of this text nobody would see a word.',
      expected: 'words',
    });
  return rendered;
}

/**
 * Markdown text of one paragraph, without the paragraph around it. Where it stands in a label or on a button, nothing in
 * it may be pressed by itself.
 */
export function renderInline(fragment: Fragment, around: Omit<Spot, 'fragment'>, pressed = false): Rendered {
  const [paragraph = '', ...more] = plainParagraphs(fragment.text) ?? [];
  if (paragraph && !more.length) return { html: paragraph, plain: oneLine(paragraph) };
  const before = around.ctx.faults.count;
  const tree = renderText(fragment, around);
  const parts = tree.children.filter((node) => node.type !== 'text' || node.value.trim());
  const [first] = parts;
  if (parts.length > 1 || (first && !isElement(first, 'p'))) {
    around.ctx.faults.add('markdown.one-paragraph', placeIn(fragment), {
      message: 'This text has lists, headings or more than one paragraph.',
      expected: 'one paragraph',
    });
  }
  const children = first?.type === 'element' ? first.children : [];
  visit(tree, 'element', (node) => {
    if (!pressed || node.tagName !== 'a') return;
    around.ctx.faults.add('markdown.pressed', placeIn(fragment), {
      message: 'A link, a term or a source stands in words that are pressed themselves.',
      expected: 'words without links, :term and :cite',
    });
  });
  return seen({ html: serialise(children), plain: plainText(tree) }, before, fragment, around);
}

function isElement(node: HastNodes, name: string): node is Element {
  return node.type === 'element' && node.tagName === name;
}

function serialise(nodes: readonly ElementContent[]): Html {
  return toHtml({ type: 'root', children: [...nodes] }).trim();
}

const BETWEEN = new Set(['p', 'li', 'td', 'th', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'br']);

/** The words of a tree on one line, without the numbers of sources. */
export function plainText(tree: HastNodes): string {
  let text = '';
  visit(tree, (node) => {
    if (node.type === 'text') text += node.value;
    if (node.type !== 'element') return true;
    if (isCitation(node)) return 'skip';
    if (BETWEEN.has(node.tagName)) text += ' ';
    return true;
  });
  return oneLine(text);
}

/** The words of compiled HTML. Paragraphs and the like end in a line break, so that they end a sentence. */
export function plainLines(html: Html): string {
  return linesOf(fromHtml(html, { fragment: true })).replace(/[ \u00a0]+/g, ' ');
}

function linesOf(node: HastNodes): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  if (!('children' in node)) return '';
  const name = node.type === 'element' ? node.tagName : '';
  if (name === 'svg' || isCitation(node)) return '';
  const text = node.children.map(linesOf).join('');
  return BETWEEN.has(name) ? `${text}\n` : text;
}

function isCitation(node: HastNodes): boolean {
  return node.type === 'element' && node.tagName === 'a' && 'dataCite' in node.properties;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
