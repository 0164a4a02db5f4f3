/**
 * What another tab or device turns out to have stored: from then on what it earned goes into every write, merged by
 * learning's own rule, so that nothing earned in either is lost, and whoever listens is told.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import type { ResumeDocument } from './resume-document.ts';
import { mergeSent } from './resume-document-writing.ts';

export class StateElsewhere {
  readonly #course: CourseStructure;
  readonly #listeners: ((theirs: ResumeDocument) => void)[] = [];
  #other: ResumeDocument | undefined;
  #mergeSaved: typeof import('./merge-saved.ts').mergeSaved | undefined;

  constructor(course: CourseStructure) {
    this.#course = course;
  }

  onLearned(listener: (theirs: ResumeDocument) => void): void {
    this.#listeners.push(listener);
  }

  async learn(theirs: ResumeDocument): Promise<void> {
    ({ mergeSaved: this.#mergeSaved } = await import('./merge-saved.ts'));
    this.#other = this.#other === undefined ? theirs : this.#merge(theirs, this.#other);
    for (const listener of this.#listeners) listener(theirs);
  }

  /** A document of this page, with all that was learned. */
  mergedWith(own: ResumeDocument): ResumeDocument {
    return this.#other === undefined ? own : this.#merge(own, this.#other);
  }

  #merge(mine: ResumeDocument, theirs: ResumeDocument): ResumeDocument {
    const saved = this.#mergeSaved?.(this.#course, mine.saved, theirs.saved) ?? mine.saved;
    return { saved, sent: mergeSent(mine.sent, theirs.sent) };
  }
}
