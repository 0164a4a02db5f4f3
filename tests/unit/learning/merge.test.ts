import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encode,
  initialState,
  merge,
  report,
  step,
  type LearningState,
} from '../../../src/learning/index.ts';
import { course, mixedBank, NOON, play, sixItems, takeTry } from './builders.ts';
import { lastOf, live, moves, savedFields, type World } from './sessions.ts';
import { runs } from '../../runs.ts';

const WORLDS: World[] = [
  { course: course(), bank: sixItems() },
  { course: course({ assessment: { tries: 2, passMark: 40 } }), bank: mixedBank(40, ['purpose', 'limits']) },
];

/** What was earned, in one spelling. */
const earned = (state: LearningState) => {
  const { place: _place, language: _language, ...rest } = savedFields(state);
  const sorted = (numbers: ReadonlySet<number>) => [...numbers].toSorted((a, b) => a - b);
  return { ...rest, done: sorted(state.done), itemsSeen: sorted(state.itemsSeen) };
};

/** Two devices that went on from a common beginning. */
const twoDevices = fc
  .tuple(fc.nat(WORLDS.length - 1), moves(40), moves(40), moves(40))
  .map(([n, common, one, other]) => {
    const world = WORLDS[n]!;
    const start = step(world.course, lastOf(live(world, common)), { type: 'launched', mode: 'normal' });
    const on = (planned: Parameters<typeof live>[1]) =>
      step(world.course, lastOf(live(world, planned, undefined, start)), {
        type: 'launched',
        mode: 'normal',
      });
    return { world, a: on(one), b: on(other), start };
  });

describe('merging', () => {
  it('earns the same in either order', () => {
    fc.assert(
      fc.property(twoDevices, ({ world, a, b }) => {
        expect(earned(merge(world.course, a, b))).toEqual(earned(merge(world.course, b, a)));
      }),
      { numRuns: runs(75) },
    );
  });

  it('changes nothing when it is done again, or with itself', () => {
    fc.assert(
      fc.property(twoDevices, ({ world, a, b }) => {
        const merged = merge(world.course, a, b);
        expect(earned(merge(world.course, merged, b))).toEqual(earned(merged));
        expect(earned(merge(world.course, merged, a))).toEqual(earned(merged));
        expect(savedFields(merge(world.course, a, a))).toEqual(savedFields(a));
      }),
      { numRuns: runs(75) },
    );
  });

  it('loses nothing that either had earned', () => {
    fc.assert(
      fc.property(twoDevices, ({ world, a, b }) => {
        const merged = merge(world.course, a, b);
        const told = report(world.course, merged);
        for (const one of [a, b]) {
          for (const no of one.done) expect(merged.done.has(no)).toBe(true);
          for (const no of one.itemsSeen) expect(merged.itemsSeen.has(no)).toBe(true);
          expect(merged.triesSubmitted).toBeGreaterThanOrEqual(one.triesSubmitted);
          expect(merged.interactionsUsed).toBeGreaterThanOrEqual(one.interactionsUsed);
          expect(merged.completed || !one.completed).toBe(true);
          const before = report(world.course, one);
          expect(told.score?.raw ?? -1).toBeGreaterThanOrEqual(before.score?.raw ?? -1);
          if (before.success === 'passed') expect(told.success).toBe('passed');
          expect(told.progress).toBeGreaterThanOrEqual(before.progress);
          for (const [index, objective] of before.objectives.entries()) {
            expect(told.objectives[index]!.score?.raw ?? -1).toBeGreaterThanOrEqual(
              objective.score?.raw ?? -1,
            );
          }
        }
      }),
      { numRuns: runs(75) },
    );
  });

  it('with a new state or an older one of the same learner gives the newer', () => {
    fc.assert(
      fc.property(twoDevices, ({ world, a, start }) => {
        expect(earned(merge(world.course, initialState(), a))).toEqual(earned(a));
        const merged = merge(world.course, start, a);
        expect(merged.best).toEqual(a.best);
        expect(merged.triesSubmitted).toBe(a.triesSubmitted);
      }),
      { numRuns: runs(50) },
    );
  });

  it('gives a state that can be saved', () => {
    fc.assert(
      fc.property(twoDevices, ({ world, a, b }) => {
        expect(encode(merge(world.course, a, b)).length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe('one try on two devices', () => {
  const { course: of, bank } = WORLDS[0]!;
  const begun = play(of, [{ type: 'try-started', seed: 3, at: NOON, bank }]);
  const ids = begun.current!.form.map(({ item }) => `item-${item}`);
  const answer = (state: LearningState, id: string, text: string, seconds: number) => {
    const item = bank.items.find((one) => one.id === id)!;
    const response =
      item.type === 'fill-in'
        ? ({ type: 'fill-in', text } as const)
        : item.type === 'true-false'
          ? ({ type: 'true-false', answer: text === 'a' } as const)
          : item.type === 'match'
            ? ({ type: 'match', pairs: { [text]: text } } as const)
            : ({ type: item.type === 'order' ? 'order' : 'choice', ids: [text] } as const);
    return step(of, state, { type: 'answered', item: id, bank, response, at: NOON + seconds * 1000 });
  };

  it('keeps the answers of both, of the same item the later', () => {
    const phone = answer(answer(begun, ids[0]!, 'a', 10), ids[1]!, 'a', 20);
    const desk = answer(answer(begun, ids[0]!, 'b', 15), ids[2]!, 'b', 5);
    const form = merge(of, phone, desk).current!.form;
    expect(form.map(({ answeredAfter }) => answeredAfter)).toEqual([15, 20, 5, 0]);
    expect(form[0]).toEqual(desk.current!.form[0]);
  });

  it('takes the one that was submitted', () => {
    const phone = answer(begun, ids[0]!, 'a', 10);
    const desk = step(of, begun, { type: 'try-submitted', at: NOON + 5000, bank });
    expect(merge(of, phone, desk).current).toEqual(desk.current);
    expect(merge(of, desk, phone).triesSubmitted).toBe(1);
  });

  it('takes a later try that has only begun before an earlier one that was submitted', () => {
    const first = takeTry(initialState(), { course: of, bank });
    const second = step(of, first, { type: 'try-started', seed: 9, at: NOON - 5000, bank });
    expect(merge(of, first, second).current).toEqual(second.current);
    expect(merge(of, second, first).current).toEqual(second.current);
  });

  it('takes the later try, and the best of both', () => {
    const passed = takeTry(initialState(), { course: of, bank });
    const twice = takeTry(takeTry(initialState(), { course: of, bank, right: 0, at: NOON + 1e6 }), {
      course: of,
      bank,
      right: 1,
      at: NOON + 2e6,
    });
    const merged = merge(of, passed, twice);
    expect(merged.current).toEqual(twice.current);
    expect(merged.latest).toEqual(twice.latest);
    expect(merged.best).toMatchObject({ score: 100, passed: true });
    expect(merged.triesSubmitted).toBe(2);
    expect(merged.interactionsUsed).toBe(8);
  });

  it('takes the later try for the latest though the clock was put back before it', () => {
    const first = takeTry(initialState(), { course: of, bank, at: NOON });
    const second = takeTry(first, { course: of, bank, right: 1, at: NOON - 86_400_000 });
    for (const merged of [merge(of, first, second), merge(of, second, first)]) {
      expect(merged.latest).toEqual(second.latest);
      expect(merged.current).toEqual(second.current);
    }
  });

  it('never leaves a try without items: two devices that dropped different items start anew', () => {
    const only = (position: number): LearningState => {
      return { ...begun, current: { ...begun.current!, form: [begun.current!.form[position]!] } };
    };
    const merged = merge(of, only(0), only(1));
    const again = step(of, merged, { type: 'try-started', seed: 9, at: NOON, bank });
    expect(again.current!.form).toHaveLength(4);
  });
});

it('keeps the first one’s place and language where it has them', () => {
  const of = WORLDS[0]!.course;
  const a = play(of, [{ type: 'section-read', section: 'start' }]);
  const b = play(of, [
    { type: 'section-read', section: 'pause' },
    { type: 'language-chosen', language: 'es' },
  ]);
  expect(merge(of, a, b)).toMatchObject({ place: 0, language: 1 });
  expect(merge(of, b, a)).toMatchObject({ place: 5, language: 1 });
});

it('completes the course when both together have done all of it', () => {
  const of = course({ assessment: false, completion: { assessment: false } });
  const read = play(
    of,
    ['start', 'origins', 'pause'].map((section) => ({ type: 'section-read', section })),
  );
  const checked = play(of, [{ type: 'block-done', block: 'origins-check' }]);
  expect(read.completed || checked.completed).toBe(false);
  expect(merge(of, read, checked).completed).toBe(true);
});
