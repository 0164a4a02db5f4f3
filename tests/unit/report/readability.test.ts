import { expect, it } from 'vitest';
import { isHard, measure, readability, spanishSyllables } from '../../../packaging/report/readability.ts';
import { plainLines } from '../../../packaging/compile/html.ts';

it.each([
  ['sol', 1],
  ['casa', 2],
  ['quiero', 2],
  ['guerra', 2],
  ['pingüino', 3],
  ['día', 2],
  ['aéreo', 4],
  ['muy', 1],
  ['y', 1],
  ['mayo', 2],
  ['autodeterminación', 7],
  ['confidencialidad', 6],
  ['leer', 2],
  ['ahí', 2],
])('counts the syllables of %s', (word, count) => expect(spanishSyllables(word)).toBe(count));

const easy =
  'The dog ran to the park. It was a hot day. We sat in the sun. Then we went home to eat. '.repeat(2);
const hard =
  'Notwithstanding organizational considerations, confidentiality obligations necessitate individualized determinations regarding authorization, documentation, representation and institutional accountability mechanisms. '.repeat(
    2,
  );

it('tells an easy text from a hard one', () => {
  const grade = (text: string): number => readability(measure(text, 'en'), 'en')?.value ?? Number.NaN;
  expect(grade(easy)).toBeLessThan(3);
  expect(grade(hard)).toBeGreaterThan(16);
  expect(isHard({ scale: 'grade', value: grade(hard) })).toBe(true);
});

it('measures Spanish on both scales', () => {
  const facil = 'Ana toma el bus. Va a su casa. El sol es muy fuerte. Luego come pan con su hijo. '.repeat(2);
  const read = readability(measure(facil, 'es'), 'es');
  expect(read?.scale).toBe('inflesz');
  expect(read?.value).toBeGreaterThan(80);
  expect(read?.fernandezHuerta).toBeGreaterThan(80);
});

it('says nothing about a line', () =>
  expect(readability(measure('One short line.', 'en'), 'en')).toBeUndefined());

it('ends a sentence with a paragraph and leaves pictures and source numbers out', () => {
  const html =
    '<p>One</p><ul><li>Two &amp; three</li></ul><svg><text>no</text></svg><p>Four<a class="cite" data-cite="x">[1]</a></p>';
  expect(plainLines(html).trim().split(/\n+/)).toEqual(['One', 'Two & three', 'Four']);
});
