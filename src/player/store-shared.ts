/** What the two halves of the store have in common: `store.ts`, and `store-actions.ts`, which is fetched after the first screen. */
import type { CourseText } from '../course/compiled.ts';
import type {
  ActivityEvent,
  Doing,
  InteractionReport,
  LearningEvent,
  LearningState,
} from '../learning/index.ts';
import type { Offer, Opening } from '../tracking/session/session.types.ts';
import type { AssessmentController } from './assessment-controller.ts';
import type { CourseView } from './course-view.ts';
import type { Saving } from './saving-words.ts';

/**
 * connecting: the LMS is looked for. offer: work found on this device waits for the learner's decision. cover: nothing was
 * begun yet. open: a page of the course. ended: after Save and exit. stale: the browser brought back a page whose session is
 * over, or one of an earlier launch.
 */
export type Phase = 'connecting' | 'offer' | 'cover' | 'open' | 'ending' | 'ended' | 'stale';

export type Answers = (after: LearningState) => readonly InteractionReport[];

/** What `store-actions.ts` does with the store; `PlayerStore` says what each is. */
export interface SharedStore extends CourseView {
  phase: Phase;
  offer: Offer | undefined;
  whole: boolean;
  languageFailed: string | undefined;
  leaving: boolean;
  left: Phase;
  readonly checksRight: Map<string, boolean>;
  opening: Opening | undefined;
  readonly waiting: (() => void)[];
  readonly replayed: boolean;
  readonly saving: Saving;
  leave: (url: string) => void;
  reload: (around?: 'launch') => void;
  assessment(): Promise<AssessmentController>;
  dispatch(event: LearningEvent, urgency?: 'soon' | 'now', answers?: Answers, doing?: Doing): void;
  updateSession(
    urgency: 'soon' | 'now',
    interactions?: readonly InteractionReport[],
    activityEvents?: readonly ActivityEvent[],
  ): void;
  wanted(earlier: string | undefined): string;
  useText(text: CourseText): void;
  changed(): void;
}
