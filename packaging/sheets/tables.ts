/** Outcomes as rows: run through what the package carries and, where its rules are known, through those of the LMS. */
import type { CourseStructure } from '../../src/course/compiled.ts';
import type { Seen } from '../../src/lms/attempt.ts';
import { LMSS } from '../../src/lms/habits.ts';
import type { Version } from '../../src/lms/standard.ts';
import type { Fact, Sheet, Ticked } from './facts.ts';
import { kept, outcomesOf } from './outcomes.ts';
import type { SourceId } from './sources.ts';

export interface OutcomeTable {
  version: Version;
  /** Where the LMS's rules are known from; absent where the rows are only what the package sends. */
  source?: SourceId;
  /** Where the column of what is done comes from. */
  done?: Fact;
  head: string[];
  rows: string[][];
}

/** One for each version of SCORM that the sheet names. */
export async function outcomeTables(sheet: Sheet, course: CourseStructure): Promise<OutcomeTable[]> {
  const versions = new Set(sheet.packages.flatMap(({ standard }) => versionOf(standard) ?? []));
  return Promise.all([...versions].map((version) => table(sheet, version, course)));
}

function versionOf(standard: string): Version | undefined {
  if (standard === 'scorm12') return '1.2';
  return standard.startsWith('scorm2004') ? '2004' : undefined;
}

async function table(
  { rules, name }: Sheet,
  version: Version,
  course: CourseStructure,
): Promise<OutcomeTable> {
  // of some LMSs a rule is known for one version alone
  const known = rules && LMSS[rules.lms][version].length > 0 ? rules : undefined;
  const pages = known?.pages;
  const rows: string[][] = [];
  for (const outcome of outcomesOf(course)) {
    const seen = await kept(known?.lms ?? 'plain', version, course, outcome);
    const shown = pages?.shows(seen, version);
    rows.push([
      outcome.happened,
      outcome.learner,
      ...(pages && shown
        ? [shown.status, shown.score, isDone(pages.ticked, seen, version) ? 'Done' : 'Not done']
        : [statusOf(seen, version), seen.grade ?? '–']),
    ]);
  }
  const said = known ? `${name} keeps` : 'The package sends';
  const status = version === '1.2' ? 'lesson_status' : 'completion_status, success_status';
  return {
    version,
    ...(known && { source: known.source }),
    ...(pages && { done: pages.ticked.why }),
    head: [
      'What happened',
      'The learner sees',
      ...(pages
        ? ['The supervisor sees: status', 'Score', 'Activity completion']
        : [`${said}: ${status}`, 'Score']),
    ],
    rows,
  };
}

/** SCORM 1.2 has one status where 2004 has two. */
function isDone({ statuses }: Ticked, { completion, success }: Seen, version: Version): boolean {
  const has = version === '2004' ? [completion, success] : [success === 'unknown' ? completion : success];
  return has.some((status) => statuses[version].includes(status));
}

/** As the standard spells it. */
function statusOf({ opened, completion, success }: Seen, version: Version): string {
  if (opened === 0) return 'nothing';
  if (version === '2004') return `${completion}, ${success}`;
  return success === 'unknown' ? completion : success;
}
