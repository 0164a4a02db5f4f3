/** What the server, the page and the LMS's frame tell each other, as plain values. */
import type { LmsName } from '../lms/habits.ts';
import type { LaunchFacts, Version } from '../lms/standard.ts';
import type { Unexplained } from './records/import/failure.ts';

/** How a package speaks. `web` speaks to nobody. */
export type Kind = 'scorm12' | 'scorm2004' | 'xapi' | 'cmi5' | 'web';

/** Something of a package that can be launched: a SCO, an AU, an activity, a page. */
export interface Part {
  /** As the manifest names it. */
  id: string;
  title: string;
  /** Relative to the package, with its parameters. */
  href: string;
  /** Per cent. */
  passMark?: number;
  /** What the package wants to be told at the launch. */
  launchData?: string;
  /** As SCORM's manifests spell them. */
  timeLimit?: string;
  timeLimitAction?: string;
  completionThreshold?: string;
  /** Ids of the objectives that a SCO of SCORM 2004 has from the beginning. */
  objectives?: string[];
  /** cmi5's `moveOn`. */
  moveOn?: string;
}

export interface PackageInfo {
  id: string;
  /** Name of the zip. */
  file: string;
  title: string;
  kind: Kind;
  /** For people: "SCORM 2004 4th Edition". */
  standard: string;
  bytes: number;
  /** Out of the course, and not dropped in. */
  made: boolean;
  /** Made before the course was last changed: of another version, or with other choices. */
  older?: true;
  parts: Part[];
  /** What the check found, where it has looked at what was dropped in. */
  looked?: Looked;
  /** Why it can't be launched. */
  trouble?: string;
}

/** What the check has against a package. */
export interface Looked {
  /** A sentence each. */
  errors: string[];
  warnings: number;
}

/** A package that was dropped in, or a learner that was added. */
export type Removable = { package: string } | { learner: string };

/** What goes along with it. */
export interface GoesAlong {
  attempts: number;
  /** Whose they are. */
  learners: number;
  /** In which they were made. */
  packages: number;
}

export interface Learner {
  id: string;
  name: string;
  /** What the LMS says of the language; may be nothing. */
  language: string;
  /** By hand, and not ready from the beginning. */
  added?: true;
}

/** LRSs have habits of their own. */
export type LmsChoice = LmsName | 'scorm-again' | 'lrs' | 'strict-lrs' | 'catapult';

export type Going = 'on' | 'new' | 'review' | 'browse';

export interface LaunchRequest {
  package: string;
  part: string;
  learner: string;
  lms: LmsChoice;
  /** Number of the simulated device, from 0. */
  device: number;
  going: Going;
}

export interface Launched {
  id: string;
  /** Where the LMS's frame is, on the origin of the device. */
  url: string;
  /** What the LMS holds already: values by element, documents by resource and name. */
  held: Record<string, string>;
}

/** What was called in a launch, and what the LMS held when it began. */
export interface LaunchCalls {
  held: Record<string, string>;
  calls: Call[];
}

/** What an LMS holds of an attempt in SCORM, as text can keep it. */
export interface HeldAttempt {
  data: Record<string, string>;
  grade?: { raw?: string };
  ticked: boolean;
  locked: boolean;
}

/** What the LMS's frame is told about its launch. */
export interface FrameLaunch {
  id: string;
  kind: Kind;
  title: string;
  /** The page of the package, with whatever the standard puts into its address. */
  start: string;
  /** Of the workbench: nobody else is told anything. */
  workbench: string;
  scorm?: { lms: LmsName | 'scorm-again'; version: Version; facts: LaunchFacts; held: HeldAttempt };
}

/** A call of the API, or a request to the LRS. */
export interface Call {
  nth: number;
  /** Milliseconds since 1970. */
  at: number;
  /** LMSSetValue, POST statements */
  name: string;
  element: string;
  value: string;
  answer: string;
  /** As the standard numbers it, or the HTTP status; 0 and 200 are none. */
  error: number;
  /** What the LRS had against it, in its own words. */
  why?: string;
  /** The fault that was switched on by hand and befell this call; `unreachable`, `reset`: the workbench kept nothing itself. */
  fault?: string;
}

/** What the switchboard can bring about. */
export interface Faults {
  line: 'well' | 'offline' | 'session-lost' | 'refusing';
  slow: boolean;
  /** Befalls one call, and is over then. */
  next: 'nothing' | 'refused' | 'late';
  /** Setting an element, or a request to a resource, fails. */
  element: string;
  closed: boolean;
  full: boolean;
}

export const NO_FAULTS: Faults = {
  line: 'well',
  slow: false,
  next: 'nothing',
  element: '',
  closed: false,
  full: false,
};

export type ToFrame = { type: 'faults'; launch: string; faults: Faults } | { type: 'leave'; launch: string };

export type FromFrame =
  | { type: 'ready'; launch: string }
  | { type: 'calls'; launch: string; calls: Call[] }
  /** What the LMS holds has changed. */
  | { type: 'stored'; launch: string }
  /** What was switched is in force. */
  | { type: 'switched'; launch: string }
  /** A fault that befalls one call has done so. */
  | { type: 'fault-met'; launch: string }
  /** The course is no longer on the page: its window was left, or it went to the return address. */
  | { type: 'left'; launch: string }
  | { type: 'failed'; launch: string; why: string };

/** One row of what an LMS's report shows. */
export interface ReportedAnswer {
  question: string;
  answer: string;
  result: string;
}

export interface ReportedAttempt {
  attempt: string;
  number: number;
  part: string;
  /** Facts in words: label and value. */
  facts: [string, string][];
  answers: ReportedAnswer[];
  objectives: [string, string][];
  /** All that is stored, name and value. */
  stored: [string, string][];
  launches: { id: string; at: number; lms: string; device: number; calls: number }[];
}

export interface Device {
  name: string;
  origin: string;
}

export interface WorkbenchState {
  packages: PackageInfo[];
  learners: Learner[];
  devices: Device[];
  /** Where the records are. */
  folder: string;
}

/** What the records hold, and what they can be narrowed to. */
export interface RecordsState {
  /** Where the records are, where that isn't this machine: they can be asked then, and not changed. */
  elsewhere?: string | undefined;
  people: number;
  attempts: number;
  /** How many of them were attempts, and no line of a list. */
  tried: number;
  answers: number;
  /** On the list of those who should take the course; 0 where there is none. */
  expected: number;
  /** Per cents that count as passed where a source has a score and no word. */
  passMark: number;
  /** Who of them is in no report. */
  unreported: readonly string[];
  choices: Readonly<Record<'team' | 'course' | 'language' | 'version' | 'source', readonly string[]>>;
  /** Titles of the course's lessons and sections, by id, and what can be chosen in its dilemmas. */
  names: Readonly<Record<string, string>>;
  /** Of the course whose questions and principles these are. */
  title: string;
  /** Tables of which somebody has to say first what their headings mean. */
  waiting: readonly UnknownTable[];
}

export type RecordsRow = Readonly<Record<string, string | number | null>>;

export interface RecordsAnswer {
  /** Of a question about people, those who come first. */
  rows: readonly RecordsRow[];
  /** How many people there would be to show. */
  people?: number | undefined;
  /** A sentence or some. */
  counted: string;
}

/** Whose a certificate is. */
export interface RecordsCertificate {
  /** As it is written on a certificate. */
  number: string;
  /** The person, `kind` (`passed`: a statement carries the whole number; `number`: a saved state the attempt's part), and what is known. */
  found: RecordsRow | null;
  /** How many attempts carry a number at all. */
  carrying: number;
}

/** A table that isn't understood whole; it waits on the server until somebody explains it. */
export interface UnknownTable extends Unexplained {
  id: string;
  file: string;
  /** The first rows, as they stand. */
  cells: readonly (readonly string[])[];
  /** The first rows of each sheet, cut short, to say where the headings stand. */
  beginnings: readonly { sheet: string; rows: readonly { line: number; words: string }[] }[];
  /** Where they are taken to stand. */
  sheet: string;
  line: number;
  /** What it is, where nothing has to be said of it. */
  known?: string | undefined;
}

/** What would become of a table. */
export interface TablePreview {
  rows: readonly RecordsRow[];
  /** Words of status that aren't known. */
  unknown: readonly string[];
  /** Whether it is said who a row is about, and anything of them. */
  enough: boolean;
  /** Whether the day or the month comes first can't be told from its dates. */
  unclearDates: boolean;
  /** Whether a score is written as a number alone, and not as a per cent. */
  plainScores: boolean;
}

/** Of a file that is being taken in: how far, what it was, why it wasn't taken, or that somebody has to explain it. */
export type ImportNews =
  | { read: number }
  | { share: number }
  | { told: string }
  | { title: string; rows: number; notes?: readonly string[] | undefined }
  | { failed: string }
  | { unknown: UnknownTable };
