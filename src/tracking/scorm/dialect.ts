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
  /** What the statuses say when an attempt has begun. */
  readonly begun: Readonly<Record<string, string>>;
  /** Error codes after reading that only say: it was never set. */
  readonly unset: readonly string[];
  /** Error codes of an Initialize that came second: there is a session. */
  readonly running: readonly string[];
  /** Per cent; NaN where there is none. */
  passMark(given: number): number;
  statuses(report: Pick<Report, 'completion' | 'success'>): readonly Value[];
}

/** What writing needs besides. */
export interface WritingDialect {
  readonly otherSpelling?: OtherSpelling;
  /** An LMS may send the whole record at every save: one request has to do where a page closes. */
  readonly sendsAll?: true;
  /** Rows that fit into what a closing page can send, where all of them travel each time. */
  readonly mostInteractions?: number;
  time(milliseconds: number): string;
  location(report: Report): readonly Value[];
  /** Fields below a `score`. */
  score(raw: number): readonly Value[];
  /** Below an objective, its id aside. */
  objective(objective: ObjectiveReport): readonly Value[];
  /** Below an interaction, its id aside. */
  interaction(answer: InteractionReport, place: number): readonly Value[];
  /** The same in another way, for LMSs that refused the first. */
  inOtherWords?(field: string, value: string): string | undefined;
  objectiveId(objective: ObjectiveReport): string;
  interactionId(answer: InteractionReport): string;
  /** What to ask the LMS for at the learner's exit. */
  navigation(report: Report): readonly Value[];
}
