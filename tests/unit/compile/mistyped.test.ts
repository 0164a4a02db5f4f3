/** Signs that were meant to mark words up and were mistyped: a learner would read them. */
import { describe, expect, it } from 'vitest';
import { CourseErrors } from '../../../packaging/compile/errors.ts';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { baseText, baseWith, baseWithLesson } from './fixtures.ts';

const IRI = 'https://example.org/courses/';
const withIri = (iri: string): ReturnType<typeof baseWith> =>
  baseWith({ 'course.yaml': baseText('course.yaml').replace(/^iri: .*$/m, `iri: "${iri}"`) });

describe('is a mistake', () => {
  it.each([
    ['an address apart from its words', 'See [words] (https://example.org/a).'],
    ['a place in the course apart from its words', 'See [words] (#one).'],
    ['a heading without a space', '##Heading'],
    ['a mark of a merge in a list', '- <<<<<<< HEAD\n- a'],
    ['the end of a merge in a list', '- a\n- >>>>>>> main'],
    ['a letter that was saved twice', 'El niÃ±o duerme.'],
    ['an apostrophe that was saved twice', 'She canâ€™t.'],
  ])('%s', (_, words) => {
    expect(codes(baseWithLesson(words))).toMatch(/^(?:markdown\.sign|file\.conflict)$/);
  });

  it.each([
    ['with a space', `${IRI}a b`],
    ['without end', IRI + 'a'.repeat(5000)],
    ['with a bracket that no address has', `${IRI}<a>`],
  ])('an iri %s', (_, iri) => {
    expect(codes(withIri(iri))).toBe('field.value');
  });
});

describe('is fine', () => {
  it.each([
    ['brackets before words in brackets', 'The board [the state’s] (since 2020) decides.'],
    ['a number sign within a line', 'Press #2, or call line #3.'],
    ['letters of Portuguese and French', 'São João; IRMÃ e Ã; pâté.'],
  ])('%s', (_, words) => {
    expect(codes(baseWithLesson(words))).toBe('');
  });

  it('an iri with letters of any language', () => {
    expect(codes(withIri(`${IRI}ética#1`))).toBe('');
  });
});

function codes(folder: ReturnType<typeof baseWith>): string {
  try {
    compileFolder(folder, { ledger: 'propose' });
  } catch (error) {
    if (error instanceof CourseErrors) return error.errors.map(({ code }) => code).join();
    throw error;
  }
  return '';
}
