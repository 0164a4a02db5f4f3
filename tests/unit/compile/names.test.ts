/** Ids that every object answers to are ids like any other. */
import { describe, expect, it } from 'vitest';
import { CourseErrors } from '../../../packaging/compile/errors.ts';
import type { CourseFolder } from '../../../packaging/compile/files.ts';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { cmi5Structure } from '../../../packaging/pack/manifest/cmi5.ts';
import { facts } from '../packaging/facts.ts';
import { baseWith, COURSES, load } from './fixtures.ts';

const KINDS = ['id: base', 'obj-one', 'one-first', 'item-one', 'word', 'book'];

/** The base course in which one id is another everywhere. */
function renamed(from: string, to: string): CourseFolder {
  const files = [...load(`${COURSES}/base`).files].map(([name, bytes]) => {
    const text = new TextDecoder().decode(bytes);
    const id = from.replace('id: ', '');
    const pattern = new RegExp(from === 'id: base' ? '(?<=^id: )base$' : `(?<![\\w-])${id}(?![\\w-])`, 'gm');
    return [name, new TextEncoder().encode(text.replace(pattern, to))] as const;
  });
  return { shownAs: 'course', files: new Map(files) };
}

function outcome(folder: CourseFolder, name: string): string {
  try {
    return JSON.stringify(compileFolder(folder, { ledger: 'propose' })).replaceAll(name, 'NAME');
  } catch (error) {
    if (error instanceof CourseErrors) return error.message.replaceAll(name, 'NAME');
    throw error;
  }
}

describe.each(['constructor', 'valueof'])('the id %s', (name) => {
  it.each(KINDS)('compiles as any other in the place of %s', (id) => {
    expect(outcome(renamed(id, name), name)).toBe(outcome(renamed(id, 'harmlesses'), 'harmlesses'));
  });
});

it.each([
  [
    'an objective that the blueprint does not ask for',
    'course.yaml',
    'objectives: [obj-one]',
    'objectives: [obj-one, NAME]',
  ],
  ['an objective without words', 'course.yaml', 'objectives: [obj-one]', 'objectives: [obj-one, NAME]'],
  ['a lesson without a file', 'course.yaml', 'lessons: [one]', 'lessons: [one, NAME]'],
  ['a blueprint of what is no objective', 'course.yaml', 'obj-one: 1', 'obj-one: 1\n    NAME: 1'],
])('%s is told of as of any other', (_, file, from, to) => {
  const course = (name: string): CourseFolder => {
    const text = new TextDecoder().decode(load(`${COURSES}/base`).files.get(file));
    return baseWith({ [file]: text.replace(from, to.replace('NAME', name)) });
  };
  expect(outcome(course('constructor'), 'constructor')).toBe(outcome(course('harmlesses'), 'harmlesses'));
});

it('an objective of such a name has no words that nobody wrote, in a manifest either', () => {
  const { course, ...rest } = facts();
  const objectives = [{ id: 'constructor', no: 0, graded: true }];
  expect(cmi5Structure({ ...rest, course: { ...course, objectives } })).not.toContain('native code');
});

it.each([
  ['item', 'en/bank/all.yaml', 'item-one', 'item-on-e'],
  ['objective', 'course.yaml', 'obj-one', 'ob-j-one'],
])(
  'two ids of an %s that differ by hyphens alone are told: LMSs that take letters and digits only hold them for one',
  (kind, file, one, other) => {
    const text = new TextDecoder().decode(load(`${COURSES}/base`).files.get(file));
    const more =
      kind === 'item' ? text + text.replace(one, other) : text.replace(`[${one}]`, `[${one}, ${other}]`);
    expect(outcome(baseWith({ [file]: more }), 'NAME')).toContain(
      `The id "${other}" is, without its hyphens, that of the ${kind}`,
    );
  },
);
