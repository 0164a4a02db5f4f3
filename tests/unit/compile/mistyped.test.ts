/** Signs that were meant to mark words up and were mistyped: a learner would read them. */
import { describe, expect, it } from 'vitest';
import { baseText, baseWith, baseWithLesson, codesOf, toldOf } from './fixtures.ts';

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
    ['bold with spaces inside', 'Read ** this part ** first.'],
    ['bold with spaces inside, in Spanish', '** ¿Quién decide? ** La persona.'],
    ['words that are marked', 'What ==matters most== here.'],
  ])('%s', (_, words) => {
    expect(codesOf(baseWithLesson(words))).toMatch(/^(?:markdown\.sign|file\.conflict)$/);
  });

  it.each([
    ['of letters', 'El niÃ±o durmiÃ³.', 2],
    ['of apostrophes', 'She canâ€™t, and he wonâ€™t.', 2],
    ['of what opens a question', 'Â¿QuiÃ©n decide?', 2],
  ])('a file that was saved twice, told once by one %s', (_, words, times) => {
    const folder = baseWithLesson(`${words}\n\n${words}`);
    expect(messages(folder)).toEqual([
      expect.stringMatching(new RegExp(`one\\.md:\\d+:\\d+ .* The file has ${2 * times} such places`)),
    ]);
  });

  it.each([
    ['with a space', `${IRI}a b`],
    ['without end', IRI + 'a'.repeat(5000)],
    ['with a bracket that no address has', `${IRI}<a>`],
  ])('an iri %s', (_, iri) => {
    expect(codesOf(withIri(iri))).toBe('field.value');
  });
});

describe('is fine', () => {
  it.each([
    ['brackets before words in brackets', 'The board [the state’s] (since 2020) decides.'],
    ['a number sign within a line', 'Press #2, or call line #3.'],
    ['letters of Portuguese and French', 'São João; IRMÃ e Ã; «IRMÃ» «CHÂ»; pâté.'],
    ['signs with spaces that are meant themselves', '2 ** 3 ** 4 is much, and 3 * 4 * 5 less.'],
    ['signs of equality', 'Where a == b and b == c, a == c; `==x==`; x==y==z.'],
    ['signs that are meant themselves', '\\*\\* not bold \\*\\*'],
  ])('%s', (_, words) => {
    expect(codesOf(baseWithLesson(words))).toBe('');
  });

  it('an iri with letters of any language', () => {
    expect(codesOf(withIri(`${IRI}ética#1`))).toBe('');
  });
});

const messages = (folder: ReturnType<typeof baseWith>): string[] =>
  toldOf(folder).map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
