/**
 * J9: one learner, the course open twice in one browser. The real state machine, sessions and journals; what one page keeps
 * reaches the other late, in any order with what is done, and comes back as an echo.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item, Response } from '../../../src/course/compiled.ts';
import { decode, merge, step, type LearningEvent } from '../../../src/learning/index.ts';
import { LearningModel } from '../../../src/player/learning-model.ts';
import { seal, unseal } from '../../../src/tracking/envelope.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';
import { course, mixedBank, NOON, play } from '../learning/builders.ts';
import { rightAnswer } from '../../answers.ts';
import { Harness } from './harness.ts';
import { runs } from '../../runs.ts';

const OF = course({
  assessment: {
    passMark: 80,
    tries: 'unlimited',
    blueprint: ['purpose', 'limits'].map((objective) => ({ objective, count: 6 })),
  },
});
const BANK = mixedBank(24, ['purpose', 'limits']);
const WORDS = { objectives: {} } as Parameters<LearningModel['report']>[0];

/** A store that tells the other pages of each change: when, the test decides. */
class SharedStore extends FakeStore {
  readonly news = new Map<Tab, boolean>();
  writer: Tab | undefined;

  override setItem(key: string, value: string): void {
    super.setItem(key, value);
    this.#tell();
  }
  override removeItem(key: string): void {
    super.removeItem(key);
    this.#tell();
  }
  #tell(): void {
    for (const tab of this.news.keys()) if (tab !== this.writer) this.news.set(tab, true);
  }
}

/** As the player joins machine and session (`player/store.ts`). */
class Tab {
  readonly model = new LearningModel(OF);
  readonly store: SharedStore;
  readonly page: Harness;

  constructor(store: SharedStore, page: Harness) {
    this.store = store;
    this.page = page;
    store.news.set(this, false);
    for (const saved of page.opening.saved) this.model.add(saved);
    this.model.apply({ type: 'launched', mode: 'normal' });
    page.session.onElsewhere((saved) => {
      const before = this.model.report(WORDS).saved;
      this.model.add(saved);
      if (this.model.report(WORDS).saved !== before) this.tell();
    });
    this.tell();
  }

  static async open(store: SharedStore, clock: FakeClock, saved: string): Promise<Tab> {
    return new Tab(store, await Harness.open(new FakeRecord({ saved }), store, clock));
  }

  tell(): void {
    this.store.writer = this;
    this.page.session.update(this.model.report(WORDS), 'soon');
    this.store.writer = undefined;
  }

  do(event: LearningEvent): void {
    this.store.writer = this;
    if (this.model.apply(event)) this.tell();
  }

  hear(): void {
    if (!this.store.news.get(this)) return;
    this.store.news.set(this, false);
    this.store.writer = this;
    this.page.page.happens('storage');
    this.store.writer = undefined;
  }

  get answers(): (Response | undefined)[] {
    return this.model.state.current?.form.map(({ response }) => response) ?? [];
  }
  get flags(): boolean[] {
    return this.model.state.current?.form.map(({ flagged }) => flagged) ?? [];
  }
}

const begun = play(OF, [{ type: 'try-started', seed: 5, at: NOON, bank: BANK }]);
const ITEMS = begun.current!.form.map(({ item }) => BANK.items.find(({ no }) => no === item)!);

/** The answers on the way to the right one, each a step further than the one before, as a hand gives them. */
function steps(item: Item): Response[] {
  const right = rightAnswer(item);
  switch (right.type) {
    case 'match': {
      const pairs = Object.entries(right.pairs);
      return pairs.map((_, n) => ({ type: 'match', pairs: Object.fromEntries(pairs.slice(0, n + 1)) }));
    }
    case 'order':
      return right.ids.map((_, n) => ({
        type: 'order',
        ids: [...right.ids.slice(0, n + 1), ...right.ids.slice(n + 1).toReversed()],
      }));
    case 'choice':
      return right.ids.map((_, n) => ({ type: 'choice', ids: right.ids.slice(0, n + 1) }));
    case 'true-false':
    case 'fill-in':
      return [right];
  }
}

const anyItem = fc.nat(ITEMS.length - 1);
const move = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('answer' as const), item: anyItem }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('begin again' as const), item: anyItem }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take back' as const), item: anyItem }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('flag' as const), item: anyItem }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), item: anyItem }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('hear' as const), tab: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('switch' as const), item: anyItem }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      // Also a clock that is put back: order is no matter of time
      milliseconds: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1_000, max: 2_400_000 })),
    }),
  },
);
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;

/** A learner who sits before one of the tabs and changes to the other now and then; at each change that one has heard. */
class Story {
  readonly clock = new FakeClock(NOON);
  readonly store = new SharedStore();
  readonly meant: (Response | undefined)[] = ITEMS.map(() => undefined);
  readonly flagged = ITEMS.map(() => false);
  tabs!: readonly [Tab, Tab];
  at: 0 | 1 = 0;

  async open(): Promise<this> {
    const saved = seal({ token: 'tokentoken', counter: 1, body: new LearningModel(OF).report(WORDS).saved });
    const first = await Tab.open(this.store, this.clock, saved);
    first.do({ type: 'try-started', seed: 5, at: NOON, bank: BANK });
    this.tabs = [first, await Tab.open(this.store, this.clock, saved)];
    return this;
  }

  get tab(): Tab {
    return this.tabs[this.at];
  }

  answer(item: number, response: Response | undefined): void {
    this.meant[item] = response;
    const at = this.clock.now();
    this.tab.do({ type: 'answered', item: ITEMS[item]!.id, bank: BANK, response, at });
  }

  async act(doing: Move): Promise<void> {
    if (doing.do === 'hear') return this.tabs[doing.tab as 0 | 1].hear();
    if (doing.do === 'wait') return this.clock.advance(doing.milliseconds);
    const { item } = doing;
    const { id } = ITEMS[item]!;
    switch (doing.do) {
      case 'switch':
        this.at = this.at === 0 ? 1 : 0;
        return this.tab.hear();
      case 'answer':
        for (const response of steps(ITEMS[item]!)) this.answer(item, response);
        return;
      case 'begin again':
        return this.answer(item, steps(ITEMS[item]!)[0]);
      case 'take back':
        return this.answer(item, undefined);
      case 'flag':
        this.flagged[item] = !this.flagged[item];
        return this.tab.do({ type: 'flagged', item: id, bank: BANK, flagged: this.flagged[item] });
      case 'look':
        return this.tab.do({ type: 'looked-at', item: id, bank: BANK, seconds: 3 });
    }
  }

  /** Until nobody has news any more. */
  async settle(): Promise<void> {
    for (let round = 0; round < 20 && [...this.store.news.values()].includes(true); round++)
      for (const tab of this.tabs) tab.hear();
    expect([...this.store.news.values()]).not.toContain(true);
    await this.clock.advance(5_000);
  }
}

describe('a form that is answered in steps, in two tabs', () => {
  it('J9 keeps what was done last, in both, at any pace and with echoes at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 60 }), async (moves) => {
        const story = await new Story().open();
        for (const doing of moves) {
          await story.act(doing);
          // The page that the learner looks at shows what was meant, at every moment
          expect(story.tab.answers).toEqual(story.meant);
          expect(story.tab.flags).toEqual(story.flagged);
        }
        await story.settle();
        for (const tab of story.tabs) {
          expect(tab.answers).toEqual(story.meant);
          expect(tab.flags).toEqual(story.flagged);
          const { saved } = tab.page.record.last;
          const { state } = decode(unseal(saved)!.body);
          expect(state.current?.form.map(({ response }) => response)).toEqual(story.meant);
        }
        // Both are torn away; a third page goes on from what the LMS and the device have
        const third = await Tab.open(story.store, story.clock, story.tabs[0].page.record.last.saved);
        expect(third.answers).toEqual(story.meant);
      }),
      { numRuns: runs(40), seed: 20261125 },
    );
  }, 120_000);

  it('J9 earns everything, whichever tab the learner is in', async () => {
    for (const pace of [1, 200, 4_000, 300_000]) {
      const story = await new Story().open();
      for (const [item, asked] of ITEMS.entries()) {
        if (item % 5 === 3) await story.act({ do: 'switch', item });
        for (const response of steps(asked)) {
          story.answer(item, response);
          await story.clock.advance(pace);
          story.tabs[item % 2 === 0 ? 0 : 1].hear();
          story.tabs[item % 3 === 0 ? 0 : 1].hear();
        }
      }
      story.tab.do({ type: 'try-submitted', at: story.clock.now(), bank: BANK });
      await story.settle();
      expect(story.tabs.map(({ model }) => model.state.best?.score)).toEqual([100, 100]);
      expect(story.tabs.map(({ model }) => model.state.triesSubmitted)).toEqual([1, 1]);
    }
  });

  it('J9 ends in one answer where both were at it unheard', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), move), { maxLength: 40 }), async (moves) => {
        const story = await new Story().open();
        for (const [tab, doing] of moves) {
          story.at = tab as 0 | 1;
          if (doing.do !== 'switch') await story.act(doing);
        }
        await story.settle();
        const [one, other] = story.tabs;
        expect(one.answers).toEqual(other.answers);
        expect(one.flags).toEqual(other.flags);
      }),
      { numRuns: runs(30), seed: 20261125 },
    );
  }, 120_000);

  it.each(['writes', 'closes'] as const)(
    'J9 knows what the other page has kept when it %s, before the browser has told it',
    async (how) => {
      const story = await new Story().open();
      const [one, other] = story.tabs;
      for (const [item, asked] of ITEMS.entries()) story.answer(item, rightAnswer(asked));
      story.at = 1;
      other.hear();
      other.do({ type: 'try-submitted', at: story.clock.now(), bank: BANK });
      if (how === 'writes') await story.clock.advance(5_000);
      else one.page.page.happens('pagehide');
      const { writes, finishes } = one.page.record;
      expect(
        (how === 'writes' ? writes : finishes.map(({ writing }) => writing)).at(-1)?.report.score?.raw,
      ).toBe(100);
    },
  );

  it('J9 goes by no clock: one that is put back between two answers changes nothing', () => {
    const state = step(OF, begun, {
      type: 'answered',
      item: ITEMS[0]!.id,
      bank: BANK,
      response: steps(ITEMS[0]!)[0],
      at: NOON + 3_600_000,
    });
    const later = step(OF, state, {
      type: 'answered',
      item: ITEMS[0]!.id,
      bank: BANK,
      response: undefined,
      at: NOON - 86_400_000,
    });
    for (const merged of [merge(OF, later, state), merge(OF, state, later)])
      expect(merged.current!.form[0]!.response).toBeUndefined();
  });
});
