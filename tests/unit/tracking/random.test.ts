/**
 * T23 and S1 to S12 together: long random sessions of a learner, a network and an LMS that fails, over the strict fakes.
 * What holds after every step and at the end is checked against a model of what the learner did.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { owedInteractions } from '../../../src/learning/interactions.ts';
import type { InteractionReport, ObjectiveReport, Report } from '../../../src/learning/types.ts';
import { unseal } from '../../../src/tracking/envelope.ts';
import type { Driver, DriverOptions } from '../../../src/tracking/record.ts';
import { createDriver as create12 } from '../../../src/tracking/scorm/scorm12.ts';
import { createDriver as create2004 } from '../../../src/tracking/scorm/scorm2004.ts';
import { answers, COURSE, ITEMS, objective, report } from '../../contract/material.ts';
import { FakeClock } from '../../fakes/clock.ts';
import type { Fault } from '../../../src/lms/scorm.ts';
import { FakeStore } from '../../fakes/store.ts';
import type { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { launchLms } from '../../../src/lms/launch.ts';
import type { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import { Harness } from './harness.ts';
import { runs } from '../../runs.ts';

type Lms = Scorm12Lms | Scorm2004Lms;
interface Kind {
  name: string;
  lms: () => Lms;
  create: (options: DriverOptions) => Driver;
}

const KINDS: readonly Kind[] = [
  {
    name: 'SCORM 1.2',
    lms: () => launchLms('strict', '1.2', { learnerId: 'anna-1', learnerName: 'Anna' }),
    create: (options) => create12(COURSE, options),
  },
  {
    name: 'SCORM 2004',
    lms: () => launchLms('strict', '2004', { learnerId: 'anna-1', learnerName: 'Anna' }),
    create: (options) => create2004(COURSE, options),
  },
];

/** What the learner has earned: a set of letters, which stand for the encoded state. */
interface Course {
  done: Set<string>;
  tries: number;
  best: number | undefined;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');

/** One visit after the other to the same attempt, from the same device. */
class Story {
  readonly kind: Kind;
  readonly store = new FakeStore();
  readonly clock = new FakeClock();
  lms: Lms;
  visit!: Harness<Driver>;
  course: Course = { done: new Set(), tries: 0, best: undefined };
  online = true;

  constructor(kind: Kind) {
    this.kind = kind;
    this.lms = kind.lms();
  }

  async open(): Promise<void> {
    // A page that was torn away does nothing any more: its timers neither
    const clock = Object.assign(Object.create(this.clock) as FakeClock, {
      after: (milliseconds: number, run: () => void) =>
        this.clock.after(milliseconds, () => this.visit.clock === clock && run()),
    });
    const online = (): boolean => this.visit.page.isOnline;
    const record = this.kind.create({ scope: this.lms.scope, clock, online });
    this.visit = new Harness(record, this.store, clock);
    this.visit.page.isOnline = this.online;
    await this.visit.launch();
    const { opening } = await this.visit.goOn();
    for (const saved of opening.saved) this.merge(saved);
    const taken = opening.offer ? this.visit.session.resolveOffer(true) : [];
    for (const saved of opening.offer?.saved ?? []) this.merge(saved);
    const owed = [...opening.answersOwed, ...taken];
    if (owed.length > 0) this.tell('now', owedInteractions({ language: 'en', items: ITEMS }, owed));
  }

  merge(saved: string): void {
    const [letters = '', tries = '0', best = ''] = saved.split('-');
    for (const letter of letters) this.course.done.add(letter);
    this.course.tries = Math.max(this.course.tries, Number(tries));
    if (best !== '') this.course.best = Math.max(this.course.best ?? 0, Number(best));
  }

  answersOf(tryNumber: number): InteractionReport[] {
    return tryNumber === 0 ? [] : answers(7 * (tryNumber - 1), tryNumber);
  }

  report(): Report {
    const { done, tries, best } = this.course;
    const passed = (best ?? 0) >= 80;
    const row = (id: string): ObjectiveReport =>
      objective(
        id,
        best === undefined
          ? {}
          : { score: { raw: best }, completion: 'completed', success: passed ? 'passed' : 'failed' },
      );
    return report({
      saved: `${[...done].toSorted().join('')}-${tries}-${best ?? ''}`,
      progress: done.size / 26,
      location: [...done].at(-1) ?? '',
      success: passed ? 'passed' : 'unknown',
      ...(best !== undefined && { score: { raw: best } }),
      objectives: [row('obj-purpose'), row('obj-deciding')],
    });
  }

  tell(urgency: 'soon' | 'now', given: readonly InteractionReport[] = []): void {
    this.visit.session.update(this.report(), urgency, given);
  }

  /** Torn away, or closed by the learner; then launched again. */
  async reopen(closes: boolean): Promise<void> {
    if (closes) this.visit.page.happens('pagehide');
    this.visit.page.isOnline = this.online;
    this.lms = this.lms.relaunch();
    await this.open();
  }
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('learn' as const),
      letter: fc.constantFrom(...LETTERS),
      now: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('submit' as const), score: fc.integer({ min: 0, max: 10_000 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 200 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom<Fault | undefined>('refuses', 'offline', 'throws', undefined),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look away' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), closes: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function act(story: Story, doing: Step): Promise<void> {
  switch (doing.do) {
    case 'learn':
      story.course.done.add(doing.letter);
      return story.tell(doing.now ? 'now' : 'soon');
    case 'submit':
      story.course.tries++;
      story.course.best = Math.max(story.course.best ?? 0, doing.score / 100);
      return story.tell('now', story.answersOf(story.course.tries));
    case 'wait':
      return story.clock.advance(doing.seconds * 1_000);
    case 'fault': {
      story.lms.fault = doing.fault;
      story.online = doing.fault !== 'offline';
      const was = story.visit.page.isOnline;
      story.visit.page.isOnline = story.online;
      if (story.online && !was) story.visit.page.happens('online');
      return;
    }
    case 'look away':
      story.visit.page.happens('hidden');
      story.visit.page.happens('visible');
      return;
    case 'leave': {
      // The connection to the LMS is there again at the next launch
      const { fault } = story.lms;
      if (fault === 'offline') story.online = true;
      return story.reopen(doing.closes);
    }
  }
}

/** The promise of the header: whoever it names has everything. */
function truthful(story: Story): void {
  const { status } = story.visit;
  const { saved } = story.report();
  if (status.held === 'lms' && status.kind === 'saved') {
    expect(unseal(story.lms.seen().saved)?.body).toBe(saved);
  }
  if (status.held === 'device') {
    expect([...story.store.work.values()].map((text) => JSON.parse(text).body)).toContain(saved);
  }
}

describe.each(KINDS)('$name', (kind) => {
  it('T23 is refused nothing, tells the truth at each step and loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const story = new Story(kind);
        const all = [story.lms];
        await story.open();
        for (const doing of steps) {
          await act(story, doing);
          await story.visit.settled();
          if (!all.includes(story.lms)) all.push(story.lms);
          truthful(story);
        }
        // The network comes back, and the learner opens the course once more
        story.lms.fault = undefined;
        story.online = story.visit.page.isOnline = true;
        const { course } = story;
        const learned = new Set(course.done);
        story.course = { done: new Set(), tries: 0, best: undefined };
        await story.reopen(false);
        expect(story.course).toEqual({ ...course, done: learned });
        story.course.done.add('z');
        story.tell('now');
        await story.clock.advance(120_000);
        truthful(story);
        expect(story.visit.status).toEqual({ kind: 'saved', held: 'lms' });
        for (const lms of all) expect(lms.refusals).toEqual([]);
        const seen = story.lms.seen();
        expect(seen.success).toBe(
          (course.best ?? 0) >= 80 && kind.name === 'SCORM 2004' ? 'passed' : 'unknown',
        );
        expect(seen.interactions).toHaveLength(7 * course.tries);
        if (course.best !== undefined) expect(Number(seen.score?.raw)).toBe(course.best);
        expect(new Set(story.store.work.keys()).size).toBe(1);
      }),
      { numRuns: runs(75), seed: 20260105 },
    );
  }, 120_000);
});
