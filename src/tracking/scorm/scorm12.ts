/** SCORM 1.2 (CMI data model, RTE 1.2 chapter 3.4). */
import type { CourseStructure } from '../../course/compiled.ts';
import type { Report } from '../../learning/types.ts';
import type { Driver, DriverOptions } from '../record.ts';
import type { Dialect } from './dialect.ts';
import { loadWriting } from './load-writing.ts';
import { createScormDriver } from './scorm.ts';

const STATUS = 'cmi.core.lesson_status';

export function createDriver(course: CourseStructure, options: DriverOptions = {}): Driver {
  const dialect: Dialect = {
    api: 'API',
    calls: {
      initialize: 'LMSInitialize',
      finish: 'LMSFinish',
      get: 'LMSGetValue',
      set: 'LMSSetValue',
      commit: 'LMSCommit',
      error: 'LMSGetLastError',
    },
    elements: {
      mode: 'cmi.core.lesson_mode',
      credit: 'cmi.core.credit',
      saved: 'cmi.suspend_data',
      id: 'cmi.core.student_id',
      name: 'cmi.core.student_name',
      language: 'cmi.student_preference.language',
      passMark: 'cmi.student_data.mastery_score',
      exit: 'cmi.core.exit',
      time: 'cmi.core.session_time',
      score: 'cmi.core.score',
    },
    earned: { [STATUS]: ['completed', 'passed'] },
    begun: { [STATUS]: 'incomplete' },
    // And 2004's, from LMSs that have one program for both
    over: ['301', '132', '133', '142', '143'],
    // The standard has none; this is 2004's
    unset: ['403'],
    // The standard has no code of its own for it; the second is 2004's
    running: ['101', '103', '0'],
    // A share of 1 is 2004's too: taken for a per cent, everybody would pass
    passMark: (percent) => (percent > 1 ? percent : NaN),
    statuses: (report) => [[STATUS, status(report, course)]],
  };
  return createScormDriver(course, dialect, () => loadWriting(() => import('./scorm12-writing.ts')), options);
}

/**
 * One status for completion and success. `failed` only where the report fails and a pass is asked for: Moodle and others
 * close the attempt then.
 */
function status(
  { completion, success }: Pick<Report, 'completion' | 'success'>,
  course: Pick<CourseStructure, 'completion' | 'status12'>,
): string {
  if (success === 'failed' && course.completion.assessment) return 'failed';
  if (completion === 'incomplete') return 'incomplete';
  return success === 'failed' ? 'completed' : course.status12;
}
