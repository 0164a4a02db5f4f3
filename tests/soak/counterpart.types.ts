/** What a course speaks to, seen from the learner's side and from the report's. */
import type { FaultPlan } from '../../src/lms/faults.ts';
import type { Habit } from '../../src/lms/habits.ts';
import type { LrsHabit } from '../../src/lms/lrs-habits.ts';
import type { LrsFault } from '../../src/lms/lrs-faults.ts';
import type { Delivered } from '../../src/lms/standard.ts';
import type { SafeStorage } from '../../src/tracking/device/storage.ts';
import type { FakeStore } from '../fakes/store.ts';
import type { Clock } from '../../src/tracking/device/surroundings.ts';
import type { Driver } from '../../src/tracking/record.ts';

/** What a page brings to a launch. */
export interface Place {
  clock: Clock;
  storage: SafeStorage;
  online: () => boolean;
  lock: <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;
  /** The fault of the next call or request, if any. */
  nextFault: (call: CallKind) => AnyFault | undefined;
  /** The page was torn away: nothing of it arrives any more. */
  isDead: () => boolean;
  /** From now on the browser knows that it is offline, or online again. */
  line: (online: boolean) => void;
}

/**
 * SCORM: `who` reads who the learner is; `state` and `set` are held by the page until they are stored. To an LRS: `document` brings
 * it the state, `send` statements.
 */
export type CallKind = 'read' | 'who' | 'state' | 'set' | 'store' | 'ask' | 'send' | 'document';

export type AnyFault = { api: ReturnType<FaultPlan>; lrs: LrsFault; dies: 'before' | 'after' | undefined };

export interface Launched {
  driver: Driver;
  /** The learner is on the way out of the LMS's page. */
  leaving(): void;
  /** The way to the server. */
  network(online: boolean): void;
  /** `normal`, or the course was opened for review. */
  mode: string;
  /** Nothing reaches the server. */
  isDown(): boolean;
  /** The LMS has signed the learner out, and takes nothing. */
  isSignedOut(): boolean;
  /** The session was lost before the first commit of this launch. */
  lostAtOnce(): boolean;
  /** What this launch gave the page, where the Back button can bring that again. */
  delivered?: Delivered;
}

export interface Held {
  /** Texts in which the state may be. */
  saved: readonly string[];
  score: number | undefined;
  passed: boolean;
  completed: boolean;
  /** A status says that it is over, well or not. */
  final: boolean;
  objectives: ReadonlyMap<string, number>;
  /** Characters of the whole record as a page sends it, where every commit may bring all. */
  size?: number;
  /** Interactions that say something, in the record's order. */
  answers: readonly string[];
}

export interface Counterpart {
  readonly habits: ReadonlySet<Habit | LrsHabit>;
  readonly standard: Standard;
  /** How often the LMS threw an attempt away by a habit of its own. */
  readonly attempts: number;
  /** It stores nothing any more, and says so to nobody. */
  readonly locked: boolean;
  /** It said that it has `initialized` of some session, and it has not. */
  readonly begunInWord: boolean;
  /** From now on the LMS spells the learner's name in another way. */
  respell(): void;
  launch(place: Place, older?: Delivered): Launched;
  /** What it has; where the device is the record, that of this page's device. */
  held(of?: FakeStore): Held;
  /** A state that somebody else has saved there; where the device is the record, on this page's. */
  putSaved(saved: string, of: FakeStore): void;
  /** Rules of the standard that were broken, in words. */
  broken(): readonly string[];
}

export type Standard = 'scorm12' | 'scorm2004' | 'xapi' | 'cmi5' | 'web';
