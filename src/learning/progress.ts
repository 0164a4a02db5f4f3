/** How far a learner has come, and what may be opened. */
import type { CourseStructure, LessonStructure } from '../course/compiled.ts';
import { lookup } from './lookup.ts';
import type { LearningState } from './types.ts';

export interface LessonProgress {
  lesson: string;
  /** Sections that have to be seen (all of them where the whole lesson is optional), and how many of those were. */
  sections: number;
  seen: number;
  /** Read: every section that isn't optional was seen. */
  stage: 'new' | 'begun' | 'read';
}

type Done = Pick<LearningState, 'done'>;

export function lessonProgress(lesson: LessonStructure, state: Done): LessonProgress {
  const asked = lesson.sections.filter((section) => !section.optional);
  const seen = asked.filter((section) => state.done.has(section.no)).length;
  const begun = lesson.sections.some((section) => state.done.has(section.no));
  return {
    lesson: lesson.id,
    sections: asked.length,
    seen,
    stage: !begun ? 'new' : seen === asked.length ? 'read' : 'begun',
  };
}

/** Progress of every lesson, in course order. */
export const courseProgress = (course: CourseStructure, state: Done): LessonProgress[] =>
  course.lessons.map((lesson) => lessonProgress(lesson, state));

/** Whether a section was seen, or a block done. Unknown ids were not. */
export function isDone(course: CourseStructure, state: Done, id: string): boolean {
  const { sections, blocks } = lookup(course);
  const no = sections.get(id)?.section.no ?? blocks.get(id)?.block.no;
  return no !== undefined && state.done.has(no);
}

const frontiers = new WeakMap<CourseStructure, WeakMap<ReadonlySet<number>, number>>();

/** Position of the first section that has to be seen and wasn't; Infinity where all were. Worked out once for each state. */
function frontier(course: CourseStructure, state: Done): number {
  let ofCourse = frontiers.get(course);
  if (!ofCourse) frontiers.set(course, (ofCourse = new WeakMap()));
  let position = ofCourse.get(state.done);
  if (position === undefined) {
    const first = lookup(course).order.find(
      ({ section, required }) => required && !state.done.has(section.no),
    );
    position = first?.position ?? Infinity;
    ofCourse.set(state.done, position);
  }
  return position;
}

/**
 * Whether a section, or `assessment`, may be opened. With `in-order` gating a section opens once every section before it
 * that isn't optional was seen; the assessment opens after the last. What was seen once stays open, also when new
 * sections are put before it. Where nothing counts (review, browse) everything is open.
 */
export function canOpen(course: CourseStructure, state: LearningState, id: string): boolean {
  if (id === 'assessment') return course.assessment !== undefined && assessmentOpen(course, state);
  const place = lookup(course).sections.get(id);
  if (!place) return false;
  if (allOpen(course, state)) return true;
  return state.done.has(place.section.no) || place.position <= frontier(course, state);
}

const allOpen = (course: CourseStructure, state: LearningState): boolean =>
  course.gating === 'free' || state.mode !== 'normal' || state.completed;

const assessmentOpen = (course: CourseStructure, state: LearningState): boolean =>
  allOpen(course, state) ||
  state.triesSubmitted > 0 ||
  state.current !== undefined ||
  frontier(course, state) === Infinity;

/**
 * Where to go on: the section or `assessment` where the learner left; where that is gone from the course, the first
 * section that wasn't seen, or the first of all. Empty for a course without sections.
 */
export function resumeAt(course: CourseStructure, state: LearningState): string {
  if (state.place === 'assessment' && canOpen(course, state, 'assessment')) return 'assessment';
  const { order, sectionsByNumber } = lookup(course);
  const left = typeof state.place === 'number' ? sectionsByNumber.get(state.place) : undefined;
  const unseen = order.find(({ section, required }) => required && !state.done.has(section.no));
  return (left ?? unseen ?? order[0])?.section.id ?? '';
}
