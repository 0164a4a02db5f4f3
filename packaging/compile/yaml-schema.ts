/** YAML against a schema, with each mistake pointed at where it stands. */
import { isNode, isSeq } from 'yaml';
import type { z } from 'zod';
import { ID_EXPECTED, LETTER_EXPECTED } from '../../src/course/source-words.ts';
import type { Code } from './catalogue.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Path, YamlText } from './yaml.ts';

type Issue = z.core.$ZodIssue;

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
    faults.add('field.missing', yaml.place(path.slice(0, -1)), {
      message,
      expected: expected.startsWith(`${name}: `) ? expected : `${name}: ${expected}`,
    });
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
