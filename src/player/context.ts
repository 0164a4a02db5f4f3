/**
 * What blocks may know of the course around them, without knowing the store: the course, its words in the language
 * shown, practice items, and under which name private notes may be kept on this device.
 */
import type { CourseStructure, CourseText, Item } from '../course/compiled.ts';

export interface PlayerContext {
  readonly course: CourseStructure;
  /** In the language that is shown now. */
  readonly text: CourseText;
  /** Of a file in `practice/`, in the language shown. Rejects with ContentError. */
  practice(file: string): Promise<readonly Item[]>;
  /** Course and learner, so that one learner's private notes never open for the next one on a shared computer. */
  readonly deviceKey: string;
}

let current: PlayerContext | undefined;

/** Put in by the shell before the first block is drawn; by a test, a plain object. */
export function setContext(around: PlayerContext): void {
  current = around;
}

export function context(): PlayerContext {
  if (!current) throw new Error('no course is open');
  return current;
}
