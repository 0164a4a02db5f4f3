/** The course in `course/`, compiled once for all tests that a process runs: it takes seconds. Nobody changes it. */
import type { CompiledCourse } from '../../packaging/compile/index.ts';
import { compileCourse } from '../../packaging/compile/read-folder.ts';

let compiled: Promise<CompiledCourse> | undefined;

export const theRealCourse = (): Promise<CompiledCourse> =>
  (compiled ??= compileCourse('course').then(({ course }) => course));
