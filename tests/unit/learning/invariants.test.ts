/** What holds after every event of any session. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canOpen,
  decode,
  encode,
  initialState,
  interactionsOf,
  isMastered,
  report,
  step,
  triesLeft,
  whatIsLeft,
  type LearningState,
} from '../../../src/learning/index.ts';
import { course, mixedBank, sixItems } from './builders.ts';
import { lastOf, live, moves, savedFields, story, type World } from './sessions.ts';

const WORLDS: Record<string, World> = {
  'unlimited tries, free': { course: course(), bank: sixItems() },
  'two tries, in order': {
    course: course({ gating: 'in-order', assessment: { tries: 2, passMark: 50 } }),
    bank: mixedBank(30, ['purpose', 'limits']),
  },
  'no partial credit, pass not required': {
    course: course({ assessment: { partialCredit: false, tries: 3 }, completion: { assessment: false } }),
    bank: mixedBank(12, ['purpose', 'limits']),
  },
  'no assessment': {
    course: course({ assessment: false, completion: { assessment: false } }),
    bank: sixItems(),
  },
  'only an assessment': {
    course: course({
      lessons: [],
      completion: { lessons: false, checks: false },
      assessment: { passMark: 1 },
    }),
    bank: sixItems(),
  },
};

const isSubset = (a: ReadonlySet<number>, b: ReadonlySet<number>) => [...a].every((no) => b.has(no));

function expectNothingLost(after: LearningState, before: LearningState) {
  expect(isSubset(before.done, after.done)).toBe(true);
  expect(isSubset(before.itemsSeen, after.itemsSeen)).toBe(true);
  expect(after.triesSubmitted).toBeGreaterThanOrEqual(before.triesSubmitted);
  expect(after.interactionsUsed).toBeGreaterThanOrEqual(before.interactionsUsed);
  expect(after.completed || !before.completed).toBe(true);
  if (!before.best) return;
  expect(after.best!.score).toBeGreaterThanOrEqual(before.best.score);
  expect(after.best!.passed || !before.best.passed).toBe(true);
  for (const earned of before.best.objectives) {
    const kept = after.best!.objectives.find(({ objective }) => objective === earned.objective)!;
    expect(kept.points / kept.items).toBeGreaterThanOrEqual(earned.points / earned.items);
    expect(isMastered(kept) || !isMastered(earned)).toBe(true);
  }
}

describe.each(Object.entries(WORLDS))('%s', (_name, world) => {
  const always = (check: Parameters<typeof live>[2]) =>
    fc.assert(
      fc.property(moves(), (planned) => void live(world, planned, check)),
      { numRuns: 200 },
    );

  it('never lowers what was earned', () => always(expectNothingLost));

  it('writes nothing in review and browse', () => {
    always((after, before, event) => {
      if (before.mode === 'normal' || event.type === 'launched') return;
      const { place: _after, language: _now, ...now } = savedFields(after);
      const { place: _before, language: _then, ...then } = savedFields(before);
      expect(now).toEqual(then);
      expect(report(world.course, after).counts).toBe(false);
    });
  });

  it('tells a report that agrees with itself', () => {
    always((after) => {
      const told = report(world.course, after);
      const left = whatIsLeft(world.course, after);
      expect(told.progress).toBeGreaterThanOrEqual(0);
      expect(told.progress).toBeLessThanOrEqual(1);
      if (after.mode === 'normal') {
        expect(after.completed).toBe(left.length === 0);
        expect(told.progress === 1).toBe(after.completed);
      }
      if (after.completed) expect(told.completion).toBe('completed');
      if (told.completion === 'completed' && world.course.assessment) {
        expect(['passed', 'failed']).toContain(told.success);
      }
      if (told.success === 'failed') expect(triesLeft(world.course, after)).toBe(0);
      expect(told.score === undefined).toBe(after.triesSubmitted === 0);
      if (told.score) expect(Math.round(told.score.raw * 100) / 100).toBe(told.score.raw);
      if (told.success !== 'unknown') expect(told.sessionSuccess).toBe(told.success);
    });
  });

  it('is the same again from what was saved', () => {
    always((after) => {
      const read = decode(encode(after, '1.0.0'));
      expect(read.damaged).toBeUndefined();
      expect(savedFields(read.state)).toEqual(savedFields(after));
    });
  });

  it('goes on after a reload as if nothing had happened', () => {
    fc.assert(
      fc.property(moves(30), moves(30), (first, second) => {
        const before = lastOf(live(world, first));
        const launched = step(world.course, before, { type: 'launched', mode: 'normal' });
        const reloaded = step(world.course, decode(encode(before)).state, {
          type: 'launched',
          mode: 'normal',
        });
        const [straight, resumed] = [
          live(world, second, undefined, launched),
          live(world, second, undefined, reloaded),
        ];
        expect({ ...savedFields(lastOf(resumed)), story: story(resumed.events) }).toEqual({
          ...savedFields(lastOf(straight)),
          story: story(straight.events),
        });
      }),
      { numRuns: 100 },
    );
  });

  it('gives every answer of every try an index of its own, without gaps', () => {
    fc.assert(
      fc.property(moves(120), (planned) => {
        const used: number[] = [];
        live(world, planned, (after, _before, event) => {
          if (event.type !== 'try-submitted' || after.triesSubmitted === _before.triesSubmitted) return;
          used.push(...interactionsOf(world.course, world.bank, after).map(({ index }) => index));
        });
        expect(used).toEqual(used.map((_, index) => index));
      }),
      { numRuns: 100 },
    );
  });

  it('counts no section that may not be opened', () => {
    always((after, before, event) => {
      if (event.type !== 'section-read' || after.done === before.done) return;
      expect(canOpen(world.course, before, event.section)).toBe(true);
    });
  });

  it('changes no state in place', () => {
    const frozen = JSON.stringify(initialState());
    const first = initialState();
    fc.assert(
      fc.property(moves(), (planned) => void live(world, planned, undefined, first)),
      { numRuns: 20 },
    );
    expect(JSON.stringify(first)).toBe(frozen);
    expect(first.done.size + first.itemsSeen.size).toBe(0);
  });
});

it('reaches what it is about: passes, failures for good and completions occur in random sessions', () => {
  const reached = new Set<string>();
  for (const world of Object.values(WORLDS)) {
    for (const planned of fc.sample(moves(200), { numRuns: 200, seed: 1 })) {
      const last = lastOf(live(world, planned));
      const told = report(world.course, { ...last, mode: 'normal' });
      reached.add(`${told.completion} ${told.success}`);
    }
  }
  expect([...reached].toSorted()).toEqual(
    [
      'completed failed',
      'completed passed',
      'completed unknown',
      'incomplete failed',
      'incomplete passed',
      'incomplete unknown',
    ].toSorted(),
  );
});

it('tells a failing session as a story', () => {
  const world = WORLDS['unlimited tries, free']!;
  const planned = [
    { kind: 'read', pick: 0, after: 0, text: '' },
    { kind: 'start', pick: 7, after: 0, text: '' },
    { kind: 'submit', pick: 0, after: 0, text: '' },
  ] as const;
  expect(() =>
    live(world, planned, (after) => {
      if (after.triesSubmitted > 0) throw new Error('Something is wrong');
    }),
  ).toThrow(
    'Something is wrong\n\nThe learner …\n1. reads section start\n2. starts a try with seed 7\n3. submits the form',
  );
});
