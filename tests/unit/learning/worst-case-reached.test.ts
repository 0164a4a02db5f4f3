/** What the build proves of the longest state is reached, to the character, by a state in which every field is at its largest. */
import { describe, expect, it } from 'vitest';
import type { Bank, CourseStructure, Item } from '../../../src/course/compiled.ts';
import {
  bankFacts,
  encode,
  initialState,
  TRY_LIMIT,
  worstCase,
  type LearningState,
  type TryResult,
} from '../../../src/learning/index.ts';
import { kindOf } from '../../../src/learning/items/index.ts';
import { FORM_LIMIT, INTERACTION_LIMIT } from '../../../src/learning/limits.ts';
import { bank, course, fillIn, match, NOON, one, order, several, trueFalse } from './builders.ts';
import { largestAnswer, type World } from './sessions.ts';

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
      items.items.filter((item) => item.objective === objective).slice(0, count),
    );
    const form = drawn.map((item, place) => ({
      item: place === 0 ? top : item.no,
      response: largestAnswer(item, 1),
      flagged: false,
      latency: 4095,
      answeredAfter: 1e9,
      credit: partialCredit && kindOf(item.type).inParts ? 1 / 2 : 1,
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
    ['no lesson, and an item', { lessons: [], assessment: false }, of(one, 1)],
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
