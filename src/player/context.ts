/**
 * What blocks may know of the course around them, without knowing the store: the course, its words in the language
 * shown, practice items, and under which name private notes may be kept on this device. A component asks for it by an
 * event that the shell answers, so that two players may stand in one page.
 */
import type { CourseStructure, CourseText, Item } from '../course/compiled.ts';
import type { CourseFiles } from './course-files.ts';
import { BubblingEvent } from './design/bubbling-event.ts';

export interface PlayerContext {
  readonly course: CourseStructure;
  /** In the language that is shown now. */
  readonly text: CourseText;
  /** Of a file in `practice/`, in the language shown. Rejects with ContentError. */
  practice(file: string): Promise<readonly Item[]>;
  readonly files: Pick<CourseFiles, 'lesson' | 'portraits'>;
  /** Course and learner, so that one learner's private notes never open for the next one on a shared device. */
  readonly deviceKey: string;
}

/** Asks whoever is around a component for the context; answered before `dispatchEvent` returns. */
export class ContextEvent extends BubblingEvent {
  context: PlayerContext | undefined;
  constructor() {
    super('cm-context');
  }
}

/** Gives the context to all components within. */
export function provideContext(root: HTMLElement, context: () => PlayerContext): void {
  root.addEventListener('cm-context', (event) => {
    event.stopPropagation();
    event.context = context();
  });
}

declare global {
  interface HTMLElementEventMap {
    'cm-context': ContextEvent;
  }
}
