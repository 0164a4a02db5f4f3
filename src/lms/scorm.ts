/** What the strict fakes have in common: what a test sees of the LMS, and the faults that it can have. */

/** What the LMS has stored: not what a page only set. In our own words, the same for every standard. */
export interface Seen {
  /** Sessions opened and closed by this launch. */
  opened: number;
  closed: number;
  commits: number;
  completion: 'not attempted' | 'incomplete' | 'completed' | 'unknown';
  success: 'unknown' | 'passed' | 'failed';
  /** As stored; undefined where there is no score. */
  score: { raw: string; min: string; max: string; scaled?: string } | undefined;
  saved: string;
  location: string;
  progress?: string;
  resumable: boolean;
  /** As the standard spells it. */
  time: string;
  objectives: readonly Record<string, string>[];
  interactions: readonly Record<string, string>[];
  navigation?: string;
}

/**
 * - `refuses`: the server answers with an error.
 * - `offline`: no network; the API says that all is well, as Moodle's does.
 * - `session-lost`: the learner was logged out; every commit fails from now on.
 * - `throws`: every call throws.
 * - `contradicts`: commits answer `false` with the error code 0, though the data is stored.
 */
export type Fault = 'refuses' | 'offline' | 'session-lost' | 'throws' | 'contradicts';

export interface Call {
  name: string;
  element: string;
  value: string;
  error: number;
}

export interface LaunchFacts {
  learnerId?: string;
  learnerName?: string;
  language?: string;
  /** Per cent. */
  passMark?: number;
  mode?: 'normal' | 'browse' | 'review';
  credit?: 'credit' | 'no-credit';
  /** Parts of the data model that this LMS has not: `cmi.interactions`, `cmi.objectives`. */
  without?: readonly string[];
  /** Longest state; what is longer is cut off without a word. */
  cutsAt?: number;
}

/** The rows of `cmi.objectives` or `cmi.interactions` in a flat data model. */
export function rows(data: ReadonlyMap<string, string>, collection: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  for (const [element, value] of data) {
    const [, index, field] = new RegExp(`^cmi\\.${collection}\\.(\\d+)\\.(.+)$`).exec(element) ?? [];
    if (index !== undefined && field !== undefined) (found[Number(index)] ??= {})[field] = value;
  }
  return Array.from(found, (row) => row ?? {});
}
