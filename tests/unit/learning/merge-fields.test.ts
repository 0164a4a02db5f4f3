/** What two states come to, field by field: states made by hand, each pair differing in one thing. */
import { describe, expect, it } from 'vitest';
import { initialState, merge, type LearningState } from '../../../src/learning/index.ts';
import type { Change, FormEntry, Try } from '../../../src/learning/types.ts';
import { course, NOON } from './builders.ts';

const OF = course();
const state = (fields: Partial<LearningState>): LearningState => ({ ...initialState(), ...fields });
const both = (a: LearningState, b: LearningState) => [merge(OF, a, b), merge(OF, b, a)] as const;

describe('what happened in either happened', () => {
  it.each([
    [false, false, false],
    [true, false, true],
    [true, true, true],
  ])('%s and %s: completed, and submitted in this launch, %s', (one, other, merged) => {
    const made = (is: boolean) => state({ completed: is, submittedThisLaunch: is });
    for (const result of both(made(one), made(other))) {
      expect(result).toMatchObject({ completed: merged, submittedThisLaunch: merged });
    }
  });

  it('where nothing counts, both together complete nothing', () => {
    const read = course({ assessment: false, completion: { checks: false } });
    const halves = (mode: LearningState['mode']) =>
      [state({ mode, done: new Set([0, 1]) }), state({ mode, done: new Set([5]) })] as const;
    expect(merge(read, ...halves('normal')).completed).toBe(true);
    expect(merge(read, ...halves('review')).completed).toBe(false);
  });
});

// ---- tries -----------------------------------------------------------------------------------------------------------

const entry = (item: number, more: Partial<FormEntry> = {}): FormEntry => {
  return { item, flagged: false, latency: 0, answeredAfter: 0, ...more };
};
const choice = (id: string, answeredAfter: number): Partial<FormEntry> => {
  return { response: { type: 'choice', ids: [id] }, answeredAfter };
};
const aTry = (more: Partial<Try> = {}): Try => {
  return { number: 1, seed: 1, startedAt: NOON, firstInteraction: 0, form: [entry(0)], ...more };
};
const trying = (current: Partial<Try>, order: readonly (readonly [number, Change])[] = []): LearningState =>
  state({ current: aTry(current), order: new Map(order) });

describe('of two different tries, the one that is further on', () => {
  const given = (answer: number): [number, Change][] => [[0, { answer, flag: 0 }]];
  it.each<[what: string, further: LearningState, other: LearningState]>([
    ['one, not none', trying({}), state({})],
    ['the higher number', trying({ number: 2, seed: 2 }), trying({ startedAt: NOON + 9000 })],
    ['the submitted one', trying({ submittedAt: NOON }), trying({ form: [entry(0, choice('a', 60))] })],
    ['the one submitted later', trying({ submittedAt: NOON + 2000 }), trying({ submittedAt: NOON + 1000 })],
    [
      'the one with more changes, whatever the clock says',
      trying({ seed: 2 }, given(5)),
      trying({ startedAt: NOON + 60_000 }, given(4)),
    ],
    [
      'where one order is not known, the one that was changed later',
      trying({ seed: 2, form: [entry(0, choice('a', 20))] }),
      trying({ form: [entry(0, choice('a', 10))] }, given(4)),
    ],
    ['the one begun later', trying({ startedAt: NOON + 1000 }), trying({})],
    [
      'the last answer is what counts, not the first',
      trying({ seed: 2, form: [entry(0, choice('a', 10)), entry(1, choice('a', 90))] }),
      trying({ form: [entry(0, choice('a', 50)), entry(1, choice('a', 60))] }),
    ],
    [
      'an answer counts from the beginning of its try',
      trying({ seed: 2, form: [entry(0, choice('a', 10))] }),
      trying({ startedAt: NOON + 9000 }),
    ],
    [
      'a longer way into an earlier try is no later',
      trying({ startedAt: NOON + 90_000, form: [entry(0, choice('a', 10))] }),
      trying({ form: [entry(0, choice('a', 20))] }),
    ],
  ])('%s', (_what, further, other) => {
    for (const merged of both(further, other)) {
      expect(merged.current).toEqual(further.current);
      expect(merged.order).toEqual(further.order);
    }
  });

  it('of equal ones always the same, whichever is named first', () => {
    const [one, other] = both(trying({ seed: 2 }), trying({ seed: 3 }));
    expect(one.current).toEqual(other.current);
  });

  it.each<[what: string, other: Partial<Try>]>([
    ['number', { number: 2 }],
    ['seed', { seed: 2 }],
    ['beginning', { startedAt: NOON + 1000 }],
    ['state, submitted', { submittedAt: NOON + 9000 }],
  ])('never the answers of both, where they differ in their %s', (_what, differing) => {
    const answers = [entry(0), entry(1, choice('b', 5))];
    const one = trying({ form: [entry(0, choice('a', 3)), entry(1)] });
    const other = trying({ ...differing, form: answers });
    for (const merged of both(one, other)) expect(merged.current?.form).toEqual(other.current?.form);
  });

  it('keeps the order of the same copy where only the order tells two copies apart', () => {
    const submitted = { submittedAt: NOON + 9000 };
    const [one, other] = [trying(submitted), trying(submitted)];
    expect(merge(OF, { ...one, order: new Map([[0, { answer: 1, flag: 0 }]]) }, other).order.size).toBe(1);
  });
});

describe('of one open try on two devices', () => {
  it('the latest of each is kept: time on an item, where its interactions begin, flags and changes', () => {
    const one = trying({ firstInteraction: 4, form: [entry(0, { latency: 9 }), entry(1, { latency: 1 })] }, [
      [0, { answer: 3, flag: 1 }],
    ]);
    const other = trying(
      { firstInteraction: 8, form: [entry(0, { latency: 2 }), entry(1, { latency: 5 })] },
      [[0, { answer: 2, flag: 6 }]],
    );
    for (const merged of both(one, other)) {
      expect(merged.current).toMatchObject({ firstInteraction: 8, form: [{ latency: 9 }, { latency: 5 }] });
      expect([...merged.order]).toEqual([[0, { answer: 3, flag: 6 }]]);
    }
  });

  it('an item that only one of them still has is gone', () => {
    const [one, other] = [trying({ form: [entry(0), entry(1)] }), trying({ form: [entry(1), entry(2)] })];
    for (const merged of both(one, other)) expect(merged.current?.form).toEqual([entry(1)]);
  });

  type Told = Partial<FormEntry> & Partial<Change>;
  const copy = ({ answer = 0, flag = 0, ...told }: Told): LearningState =>
    trying({ form: [entry(0, told)] }, answer + flag > 0 ? [[0, { answer, flag }]] : []);
  const kept = (merged: LearningState) => merged.current?.form[0]?.response;

  it.each<[what: string, last: Told, replaced: Told]>([
    ['both orders known: the higher', { ...choice('a', 5), answer: 3 }, { ...choice('b', 9), answer: 2 }],
    ['taken back later', { answer: 3 }, { ...choice('b', 9), answer: 2 }],
    ['orders alike: the clock', { ...choice('a', 9), answer: 2 }, { ...choice('b', 5), answer: 2 }],
    ['no order known: the clock', choice('a', 9), choice('b', 5)],
    ['an order beside an earlier answer without', { ...choice('a', 9), answer: 1 }, choice('b', 5)],
    ['an order beside an answer of the same second', { ...choice('a', 9), answer: 1 }, choice('b', 9)],
    ['a later answer of another device', choice('a', 9), { ...choice('b', 5), answer: 1 }],
    ['taken back here, whatever another device has', { answer: 1 }, choice('b', 9)],
    ['an answer beside none', choice('a', 1), {}],
    ['an answer beside a flag', { ...choice('a', 1) }, { flag: 4, flagged: true }],
  ])('of an item the answer given last: %s', (_what, last, replaced) => {
    for (const merged of both(copy(last), copy(replaced))) expect(kept(merged)).toEqual(last.response);
  });

  it('of answers that nothing tells apart: of known order always the same, of an LMS the first', () => {
    const told = (id: string, answer: number) => copy({ ...choice(id, 5), answer });
    const [one, other] = both(told('a', 2), told('b', 2));
    expect(kept(one)).toEqual(kept(other));
    expect(kept(merge(OF, told('a', 0), told('b', 0)))).toEqual({ type: 'choice', ids: ['a'] });
    expect(kept(merge(OF, told('b', 0), told('a', 0)))).toEqual({ type: 'choice', ids: ['b'] });
  });

  it.each<[what: string, one: Told, other: Told, flagged: boolean]>([
    ['taken away later', { flag: 2, flagged: false }, { flag: 1, flagged: true }, false],
    ['set later', { flag: 2, flagged: true }, { flag: 1, flagged: false }, true],
    ['known in one alone', { flag: 1, flagged: false }, { flagged: true }, false],
    ['of unknown order', { flagged: true }, { flagged: false }, true],
    ['of the same order', { flag: 3, flagged: false }, { flag: 3, flagged: true }, true],
    ['in neither', {}, {}, false],
  ])('a flag %s', (_what, one, other, flagged) => {
    for (const merged of both(copy(one), copy(other))) {
      expect(merged.current?.form[0]?.flagged).toBe(flagged);
    }
  });

  it('nothing is told of the order of what was never changed', () => {
    for (const merged of both(copy(choice('a', 5)), copy({}))) expect(merged.order.size).toBe(0);
    expect([...merge(OF, copy({ answer: 2 }), copy({})).order]).toEqual([[0, { answer: 2, flag: 0 }]]);
    expect([...merge(OF, copy({}), copy({ flag: 2 })).order]).toEqual([[0, { answer: 0, flag: 2 }]]);
  });
});
