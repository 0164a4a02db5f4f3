/**
 * What can happen to a learner, and what an LMS has of it afterwards: each outcome goes through the driver that the package
 * carries, into the LMS of `src/lms`, so that a sheet can't drift from the code.
 */
import type { CourseStructure } from '../../src/course/compiled.ts';
import type { Report } from '../../src/learning/types.ts';
import type { Seen } from '../../src/lms/attempt.ts';
import type { LmsName } from '../../src/lms/habits.ts';
import { launchLms } from '../../src/lms/launch.ts';
import type { Version } from '../../src/lms/standard.ts';
import { createDriver as createScorm12 } from '../../src/tracking/scorm/scorm12.ts';
import { createDriver as createScorm2004 } from '../../src/tracking/scorm/scorm2004.ts';

export interface Outcome {
  happened: string;
  learner: string;
  /** Nothing was ever said where the course was not opened. */
  report?: Pick<Report, 'completion' | 'success' | 'score'>;
}

/** Points beside the pass mark, for examples. */
const BELOW = 20;
const ABOVE = 10;

/** Those that this course can have, in the order in which they come. */
export function outcomesOf({ assessment, completion }: CourseStructure): Outcome[] {
  const unopened = { happened: 'Never opened', learner: 'The course in the LMS’s list' };
  const reading: Outcome = {
    happened: 'Opened, still reading',
    learner: 'Where they left, and what is left',
    report: { completion: 'incomplete', success: 'unknown' },
  };
  if (!assessment) {
    const done = {
      happened: 'Everything done',
      learner: '“You have completed the course”, and what the LMS has confirmed',
      report: { completion: 'completed', success: 'unknown' },
    } as const;
    return [unopened, reading, done];
  }
  const { passMark, tries } = assessment;
  const asksMore = completion.lessons || completion.checks;
  const failed = { raw: Math.max(0, passMark - BELOW) };
  const passed = { raw: Math.min(100, passMark + ABOVE) };
  const over = { learner: '“Not yet”, the score, and “No tries left”' };
  return [
    unopened,
    reading,
    {
      happened: 'Failed a try, and may try again',
      learner: '“Not yet”, the score, what to read again, “Try again”',
      report: { completion: 'incomplete', success: 'unknown', score: failed },
    },
    ...when(tries !== 'unlimited' && asksMore, {
      ...over,
      happened: 'Failed the last try, lessons still unread',
      report: { completion: 'incomplete', success: 'failed', score: failed },
    }),
    ...when(tries !== 'unlimited', {
      ...over,
      happened: asksMore ? 'Failed the last try, everything read' : 'Failed the last try',
      report: { completion: 'completed', success: 'failed', score: failed },
    }),
    ...when(asksMore, {
      happened: 'Passed, lessons still unread',
      learner: '“You passed”; What is left names the sections',
      report: { completion: 'incomplete', success: 'passed', score: passed },
    }),
    {
      happened: asksMore ? 'Passed, everything read' : 'Passed',
      learner: '“You have completed the course”, what the LMS has confirmed, a certificate to print',
      report: { completion: 'completed', success: 'passed', score: passed },
    },
  ];
}

const when = (holds: boolean, outcome: Outcome): Outcome[] => (holds ? [outcome] : []);

/** A session in which this was said, and which the learner left in order. */
export async function kept(
  lms: LmsName,
  version: Version,
  course: CourseStructure,
  { report }: Outcome,
): Promise<Seen> {
  const there = launchLms(lms, version);
  if (!report) return there.seen();
  const create = version === '1.2' ? createScorm12 : createScorm2004;
  const driver = create(course, { scope: there.scope, online: () => true });
  const writer = await (await driver.open()).loadWriter();
  const sent: Report = {
    ...report,
    counts: true,
    sessionSuccess: report.success,
    progress: report.completion === 'completed' ? 1 : 0,
    location: '',
    objectives: [],
    saved: '',
  };
  await writer?.finish({ report: sent, saved: '1.sheet.1.', interactions: [], activeTime: 0 }, 'exit');
  there.leaving = true;
  writer?.left?.();
  return there.seen();
}
