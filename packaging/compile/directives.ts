/** Blocks as they stand in Markdown: their names, colons, attributes and ids, and the text between their fences. */
import type { RootContent } from 'mdast';
import type { CountingKind } from '../../src/course/compiled.ts';
import type { Form } from '../../src/course/kind.ts';
import { FORMS, WRITTEN_KINDS, type BlockName } from '../../src/course/kinds.ts';
import { didYouMean, oneOfNames, type Faults } from './faults.ts';
import { placeIn, slice, type Fragment, type Place } from './fragment.ts';
import { endOf, startOf, type BlockDirective } from './markdown.ts';

const YAML_NAMES = new Set(
  Object.keys(FORMS).filter((name) => isBlockName(name) && FORMS[name].form === 'yaml'),
);

const isContainer = ({ form }: Form): boolean => form !== 'line';

/**
 * Markdown with the content of YAML blocks blanked out: to the Markdown parser it is nothing but work. All offsets stay
 * as they are.
 */
export function withoutYaml(text: string): string {
  let closing: RegExp | undefined;
  let code: string | undefined;
  const lines = text.split('\n').map((line) => {
    if (closing) {
      if (!closing.test(line)) return ' '.repeat(line.length);
      closing = undefined;
      return line;
    }
    const [, fence = '', behind = ''] = /^ {0,3}(`{3,}|~{3,})(.*)/.exec(line) ?? [];
    if (fence && !code) code = fence;
    else if (code && fence.startsWith(code) && !behind.trim()) code = undefined;
    const opening = code ? undefined : /^ {0,3}(:{3,})([a-z]+)/.exec(line);
    if (opening && YAML_NAMES.has(opening[2] ?? '')) closing = closingFence(opening[1]?.length ?? 3);
    return line;
  });
  return lines.join('\n');
}

function closingFence(colons: number): RegExp {
  return new RegExp(`^ {0,3}:{${colons},}[ \\t]*$`);
}

export interface ParsedBlock {
  name: BlockName;
  node: BlockDirective;
  place: Place;
  /** Empty where it has none. */
  id: string;
  counting: CountingKind | undefined;
  /** Checked; undefined where one is wrong. */
  attributes: Readonly<Record<string, string>> | undefined;
  /** Between the fences. */
  content: Fragment;
}

/** A run of prose, or a block. Undefined where a block could not be read. */
export type Part = { prose: RootContent[] } | { block: ParsedBlock } | undefined;

/** Reads a block's fences and attributes; undefined, with faults, where there is no such block. */
export function readBlock(node: BlockDirective, fragment: Fragment, faults: Faults): ParsedBlock | undefined {
  const place = placeIn(fragment, startOf(node));
  if (!isBlockName(node.name)) {
    faults.add('block.unknown', place, {
      message: `There is no block named "${node.name}".`,
      expected: oneOfNames(WRITTEN_KINDS, 20),
      ...didYouMean(node.name, WRITTEN_KINDS),
    });
    return undefined;
  }
  const { name } = node;
  const form = FORMS[name];
  if (isContainer(form) !== (node.type === 'containerDirective')) {
    const right = isContainer(form)
      ? `:::${name}{…}, its content, and :::`
      : `::${name}{…} on one line, without content`;
    faults.add('block.form', place, {
      message: `The block "${name}" has the wrong number of colons.`,
      expected: right,
    });
    return undefined;
  }
  const content = contentOf(node, fragment, faults, place);
  if (!content || hasLabel(node, place, faults)) return undefined;
  const { id = '', ...others } = node.attributes ?? {};
  checkId(id ?? '', form, name, place, faults);
  return {
    name,
    node,
    place,
    id: form.id === 'none' ? '' : (id ?? ''),
    counting: form.id === 'counts' ? (name as CountingKind) : undefined,
    attributes: checkAttributes(others, name, node, fragment, faults),
    content,
  };
}

function isBlockName(name: string): name is BlockName {
  return Object.hasOwn(FORMS, name);
}

function checkId(id: string, form: Form, name: string, place: Place, faults: Faults): void {
  if (form.id === 'none' && id) {
    faults.add('block.id', place, {
      message: `The block "${name}" has an id, but it is no part of the learner’s progress.`,
      expected: `:::${name} without {#${id}}`,
    });
  }
  if (form.id !== 'none' && !id) {
    const marks = isContainer(form) ? ':::' : '::';
    faults.add('id.missing', place, {
      message: `The block "${name}" has no id.`,
      expected: `${marks}${name}{#an-id}`,
      fix: 'Give it an id that nothing else in the course has, and never change it again.',
    });
  }
}

function hasLabel(node: BlockDirective, place: Place, faults: Faults): boolean {
  const [first] = node.children;
  const label =
    first?.type === 'paragraph' && (first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel;
  const words = node.type === 'leafDirective' && node.children.length > 0;
  if (!label && !words) return false;
  faults.add('block.form', place, {
    message: 'This block has words in square brackets.',
    expected: `:::${node.name}{title="words"}, or the words as content`,
  });
  return true;
}

/** The lines between the fences; undefined where the closing one is missing. */
function contentOf(
  node: BlockDirective,
  fragment: Fragment,
  faults: Faults,
  place: Place,
): Fragment | undefined {
  const start = startOf(node);
  const text = fragment.text.slice(start, endOf(node));
  if (node.type === 'leafDirective') return slice(fragment, start, start);
  const colons = /^:+/.exec(text)?.[0].length ?? 3;
  const first = text.indexOf('\n');
  const last = text.lastIndexOf('\n');
  if (first < 0 || !closingFence(colons).test(text.slice(last + 1))) {
    faults.add('block.unclosed', place, {
      message: `The block "${node.name}" that opens here is never closed.`,
      expected: `${':'.repeat(colons)} on a line of its own`,
    });
    return undefined;
  }
  // A block inside YAML can only mean that the one before it was left open.
  const inner = YAML_NAMES.has(node.name) ? /^ {0,3}::+[a-z]/m.exec(text.slice(first + 1)) : null;
  if (inner) {
    faults.add('block.unclosed', placeIn(fragment, start + first + 1 + inner.index), {
      message: `Here begins a block, but "${node.name}" before it is still open.`,
      expected: `${':'.repeat(colons)} on a line of its own before it`,
    });
    return undefined;
  }
  return slice(fragment, start + first + 1, start + last + 1);
}

function checkAttributes(
  written: Record<string, string | null | undefined>,
  name: BlockName,
  node: BlockDirective,
  fragment: Fragment,
  faults: Faults,
): Record<string, string> | undefined {
  // an object takes this name for no field of its own, so that it never comes to be among those written
  if (/[\s{]__proto__[\s=}]/.test(openingLine(node, fragment))) {
    faults.add('field.unknown', attributePlace('__proto__', node, fragment), {
      message: `The block "${name}" has no field "__proto__".`,
      expected: oneOfNames(Object.keys(FORMS[name].attributes.shape)),
    });
    return undefined;
  }
  const line = openingLine(node, fragment);
  const twice = namesIn(line).find((field, index, all) => all.indexOf(field) !== index);
  if (twice !== undefined) {
    faults.add('yaml.duplicate', attributePlace(twice, node, fragment), {
      message: `The field "${twice}" stands twice in this line.`,
      expected: 'each field once',
    });
    return undefined;
  }
  if (name === 'figure' && written['alt'] === '' && !/\salt\s*=/.test(line)) delete written['alt'];
  const result = FORMS[name].attributes.safeParse(written);
  if (result.success) return result.data as Record<string, string>;
  for (const issue of result.error.issues) {
    const expected = issue.message;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const known = Object.keys(FORMS[name].attributes.shape);
        faults.add('field.unknown', attributePlace(key, node, fragment), {
          message: `The block "${name}" has no field "${key}".`,
          expected: oneOfNames(known),
          ...didYouMean(key, known),
        });
      }
      continue;
    }
    const field = String(issue.path[0]);
    const value = written[field];
    if (name === 'figure' && field === 'alt') {
      const words = { message: 'This picture has no alt text.', expected };
      faults.add('figure.alt', attributePlace('', node, fragment), words);
    } else if (value === undefined) {
      const words = { message: `The field "${field}" is missing.`, expected: `${field}: ${expected}` };
      faults.add('field.missing', attributePlace('', node, fragment), words);
    } else {
      const message = value ? `"${field}" cannot be "${value}".` : `"${field}" is empty.`;
      faults.add('field.value', attributePlace(field, node, fragment), { message, expected });
    }
  }
  return undefined;
}

/** Fields that a line names before "=": what stands in quotation marks is none. */
function namesIn(line: string): string[] {
  const words = line.slice(line.indexOf('{') + 1).replace(/"[^"]*"|'[^']*'/g, '""');
  return Array.from(words.matchAll(/(?<![^\s{])([A-Za-z][\w-]*)\s*=/g), ([, field = '']) => field);
}

function attributePlace(field: string, node: BlockDirective, fragment: Fragment): Place {
  const start = startOf(node);
  const line = openingLine(node, fragment);
  const brace = line.indexOf('{');
  const at = field && brace >= 0 ? line.indexOf(field, brace) : 0;
  return placeIn(fragment, start + Math.max(0, at));
}

function openingLine(node: BlockDirective, { text }: Fragment): string {
  const start = startOf(node);
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end);
}
