/**
 * The one interface that every standard stands behind, in three steps: a `Driver` opens a launch, a `LaunchedRecord` is
 * what the launch told, and a `RecordWriter` is there once the half that writes has been loaded, for the first screen
 * waits for none of it. SPEC.md beside this file numbers the clauses; the contract suite proves them for each driver. A
 * driver translates; it decides nothing.
 */
import type { ActivityEvent, Floor, InteractionReport, LaunchMode, Report } from '../learning/types.ts';
import type { Clock, LoadCode } from './device/surroundings.ts';
import type { SafeStorage, WebStorage } from './device/storage.ts';
import type { Log } from './log.ts';

export interface LearnerIdentity {
  id: string;
  name: string;
}

/** What a launch tells. Values that the LMS does not give are absent. */
export interface Launch {
  /** False where no LMS answered: the learner reads on and is told so. */
  connected: boolean;
  mode: LaunchMode;
  learner?: LearnerIdentity;
  /** BCP 47, as the LMS's learner preference has it. */
  language?: string;
  /** Per cent. */
  passMark?: number;
  /** What was saved under this attempt, or empty. */
  saved: string;
  /** `saved` is empty, and there can be no new attempt, or a status says that this one has begun: its state was lost. */
  begun?: true;
  /**
   * What the LMS holds besides. Statuses, and where `saved` is empty the score, are there when `open` answers: they tell
   * a state that was wiped from a new attempt. The driver adds the rest until `loadWriter` answers, after the first screen
   * and before the first write.
   */
  floor?: Floor;
  /** The records travel without https, so that others on the network can read them. */
  unencrypted?: true;
  /** Why not connected, or what went wrong while reading. */
  problem?: Problem;
}

/** A stable code, and what the LMS said, for the log. Never shown raw to a learner. */
export interface Problem {
  code:
    | 'no-lms' // no API object / launch parameters within the time allowed
    | 'lms-refused' // initialise or a call was refused
    | 'refused-result' // the record did not take success, completion or the score
    | 'lms-threw' // a call threw
    | 'offline'
    | 'session-over' // the LMS has ended the session
    | 'state-refused' // the record takes all that is done, and lets nobody keep the saved state there
    | 'not-stored'; // commit failed
  detail: string;
  /** Why a session is over, where that can be told; absent where the LMS said so itself. */
  cause?: Cause;
}

export type Cause =
  | 'window-gone' // the LMS's window was closed, or shows something else
  | 'signed-out'
  | 'not-heard' // the LMS answers, and takes nothing any more
  | 'old-page' // the browser brought back the LMS's page of an earlier launch
  | 'used' // the launch address had been used before
  | 'left'; // the learner had ended the session

/**
 * From where another session can be had. `around`: the LMS's page around this one is loaded again. `here`: this page is,
 * whose address begins or resumes a session for as long as it is good. `elsewhere`: the LMS is another window.
 */
export type Again = 'around' | 'here' | 'elsewhere';

export interface Written {
  /** True when the LMS (or LRS, or device) said that it stored everything, and nothing speaks against believing it. */
  stored: boolean;
  /** With `stored` true: a warning, or a decoration that the LMS does not take. */
  problem?: Problem;
  /** With `stored` false: all of this session is stored, and what is missing is what an earlier one has left. */
  own?: true;
}

/** All that one write carries. */
export interface Writing {
  report: Report;
  /** The envelope with the encoded state; changes with every write, so that a retry is really sent. */
  saved: string;
  /** Answers of a form that was just submitted, or is sent again after a failure. */
  interactions: readonly InteractionReport[];
  /** Indexes of those that an earlier session had handed in: the LMS may have them, at that place. */
  earlier?: ReadonlySet<number>;
  /** Active time of this session so far, in milliseconds. */
  activeTime: number;
}

/** `exit`: the learner asked to leave. `page`: the page is going away, and nothing may wait. */
export type Leaving = 'exit' | 'page';

export interface Driver {
  /** Who has what is called stored: the only difference between standards that the session must know. */
  readonly keeper: 'lms' | 'device';
  readonly log: Log;
  /** Finds the LMS within a bounded time, opens the session, reads; once. Never rejects; no I/O before it is called. */
  open(): Promise<LaunchedRecord>;
}

export interface LaunchedRecord {
  readonly launch: Launch;
  /** Names the attempt, whatever is saved under it: two states of one belong together, also where their tokens differ. */
  readonly attempt?: string | undefined;
  /** Where to send the page after the end, if anywhere. */
  readonly returnUrl?: string | undefined;
  readonly again: Again;
  /** The learner's id alone says who it is, however the name is spelled. */
  readonly knownById?: true;
  /** The session goes on after the learner has left, and ends when the page goes. */
  readonly endsWithPage?: boolean;
  /** The page goes before the writing half has come: ends the session in this turn. For that moment alone. */
  close(): void;
  /** The writing half's code is on its way from now on: nothing is asked of the LMS for it. Absent where it is here already. */
  fetchWriter?(): void;
  /** Rejects when the writing half can't be loaded; may be called again. Undefined where no LMS answered. */
  loadWriter(): Promise<RecordWriter | undefined>;
}

export interface RecordWriter {
  /**
   * Writes what changed and commits. Never rejects. SCORM drivers do all their calls before the first await. May be
   * called again before the last one has answered; drivers keep the order.
   */
  write(writing: Writing): Promise<Written>;
  /**
   * For records that hold events: they are on the device when this returns, and the record delivers them by itself or
   * with the next write. Called before that write; answers come again with it.
   */
  observe?(events: readonly ActivityEvent[], answers: readonly InteractionReport[]): void;
  /** Something that it was told is in this page alone: the device did not take it. */
  readonly hasInPage?: boolean;
  /** Called with the saved state (an envelope) of another page or device that the record turns out to hold. */
  onElsewhere?(listener: (saved: string) => void): void;
  /** Called when the record is there again after a write that failed: what was not stored can be written at once. */
  onRecovered?(listener: () => void): void;
  /** Writes (unless there is nothing to write), commits and ends the session, once; a second call answers as the first did. */
  finish(writing: Writing | undefined, leaving: Leaving): Promise<Written>;
  /** The page goes. For records that are closed only now, though the learner has left before. */
  left?(): void;
}

/** What a driver's `createDriver(course, options)` takes; a browser's own things where left out. */
export interface DriverOptions {
  clock?: Clock;
  /** The browser's opinion whether it is online. */
  online?: () => boolean;
  /** Where the search for an LMS begins. */
  scope?: object;
  /** localStorage. Null: there is none. */
  storage?: WebStorage | SafeStorage | null;
  /** Loads the writing half. */
  loadCode?: LoadCode;
}
