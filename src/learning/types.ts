/**
 * The vocabulary of the learning state machine: events in, state out, and the report that is told to the LMS.
 * Pure data: no clock, no chance, no DOM. Times are milliseconds since 1970 UTC, given by the events; the state keeps
 * them in whole seconds.
 */
import type { Bank, LedgerNumber, Question, Response } from '../course/compiled.ts';

/** SCORM's and cmi5's launch modes. In review and browse nothing is reported. */
export type LaunchMode = 'normal' | 'review' | 'browse';

export interface FormEntry {
  item: LedgerNumber;
  response?: Response;
  /** To be looked at again before submission, which takes the flags away. */
  flagged: boolean;
  /** Seconds that the item was on the screen, capped at 4,095. */
  latency: number;
  /**
   * When the response was last changed: seconds since the try began, at least 1; 0 while unanswered. Exact to the second
   * for half an hour, then coarser (`learning/packed-times`), so that it stays small.
   */
  answeredAfter: number;
  /** Points of 1, in whole 2,520ths (`learning/scoring`), set when the form is submitted. */
  credit?: number;
}

/** When an answer and a flag of an open form were last changed, as numbers of `learning/answer-order`; 0: not known. */
export interface Change {
  readonly answer: number;
  readonly flag: number;
}

export type FormOrder = ReadonlyMap<LedgerNumber, Change>;

/** One form of the assessment: being filled in until `submittedAt` is set. */
export interface Try {
  /** 1 for the first. */
  number: number;
  seed: number;
  startedAt: number;
  submittedAt?: number;
  /** In the order shown. */
  form: readonly FormEntry[];
  /** Index of the form's first item among the interactions of the LMS attempt. */
  firstInteraction: number;
}

export interface ObjectiveResult {
  objective: LedgerNumber;
  items: number;
  points: number;
}

/** What a submitted form earned. */
export interface TryResult {
  number: number;
  submittedAt: number;
  /** 0 to 100, at most two decimals. */
  score: number;
  passed: boolean;
  objectives: readonly ObjectiveResult[];
}

/** The whole of what is saved. `learning/codec` turns it into a string and back. */
export interface LearningState {
  /** Sections read and counting blocks done, by ledger number. */
  readonly done: ReadonlySet<LedgerNumber>;
  /** Items that were in a form before, by ledger number. */
  readonly itemsSeen: ReadonlySet<LedgerNumber>;
  /** Where the learner is: a section's number, the assessment, or nothing yet. */
  readonly place: LedgerNumber | 'assessment' | undefined;
  /** Index into the course's languages, as the learner chose; undefined while not chosen. */
  readonly language: number | undefined;
  readonly triesSubmitted: number;
  /** How many interactions of the LMS attempt are taken: where the next submitted form begins. */
  readonly interactionsUsed: number;
  /**
   * What was earned, over all tries: number, time and score of the best one; `passed` once any try passed; for each
   * objective its best result in any try, so that a later try lowers nothing.
   */
  readonly best: TryResult | undefined;
  readonly latest: TryResult | undefined;
  readonly current: Try | undefined;
  /** Completion once earned is never lost, whatever is edited later. */
  readonly completed: boolean;
  // -- facts of this launch, never saved
  /** Of the open form: kept on the device alone, for the other pages there. */
  readonly order: FormOrder;
  readonly mode: LaunchMode;
  /** Per cent; the LMS's own mastery score, where it gave one. */
  readonly passMark: number | undefined;
  /** A form was submitted since the launch. */
  readonly submittedThisLaunch: boolean;
  readonly exiting: boolean;
}

/**
 * What the LMS itself holds of this attempt, whatever the saved state says: a stale page or another device may have
 * replaced that by an older one, and some LMSs wipe it. Nothing earned falls below it. Absent: the LMS doesn't tell.
 */
export interface Floor {
  /** Raw, 0 to 100. */
  score?: number;
  /** Success, where it is decided: false is "failed". */
  passed?: boolean;
  completed?: boolean;
  objectives?: readonly ObjectiveFloor[];
  /** How many interactions it has: the first free index. */
  interactionsCount?: number;
}

export interface ObjectiveFloor {
  /** As the course files have it. */
  id: string;
  /** Raw, 0 to 100. */
  score?: number;
}

export type LearningEvent =
  | { type: 'launched'; mode: LaunchMode; passMark?: number; floor?: Floor; at?: number }
  /** On the screen: the place to go on from. */
  | { type: 'section-shown'; section: string }
  /** Its end was in view, or the learner went on from it. */
  | { type: 'section-read'; section: string }
  | { type: 'block-done'; block: string }
  | { type: 'assessment-shown' }
  | { type: 'language-chosen'; language: string }
  | { type: 'try-started'; seed: number; at: number; bank: Bank }
  | { type: 'answered'; item: string; bank: Bank; response: Response | undefined; at: number }
  | { type: 'looked-at'; item: string; bank: Bank; seconds: number }
  | { type: 'flagged'; item: string; bank: Bank; flagged: boolean }
  | { type: 'try-submitted'; at: number; bank: Bank }
  /** By answers of another attempt, which become this one's: the next form begins behind them. */
  | { type: 'interactions-taken'; until: number }
  | { type: 'exit' };

// ---- the report ------------------------------------------------------------------------------------------------

export type Completion = 'incomplete' | 'completed';
export type Success = 'unknown' | 'passed' | 'failed';

/** Always the best submitted form. */
export interface Score {
  /** 0 to 100, at most two decimals. min is 0 and max is 100. */
  raw: number;
}

export interface ObjectiveReport {
  id: string;
  /** One line of plain text; empty while the words are not loaded. */
  description: string;
  score?: Score;
  completion: Completion;
  success: Success;
}

/**
 * What the LMS is told: a pure function of the state. Drivers translate it and decide nothing.
 * `completion` stays `incomplete` until a graded assessment is decided (passed, or no tries left): an LMS may open
 * a completed course for review only.
 */
export interface Report {
  /** False in review and browse, and where what is saved is of a later format: nothing may be written, whatever the launch says. */
  counts: boolean;
  completion: Completion;
  success: Success;
  /** Failed here means: no success, and the learner leaves after a failed try (`exit`), or no tries are left. For standards without attempts. */
  sessionSuccess: Success;
  score?: Score;
  /** Number of the best try, once one passed: with the attempt's token it makes the number of the certificate. */
  passedIn?: number;
  /** 0 to 1: how much of what completion asks for has been done. */
  progress: number;
  /** Id of the section, `assessment`, or empty. */
  location: string;
  /** The graded objectives, in the course's order; an objective keeps its place for ever (ledger number order). */
  objectives: readonly ObjectiveReport[];
  /** The encoded state: ASCII, without the envelope that tracking adds. */
  saved: string;
  /** For the device alone, which keeps it beside the state (`learning/answer-order`); absent where no form is open. */
  order?: string;
  /** For the device alone: no more was done than to look at one section, as every start does by itself. */
  untouched?: true;
}

/**
 * What a learner did at a moment, for records that hold events and not only a state (an LRS). Private notes are never
 * among them. `at` is in milliseconds since 1970.
 */
export type ActivityEvent =
  | { type: 'lesson-completed'; lesson: string; at: number }
  | {
      type: 'check-answered';
      lesson: string;
      block: string;
      question: Question;
      response: Response;
      correct: boolean;
      at: number;
    }
  | {
      type: 'scenario-ended';
      lesson: string;
      block: string;
      way: readonly WayStep[];
      ending: 'good' | 'mixed' | 'poor' | undefined;
      at: number;
    }
  | {
      type: 'try-submitted';
      number: number;
      startedAt: number;
      /** 0 to 100. */
      score: number;
      passed: boolean;
      /** What this try earned in each objective that it tested. */
      objectives: readonly { id: string; score: number; mastered: boolean }[];
      at: number;
    };

/** A choice made in a scene of a scenario. */
export interface WayStep {
  scene: string;
  choice: string;
}

/** What was done in a counting block, where its kind tells. */
export type Doing =
  | { way: readonly WayStep[]; ending: 'good' | 'mixed' | 'poor' | undefined }
  | { question: Question; response: Response };

/** One answer of a submitted form, for the LMS. In no standard's spelling: drivers write the patterns. */
export interface InteractionReport {
  /** Index within the LMS attempt; kept for ever. */
  index: number;
  item: import('../course/compiled.ts').Item;
  response: Response | undefined;
  correct: boolean;
  /** 0 to 1. */
  credit: number;
  weighting: number;
  /** When it was last answered, ms since 1970. */
  at: number;
  /** Seconds. */
  latency: number;
  /** Which try, from 1. */
  tryNumber: number;
  /** Of the form: two devices that begin the same try in the same second have two. Earlier players kept none. */
  seed?: number | undefined;
  /** The index is another attempt's, that the learner took over: in this one it comes behind all that is there. */
  elsewhere?: true;
}

/** An answer as the device keeps it until the LMS has it. Its item, by id, is in the bank. */
export type OwedAnswer = Omit<InteractionReport, 'item'> & { item: string };
