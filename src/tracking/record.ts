/**
 * The one interface that every standard's driver stands behind. SPEC.md beside this file numbers its clauses; the
 * contract suite proves them for each driver. A driver translates; it decides nothing.
 */
import type { ActivityEvent, InteractionReport, LaunchMode, Report } from '../learning/types.ts';
import type { Log } from './session/log.ts';
import type { Clock, Store } from './device/surroundings.ts';

/** What differs between standards, as data. Nobody asks which standard it is. */
export interface Traits {
  /** Where `saved` says it was stored. */
  readonly place: 'lms' | 'lrs' | 'device';
  /** Longest saved state in characters, the envelope included. */
  readonly savedLimit: number;
  /** Whether completion and success are two values. */
  readonly separateSuccess: boolean;
  /** Whether the page should go somewhere after the end (cmi5's returnURL). */
  readonly returns: boolean;
}

export interface Learner {
  id: string;
  name: string;
}

/** What a launch tells. Values that the LMS does not give are absent. */
export interface Launch {
  /** False where no LMS answered: the learner reads on and is told so. */
  connected: boolean;
  mode: LaunchMode;
  learner?: Learner;
  /** BCP 47, as the LMS's learner preference has it. */
  language?: string;
  /** Per cent. */
  passMark?: number;
  /** What was saved under this attempt, or empty. */
  saved: string;
  /** The records travel without https, so that others on the network can read them. */
  unencrypted?: true;
  /** Why not connected, or what went wrong while reading. */
  problem?: Problem;
}

/** A stable code, and the LMS's own words for a diagnostic page. Never shown raw to a learner. */
export interface Problem {
  code:
    | 'no-lms' // no API object / launch parameters within the time allowed
    | 'lms-refused' // initialise or a call was refused
    | 'lms-threw' // a call threw
    | 'offline'
    | 'session-over' // the LMS has ended the session
    | 'not-stored'; // commit failed
  detail: string;
}

export interface Written {
  /** True when the LMS (or LRS, or device) said that it stored everything, and nothing speaks against believing it. */
  stored: boolean;
  /** With `stored` true: a warning, or a decoration that the LMS does not take. */
  problem?: Problem;
}

/** All that one write carries. */
export interface Writing {
  report: Report;
  /** The envelope with the encoded state; changes with every write, so that a retry is really sent. */
  saved: string;
  /** Answers of a form that was just submitted, or is sent again after a failure. */
  interactions: readonly InteractionReport[];
  /** Active time of this session so far, in milliseconds. */
  activeTime: number;
}

/** `exit`: the learner asked to leave. `page`: the page is going away, and nothing may wait. */
export type Leaving = 'exit' | 'page';

/** Runs an `import()`, as the player's `late` does; the name tells one from another. */
export type FetchCode = <T>(name: string, fetchCode: () => Promise<T>) => Promise<T>;

export interface LearnerRecord {
  readonly traits: Traits;
  readonly log: Log;
  /** Finds the LMS within a bounded time, opens the session, reads. Never rejects; never does I/O before it is called. */
  start(): Promise<Launch>;
  /**
   * Fetches what writing needs, where a driver leaves that until the first screen stands. Called after `start`, before the
   * first `write`. Rejects when it can't be fetched; may be called again.
   */
  complete?(fetchCode: FetchCode): Promise<void>;
  /**
   * Writes what changed and commits. Never rejects. SCORM drivers do all their calls before the first await. May be
   * called again before the last one has answered; drivers keep the order.
   */
  write(writing: Writing): Promise<Written>;
  /**
   * For records that hold events: they are on the device when this returns, and the record delivers them by itself or
   * with the next write. Called before that write; answers come again with it.
   */
  note?(happenings: readonly ActivityEvent[], answers: readonly InteractionReport[]): void;
  /** Writes (unless there is nothing to write), commits and ends the session, once; a second call answers as the first did. */
  finish(writing: Writing | undefined, leaving: Leaving): Promise<Written>;
  /** Where to send the page after `finish`, if anywhere. */
  readonly returnUrl?: string | undefined;
}

/** What a driver's `createRecord(course, options)` takes; a browser's own things where left out. */
export interface RecordOptions {
  clock?: Clock;
  /** The browser's opinion whether it is online. */
  online?: () => boolean;
  /** Where the search for an LMS begins. */
  scope?: object;
  /** Null: there is none. */
  store?: Store | null;
}
