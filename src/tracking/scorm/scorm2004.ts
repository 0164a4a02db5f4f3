/** SCORM 2004, 3rd and 4th edition (RTE 4.2): one driver, the editions differ in the manifest alone. */
import type { CourseStructure } from '../../course/compiled.ts';
import type { Driver, DriverOptions } from '../record.ts';
import type { Dialect } from './dialect.ts';
import { traitsOf } from './lms-traits.ts';
import { loadWriting } from './load-writing.ts';
import { createScormDriver } from './scorm.ts';

const DIALECT: Dialect = {
  api: 'API_1484_11',
  calls: {
    initialize: 'Initialize',
    finish: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    error: 'GetLastError',
  },
  elements: {
    mode: 'cmi.mode',
    credit: 'cmi.credit',
    saved: 'cmi.suspend_data',
    id: 'cmi.learner_id',
    name: 'cmi.learner_name',
    language: 'cmi.learner_preference.language',
    passMark: 'cmi.scaled_passing_score',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    score: 'cmi.score',
  },
  earned: { 'cmi.completion_status': ['completed'], 'cmi.success_status': ['passed'] },
  begun: { 'cmi.completion_status': 'incomplete' },
  // Store, commit before initialize or after terminate
  over: ['132', '133', '142', '143'],
  unset: ['403'],
  running: ['103', '0'],
  passMark: (scaled) => scaled * 100,
  statuses: ({ completion, success }) => [
    ['cmi.completion_status', completion],
    ...(success === 'unknown' ? [] : [['cmi.success_status', success] as const]),
  ],
};

/**
 * For an LMS that wants it. In others `unknown` is worth saying to none: where a commit brings the whole model, an old page
 * would put it in the place of what was passed meanwhile.
 */
const NOT_SILENT: Dialect = {
  ...DIALECT,
  begun: { ...DIALECT.begun, 'cmi.success_status': 'unknown' },
};

export function createDriver(course: CourseStructure, options: DriverOptions = {}): Driver {
  const dialect = traitsOf(course).completesTheSilent2004 ? NOT_SILENT : DIALECT;
  return createScormDriver(
    course,
    dialect,
    () => loadWriting(() => import('./scorm2004-writing.ts')),
    options,
  );
}
