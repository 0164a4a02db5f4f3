/** What components read of the course, of where the learner stands in it and of the session. The store changes it. */
import type { CourseStructure, CourseText, Item } from '../course/compiled.ts';
import { own } from '../course/own.ts';
import { passMarkOf } from '../learning/pass-mark.ts';
import type { LearningState, LessonProgress, Unmet } from '../learning/index.ts';
import type { Launch } from '../tracking/record.ts';
import type { OpenedLaunch } from '../tracking/session/open-launch.ts';
import type { Session } from '../tracking/session/session.ts';
import type { SaveStatus } from '../tracking/session/session.types.ts';
import type { CourseFiles } from './course-files.ts';
import { isRecorded } from './is-new.ts';
import type { LearningModel } from './learning-model.ts';
import { placeOf, type CoursePlace } from './navigation.ts';

/** Before the LMS has answered. */
const UNKNOWN: SaveStatus = { kind: 'nothing-to-save', held: 'page' };

export abstract class CourseView {
  readonly files: CourseFiles;
  text: CourseText;
  launch: Launch | undefined;
  /** Once the LMS has answered. */
  opened: OpenedLaunch | undefined;
  /** What can write, once it is there: a first screen does without it. */
  session: Session | undefined;
  /** The package keeps its record on this device, and no learning site has to do with it. */
  onDevice = false;
  /** The state machine, once it is there: a first screen does without it. */
  learner: LearningModel | undefined;

  constructor(files: CourseFiles, text: CourseText) {
    this.files = files;
    this.text = text;
  }

  get course(): CourseStructure {
    return this.files.course;
  }

  get language(): string {
    return this.text.language;
  }

  get status(): SaveStatus {
    return this.session?.status ?? this.opened?.status ?? UNKNOWN;
  }

  /** The session is over: after the exit, or in a page that the browser brought back. */
  get ended(): boolean {
    return (this.session ?? this.opened)?.ended ?? false;
  }

  get returnUrl(): string | undefined {
    return this.opened?.record.returnUrl;
  }

  /** Names the attempt, once the LMS has answered; undefined where nothing is kept of it. */
  get token(): string | undefined {
    return this.launch?.connected ? this.opened?.token : undefined;
  }

  /** What went wrong with the LMS, in lines that name nobody. */
  get log(): readonly string[] {
    return this.opened?.driver.log.lines ?? [];
  }

  /** False in review and browse, and where what is saved must be left alone: nothing is recorded. */
  get counts(): boolean {
    return isRecorded(this.launch) && !this.unknownFormat;
  }

  get deviceKey(): string {
    return `${this.course.id}/${this.launch?.learner?.id ?? ''}`;
  }

  /** The machine's state. To be read once the store is whole. */
  get state(): LearningState {
    return this.known.state;
  }

  get damaged(): boolean {
    return this.learner?.damaged ?? false;
  }

  /** A newer version of the course saved something that this one can't read, and leaves alone. */
  get unknownFormat(): boolean {
    return this.learner?.unknownFormat ?? false;
  }

  get progress(): number {
    return this.learner?.progress ?? 0;
  }

  /** What the rest of the course takes. To be read once the store is whole. */
  get minutesLeft(): number {
    return this.known.minutesLeft;
  }

  get complete(): boolean {
    return this.learner?.complete ?? false;
  }

  get unmet(): readonly Unmet[] {
    return this.known.unmet;
  }

  get passMark(): number {
    return passMarkOf(this.course, this.learner?.state ?? this.launch ?? {});
  }

  get triesLeft(): number | 'unlimited' {
    return this.known.triesLeft;
  }

  get lessons(): readonly LessonProgress[] {
    return this.known.lessons;
  }

  /** Id of the section or `assessment` to go on at. */
  get resumeAt(): string {
    return this.learner?.resumeAt ?? this.firstSection;
  }

  get firstSection(): string {
    return this.course.lessons[0]?.sections[0]?.id ?? '';
  }

  isDone(id: string): boolean {
    return this.learner?.isDone(id) ?? false;
  }

  canOpen(id: string): boolean {
    return this.learner?.canOpen(id) ?? id === this.firstSection;
  }

  /** The section that an id of a lesson, section or counting block leads to. */
  placeOf(id: string): CoursePlace | undefined {
    return placeOf(this.course, id);
  }

  lessonTitle(id: string): string {
    return own(this.text.lessons, id)?.title ?? '';
  }

  sectionTitle(lesson: string, section: string): string {
    return own(own(this.text.lessons, lesson)?.sections ?? {}, section) ?? '';
  }

  practice(file: string): Promise<readonly Item[]> {
    return this.files.practice(this.language, file);
  }

  get known(): LearningModel {
    if (!this.learner) throw new Error('the store is not whole yet');
    return this.learner;
  }
}
