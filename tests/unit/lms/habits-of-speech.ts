/** Habits of what an LMS takes, and of the words and forms in which it answers. */
import type { Habit } from '../../../src/lms/habits.ts';
import type { Case } from './habit-case.ts';
import { again, lms12, lms2004, passed } from './harness.ts';

export const SPEECH = {
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
} satisfies Partial<Record<Habit, Case>>;
