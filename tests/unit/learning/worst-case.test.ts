/** No learner's saved state is longer than the build's proof says, and the proof is not much too careful. */
import { describe, expect, it } from 'vitest';
import type { Bank, CourseStructure, Item, ItemType, Response } from '../../../src/course/compiled.ts';
import {
  bankFacts,
  creditOf,
  encode,
  FILL_IN_LIMIT,
  initialState,
  report,
  step,
  TRY_LIMIT,
  worstCase,
  type LearningState,
  type TryResult,
} from '../../../src/learning/index.ts';
import { FORM_LIMIT, INTERACTION_LIMIT } from '../../../src/learning/limits.ts';
import { ITEM_TYPES, kindOf } from '../../../src/learning/items/index.ts';
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
import { anyAnswer, type World } from './sessions.ts';

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
        state = step(of, state, { type: 'answered', ...about, response: largest(item, index), at: at + 4e9 });
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

function largest(item: Bank['items'][number], round: number): Response {
  switch (item.type) {
    case 'one':
      return { type: 'choice', ids: [round === 0 ? 'b' : 'd'] };
    case 'several':
      return { type: 'choice', ids: ['a', item.options.at(-1)!.id] };
    case 'true-false':
      return { type: 'true-false', answer: round === 0 };
    case 'match':
      return {
        type: 'match',
        pairs: Object.fromEntries(item.left.map(({ id }, n) => [id, n === 0 ? id : '1'])),
      };
    case 'order':
      return { type: 'order', ids: item.steps.map(({ id }) => id).toReversed() };
    case 'fill-in':
      return { type: 'fill-in', text: 'ñ'.repeat(FILL_IN_LIMIT) };
  }
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
  const of = course({ assessment: { blueprint: [{ objective: 'purpose', count: 50 }] } });

  it.each(ITEM_TYPES)('%s: a form of nothing else fits what is proven, and nearly fills it', (type) => {
    const world = { course: of, bank: bank(...Array.from({ length: 50 }, (_, no) => LARGEST[type](no))) };
    const reached = report(of, worstLearner(world)).saved.length;
    expect(reached).toBeLessThanOrEqual(proven(world));
    expect(reached).toBeGreaterThan(proven(world) * 0.85);
  });

  it.each(ITEM_TYPES)(
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

describe('what is proven is reached to the character', () => {
  type Highest = { blocks?: number; items?: number; objectives?: number };

  /** Every second number and the last: as many bits as numbers. */
  const spread = (highest: number): Set<number> =>
    new Set(
      Array.from({ length: highest + 1 }, (_, no) => no).filter((no) => no % 2 === 1 || no === highest),
    );

  /** The state in which every field is at its largest, made by hand: whether a learner gets there doesn't matter. */
  function fullest({ course: of, bank: items }: World, highest: Highest): LearningState {
    const blocks = of.lessons.flatMap(({ sections }) =>
      sections.flatMap((section) => [section, ...section.blocks]),
    );
    const block = Math.max(highest.blocks ?? -1, ...blocks.map(({ no }) => no));
    const item = Math.max(highest.items ?? -1, ...items.items.map(({ no }) => no));
    const state = {
      ...initialState(),
      language: of.languages.length - 1,
      ...(block >= 0 && { place: block }),
      done: spread(block),
      itemsSeen: spread(item),
    };
    return of.assessment ? { ...state, ...tested({ course: of, bank: items }, highest, item) } : state;
  }

  function tested({ course: of, bank: items }: World, highest: Highest, top: number): Partial<LearningState> {
    const { blueprint, tries, partialCredit } = of.assessment!;
    const number = tries === 'unlimited' ? TRY_LIMIT : tries;
    const gone = Math.max(0, (highest.objectives ?? -1) + 1 - of.objectives.length);
    const counts = [
      ...blueprint.map(({ count }) => count),
      ...Array.from({ length: gone }, () => FORM_LIMIT),
    ];
    const best: TryResult = {
      number,
      submittedAt: NOON,
      score: 99.99,
      passed: true,
      // every objective of the blueprint and those that are gone, in the order of their numbers
      objectives: counts.map((count, no) => ({ objective: no, items: count, points: count })),
    };
    const drawn = blueprint.flatMap(({ objective, count }) =>
      items.items.filter((one) => one.objective === objective).slice(0, count),
    );
    const form = drawn.map((one, place) => ({
      item: place === 0 ? top : one.no,
      response: largest(one, 1),
      flagged: false,
      latency: 4095,
      answeredAfter: 1e9,
      credit: partialCredit && kindOf(one.type).inParts ? 1 / 2 : 1,
    }));
    const current = {
      number,
      seed: 1,
      startedAt: NOON,
      submittedAt: NOON,
      form,
      firstInteraction: INTERACTION_LIMIT,
    };
    return {
      triesSubmitted: number,
      interactionsUsed: INTERACTION_LIMIT,
      best,
      latest: { ...best, score: 1 },
      current,
    };
  }

  const only = (count: number) => ({ blueprint: [{ objective: 'purpose', count }] });
  const sections = (count: number) => [
    { id: 'all', sections: Array.from({ length: count }, (_, no) => ({ id: `s${no}`, no })) },
  ];
  const of = (make: (no: number) => Item, count = 3) =>
    bank(...Array.from({ length: count }, (_, no) => make(no)));
  const tongues = (count: number) => Array.from({ length: count }, (_, no) => `x-${no}`);
  const PURPOSE = [['purpose', 0]] as const;

  it.each<[what: string, plan: Parameters<typeof course>[0], items: Bank, highest?: Highest]>([
    ['no lesson and no assessment', { lessons: [], assessment: false }, bank()],
    ['no assessment', { assessment: false }, bank()],
    ['items that no assessment asks for', { assessment: false }, of(one, 9)],
    ['the most languages of one group of bits', { assessment: false, languages: tongues(15) }, bank()],
    ['one language more', { assessment: false, languages: tongues(16) }, bank()],
    ...Array.from({ length: 7 }, (_, more): [string, Parameters<typeof course>[0], Bank] => [
      `${10 + more} sections`,
      { assessment: false, lessons: sections(10 + more) },
      bank(),
    ]),
    ['numbers of blocks that are gone', { assessment: false }, bank(), { blocks: 40 }],
    ['lower numbers than the course has', { assessment: false }, of(one), { blocks: 1, items: 1 }],
    ['numbers of items that are gone', { assessment: false }, of(one), { items: 40 }],
    ['15 tries', { objectives: PURPOSE, assessment: { ...only(3), tries: 15 } }, of(one)],
    ['16 tries', { objectives: PURPOSE, assessment: { ...only(3), tries: 16 } }, of(one)],
    ['unlimited tries', { objectives: PURPOSE, assessment: only(3) }, of(one)],
    ['parts of points', { objectives: PURPOSE, assessment: only(3) }, of(several)],
    [
      'only whole points',
      { objectives: PURPOSE, assessment: { ...only(3), partialCredit: false } },
      of(several),
    ],
    ['a form of one', { objectives: PURPOSE, assessment: only(1) }, of(several, 1)],
    ['items with high numbers', { objectives: PURPOSE, assessment: only(3) }, of(one), { items: 300 }],
    ['a bank that is smaller than the form', { objectives: PURPOSE, assessment: only(5) }, of(one)],
    ['orders', { objectives: PURPOSE, assessment: only(3) }, of(order)],
    ['fill-ins', { objectives: PURPOSE, assessment: only(3) }, of(fillIn)],
    ['matches', { objectives: PURPOSE, assessment: only(3) }, of(match)],
    ['a form of nothing', { objectives: [], assessment: { blueprint: [] } }, bank()],
    [
      'two objectives',
      { assessment: { blueprint: [...only(1).blueprint, { objective: 'limits', count: 2 }] } },
      bank(one(0), one(1, 'limits'), one(2, 'limits')),
    ],
    ['objectives that are gone', { objectives: PURPOSE, assessment: only(3) }, of(one), { objectives: 4 }],
    [
      'an objective that is not gone',
      { objectives: PURPOSE, assessment: only(3) },
      of(one),
      { objectives: 0 },
    ],
  ])('%s', (_what, plan, items, highest = {}) => {
    const made = course(plan);
    const reached = encode(fullest({ course: made, bank: items }, highest), made.version).length;
    expect(worstCase(made, bankFacts(items), highest)).toBe(reached);
  });

  it('a form is never longer than the longest that can be, and takes the costliest items of an objective', () => {
    const size = (made: CourseStructure, items: Bank) => worstCase(made, bankFacts(items));
    const mixed = bank(one(0), fillIn(1), one(2), trueFalse(3));
    const drawn = course({ objectives: PURPOSE, assessment: only(1) });
    expect(size(drawn, mixed)).toBe(size(drawn, bank(fillIn(0), fillIn(1), fillIn(2), fillIn(3))));
    const wide = (count: number) =>
      course({
        objectives: [
          ['purpose', 0],
          ['limits', 1],
        ],
        assessment: {
          blueprint: [
            { objective: 'purpose', count },
            { objective: 'limits', count: FORM_LIMIT },
          ],
        },
      });
    const many = bank(
      ...Array.from({ length: 60 }, (_, no) => trueFalse(no)),
      ...Array.from({ length: 60 }, (_, no) => fillIn(60 + no, 'limits')),
    );
    // Fifty fill-ins are the costliest form there is: the true-false ones can't add to it
    expect(size(wide(49), many)).toBe(size(wide(48), many));
  });
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
