/** What holds after every event of any session. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canOpen,
  decode,
  encode,
  initialState,
  isMastered,
  report,
  step,
  triesLeft,
  whatIsLeft,
  type LearningState,
  type ObjectiveResult,
} from '../../../src/learning/index.ts';
import { interactionsOf } from '../../../src/learning/interactions.ts';
import { course, mixedBank, sixItems } from './builders.ts';
import { lastOf, live, moves, savedFields, story, type World } from './sessions.ts';
import { runs } from '../../runs.ts';

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

/** What doesn't hold. Of tens of thousands of events, so that one expectation for each has to do. */
const broken = (claims: Readonly<Record<string, boolean>>): string[] =>
  Object.keys(claims).filter((claim) => !claims[claim]);

function expectNothingLost(after: LearningState, before: LearningState) {
  const [was, is] = [before.best, after.best];
  expect(
    broken({
      'what is done stays': isSubset(before.done, after.done),
      'items seen stay': isSubset(before.itemsSeen, after.itemsSeen),
      'tries don’t get fewer': after.triesSubmitted >= before.triesSubmitted,
      'interactions don’t get fewer': after.interactionsUsed >= before.interactionsUsed,
      'completed stays': after.completed || !before.completed,
      'the best try stays': was === undefined || is !== undefined,
      'its score stays': (is?.score ?? 0) >= (was?.score ?? 0),
      'passed stays': is?.passed === true || was?.passed !== true,
      'objectives stay': (was?.objectives ?? []).every((earned) => isKept(earned, is?.objectives ?? [])),
    }),
  ).toEqual([]);
}

function isKept(earned: ObjectiveResult, now: readonly ObjectiveResult[]): boolean {
  const kept = now.find(({ objective }) => objective === earned.objective);
  if (!kept) return false;
  return (
    kept.points / kept.items >= earned.points / earned.items && (isMastered(kept) || !isMastered(earned))
  );
}

describe.each(Object.entries(WORLDS))('%s', (_name, world) => {
  const always = (check: Parameters<typeof live>[2]) =>
    fc.assert(
      fc.property(moves(), (planned) => void live(world, planned, check)),
      { numRuns: runs(50) },
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
      const { completed, mode, triesSubmitted } = after;
      const { completion, success, progress, score, sessionSuccess } = told;
      const nothingLeft = whatIsLeft(world.course, after).length === 0;
      const isSettled = success === 'passed' || success === 'failed';
      expect(
        broken({
          'progress is a share': progress >= 0 && progress <= 1,
          'completed where nothing is left': mode !== 'normal' || completed === nothingLeft,
          'all progress is made where completed': mode !== 'normal' || (progress === 1) === completed,
          'completed is told': !completed || completion === 'completed',
          'completed is told with a settled test':
            completion !== 'completed' || !world.course.assessment || isSettled,
          'failed without a try left': success !== 'failed' || triesLeft(world.course, after) === 0,
          'a score from the first try on': (score === undefined) === (triesSubmitted === 0),
          'a score has two decimals': !score || Math.round(score.raw * 100) / 100 === score.raw,
          'the session says the same': success === 'unknown' || sessionSuccess === success,
        }),
      ).toEqual([]);
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
      { numRuns: runs(25) },
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
      { numRuns: runs(25) },
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
