/** What tells variants apart: course, version, what the file is, and the LMS that it was made for. */
import type { CourseStructure } from '../../src/course/compiled.ts';

export function fileName(
  { id, version, lms = 'generic' }: Pick<CourseStructure, 'id' | 'version' | 'lms'>,
  what: string,
  ending: string,
): string {
  const madeFor = lms === 'generic' ? '' : `-${lms}`;
  return `${id}-${version}-${what}${madeFor}.${ending}`;
}
