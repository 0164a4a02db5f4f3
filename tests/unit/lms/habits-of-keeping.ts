/** Habits of what an LMS keeps, counts and forgets. */
import type { Habit } from '../../../src/lms/habits.ts';
import type { Case } from './habit-case.ts';
import { again, lms12, lms2004, passed } from './harness.ts';

export const KEEPING = {
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
  'all-when-leaving': {
    look: (habits) => {
      const { lms, begin, set, commit } = lms2004(habits);
      begin();
      set('state', 'x'.repeat(60_000));
      for (let n = 0; n < 40; n++) set(`cmi.objectives.${n}.id`, `y${n}`);
      lms.leaving = true;
      const long = [commit(), lms.seen().saved.length];
      set('state', 'short');
      return [...long, commit(), lms.seen().saved];
    },
    seen: [
      ['true', 0, 'true', 'short'],
      ['true', 60_000, 'true', 'short'],
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
} satisfies Partial<Record<Habit, Case>>;
