/** By itself, because the first screen says it before the state machine is there. */
import type { CourseStructure } from '../course/compiled.ts';

/**
 * Per cent: the LMS's own mastery score where it gave one, else the course's; 100 where there is no assessment.
 * @param given the machine's state, or the launch before there is one
 */
export function passMarkOf(
  course: CourseStructure,
  given: { readonly passMark?: number | undefined },
): number {
  return given.passMark ?? course.assessment?.passMark ?? 100;
}
