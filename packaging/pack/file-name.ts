/** What tells variants apart: course, version, what the file is, what was chosen, and the LMS that it was made for. */
import type { CourseStructure } from '../../src/course/compiled.ts';

export interface Named extends Pick<CourseStructure, 'id' | 'version' | 'lms'> {
  /** By `variantOf`; absent where nothing was chosen in place of the course's own. */
  variant?: string | undefined;
}

export function fileName(
  { id, version, lms = 'generic', variant }: Named,
  what: string,
  ending: string,
): string {
  const madeFor = lms === 'generic' ? undefined : lms;
  const parts = [id, version, what, variant, madeFor].filter((part) => part !== undefined);
  return `${parts.join('-')}.${ending}`;
}
