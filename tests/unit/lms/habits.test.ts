/** Each habit does what its sentence says, and an LMS without it doesn't. */
import { describe, expect, it } from 'vitest';
import { HABITS, LMSS, type Habit } from '../../../src/lms/habits.ts';
import { again, LAUNCH, lms12, lms2004 } from './harness.ts';

type Version = '1.2' | '2004';

/** What is seen with the habit, and without it. */
type Looks = (habits: readonly Habit[]) => unknown;
interface Case {
  look: Looks;
  /** With the habit; without. */
  seen: readonly [unknown, unknown];
}

/** A launch in which a learner passed, kept for the next one. */
function passed(version: Version, habits: readonly Habit[], exit = 'suspend') {
  const launch = LAUNCH[version](habits);
  launch.begin();
  launch.set('exit', exit);
  launch.set('raw', '90');
  launch.set('success', 'passed');
  if (version === '2004') launch.set('status', 'completed');
  launch.set('state', 'abc');
  launch.commit();
  return launch;
}

const CASES: Record<Habit, Case> = {
  'narrow-formats': {
    look: (habits) => {
      const { begin, set, error } = lms12(habits);
      begin();
      return [set('cmi.objectives.0.id', 'obj-one'), error()];
    },
    seen: [
      ['false', '405'],
      ['true', '0'],
    ],
  },
  'one-number': {
    look: (habits) => {
      const { lms, begin, set, commit } = lms12(['sends-changes', ...habits]);
      begin();
      set('raw', '80');
      commit();
      set('raw', '80.0');
      commit();
      return lms.seen().score?.raw;
    },
    seen: ['80', '80.0'],
  },
  'sends-changes': {
    look: (habits) => {
      const one = lms12(habits);
      one.begin();
      one.set('state', 'old');
      one.commit();
      const next = again(one.lms);
      next.begin();
      next.set('state', 'new');
      next.commit();
      // A stale page writes something else
      one.set('raw', '50');
      one.commit();
      return one.lms.seen().saved;
    },
    seen: ['new', 'old'],
  },
  'forgets-failed-commit': {
    look: (habits) => {
      const { lms, begin, set, commit } = lms12(['sends-changes', ...habits]);
      begin();
      set('state', 'abc');
      lms.fault = 'refuses';
      commit();
      lms.fault = undefined;
      return [commit(), lms.seen().saved];
    },
    seen: [
      ['true', ''],
      ['true', 'abc'],
    ],
  },
  'one-finish': {
    look: (habits) => {
      const { lms, begin, end, error } = lms12(habits);
      begin();
      lms.fault = 'refuses';
      end();
      lms.fault = undefined;
      return [end(), error()];
    },
    seen: [
      ['false', '301'],
      ['true', '0'],
    ],
  },
  'true-offline': {
    look: (habits) => {
      const { lms, begin, set, commit } = lms2004(habits);
      begin();
      set('state', 'abc');
      lms.fault = 'offline';
      return [commit(), lms.seen().saved];
    },
    seen: [
      ['true', ''],
      ['false', ''],
    ],
  },
  'review-when-over': {
    look: (habits) => {
      const next = again(passed('2004', habits).lms);
      next.begin();
      return [next.get('mode'), next.get('credit')];
    },
    seen: [
      ['review', 'no-credit'],
      ['normal', 'credit'],
    ],
  },
  'normal-without-credit': {
    look: (habits) => {
      const next = again(passed('1.2', habits).lms);
      next.begin();
      return [next.get('mode'), next.get('credit')];
    },
    seen: [
      ['normal', 'no-credit'],
      ['normal', 'credit'],
    ],
  },
  'exit-all-throws': {
    look: (habits) => {
      const { lms, set, end } = passed('2004', habits);
      set('adl.nav.request', 'exitAll');
      set('state', 'last');
      let answer: unknown;
      try {
        answer = end();
      } catch (error) {
        answer = (error as Error).name;
      }
      return [answer, lms.seen().saved];
    },
    seen: [
      ['SyntaxError', 'last'],
      ['true', 'last'],
    ],
  },
  'no-exit-request': {
    look: (habits) => {
      const { set, end } = passed('2004', habits);
      const none = set('adl.nav.request', '_none_');
      set('adl.nav.request', 'exit');
      return [none, end()];
    },
    seen: [
      ['false', 'false'],
      ['true', 'true'],
    ],
  },
  'misses-later-status': {
    look: (habits) => {
      const { lms, begin, set, commit } = lms12(['sends-changes', ...habits]);
      const ticked: unknown[] = [];
      begin();
      for (const status of ['incomplete', 'passed', 'completed', 'passed']) {
        set('status', status);
        commit();
        ticked.push(lms.seen().ticked ?? false);
      }
      return ticked;
    },
    seen: [
      [false, false, true, true],
      [false, true, true, true],
    ],
  },
  'every-ticked-status': {
    look: (habits) => [passed('1.2', habits), passed('2004', habits)].map(({ lms }) => lms.seen().ticked),
    seen: [
      [undefined, true],
      [true, true],
    ],
  },
  'boxed-answers': {
    look: (habits) => {
      const { begin, set } = lms12(habits);
      begin();
      const answer = set('raw', '80');
      return [typeof answer, String(answer)];
    },
    seen: [
      ['object', 'true'],
      ['string', 'true'],
    ],
  },
  'numbers-for-text': {
    look: (habits) => {
      const { begin, get, set, error } = lms2004(habits);
      begin();
      const count = get('cmi.interactions._count');
      set('raw', 'eighty');
      return [count, error()];
    },
    seen: [
      [0, 406],
      ['0', '406'],
    ],
  },
  'silent-lost-session': {
    look: (habits) => {
      const { lms, begin, commit, error } = lms12(habits);
      begin();
      lms.fault = 'session-lost';
      return [commit(), error()];
    },
    seen: [
      ['false', '0'],
      ['false', '101'],
    ],
  },
  'plain-identifiers': {
    look: (habits) => {
      const { begin, set } = lms2004(habits);
      begin();
      const answers = [set('cmi.interactions.0.id', 'Q60_Where'), set('cmi.interactions.0.id', 'Q60Where')];
      set('cmi.interactions.0.type', 'choice');
      return [...answers, set('cmi.interactions.0.learner_response', 'a_b')];
    },
    seen: [
      ['false', 'true', 'false'],
      ['true', 'true', 'true'],
    ],
  },
  'no-objective-description': {
    look: (habits) => {
      const { begin, set } = lms2004(habits);
      begin();
      set('cmi.objectives.0.id', 'o1');
      return set('cmi.objectives.0.description', 'What it is for');
    },
    seen: ['false', 'true'],
  },
  'adds-time-again': {
    look: (habits) => {
      const one = lms12(habits);
      one.begin();
      one.set('time', '0000:00:27.88');
      one.end();
      const next = again(one.lms);
      next.begin();
      next.end();
      return next.lms.attempt.data.get('cmi.core.total_time');
    },
    seen: ['0000:00:55.76', '0000:00:27.88'],
  },
  'blanks-frame': {
    // The page that shows the course asks, and does it
    look: (habits) => lms12(habits).lms.has('blanks-frame'),
    seen: [true, false],
  },
  'always-true': {
    look: (habits) => {
      const { lms, begin, set, commit, end, error } = lms12(habits);
      begin();
      set('state', 'abc');
      lms.fault = 'refuses';
      return [commit(), error(), end(), lms.seen().saved];
    },
    seen: [
      ['true', '0', 'true', ''],
      ['false', '101', 'false', ''],
    ],
  },
  'completes-silent-session': {
    look: (habits) => {
      const one = lms12(habits);
      one.begin();
      one.set('status', 'incomplete');
      one.end();
      const next = again(one.lms);
      next.begin();
      next.end();
      return next.lms.seen().completion;
    },
    seen: ['completed', 'incomplete'],
  },
  'reads-nothing': {
    look: (habits) => {
      const { begin, set, get } = lms2004(habits);
      begin();
      set('raw', '80');
      return ['status', 'success', 'raw', 'mode', 'credit'].map((name) => get(name));
    },
    seen: [
      ['', '', '', '', 'credit'],
      ['unknown', 'unknown', '80', 'normal', 'credit'],
    ],
  },
  'no-counts': {
    look: (habits) => {
      const { begin, get } = lms12(habits);
      begin();
      return get('cmi.interactions._count');
    },
    seen: ['', '0'],
  },
  'score-before-status': {
    look: (habits) => {
      const { lms, begin, set, commit } = lms12(habits);
      begin();
      set('status', 'passed');
      commit();
      set('raw', '90');
      commit();
      return lms.seen().grade;
    },
    seen: [undefined, '90'],
  },
  'draft-when-open': {
    look: (habits) => {
      const [open, leaving] = [passed('2004', habits), passed('2004', habits)];
      open.end();
      leaving.lms.leaving = true;
      leaving.end();
      return [open.lms.seen().grade, leaving.lms.seen().grade];
    },
    seen: [
      [undefined, '90'],
      ['90', '90'],
    ],
  },
  'locks-early-completion': {
    look: (habits) => {
      const one = passed('2004', habits);
      one.end();
      const next = again(one.lms);
      next.begin();
      next.set('raw', '100');
      return [next.commit(), next.lms.seen().grade];
    },
    seen: [
      ['true', '90'],
      ['true', '100'],
    ],
  },
  'ignores-final-when-suspended': {
    look: (habits) => [passed('1.2', habits), passed('1.2', habits, '')].map(({ lms }) => lms.seen().success),
    seen: [
      ['unknown', 'passed'],
      ['passed', 'passed'],
    ],
  },
  'no-z-timestamps': {
    look: (habits) => {
      const { begin, set } = lms2004(habits);
      begin();
      set('cmi.interactions.0.id', 'q1');
      return ['2026-01-05T10:00:00.12Z', '2026-01-05T10:00:00'].map((time) =>
        set('cmi.interactions.0.timestamp', time),
      );
    },
    seen: [
      ['false', 'true'],
      ['true', 'true'],
    ],
  },
  'forgets-state': {
    look: (habits) => {
      const next = again(passed('2004', habits).lms);
      next.begin();
      return next.get('state');
    },
    seen: ['', 'abc'],
  },
  'completes-without-success': {
    look: (habits) => {
      const { lms, begin, set, end } = lms2004(habits);
      begin();
      set('status', 'incomplete');
      end();
      return lms.seen().completion;
    },
    seen: ['completed', 'incomplete'],
  },
  'no-failed-status': {
    look: (habits) => {
      const { lms, begin, set, commit } = lms12(habits);
      begin();
      set('status', 'failed');
      commit();
      return lms.status;
    },
    seen: ['incomplete', 'failed'],
  },
  'beacon-when-leaving': {
    look: (habits) => {
      const { lms, begin, set, commit } = lms2004(habits);
      begin();
      // No more than 64 KiB as such, but with the names and what stands around each value
      set('state', 'x'.repeat(63_000));
      for (let n = 0; n < 20; n++) set(`cmi.objectives.${n}.id`, `y${n}`);
      lms.leaving = true;
      const long = [commit(), lms.seen().saved.length];
      set('state', 'short');
      const short = [commit(), lms.seen().saved];
      lms.fault = 'session-lost';
      return [...long, ...short, commit()];
    },
    seen: [
      ['true', 0, 'true', 'short', 'true'],
      ['true', 63_000, 'true', 'short', 'false'],
    ],
  },
  'unencoded-answers': {
    look: (habits) => {
      const { lms, begin, set, commit } = lms12(habits);
      begin();
      ['a&b', 'a+b', 'a%20b', 'a#b'].forEach((answer, index) => {
        set(`cmi.interactions.${index}.id`, `q${index}`);
        set(`cmi.interactions.${index}.student_response`, answer);
      });
      commit();
      return lms.seen().interactions.map((row) => row['student_response']);
    },
    seen: [
      ['a', 'a b', 'a b', 'a'],
      ['a&b', 'a+b', 'a%20b', 'a#b'],
    ],
  },
  'new-attempt-when-over': {
    look: (habits) => {
      const next = again(passed('1.2', habits).lms);
      next.begin();
      return [next.get('state'), next.get('status'), next.lms.delivered.entry];
    },
    seen: [
      ['', 'not attempted', 'ab-initio'],
      ['abc', 'passed', 'resume'],
    ],
  },
  'grades-at-finish': {
    look: (habits) => {
      const { lms, end } = passed('1.2', habits);
      const before = lms.seen().grade;
      end();
      return [before, lms.seen().grade];
    },
    seen: [
      [undefined, '90'],
      ['90', '90'],
    ],
  },
  'already-begun': {
    look: (habits) => {
      const { lms, begin, set, commit } = lms2004(habits);
      return [begin(), set('state', 'abc'), commit(), lms.seen().opened];
    },
    seen: [
      ['false', 'true', 'true', 1],
      ['true', 'true', 'true', 1],
    ],
  },
  'null-for-nothing': {
    look: (habits) => {
      const { begin, get } = lms12(habits);
      begin();
      return [get('state'), get('status')];
    },
    seen: [
      ['null', 'not attempted'],
      ['', 'not attempted'],
    ],
  },
  'capital-words': {
    look: (habits) => {
      const next = again(passed('2004', habits).lms);
      next.begin();
      return ['status', 'success', 'mode', 'credit', 'state'].map((name) => next.get(name));
    },
    seen: [
      ['Completed', 'Passed', 'Normal', 'Credit', 'abc'],
      ['completed', 'passed', 'normal', 'credit', 'abc'],
    ],
  },
  'one-letter-words': {
    look: (habits) => {
      const next = again(passed('1.2', habits).lms, { mode: 'review' });
      next.begin();
      return ['status', 'mode', 'credit', 'state'].map((name) => next.get(name));
    },
    seen: [
      ['p', 'r', 'n', 'abc'],
      ['passed', 'review', 'no-credit', 'abc'],
    ],
  },
  'silent-set': {
    look: (habits) => {
      const { begin, set, get, error } = lms12(habits);
      begin();
      return [set('state', 'abc'), error(), get('state'), set('raw', 'x')];
    },
    seen: [
      [undefined, '0', 'abc', 'false'],
      ['true', '0', 'abc', 'false'],
    ],
  },
  'wipes-state-when-final': {
    look: (habits) => {
      const next = again(passed('1.2', habits).lms);
      next.begin();
      return [next.get('state'), next.get('status')];
    },
    seen: [
      ['', 'passed'],
      ['abc', 'passed'],
    ],
  },
};

const EACH = (Object.keys(CASES) as Habit[]).map((habit) => ({ habit, ...HABITS[habit], ...CASES[habit] }));

describe.each(EACH)('$habit: $says', ({ habit, look, seen: [withIt, without] }) => {
  it('does so', () => {
    expect(look([habit])).toEqual(withIt);
  });

  it('is a habit: others do otherwise', () => {
    expect(look([])).toEqual(without);
  });
});

it('says of each habit where it is known from, in a sentence', () => {
  for (const { says, from } of Object.values(HABITS)) {
    expect(says).toMatch(/^[A-Z].+\.$/);
    expect(from.length).toBeGreaterThan(10);
  }
});

it('knows no LMS twice by the same habits, and each habit by an LMS', () => {
  const all = Object.values(LMSS).map((versions) => JSON.stringify(versions));
  expect(new Set(all).size).toBe(all.length);
  const used = new Set<Habit>(Object.values(LMSS).flatMap((lms) => [...lms['1.2'], ...lms['2004']]));
  expect(Object.keys(HABITS).filter((habit) => !used.has(habit as Habit))).toEqual([]);
});

it('Moodle of late 2023 ticks by a score that comes in a commit after the status, not in the same one', () => {
  const { lms, begin, set, commit } = lms12(LMSS['moodle-late-2023']['1.2']);
  begin();
  set('status', 'incomplete');
  commit();
  set('status', 'passed');
  set('raw', '80');
  commit();
  expect(lms.seen().ticked).toBeUndefined();
  set('raw', '80.0');
  commit();
  expect(lms.seen().ticked).toBe(true);
});
