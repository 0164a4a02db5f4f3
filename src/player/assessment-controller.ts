/** The store's half for the assessment: fetched when the learner first comes near it. */
import type { Bank, CourseStructure, Item, ObjectiveStructure, Response } from '../course/compiled.ts';
import {
  isMastered,
  isOpen,
  objectiveScore,
  optionOrder,
  showsKeys,
  whyNoTry,
  type InteractionReport,
  type LearningEvent,
  type LearningState,
  type OwedAnswer,
  type TryResult,
} from '../learning/index.ts';
import { formItems, unanswered, type FormItem } from '../learning/form.ts';
import { interactionsOf, owedInteractions } from '../learning/interactions.ts';
import { remediation, type Remediation } from '../learning/remediation.ts';
import type { CourseFiles } from './course-files.ts';

/** As much of the player's store as the assessment needs. */
export interface AssessmentHost {
  readonly course: CourseStructure;
  readonly files: Pick<CourseFiles, 'bank'>;
  readonly language: string;
  /** False in review and browse: nothing is recorded. */
  readonly counts: boolean;
  readonly state: LearningState;
  dispatch(
    event: LearningEvent,
    urgency?: 'soon' | 'now',
    answers?: (after: LearningState) => readonly InteractionReport[],
  ): void;
  updateSession(urgency: 'soon' | 'now', interactions: readonly InteractionReport[]): void;
}

export interface ObjectiveView {
  objective: ObjectiveStructure;
  /** 0 to 100. */
  score: number;
  mastered: boolean;
  /** Sections that teach what was missed; empty where the objective is mastered. */
  sections: readonly string[];
}

export interface ResultView {
  result: TryResult;
  objectives: readonly ObjectiveView[];
  again: Remediation;
  /** The submitted form, where it is still known. */
  items: readonly FormItem[];
  /** Right answers and reasons may be read. */
  keys: boolean;
}

export class AssessmentController {
  private readonly store: AssessmentHost;

  constructor(store: AssessmentHost) {
    this.store = store;
  }

  bank(): Promise<Bank> {
    return this.store.files.bank(this.store.language);
  }

  /** A form is being filled in. Where nothing counts, one that was left half done can't be. */
  get open(): boolean {
    return this.store.counts && isOpen(this.store.state.current);
  }

  /** Why no try can be started now; undefined where one can. */
  get whyNot(): ReturnType<typeof whyNoTry> {
    return whyNoTry(this.store.course, this.store.state);
  }

  get itemsInForm(): number {
    return this.store.course.assessment?.blueprint.reduce((sum, { count }) => sum + count, 0) ?? 0;
  }

  items(bank: Bank): readonly FormItem[] {
    const { current } = this.store.state;
    return current ? formItems(bank, current) : [];
  }

  unanswered(bank: Bank): readonly FormItem[] {
    const { current } = this.store.state;
    return current ? unanswered(bank, current) : [];
  }

  /** Ids of an item's options in the order of this try; the same on every device and in every language. */
  order(item: Item): readonly string[] {
    return optionOrder(this.store.state.current?.seed ?? 0, item, item.no);
  }

  start(bank: Bank): void {
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
    this.store.dispatch({ type: 'try-started', seed, at: Date.now(), bank }, 'now');
  }

  answer(bank: Bank, item: string, response: Response | undefined): void {
    this.store.dispatch({ type: 'answered', item, bank, response, at: Date.now() });
  }

  flag(bank: Bank, item: string, flagged: boolean): void {
    this.store.dispatch({ type: 'flagged', item, bank, flagged });
  }

  lookedAt(bank: Bank, item: string, seconds: number): void {
    this.store.dispatch({ type: 'looked-at', item, bank, seconds });
  }

  shown(): void {
    this.store.dispatch({ type: 'assessment-shown' });
  }

  submit(bank: Bank): void {
    const event: LearningEvent = { type: 'try-submitted', at: Date.now(), bank };
    this.store.dispatch(event, 'now', (after) => interactionsOf(this.store.course, bank, after));
  }

  /** The latest submitted try; undefined before the first. */
  result(bank: Bank): ResultView | undefined {
    const { course, state } = this.store;
    const { latest, current } = state;
    if (!latest) return undefined;
    const submitted = current?.submittedAt === undefined ? undefined : current;
    const again = remediation(course, bank, latest, submitted);
    const objectives = latest.objectives.flatMap((one) => {
      const objective = course.objectives.find(({ no }) => no === one.objective);
      if (!objective) return [];
      const sections = again.objectives.find((missed) => missed.objective === objective.id)?.sections ?? [];
      return [{ objective, score: objectiveScore(one), mastered: isMastered(one), sections }];
    });
    const items = submitted ? formItems(bank, submitted) : [];
    return { result: latest, objectives, again, items, keys: showsKeys(course, state) };
  }

  /** Sends answers once more: an earlier session could not prove that they arrived. */
  async sendOwed(owed: readonly OwedAnswer[]): Promise<void> {
    const answers = owedInteractions(await this.bank(), owed);
    if (answers.length > 0) this.store.updateSession('now', answers);
  }
}
