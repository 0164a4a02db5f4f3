/** A report of one course or activity, source, version or language alone. */
import type { Filters } from '../../src/workbench/records/filters.ts';
import { UsageError } from '../failures.ts';
import type { RecordsPlace } from './records-place.ts';

const ONLY = ['course', 'source', 'version', 'language'] as const;

/** What the page has under *Narrow it down*. @throws UsageError */
export function onlyOf(said: readonly string[] = []): Partial<Pick<Filters, (typeof ONLY)[number]>> {
  return Object.fromEntries(
    said.map((one) => {
      const [name = '', ...value] = one.split('=');
      if (value.join('=') === '')
        throw new UsageError(`--only "${one}" has no value. Write it as "course=NAME".`);
      const known = ONLY.find((it) => it === name);
      if (!known) throw new UsageError(`--only "${name}" isn’t known. It may be ${ONLY.join(', ')}.`);
      return [known, value.join('=')];
    }),
  );
}

/** The furthest that somebody came in any of several activities is seldom what is meant. */
export async function tellSeveral(
  place: Pick<RecordsPlace, 'courses'>,
  { course }: Pick<Filters, 'course'>,
  isHidden: boolean,
  complain: (sentence: string) => void,
): Promise<void> {
  if (course !== undefined || isHidden) return;
  const courses = await place.courses();
  if (courses.length > 1)
    complain(
      `These records name ${courses.length} courses or activities, and the report is of all of them together. One alone: --only "course=${courses[0]}". They are: ${courses.join('; ')}.`,
    );
}
