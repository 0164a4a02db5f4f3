/**
 * What a sheet says of an LMS. Each fact names where it was read, or says that nobody confirmed it. What the package
 * itself does is no fact about an LMS: that is `ours`, and the tests of the drivers hold it.
 */
import type { LmsName } from '../../src/lms/habits.ts';
import type { Seen } from '../../src/lms/attempt.ts';
import type { Version } from '../../src/lms/standard.ts';
import type { SourceId } from './sources.ts';

export type Fact = { text: string } & ({ source: SourceId } | { confirmed: false } | { about: 'package' });

export const read = (source: SourceId, text: string): Fact => ({ text, source });
export const unsure = (text: string): Fact => ({ text, confirmed: false });
export const ours = (text: string): Fact => ({ text, about: 'package' });

export interface Setting {
  /** The part of the form, where it has parts. */
  part: string;
  name: string;
  choose: string;
  /** Where the setting was read, and why it is to be so. */
  why: Fact;
}

interface Upload {
  /** Of the registry. */
  standard: string;
  why: Fact;
}

export interface Sheet {
  name: string;
  /** Within a sentence, where its name doesn’t fit there. */
  called?: string;
  /** What these sentences stand on. */
  basis: string;
  /** The first is the one to take. */
  packages: readonly [Upload, ...Upload[]];
  steps: readonly Fact[];
  settings: readonly Setting[];
  /** Where a supervisor looks. */
  reports: readonly Fact[];
  /** What surprises people. */
  mind: readonly Fact[];
  /** Rules that are known: outcomes are run through them. */
  rules?: Rules;
}

/** What somebody who looks at the LMS's own pages sees. */
export interface Shown {
  status: string;
  score: string;
}

type Status = Seen['completion'] | Seen['success'];

/** How the LMS comes to count an activity as done, where the sheet says which statuses to tick. */
export interface Ticked {
  /** By version, since the two report differently. Any one of them is enough. */
  statuses: Readonly<Record<Version, readonly Status[]>>;
  why: Fact;
}

export interface Rules {
  lms: LmsName;
  source: SourceId;
  /** How its pages put what it keeps, where that is known too. */
  pages?: { shows: (seen: Seen, version: Version) => Shown; ticked: Ticked };
}
