/** What of an answer is kept, what it is worth at the edges, and how questions and answers are told to records. */
import { describe, expect, it } from 'vitest';
import type { Item, Response } from '../../../src/course/compiled.ts';
import { isAnswer, isEmptyAnswer, kindOf } from '../../../src/learning/items/index.ts';
import type { ReportedAnswer } from '../../../src/learning/items/item.ts';
import { isWhole, keptResponse } from '../../../src/learning/responses.ts';
import { creditOf, initialState, step } from '../../../src/learning/index.ts';
import { bank, course, fillIn, match, NOON, one, order, several, trueFalse } from './builders.ts';

const choice = (ids: string): Response => ({ type: 'choice', ids: Array.from(ids) });
const ordered = (ids: string): Response => ({ type: 'order', ids: Array.from(ids) });
const text = (typed: string): Response => ({ type: 'fill-in', text: typed });
const pairs = (sides: Record<string, string>): Response => ({ type: 'match', pairs: sides });
const truth = (answer: boolean): Response => ({ type: 'true-false', answer });

describe('an answer is kept', () => {
  const table: [what: string, question: Item, given: Response | undefined, kept: Response | undefined][] = [
    ['one: as it is', one(0), choice('b'), choice('b')],
    ['one: a single option, the first by the alphabet', one(0), choice('cb'), choice('b')],
    ['one: without options that it does not have', one(0), choice('zd'), choice('d')],
    ['one: not, where it has none of them', one(0), choice('z'), undefined],
    ['one: not, where it is empty', one(0), choice(''), undefined],
    ['one: not, where it is of another type', one(0), truth(true), undefined],
    ['one: not, where there is none', one(0), undefined, undefined],
    ['several: in the order of the alphabet, each once', several(0), choice('cacz'), choice('ac')],
    ['several: not, where nothing is left', several(0), choice('z'), undefined],
    ['true-false: true', trueFalse(0), truth(true), truth(true)],
    ['true-false: false', trueFalse(0), truth(false), truth(false)],
    ['match: what it has on both sides', match(0), pairs({ a: '1', b: '2', z: 'a' }), pairs({ a: '1' })],
    ['match: not, where nothing is left', match(0), pairs({ z: 'a' }), undefined],
    ['order: as it was put, each once', order(0), ordered('cazcb'), ordered('cab')],
    ['order: not, where nothing is left', order(0), ordered('z'), undefined],
    ['fill-in: tidied', fillIn(0), text(' two  words '), text('two words')],
    ['fill-in: not, where nothing is left', fillIn(0), text('日本'), undefined],
  ];
  it.each(table)('%s', (_what, question, given, kept) => {
    expect(keptResponse(question, given)).toEqual(kept);
  });

  it('match: in one spelling, whichever pair was made first', () => {
    const kept = keptResponse(match(0), pairs({ c: 'b', a: 'c' }));
    expect(JSON.stringify(kept)).toBe(JSON.stringify(pairs({ a: 'c', c: 'b' })));
  });
});

describe('an answer is whole', () => {
  const table: [what: string, question: Item, response: Response | undefined, whole: boolean][] = [
    ['none is not', one(0), undefined, false],
    ['one of another type is not', one(0), truth(true), false],
    ['a choice is', one(0), choice('a'), true],
    ['one choice of several is', several(0), choice('a'), true],
    ['false is', trueFalse(0), truth(false), true],
    ['steps are', order(0), ordered('abcd'), true],
    ['a text is', fillIn(0), text('a'), true],
    ['pairs are where every left side has one', match(0), pairs({ a: '1', b: 'a', c: 'b' }), true],
    ['pairs are not where a left side is open', match(0), pairs({ a: 'a', b: 'b' }), false],
    ['no pairs are not', match(0), pairs({}), false],
  ];
  it.each(table)('%s', (_what, question, response, whole) => {
    expect(isWhole(question, response)).toBe(whole);
  });
});

describe('an answer earns', () => {
  const table: [what: string, question: Item, response: Response, credit: number][] = [
    ['several: nothing where no option is right', several(0, 'purpose', '', 'ab'), choice('a'), 0],
    ['order: of two steps nothing for the reverse', order(0, 'purpose', 'ab'), ordered('ba'), 0],
    ['order: of two steps the point for the right order', order(0, 'purpose', 'ab'), ordered('ab'), 1],
    ['order: of one step the point for that step', order(0, 'purpose', 'a'), ordered('a'), 1],
    ['order: of one step nothing for another', order(0, 'purpose', 'a'), ordered('z'), 0],
    ['order: the same where there is a step that it does not have', order(0), ordered('azbcd'), 1],
    ['order: nothing for the neighbour of a step left out', order(0), ordered('bcd'), 2 / 3],
  ];
  it.each(table)('%s', (_what, question, response, credit) => {
    expect(creditOf(question, response, true)).toBe(credit);
  });
});

describe('an empty answer takes an earlier one back', () => {
  const table: [empty: boolean, response: Response][] = [
    [true, choice('')],
    [false, choice('z')],
    [true, pairs({})],
    [false, pairs({ z: 'a' })],
    [true, ordered('')],
    [false, ordered('z')],
    [true, text('')],
    [false, truth(false)],
  ];
  it.each(table)('%s: %j', (empty, response) => {
    expect(isEmptyAnswer(response)).toBe(empty);
  });

  const before: [what: string, item: Item, first: Response, then: Response, left: Response | undefined][] = [
    ['no option', one(0), choice('b'), choice(''), undefined],
    ['an option that it does not have', one(0), choice('b'), choice('z'), choice('b')],
    ['no pair', match(0), pairs({ a: 'b' }), pairs({}), undefined],
    ['a pair that it does not have', match(0), pairs({ a: 'b' }), pairs({ z: 'b' }), pairs({ a: 'b' })],
    ['no step', order(0), ordered('ba'), ordered(''), undefined],
    ['a step that it does not have', order(0), ordered('ba'), ordered('z'), ordered('ba')],
    ['no text', fillIn(0), text('a'), text('  '), undefined],
    ['signs that cannot be kept', fillIn(0), text('a'), text('日本'), undefined],
  ];
  it.each(before)('in a form, and a mistaken one changes nothing: %s', (_what, item, first, then, left) => {
    const of = course();
    const about = { type: 'answered', item: item.id, bank: bank(item), at: NOON + 1000 } as const;
    let state = step(of, initialState(), { type: 'try-started', seed: 1, at: NOON, bank: about.bank });
    for (const response of [first, then]) state = step(of, state, { ...about, response });
    expect(state.current!.form[0]!.response).toEqual(left);
  });
});

describe('what a device kept is an answer', () => {
  it.each([choice('ab'), truth(false), pairs({ a: 'b' }), ordered('ba'), text('a')])('yes: %j', (value) => {
    expect(isAnswer(value)).toBe(true);
  });

  it.each([
    [undefined],
    [null],
    ['choice'],
    [{}],
    [{ type: 'spot', at: 3 }],
    [{ type: 'choice' }],
    [{ type: 'choice', ids: 'ab' }],
    [{ type: 'choice', ids: ['a', 1] }],
    [{ type: 'choice', ids: [1, 'a'] }],
    [{ type: 'true-false', answer: 'true' }],
    [{ type: 'match' }],
    [{ type: 'match', pairs: null }],
    [{ type: 'match', pairs: 'ab' }],
    [{ type: 'match', pairs: { a: 'b', c: 1 } }],
    [{ type: 'order', ids: [1] }],
    [{ type: 'order', ids: { 0: 'a' } }],
    [{ type: 'fill-in', text: 5 }],
  ])('no: %j', (value) => {
    expect(isAnswer(value)).toBe(false);
  });
});

describe('steps are shown', () => {
  const shown = (next: () => number) => kindOf('order').order(order(0), next);

  it('as they were mixed, also where one stands in its right place', () => {
    const chances = [0.99, 0, 0.99];
    expect(shown(() => chances.shift()!)).toEqual(['c', 'b', 'a', 'd']);
  });

  it('never in the right order: turned by one place where chance gave it', () => {
    expect(shown(() => 0.99)).toEqual(['b', 'c', 'd', 'a']);
  });
});

describe('a record is told', () => {
  const ids = (question: Item) =>
    kindOf(question.type)
      .parts(question)
      .map((list) => list.map(({ id }) => id).join(''));

  it.each([
    ['one list of options', one(0), ['abcd']],
    ['one list of options of several', several(0), ['abcde']],
    ['one list of steps', order(0), ['abcd']],
    ['two lists of what is matched', match(0), ['abc', 'abc1']],
    ['no list of a true or false', trueFalse(0), []],
    ['no list of a fill-in', fillIn(0), []],
  ])('%s', (_what, question, lists) => {
    expect(ids(question)).toEqual(lists);
  });

  const right: [question: Item, ...answers: Response[]][] = [
    [one(0), choice('b')],
    [several(0), choice('abc')],
    [trueFalse(0, 'purpose', false), truth(false)],
    [trueFalse(0), truth(true)],
    [match(0), pairs({ a: 'a', b: 'b', c: 'c' })],
    [order(0), ordered('abcd')],
    [fillIn(0, 'purpose', ['one', 'two']), text('one'), text('two')],
  ];
  it.each(right)('the right answers of $type, which earn the whole point', (question, ...answers) => {
    expect(kindOf(question.type).right(question)).toEqual(answers);
    for (const answer of answers) expect(creditOf(question, answer, false)).toBe(1);
  });

  const told: [what: string, question: Item, response: Response, told: ReportedAnswer][] = [
    ['a choice as a list', several(0), choice('ca'), { shape: 'list', ids: ['c', 'a'] }],
    ['steps as a list', order(0), ordered('bac'), { shape: 'list', ids: ['b', 'a', 'c'] }],
    ['true or false as such', trueFalse(0), truth(false), { shape: 'truth', truth: false }],
    ['a fill-in as its text', fillIn(0), text('a b'), { shape: 'text', text: 'a b' }],
    [
      'pairs in the order of the left sides, without open ones',
      match(0),
      pairs({ c: '1', a: 'b' }),
      {
        shape: 'pairs',
        pairs: [
          ['a', 'b'],
          ['c', '1'],
        ],
      },
    ],
  ];
  it.each(told)('%s', (_what, question, response, expected) => {
    expect(kindOf(question.type).reported(question, response)).toEqual(expected);
  });
});
