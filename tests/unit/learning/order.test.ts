/** The order of answers and flags, which travels behind the saved state and never keeps it from being read. */
import { describe, expect, it } from 'vitest';
import { decode, encode, initialState, type FormOrder } from '../../../src/learning/index.ts';
import {
  changeOf,
  highestOf,
  NO_ORDER,
  orderFrom,
  orderText,
  withChange,
} from '../../../src/learning/answer-order.ts';
import { splitOrder, withOrder } from '../../../src/learning/answer-order-text.ts';

const orderOf = (...rows: [item: number, answer: number, flag: number][]): FormOrder =>
  new Map(rows.map(([item, answer, flag]) => [item, { answer, flag }]));

describe('the counter', () => {
  it('is one more than the highest that was seen, in an answer or in a flag', () => {
    expect(highestOf(NO_ORDER)).toBe(0);
    expect(highestOf(orderOf([4, 3, 0], [9, 1, 7]))).toBe(7);
    expect(highestOf(orderOf([4, 8, 2], [9, 1, 7]))).toBe(8);
    const answered = withChange(orderOf([4, 3, 0], [9, 1, 7]), 4, 'answer');
    expect(answered).toEqual(orderOf([4, 8, 0], [9, 1, 7]));
    expect(withChange(answered, 2, 'flag')).toEqual(orderOf([4, 8, 0], [9, 1, 7], [2, 0, 9]));
  });

  it('changes nothing in place, and says 0 of what nobody touched', () => {
    const before = orderOf([4, 3, 0]);
    withChange(before, 4, 'flag');
    expect(before).toEqual(orderOf([4, 3, 0]));
    expect(changeOf(before, 5)).toEqual({ answer: 0, flag: 0 });
    expect(NO_ORDER.size).toBe(0);
  });
});

describe('the order as text', () => {
  const table: [text: string, order: FormOrder][] = [
    ['', NO_ORDER],
    ['0.1.0', orderOf([0, 1, 0])],
    ['5.0.z', orderOf([5, 0, 35])],
    ['2.3.0_5.1.2_11.10.0', orderOf([5, 1, 2], [37, 36, 0], [2, 3, 0])],
    ['1.1.0_2.2.0_3.3.0', orderOf([1, 1, 0], [2, 2, 0], [3, 3, 0])],
    ['0.0.gjdgxs', orderOf([0, 0, 1_000_000_000])],
  ];
  it.each(table)('is in base 36, by number of the item: %o', (text, order) => {
    expect(orderText(order)).toBe(text);
    expect(orderFrom(text)).toEqual(order);
  });

  it.each([
    ['two numbers', '1.1'],
    ['four numbers', '1.1.0.0'],
    ['a number left out', '1..0'],
    ['a sign that is no digit', '1.*.0'],
    ['a number below 0', '1.-1.0'],
    ['a number above all that can be done', '1.gjdgxt.0'],
    ['a sound row before a damaged one', '1.1.0_2.2'],
    ['a damaged row before a sound one', '2.2_1.1.0'],
    ['an empty row', '1.1.0_'],
  ])('is none where it is damaged: %s', (_what, text) => {
    expect(orderFrom(text)).toEqual(NO_ORDER);
  });
});

describe('behind the saved state', () => {
  it.each([
    ['1abc', '1.1.0', '1abc~1.1.0'],
    ['1abc', '', '1abc'],
    ['', '', ''],
  ])('of %o the order %o stands as %o', (saved, order, text) => {
    expect(withOrder(saved, order)).toBe(text);
    expect(splitOrder(text)).toEqual({ saved, order });
  });

  it('no order stands where none was given', () => {
    expect(withOrder('1abc')).toBe('1abc');
  });

  const saved = encode({ ...initialState(), done: new Set([3]) });

  it.each([
    ['sound', '3.1.2', orderOf([3, 1, 2])],
    ['damaged', '3.1', NO_ORDER],
    ['none', '', NO_ORDER],
  ])('the order is read with it, and costs no progress: %s', (_what, text, order) => {
    const { state, damaged } = decode(withOrder(saved, text));
    expect(damaged).toBeUndefined();
    expect(state.done).toEqual(new Set([3]));
    expect(state.order).toEqual(order);
  });
});
