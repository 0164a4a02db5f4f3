/** A course, reports and answers for tests of tracking. */
import type { CourseStructure, Item } from '../../src/course/compiled.ts';
import type { ActivityEvent, InteractionReport, ObjectiveReport, Report } from '../../src/learning/types.ts';
import type { Writing } from '../../src/tracking/record.ts';

export const COURSE: CourseStructure = {
  id: 'test-course',
  iri: 'https://example.org/courses/test',
  version: '1.0.0',
  languages: ['en'],
  gating: 'free',
  completion: { lessons: true, checks: false, assessment: true },
  status12: 'passed',
  objectives: [],
  lessons: [],
  files: {},
};

export function objective(id: string, more: Partial<ObjectiveReport> = {}): ObjectiveReport {
  return { id, description: `You can do ${id}.`, completion: 'incomplete', success: 'unknown', ...more };
}

export function report(more: Partial<Report> = {}): Report {
  return {
    counts: true,
    completion: 'incomplete',
    success: 'unknown',
    sessionSuccess: 'unknown',
    progress: 0,
    location: '',
    objectives: [objective('obj-purpose'), objective('obj-deciding')],
    saved: 'AAAA',
    ...more,
  };
}

export const PASSED: Partial<Report> = {
  completion: 'completed',
  success: 'passed',
  sessionSuccess: 'passed',
  score: { raw: 83.33 },
  progress: 1,
  location: 'assessment',
  objectives: [
    objective('obj-purpose', { score: { raw: 100 }, completion: 'completed', success: 'passed' }),
    objective('obj-deciding', { score: { raw: 66.67 }, completion: 'completed', success: 'passed' }),
  ],
};

/** No tries are left. */
export const FAILED: Partial<Report> = {
  ...PASSED,
  success: 'failed',
  sessionSuccess: 'failed',
  score: { raw: 40 },
};

/** After the saved state was lost: a form that went badly, and an objective that it did not test. */
export const LESS: Partial<Report> = {
  score: { raw: 10 },
  objectives: [
    objective('obj-purpose', { score: { raw: 10 }, completion: 'completed', success: 'failed' }),
    objective('obj-deciding'),
  ],
};

const FACTS = { objective: 'obj-purpose', level: 'judgement', teaches: 'compass-start' } as const;

export const ITEMS: readonly Item[] = [
  {
    ...FACTS,
    id: 'item-secret',
    no: 6,
    name: 'Keeping a secret',
    type: 'one',
    shuffle: true,
    stem: '<p>What now?</p>',
    plain: 'What now?',
    options: ['a', 'b', 'c'].map((id) => ({ id, text: id, plain: id, right: id === 'b', why: '' })),
  },
  {
    ...FACTS,
    id: 'item-several',
    no: 11,
    name: '¿Qué más? (José)',
    type: 'several',
    shuffle: true,
    stem: '',
    plain: '{Which}\nof these?',
    options: ['a', 'b', 't'].map((id) => ({ id, text: id, plain: id, right: id !== 'a', why: '' })),
  },
  {
    ...FACTS,
    id: 'item-true',
    no: 0,
    name: 'True?',
    type: 'true-false',
    stem: '',
    plain: 'True?',
    answer: true,
    whenTrue: '',
    whenFalse: '',
  },
  {
    ...FACTS,
    id: 'item-match',
    no: 2,
    name: 'Who may know',
    type: 'match',
    stem: '',
    plain: 'Match.',
    left: ['a', 'b'].map((id) => ({ id, text: id, plain: id, why: '' })),
    right: ['a', 'b', '1'].map((id) => ({ id, text: id, plain: id })),
  },
  {
    ...FACTS,
    id: 'item-order',
    no: 3,
    name: 'PAUSE',
    type: 'order',
    stem: '',
    plain: 'Order.',
    steps: ['a', 'b', 'c'].map((id) => ({ id, text: id, plain: id, why: '' })),
  },
  {
    ...FACTS,
    id: 'item-word',
    no: 4,
    name: 'One word',
    type: 'fill-in',
    stem: '',
    plain: 'A word.',
    accept: ['mutual', 'mutuality', '[mutual]'],
    why: '',
  },
];

const RESPONSES: readonly InteractionReport['response'][] = [
  { type: 'choice', ids: ['b'] },
  { type: 'choice', ids: ['b', 't'] },
  { type: 'true-false', answer: false },
  { type: 'match', pairs: { b: '1', a: 'a' } },
  { type: 'order', ids: ['b', 'a', 'c'] },
  { type: 'fill-in', text: ' {mutual}\n ' },
];

/** What happened in a lesson. */
export const CHECKED: ActivityEvent = {
  type: 'check-answered',
  lesson: 'compass',
  block: 'check-one',
  question: ITEMS[0] as Item,
  response: { type: 'choice', ids: ['b'] },
  correct: true,
  at: Date.UTC(2026, 0, 5, 9, 0, 0),
};

/** One answer of each type, then one that was left out. */
export function answers(from = 0, tryNumber = 1): InteractionReport[] {
  const given = ITEMS.map((item, n) => ({ item, response: RESPONSES[n], correct: n < 2 }));
  const blank = { item: ITEMS[0] as Item, response: undefined, correct: false };
  return [...given, blank].map((answer, n) => ({
    ...answer,
    index: from + n,
    credit: answer.correct ? 1 : 0,
    weighting: 1,
    at: Date.UTC(2026, 0, 5, 10, 0, n),
    latency: n + 0.05,
    tryNumber,
  }));
}

let counter = 0;

/** A write with an envelope of its own. */
export function writing(more: Partial<Report> = {}, rest: Partial<Writing> = {}): Writing {
  const made = report(more);
  counter++;
  return {
    report: made,
    saved: `1.abcdefghij.${counter.toString(36)}.${made.saved}`,
    interactions: [],
    activeTime: 61_050,
    ...rest,
  };
}
