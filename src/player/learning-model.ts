/**
 * The learning half of the store: the state machine's state and what can be read from it. It is fetched as soon as the
 * first screen stands, or before it where there is something to resume.
 */
import type { CourseStructure, CourseText } from '../course/compiled.ts';
import {
  blockActivity,
  canOpen,
  courseProgress,
  decode,
  activityEvents,
  initialState,
  isComplete,
  isDone,
  lessonProgress,
  merge,
  minutesLeft,
  progressOf,
  report,
  resumeAt,
  step,
  triesLeft,
  whatIsLeft,
  type Doing,
  type ActivityEvent,
  type LearningEvent,
  type LearningState,
  type LessonProgress,
  type Report,
  type Unmet,
} from '../learning/index.ts';

export class LearningModel {
  state: LearningState = initialState();
  /** A saved state could not be read, or not wholly. */
  damaged = false;
  /** A newer version of the course saved something that this one can't read. */
  unknownFormat = false;
  private readonly course: CourseStructure;

  constructor(course: CourseStructure) {
    this.course = course;
  }

  /** Adds what was saved. A damaged text adds nothing and takes nothing away. */
  add(saved: string): void {
    const decoded = decode(saved);
    if (decoded.damaged) this.damaged = true;
    if (decoded.unknownFormat) this.leaveAlone();
    this.state = merge(this.course, this.state, decoded.state);
  }

  /** True where the event changed anything. */
  apply(event: LearningEvent): boolean {
    const before = this.state;
    const counts = event.type !== 'launched' || !this.unknownFormat;
    this.state = step(this.course, before, counts ? event : { ...event, mode: 'browse' });
    return this.state !== before;
  }

  /**
   * What is saved is sound and can't be read here, so nothing may be written that would take its place: not the state, and
   * no score or status that might be lower than what was earned. From now on the learner looks around.
   */
  private leaveAlone(): void {
    this.unknownFormat = true;
    this.apply({ type: 'launched', mode: 'browse' });
  }

  /** What happened since that state, and what was done in a block, for records that hold events. */
  activitySince(before: LearningState, at: number, block?: string, doing?: Doing): ActivityEvent[] {
    const done = block && doing ? blockActivity(this.course, this.state, block, doing, at) : [];
    return [...done, ...activityEvents(this.course, before, this.state, at)];
  }

  report(text: CourseText): Report {
    return report(this.course, this.state, text);
  }

  get complete(): boolean {
    return isComplete(this.course, this.state);
  }

  get progress(): number {
    return progressOf(this.course, this.state);
  }

  /** What the rest of the course takes. */
  get minutesLeft(): number {
    return minutesLeft(this.course, this.state);
  }

  get unmet(): readonly Unmet[] {
    return whatIsLeft(this.course, this.state);
  }

  get triesLeft(): number | 'unlimited' {
    return triesLeft(this.course, this.state);
  }

  get lessons(): readonly LessonProgress[] {
    return courseProgress(this.course, this.state);
  }

  get resumeAt(): string {
    return resumeAt(this.course, this.state);
  }

  /** The language that the learner chose in this course before. */
  get language(): string | undefined {
    return this.state.language === undefined ? undefined : this.course.languages[this.state.language];
  }

  isDone(id: string): boolean {
    return isDone(this.course, this.state, id);
  }

  canOpen(id: string): boolean {
    return canOpen(this.course, this.state, id);
  }

  /** Lessons read to their end. */
  get lessonsRead(): number {
    return this.course.lessons.filter((lesson) => lessonProgress(lesson, this.state).stage === 'read').length;
  }
}
