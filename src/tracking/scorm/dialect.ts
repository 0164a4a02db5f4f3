/** What differs between the two SCORM drivers. */
import type { InteractionReport, ObjectiveReport, Report } from '../../learning/types.ts';
import type { CallRules, OtherSpelling } from './calls.ts';

/** An element of the data model, or a part of one, and its value. */
export type Value = readonly [element: string, value: string];

type Elements =
  | 'mode'
  | 'credit'
  | 'saved'
  | 'id'
  | 'name'
  | 'language'
  | 'passMark'
  | 'exit'
  | 'time'
  | 'score';

/** What a launch needs. */
export interface Dialect extends CallRules {
  /** Name of the API object. */
  readonly api: string;
  readonly elements: Readonly<Record<Elements, string>>;
  /** Statuses, and those of their values that no lower one is written over, from the lower to the higher. */
  readonly earned: Readonly<Record<string, readonly string[]>>;
  /** Error codes after reading that only say: it was never set. */
  readonly unset: readonly string[];
  /** Per cent; NaN where there is none. */
  passMark(text: string): number;
  statuses(report: Pick<Report, 'completion' | 'success'>): readonly Value[];
}

/** What writing needs besides. */
export interface WritingDialect {
  readonly otherSpelling?: OtherSpelling;
  time(milliseconds: number): string;
  location(report: Report): readonly Value[];
  /** Fields below a `score`. */
  score(raw: number): readonly Value[];
  /** Below an objective, its id aside. */
  objective(objective: ObjectiveReport): readonly Value[];
  /** Below an interaction, its id aside. */
  interaction(answer: InteractionReport): readonly Value[];
  objectiveId(objective: ObjectiveReport): string;
  interactionId(answer: InteractionReport): string;
  /** What to ask the LMS for at the learner's exit. */
  navigation(report: Report): readonly Value[];
}
