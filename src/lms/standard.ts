/** What one standard of SCORM says, as data: the engine (`scorm.ts`) reads it and knows neither standard by name. */
import type { Attempt, Elements } from './attempt.ts';
import type { Habit } from './habits.ts';
import type { Version } from './version.ts';

export type { Version } from './version.ts';

/** What a page has set. Numbers where the LMS keeps them as numbers. */
export type Model = Map<string, string | number>;

export interface Rule {
  mode: 'r' | 'w' | 'rw';
  /** What the standard allows. */
  valid?: RegExp;
  /** The part of it that every LMS that was looked at accepts. */
  strict?: RegExp;
  range?: readonly [number, number];
  /** Reads as this where it was never set. */
  initial?: string;
}

/** What a call can be refused for, by the standard's number. */
export interface Codes {
  argument: number;
  initialised: number;
  ended: number;
  /** The session isn't open: before it began and after it ended. */
  closed: Readonly<Record<Method, readonly [number, number]>>;
  /** No such element: read, and set. */
  unknown: readonly [number, number];
  empty: readonly [number, number];
  noCount: number;
  noChildren: number;
  lacking: number;
  keyword: number;
  readOnly: number;
  writeOnly: number;
  type: number;
  range: number;
  /** Reading a row that isn't there. */
  noRow: number;
  /** What reading an element that was never set gives: an error, or nothing. */
  unset: number | '';
}

export type Method = 'finish' | 'commit' | 'get' | 'set';

/** What a launch gives the page, and what a page that the browser kept still has. */
export interface Delivered {
  data: ReadonlyMap<string, string>;
  mode: string;
  credit: string;
  entry: string;
}

export interface Standard {
  version: Version;
  /** Before the name of each call. */
  prefix: string;
  finish: string;
  rules: Readonly<Record<string, Rule>>;
  children: Readonly<Record<string, string>>;
  codes: Codes;
  elements: Elements;
  /** Elements that a launch fills, and what they say. */
  given: Readonly<Record<string, (facts: LaunchFacts, launch: Delivered) => string | undefined>>;
  /** 0, or the error: rows come one after the other. */
  misplaced(element: string, value: string, page: Model, strict: boolean): number;
  /** 0, or the error: a response or a pattern against the type of its question. */
  mistyped(element: string, value: string, page: Model, habits: ReadonlySet<Habit>): number;
  /** What else a value that was accepted changes in the page. */
  afterSet?(element: string, page: Model): void;
  /** What the LMS itself decides at the end of a session. */
  atFinish(page: Model, facts: LaunchFacts, mode: string): void;
  /** What a launch gives back of what is stored; clears what is not kept. */
  restore(attempt: Attempt): Map<string, string>;
  entry(data: ReadonlyMap<string, string>): string;
  /** Whether an attempt is over, so that LMSs open it for review. */
  over(data: ReadonlyMap<string, string>): boolean;
  addTime(one: string, other: string): string;
}

export interface LaunchFacts {
  learnerId?: string;
  learnerName?: string;
  language?: string;
  /** Per cent. */
  passMark?: number;
  /** What the package's manifest wants said to the course as it begins. */
  launchData?: string;
  /** As the manifest spells them: how long the course may take, and what becomes of it then. */
  timeLimit?: string;
  timeLimitAction?: string;
  /** Ids that the manifest declares (2004). */
  objectives?: readonly string[];
  /** From 0 to 1, as the manifest spells it. */
  completionThreshold?: string;
  mode?: 'normal' | 'browse' | 'review';
  credit?: 'credit' | 'no-credit';
  /** Parts of the data model that this LMS has not: `cmi.interactions`, `cmi.objectives`. */
  without?: readonly string[];
  /** Longest state; what is longer is cut off without a word. */
  cutsAt?: number;
  /** The page is an earlier launch's, out of the browser's cache. */
  page?: Delivered;
}

/** Rows that a collection has in the page. */
export function countOf(page: ReadonlyMap<string, unknown>, collection: string): number {
  const before = `${collection}.`;
  const indexes = new Set<string>();
  for (const element of page.keys()) {
    if (!element.startsWith(before)) continue;
    const end = element.indexOf('.', before.length);
    indexes.add(element.slice(before.length, end < 0 ? undefined : end));
  }
  return indexes.size;
}
