/** A passage is found again by its words and their surroundings. */
import { array, assert, constantFrom, integer, nat, property, stringMatching, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find, passageOf, plain, type Passage } from '../../../../src/player/notes/passage.ts';

const TEXT =
  'Tell her first. A secret is kept, unless somebody is in danger. Then it is shared. A secret is kept here too.';

function passage(words: string, nth = 0): Passage {
  let start = -1;
  for (let count = 0; count <= nth; count += 1) start = TEXT.indexOf(words, start + 1);
  return passageOf(TEXT, { start, end: start + words.length })!;
}

const found = (text: string, wanted: Passage): string | undefined => {
  const span = find(text, wanted);
  return span && text.slice(span.start, span.end);
};

describe('a passage', () => {
  it('has its words and a little of what stands around them', () => {
    expect(passage('unless somebody is in danger')).toEqual({
      quote: 'unless somebody is in danger',
      before: 'Tell her first. A secret is kept, '.slice(-32),
      after: '. Then it is shared. A secret is kept here too.'.slice(0, 32),
    });
  });

  it('of spaces alone is none', () => {
    expect(passageOf('a  b', { start: 1, end: 3 })).toBeUndefined();
    expect(passageOf('ab', { start: 1, end: 1 })).toBeUndefined();
  });

  it('is without the spaces at its ends', () => {
    expect(passageOf('one two three', { start: 3, end: 8 })).toMatchObject({ quote: 'two' });
  });

  it.each<[string, string, string | undefined]>([
    ['where it was', TEXT, 'unless somebody is in danger'],
    ['with other words before it', `A new beginning. ${TEXT}`, 'unless somebody is in danger'],
    ['alone', 'unless somebody is in danger', 'unless somebody is in danger'],
    [
      'with its lines broken elsewhere',
      TEXT.replaceAll(' ', '\n  '),
      'unless\n  somebody\n  is\n  in\n  danger',
    ],
    ['not where one of its words has changed', TEXT.replace('danger', 'need'), undefined],
    ['not in nothing', '', undefined],
  ])('is found %s', (_, text, expected) => {
    expect(found(text, passage('unless somebody is in danger'))).toBe(expected);
  });

  it.each([0, 1])('that stands there twice is found where its surroundings are: %i', (nth) => {
    const wanted = passage('A secret is kept', nth);
    const places = [TEXT.indexOf('A secret'), TEXT.lastIndexOf('A secret')];
    expect(find(TEXT, wanted)?.start).toBe(places[nth]);
    const changed = TEXT.replace('Tell her first', 'Ask').replace('here too', 'here as well');
    expect(find(changed, wanted)?.start).toBe(
      [changed.indexOf('A secret'), changed.lastIndexOf('A secret')][nth],
    );
  });

  it('without words is nowhere', () => {
    expect(find(TEXT, { quote: '', before: '', after: '' })).toBeUndefined();
  });
});

describe('any passage of any text', () => {
  const words = array(stringMatching(/^[a-zé.,“”]{1,9}$/), { minLength: 1, maxLength: 60 });
  const spaces = constantFrom(' ', '\n', '  ', ' \n\t');
  const cut = tuple(nat(1_000), nat(1_000));

  function spanOf(text: string, [one, other]: [number, number]): { start: number; end: number } {
    const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].toSorted(
      (a, b) => a - b,
    );
    return { start, end };
  }

  it('is found with the same words, however the spaces change', () => {
    assert(
      property(words, spaces, spaces, cut, (all, space, other, ends) => {
        const text = all.join(space);
        const wanted = passageOf(text, spanOf(text, ends));
        if (!wanted) return;
        expect(plain(found(text, wanted)!)).toBe(wanted.quote);
        expect(plain(found(all.join(other), wanted)!)).toBe(wanted.quote);
      }),
    );
  });

  it('is found at its own place where no two words are alike', () => {
    assert(
      property(integer({ min: 1, max: 80 }), cut, (count, ends) => {
        const text = Array.from({ length: count }, (_, at) => `word${at}.`).join(' ');
        const span = spanOf(text, ends);
        const wanted = passageOf(text, span);
        if (!wanted) return;
        const long = text.slice(span.start, span.end);
        const start = span.start + (long.length - long.trimStart().length);
        // what is too short to be told from others is found by what stands around it
        expect(find(text, wanted)).toEqual({ start, end: start + long.trim().length });
      }),
    );
  });

  it('outlives whatever is written before and after it', () => {
    assert(
      property(words, words, words, cut, (all, before, after, ends) => {
        const text = all.join(' ');
        const wanted = passageOf(text, spanOf(text, ends));
        if (!wanted) return;
        const edited = [...before, ...all, ...after].join(' ');
        expect(plain(found(edited, wanted)!)).toBe(wanted.quote);
      }),
    );
  });
});
