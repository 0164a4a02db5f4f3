import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparedFillIn,
  FILL_IN_ALPHABET,
  FILL_IN_LIMIT,
  fitsFillIn,
  tidyFillIn,
} from '../../../src/learning/index.ts';
import { anyText } from '../any-text.ts';

it('has an alphabet of 127 different characters, seven bits and one to spare', () => {
  expect(new Set(FILL_IN_ALPHABET).size).toBe(127);
  expect(FILL_IN_ALPHABET.length).toBe(127);
  for (let code = 32; code < 127; code++) expect(FILL_IN_ALPHABET).toContain(String.fromCharCode(code));
});

describe('tidying', () => {
  it.each([
    ['  two   words \n', 'two words'],
    ['autodeterminación', 'autodeterminación'],
    ['autodeterminacio\u0301n', 'autodeterminación'],
    ['¿Qué? ¡Ñandú!', '¿Qué? ¡Ñandú!'],
    ['don’t “say” – it…', 'don\'t "say" - it...'],
    ['Straße, œuvre', 'Strasse, oeuvre'],
    ['Žižek', 'Zizek'],
    ['１２３', '123'],
    ['self🙂care', 'selfcare'],
    ['日本', ''],
    ['a\u0000b', 'ab'],
    ['a\u00a0b', 'a b'],
    ['x'.repeat(60), 'x'.repeat(40)],
    [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
  ])('%j becomes %j', (typed, kept) => {
    expect(tidyFillIn(typed)).toBe(kept);
  });

  it('gives only what can be kept, and tidying twice changes nothing', () => {
    fc.assert(
      fc.property(anyText(80), (typed) => {
        const kept = tidyFillIn(typed);
        expect(kept.length).toBeLessThanOrEqual(FILL_IN_LIMIT);
        for (const character of kept) expect(FILL_IN_ALPHABET).toContain(character);
        expect(tidyFillIn(kept)).toBe(kept);
        expect(kept === '' || fitsFillIn(kept)).toBe(true);
      }),
    );
  });
});

it.each([
  ['determination', true],
  ['x'.repeat(40), true],
  ['x'.repeat(41), false],
  ['', false],
  [' a', false],
  ['don’t', false],
  ['日本', false],
])('an accepted answer %j fits: %s', (text, fits) => {
  expect(fitsFillIn(text)).toBe(fits);
});

it('compares without case, accents, spaces, and kinds of quotes', () => {
  expect(comparedFillIn('  ÉL  “dijo” ')).toBe(comparedFillIn('el "dijo"'));
  expect(comparedFillIn('a b')).not.toBe(comparedFillIn('ab'));
});

it.each([
  ['self-determination.', 'self-determination'],
  ['“Self-determination”', 'self-determination'],
  ['(autodeterminación)', 'autodeterminacion'],
  ['¿respeto?', 'respeto'],
  ["'etc.'", 'etc'],
  ['peer, specialist', 'peer, specialist'],
  ['don’t', "don't"],
  ['-5', '-5'],
  ['C#', 'c#'],
  ['80 %', '80 %'],
  ['?', '?'],
])('compares %o as %o: signs around the words say nothing', (typed, compared) => {
  expect(comparedFillIn(typed)).toBe(compared);
});
