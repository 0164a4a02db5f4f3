/** SVG drawings: read, held to what may reach a learner, and made fit to stand in the page beside others. */
import type { Element, ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { deepElement } from './deep-element.ts';
import type { Faults } from './faults.ts';
import type { SourceFile } from './fragment.ts';
import { checkReferences } from './svg-references.ts';

const DROPPED = new Set(['title', 'desc', 'metadata', 'sodipodi:namedview']);

/** Elements that draw. */
const ELEMENTS = new Set(
  (
    'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan marker clipPath mask ' +
    'linearGradient radialGradient stop pattern'
  ).split(' '),
);

/** Names of attributes as the page's HTML has them; hast's own spelling differs for some. */
const ATTRIBUTE =
  /^(?:id|className|role|xmlns|viewBox|width|height|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|d|dx|dy|points|transform|opacity|fill|fill(?:Opacity|Rule)|stroke\w*|clipPath|clipRule|mask|marker\w*|font\w*|text(?:Anchor|Length)|lengthAdjust|letterSpacing|dominantBaseline|alignmentBaseline|baselineShift|offset|stopColor|stopOpacity|gradient\w+|pattern\w+|ref[XY]|orient|preserveAspectRatio|pathLength|href|xLinkHref|aria\w+|version|xmlSpace|vectorEffect|paintOrder|spreadMethod|fx|fy)$/;

/** Left behind by drawing programs; harmless, and dropped. */
const HARMLESS = /^(?:xmlns\S*|data\S*|inkscape\S*|sodipodi\S*|xmlLang|lang|xmlnsXLink)$/i;

interface Options {
  /** Empty for a drawing that carries no meaning. */
  alt: string;
  /** Put before its ids, so that they are unique in the page. */
  prefix: string;
  /** A figure stands on the theme's ground, light or dark; a logo has the colours of its house. */
  colours: 'of the theme' | 'its own';
}

/** @returns the drawing as markup; undefined, with faults, where it is none or holds what is not allowed */
export function readSvg(
  file: SourceFile,
  { alt, prefix, colours }: Options,
  faults: Faults,
): string | undefined {
  const before = faults.count;
  const root = parse(file, faults);
  if (!root) return undefined;
  clean(root, file, faults);
  checkReferences(root, file, faults);
  checkSight(root, file, faults);
  if (colours === 'of the theme') takeInk(root, file, faults);
  if (faults.count > before) return undefined;
  prefixIds(root, prefix);
  const decorative = alt.trim() === '';
  root.properties['xmlns'] = 'http://www.w3.org/2000/svg';
  delete root.properties['ariaLabel'];
  delete root.properties['ariaLabelledBy'];
  if (decorative) {
    delete root.properties['role'];
    root.properties['ariaHidden'] = 'true';
  } else {
    delete root.properties['ariaHidden'];
    root.properties['role'] = 'img';
    const title: Element = {
      type: 'element',
      tagName: 'title',
      properties: {},
      children: [{ type: 'text', value: alt }],
    };
    root.children.unshift(title);
  }
  return toHtml(root, { space: 'svg', closeEmptyElements: true, tightSelfClosing: true });
}

function parse(file: SourceFile, faults: Faults): Element | undefined {
  // A prolog and a doctype mean nothing in a page; blanks in their stead keep every place where it was.
  const text = withoutDoctype(file.text.replace(/^\s*<\?xml[\s\S]*?\?>/i, blanks));
  if (isTooDeep(text, file, faults)) return undefined;
  const tree = fromHtml(text, { fragment: true });
  const roots = tree.children.filter(
    (node) => node.type !== 'comment' && (node.type !== 'text' || node.value.trim()),
  );
  const [root] = roots;
  if (
    roots.length !== 1 ||
    root?.type !== 'element' ||
    root.tagName !== 'svg' ||
    !/<\/svg\s*>\s*(?:<!--[\s\S]*-->\s*)?$/i.test(text)
  ) {
    faults.add(
      'svg.malformed',
      { file, offset: 0 },
      {
        message: 'This file does not hold one SVG drawing.',
        expected: 'one <svg …> … </svg> and nothing else',
      },
    );
    return undefined;
  }
  if (!hasSize(root.properties['viewBox'])) {
    faults.add(
      'svg.malformed',
      { file, offset: offsetOf(root) },
      {
        message: 'This drawing has no viewBox.',
        expected: 'viewBox="0 0 width height", so that it fits every screen',
      },
    );
  }
  return root;
}

/** Four numbers, of which the last two are more than nothing: else nothing is drawn. */
function hasSize(viewBox: unknown): boolean {
  if (typeof viewBox !== 'string') return false;
  const numbers = viewBox
    .trim()
    .split(/[\s,]+/)
    .map((part) => (part ? Number(part) : NaN));
  const [, , width = 0, height = 0] = numbers;
  return numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0;
}

const DRAWN = new Set('use path rect circle ellipse line polyline polygon text'.split(' '));

/** Something is drawn; and no word of it is the name of an entity, which only the file itself could explain. */
function checkSight(root: Element, file: SourceFile, faults: Faults): void {
  let isEmpty = true;
  visit(root, (node) => {
    if (node.type === 'element') isEmpty &&= !DRAWN.has(node.tagName);
    const name = node.type === 'text' ? /&[A-Za-z][\w.-]*;/.exec(node.value)?.[0] : undefined;
    if (name !== undefined && file.text.includes(`<!ENTITY ${name.slice(1, -1)}`))
      forbid(`${name}, which stands for other words`, node, file, faults);
  });
  if (isEmpty)
    faults.add(
      'svg.malformed',
      { file, offset: offsetOf(root) },
      {
        message: 'Nothing is drawn here.',
        expected: 'shapes or text',
      },
    );
}

function isTooDeep(text: string, file: SourceFile, faults: Faults): boolean {
  const offset = deepElement(text);
  if (offset === undefined) return false;
  const words = { message: 'Here a part stands too deep inside others.', expected: 'a few groups' };
  faults.add('text.depth', { file, offset }, words);
  return true;
}

/** The first alone: a drawing has one. With the declarations in its brackets, if it has any. */
function withoutDoctype(text: string): string {
  const start = text.search(/<!DOCTYPE/i);
  const first = text.indexOf('>', start);
  if (start < 0 || first < 0) return text;
  const bracket = text.slice(start, first).includes('[') ? text.indexOf(']', start) : start;
  const end = text.indexOf('>', bracket) + 1;
  return bracket < 0 || end === 0
    ? text
    : text.slice(0, start) + blanks(text.slice(start, end)) + text.slice(end);
}

function blanks(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function clean(element: Element, file: SourceFile, faults: Faults): void {
  cleanAttributes(element, file, faults);
  const kept: ElementContent[] = [];
  for (const child of element.children) {
    if (child.type === 'comment') continue;
    if (child.type === 'element') {
      if (DROPPED.has(child.tagName)) continue;
      if (!ELEMENTS.has(child.tagName)) {
        forbid(`<${child.tagName}>`, child, file, faults);
        continue;
      }
      clean(child, file, faults);
    }
    kept.push(child);
  }
  element.children = kept;
}

function cleanAttributes(element: Element, file: SourceFile, faults: Faults): void {
  for (const [name, value] of Object.entries(element.properties)) {
    const text = Array.isArray(value) ? value.join(' ') : String(value ?? '');
    if (name === 'style') forbid('an inline style', element, file, faults);
    else if (/^on/i.test(name)) forbid(`the event attribute "${name.toLowerCase()}"`, element, file, faults);
    else if (/^(?:href|xLinkHref)$/.test(name) && !text.startsWith('#'))
      forbid(`a reference to "${text.slice(0, 40)}"`, element, file, faults);
    else if (/url\(\s*(?!["']?#)/i.test(text) || /javascript:|data:/i.test(text))
      forbid(`a reference to "${text.slice(0, 40)}"`, element, file, faults);
    else if (HARMLESS.test(name) && name !== 'xmlns') delete element.properties[name];
    else if (!ATTRIBUTE.test(name)) forbid(`the attribute "${name}"`, element, file, faults);
  }
}

const PAINTS = ['fill', 'stroke', 'stopColor', 'color', 'floodColor', 'lightingColor'];

/** What sets no colour takes the ink of the page; a colour that is set would be lost on one of the two grounds. */
function takeInk(root: Element, file: SourceFile, faults: Faults): void {
  visit(root, 'element', (node) => {
    for (const name of PAINTS) {
      const paint = node.properties[name];
      if (
        paint === undefined ||
        /^\s*(?:none|transparent|currentcolor|inherit|url\(.*)\s*$/i.test(String(paint))
      )
        continue;
      faults.add(
        'svg.colour',
        { file, offset: offsetOf(node) },
        {
          message: `This drawing sets the colour ${String(paint).slice(0, 40)}, which is lost on a light or on a dark ground.`,
          expected: 'colours by the fig- classes, currentColor or none',
        },
      );
    }
  });
  root.properties['fill'] ??= 'currentColor';
}

function forbid(what: string, node: Nodes, file: SourceFile, faults: Faults): void {
  faults.add(
    'svg.forbidden',
    { file, offset: offsetOf(node) },
    {
      message: `This drawing holds ${what}.`,
      expected: 'shapes and text with classes; no scripts, styles, pictures, events or addresses',
    },
  );
}

/** Ids are rewritten together with everything that refers to them. */
function prefixIds(root: Element, prefix: string): void {
  visit(root, 'element', (node) => {
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value !== 'string' && !Array.isArray(value)) continue;
      if (name === 'id') node.properties['id'] = `${prefix}${String(value)}`;
      else if (/^(?:href|xLinkHref)$/.test(name))
        node.properties[name] = `#${prefix}${String(value).slice(1)}`;
      else if (/^aria(?:LabelledBy|DescribedBy)$/.test(name)) {
        const ids = Array.isArray(value) ? value : value.split(/\s+/);
        node.properties[name] = ids.map((id) => `${prefix}${id}`).join(' ');
      } else if (typeof value === 'string' && value.includes('url(')) {
        node.properties[name] = value.replace(/url\(\s*["']?#([^"')]+)["']?\s*\)/g, `url(#${prefix}$1)`);
      }
    }
  });
}
