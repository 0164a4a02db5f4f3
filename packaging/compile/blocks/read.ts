/** What the builders of blocks have in common: their YAML, and the Markdown in it. */
import type { z } from 'zod';
import type { Html } from '../../../src/course/compiled.ts';
import type { Spot } from '../context.ts';
import type { ParsedBlock } from '../directives.ts';
import { nodesToHtml, renderFlow, renderInline, type Rendered } from '../html.ts';
import { check } from '../yaml-schema.ts';
import { parseYaml, type YamlText } from '../yaml.ts';

type Path = readonly (string | number)[];

/** A checked YAML value, and its strings as HTML. */
export interface Content<T> {
  value: T;
  yaml: YamlText;
  flow(...path: Path): Rendered;
  inline(...path: Path): Rendered;
  /** One paragraph that stands in a label or on a button. */
  pressed(...path: Path): Rendered;
}

/** Ties a checked value to the rendering of its strings. `base` is the path of the value in the file. */
export function contentOf<T>(
  value: T,
  yaml: YamlText,
  around: Omit<Spot, 'fragment'>,
  base: Path = [],
): Content<T> {
  return {
    value,
    yaml,
    flow: (...path) => renderFlow(yaml.text([...base, ...path]), around),
    inline: (...path) => renderInline(yaml.text([...base, ...path]), around),
    pressed: (...path) => renderInline(yaml.text([...base, ...path]), around, true),
  };
}

/** A block's content as YAML; undefined, with faults, where it doesn't fit. */
export function readYaml<S extends z.ZodType>(
  block: ParsedBlock,
  schema: S,
  spot: Spot,
): Content<z.output<S>> | undefined {
  const { faults } = spot.ctx;
  if (isEmpty(block, spot)) return undefined;
  const yaml = parseYaml(block.content, faults);
  const value = yaml && check(yaml, schema, faults);
  return yaml && value !== undefined
    ? contentOf(value, yaml, { ctx: spot.ctx, owner: spot.owner })
    : undefined;
}

/** A block's content as Markdown; undefined, with a fault, where there is none. */
export function readMarkdown(block: ParsedBlock, spot: Spot): Html | undefined {
  if (isEmpty(block, spot)) return undefined;
  return nodesToHtml(block.node.children, { ...spot, headings: { least: 3, level: 2 } });
}

export function isEmpty(block: ParsedBlock, { ctx }: Spot): boolean {
  if (block.content.text.trim()) return false;
  ctx.faults.add('block.empty', block.place, {
    message: `The block "${block.name}" has nothing in it.`,
    expected: 'content between its first line and its closing colons',
  });
  return true;
}
