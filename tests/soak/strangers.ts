/** What others keep on a device: the learner of another course, and another learner of this one, with work that no LMS has. */
import { encode, initialState } from '../../src/learning/index.ts';
import type { CourseStructure } from '../../src/course/compiled.ts';
import type { Device } from './device.ts';

/** Nobody else ever has it: the course counts whole questions. */
export const STRANGE_SCORE = 43.21;

const result = { number: 1, submittedAt: 0, score: STRANGE_SCORE, passed: false, objectives: [] };

const snapshot = (course: CourseStructure, launch: number): string =>
  JSON.stringify({
    token: 'strangerst',
    counter: 7,
    body: encode({ ...initialState(), triesSubmitted: 1, best: result, latest: result }, course.version),
    savedAt: 1_700_000_000_000,
    confirmed: false,
    acknowledged: false,
    answersOwed: [],
    launch,
  });

const statement = JSON.stringify({
  statement: {
    id: '6a1d3c52-3f1b-4a6e-8f0e-1c2d3e4f5a6b',
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
    object: { id: 'https://course.example/another' },
    context: {},
    timestamp: '2015-01-05T09:00:00.000Z',
  },
});

/** @param launch Which launch of this device they believe to have been the last. */
export function moveIn(device: Device, course: CourseStructure, launch: number): void {
  const texts = {
    'cm1|another-course|b4cd|strangerst|wxyz': snapshot(course, launch),
    [`cm1|${course.id}|b4cd|strangerst|wxyz`]: snapshot(course, launch),
    'cm-out|b4cd|00kgeh9s0|0000|wxyz': statement,
  };
  for (const [key, text] of Object.entries(texts)) {
    device.strangers.set(key, text);
    device.store.put(key, text);
    device.database.put(key, text);
  }
}
