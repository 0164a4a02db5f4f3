/** No learner's saved state is longer than the build's proof says, and the proof is not much too careful. */
import { describe, expect, it } from 'vitest';
import type { Bank, CourseStructure, Item, ItemType } from '../../../src/course/compiled.ts';
import {
  bankFacts,
  creditOf,
  encode,
  initialState,
  report,
  step,
  TRY_LIMIT,
  worstCase,
  type LearningState,
} from '../../../src/learning/index.ts';
import { kindOf } from '../../../src/learning/items/index.ts';
import {
  asPlanned,
  bank,
  course,
  fillIn,
  generated,
  match,
  NOON,
  one,
  order,
  several,
  sixItems,
  trueFalse,
} from './builders.ts';
import { anyAnswer, largestAnswer, type World } from './sessions.ts';

const proven = ({ course: of, bank: items }: World) => worstCase(of, bankFacts(items));

const large = (): World => generated({ blocks: 5000, items: 1000, objectives: 10, form: 50 });

/** A learner who does whatever takes the most room: every second thing, every fill-in filled, all flagged, the latest try not the best. */
function worstLearner({ course: of, bank: items }: World, seeds = 1): LearningState {
  const numbers = of.lessons.flatMap((lesson) =>
    lesson.sections.flatMap((section) => [section.no, ...section.blocks.map(({ no }) => no)]),
  );
  let worst = initialState();
  for (let seed = 0; seed < seeds; seed++) {
    let state: LearningState = {
      ...initialState(),
      // every second one, and the last: no runs to save anything by
      done: new Set(numbers.filter((no) => no % 2 === 1).concat(Math.max(...numbers))),
      itemsSeen: new Set(
        items.items.map(({ no }) => no).filter((no, index, all) => no % 2 === 1 || index === all.length - 1),
      ),
      triesSubmitted: TRY_LIMIT - 2,
      interactionsUsed: (TRY_LIMIT - 2) * 50,
      language: 1,
    };
    for (const [index, at] of [NOON, NOON + 9e8].entries()) {
      state = step(of, state, { type: 'try-started', seed: seed * 2 + index, at, bank: items });
      for (const { item: no } of state.current!.form) {
        const item = items.items.find((candidate) => candidate.no === no)!;
        const about = { item: item.id, bank: items };
        state = step(of, state, {
          type: 'answered',
          ...about,
          response: largestAnswer(item, index),
          at: at + 4e9,
        });
        state = step(of, state, { type: 'looked-at', ...about, seconds: 1e6 });
        state = step(of, state, { type: 'flagged', ...about, flagged: true });
      }
      state = step(of, state, { type: 'try-submitted', at: at + 3e12, bank: items });
    }
    state = step(of, { ...state, place: Math.max(...numbers) }, { type: 'exit' });
    if (encode(state, 'x').length > encode(worst, 'x').length) worst = state;
  }
  return worst;
}

describe('the sizes that the project promises', () => {
  it('5,000 blocks, 1,000 items of mixed types and a form of 50 take at most 4,060 characters', () => {
    expect(proven(large())).toBeLessThanOrEqual(4060);
  });

  it('holds also where every item is a fill-in', () => {
    const world = large();
    const all = bank(...world.bank.items.map((item) => fillIn(item.no, item.objective)));
    expect(proven({ course: world.course, bank: all })).toBeLessThanOrEqual(4060);
  });

  it('60 sections and blocks, 84 items and a form of 24 take under 900', () => {
    expect(proven(asPlanned())).toBeLessThan(900);
  });

  it('is what the worst learner comes close to, and does not exceed', () => {
    for (const world of [large(), asPlanned()]) {
      const reached = report(world.course, worstLearner(world)).saved.length;
      expect(reached).toBeLessThanOrEqual(proven(world));
    }
    const filled = {
      course: asPlanned().course,
      bank: bank(...asPlanned().bank.items.map((item) => fillIn(item.no, item.objective))),
    };
    const reached = report(filled.course, worstLearner(filled)).saved.length;
    expect(reached).toBeLessThanOrEqual(proven(filled));
    expect(reached).toBeGreaterThan(proven(filled) * 0.97);
  });
});

describe('the proof covers every type of item by construction', () => {
  /** The largest item of each type that the compiler lets through. A new type doesn't compile without one. */
  const LARGEST: Record<ItemType, (no: number) => Item> = {
    one: (no) => one(no),
    several: (no) => several(no, 'purpose', 'az', 'abyz'),
    'true-false': (no) => trueFalse(no),
    match: (no) => match(no, 'purpose', 'stuvwxyz', '123456789'),
    order: (no) => order(no, 'purpose', 'rstuvwxyz'),
    'fill-in': (no) => fillIn(no),
  };
  const types = Object.keys(LARGEST) as ItemType[];
  const of = course({ assessment: { blueprint: [{ objective: 'purpose', count: 50 }] } });

  it.each(types)('%s: a form of nothing else fits what is proven, and nearly fills it', (type) => {
    const world = { course: of, bank: bank(...Array.from({ length: 50 }, (_, no) => LARGEST[type](no))) };
    const reached = report(of, worstLearner(world)).saved.length;
    expect(reached).toBeLessThanOrEqual(proven(world));
    expect(reached).toBeGreaterThan(proven(world) * 0.85);
  });

  it.each(types)(
    '%s: earns a part of the point where the proof makes room for one, and nowhere else',
    (type) => {
      const item = LARGEST[type](0);
      const credits = Array.from({ length: 600 }, (_, pick) =>
        creditOf(item, anyAnswer(item, { pick, text: 'determination' }), true),
      );
      expect(credits.some((credit) => credit > 0 && credit < 1)).toBe(kindOf(type).inParts);
    },
  );
});

describe('what the proof takes into account', () => {
  const of = (plan: Parameters<typeof course>[0] = {}): CourseStructure => course(plan);
  const facts = bankFacts(sixItems());

  it('the costliest items that the blueprint can draw, not the costliest of the bank', () => {
    const one3 = Array.from({ length: 3 }, (_, no) => one(no));
    const filled = Array.from({ length: 3 }, (_, no) => fillIn(10 + no, 'limits'));
    const only = of({ assessment: { blueprint: [{ objective: 'purpose', count: 3 }] } });
    const both = of({
      assessment: {
        blueprint: [
          { objective: 'purpose', count: 3 },
          { objective: 'limits', count: 1 },
        ],
      },
    });
    const without = worstCase(only, bankFacts(bank(...one3, ...filled)));
    const withOne = worstCase(both, bankFacts(bank(...one3, ...filled)));
    expect(withOne - without).toBeGreaterThan(45);
    expect(withOne - without).toBeLessThan(70);
  });

  it('numbers that were given once and are gone', () => {
    expect(worstCase(of(), facts, { blocks: 600 }) - worstCase(of(), facts)).toBeGreaterThan(90);
    expect(worstCase(of(), facts, { items: 600 }) - worstCase(of(), facts)).toBeGreaterThan(90);
    expect(worstCase(of(), facts, { objectives: 9 })).toBeGreaterThan(worstCase(of(), facts));
  });

  it('types, and letters as far as z', () => {
    const size = (...items: Bank['items'][number][]) => worstCase(of(), bankFacts(bank(...items)));
    expect(size(several(0, 'purpose', 'ab', 'abz'))).toBeGreaterThan(
      size(several(0, 'purpose', 'ab', 'abc')),
    );
    expect(size(fillIn(0))).toBeGreaterThan(size(order(0, 'purpose', 'abcdefghij')));
    expect(size(order(0))).toBeGreaterThan(size(one(0)));
  });

  it('a course without an assessment', () => {
    expect(worstCase(of({ assessment: false }), { items: [] })).toBeLessThan(20);
  });
});
