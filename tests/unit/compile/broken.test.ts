import { expect, describe, test } from 'vitest';
import { CATALOGUE } from '../../../packaging/compile/catalogue.ts';
import { CourseErrors } from '../../../packaging/compile/errors.ts';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { broken, brokenNames } from './fixtures.ts';

const found = new Map<string, CourseErrors>();

/** Each broken course is compiled once: what a mistake tells doesn't depend on who asks. */
function mistakes(name: string): CourseErrors {
  const errors = found.get(name) ?? compiled(name);
  found.set(name, errors);
  return errors;
}

/** Ids that a fixture adds need no numbers, except where the ledger is what it is about. */
function compiled(name: string): CourseErrors {
  const { folder, hasLedger } = broken(name);
  try {
    compileFolder(folder, { ledger: hasLedger ? 'strict' : 'propose' });
  } catch (error) {
    if (error instanceof CourseErrors) return error;
    throw error;
  }
  throw new Error(`The broken course "${name}" compiled.`);
}

describe('what an author reads', () => {
  test.each(brokenNames())('%s', async (name) => {
    await expect(mistakes(name).message).toMatchFileSnapshot(`broken/${name}.txt`);
  });
});

test.each(brokenNames())(
  'every mistake of %s has a file, a place, what was expected and what to do',
  (name) => {
    for (const error of mistakes(name).errors) {
      expect(error.file).toMatch(/^course\//);
      expect(error.line).toBeGreaterThan(0);
      expect(error.column).toBeGreaterThan(0);
      for (const words of [error.message, error.expected, error.fix]) expect(words).toMatch(/\S/);
      // Expectations are phrases for people, never the schema library's own words.
      expect(error.expected).not.toMatch(/^(?:Invalid|Too |Unrecognized|Expected)/);
    }
  },
);

test('every code of the catalogue is shown by a broken course, and every code shown is in the catalogue', () => {
  const shown = new Set(brokenNames().flatMap((name) => mistakes(name).errors.map((error) => error.code)));
  expect([...shown].toSorted()).toEqual(Object.keys(CATALOGUE).toSorted());
});

test('a course with many mistakes tells all of them at once', () => {
  const codes = mistakes('many-at-once').errors.map((error) => error.code);
  expect(codes).toEqual(
    expect.arrayContaining([
      'field.value',
      'field.missing',
      'block.unknown',
      'markdown.html',
      'question.right',
      'id.form',
    ]),
  );
});
