/**
 * The four tables of the records, whatever an import came from, and what the course says about its questions. Portable:
 * the same columns stand in DuckDB and in ClickHouse. Times are without a zone: UTC where the source says so (an LRS), as
 * the export shows them where it doesn't (Moodle). Scores are per cents, times in seconds.
 */

/** A cell of a table. Booleans are 1 and 0, since not every engine has an average of truth. */
export type Cell = string | number | null;

/** A `key` is a UUID, or one made of a text that is none (`keys.ts`). */
export type ColumnType = 'text' | 'key' | 'number' | 'whole' | 'time';

type Columns = Readonly<Record<string, ColumnType>>;

export const TABLES = {
  /** Somebody, known by e-mail address where there is one. */
  people: { person: 'text', name: 'text', email: 'text', team: 'text' },
  /** One attempt at a course in an LMS, or one registration in an LRS. */
  attempts: {
    attempt: 'text',
    person: 'text',
    source: 'text',
    course: 'text',
    number: 'whole',
    version: 'text',
    language: 'text',
    started: 'time',
    last_seen: 'time',
    finished: 'time',
    /** `completed`, `incomplete`, `not attempted`; null where the source doesn't say. */
    completion: 'text',
    /** `passed`, `failed`; null where the source doesn't say. */
    success: 'text',
    score: 'number',
    seconds: 'number',
    progress: 'number',
    /** Null where the source doesn't say; 0 where it tells of no attempt. */
    tries: 'whole',
    place: 'text',
  },
  /** One answer to a question of the assessment. */
  answers: {
    answer: 'key',
    attempt: 'text',
    person: 'text',
    item: 'text',
    try_number: 'whole',
    given: 'time',
    response: 'text',
    correct: 'whole',
    seconds: 'number',
    pattern: 'text',
    objective: 'text',
  },
  /** What happened besides: `progressed`, `lesson`, `way`, `objective`, `try`, `passed`, `completed` … */
  events: {
    event: 'key',
    attempt: 'text',
    person: 'text',
    happened: 'time',
    kind: 'text',
    object: 'text',
    name: 'text',
    response: 'text',
    ending: 'text',
    ok: 'whole',
    score: 'number',
    seconds: 'number',
    try_number: 'whole',
  },
} as const satisfies Record<string, Columns>;

/** What is worked out from the answers after an import, since most questions ask for it: marks by form and principle. */
export const DERIVED = {
  forms: {
    attempt: 'text',
    person: 'text',
    try_number: 'whole',
    /** Empty where nobody knows which principle a question belongs to. */
    objective: 'text',
    correct: 'whole',
    asked: 'whole',
  },
} as const satisfies Record<string, Columns>;

/** What the course, and its ledger for what has left it, say about questions, principles and dilemmas. */
export const REFERENCE = {
  course_items: {
    item: 'text',
    number: 'whole',
    title: 'text',
    objective: 'text',
    section: 'text',
    removed: 'whole',
  },
  course_objectives: {
    objective: 'text',
    title: 'text',
    lesson: 'text',
    section: 'text',
    case_title: 'text',
  },
  course_options: { item: 'text', option: 'text', words: 'text', is_key: 'whole' },
  /** What stands behind the letters of the other kinds of questions: an option, a step, the left side of a pair, and, behind a dot, the right one. */
  course_parts: { item: 'text', part: 'text', words: 'text', is_key: 'whole' },
  /** The course by its IRI, as statements name it. */
  courses: { iri: 'text', title: 'text' },
  /** Who is expected to take the course, where somebody has said so. */
  roster: { person: 'text' },
  course_dilemmas: { dilemma: 'text', title: 'text', lesson: 'text' },
} as const satisfies Record<string, Columns>;

/** How far an LRS has been read: the `stored` of what came last, by endpoint. */
export const PLACES = {
  lrs_places: { endpoint: 'text', stored: 'text' },
} as const satisfies Record<string, Columns>;

/** Of an attempt, whoever's it is. */
const { person: _, ...REPORTED } = TABLES.attempts;

/**
 * What is drawn or chosen here and comes from no import: what people are called while names are hidden, how tables with
 * unknown headings are read, who is expected, and who is one person.
 */
export const OWN = {
  labels: { person: 'text', label: 'text' },
  /** The headings, and which of them means what, as JSON. */
  mappings: { headings: 'text', meanings: 'text' },
  /** A list of who is expected as it was given, and whom of the records each of it is: `expected.ts`. */
  listed: {
    place: 'whole',
    name: 'text',
    email: 'text',
    account: 'text',
    team: 'text',
    person: 'text',
    /** 1: known from the list alone. */
    added: 'whole',
  },
  /** Who counts as somebody else since a supervisor said so, as they were: `same-person.ts`. */
  joined: {
    person: 'text',
    name: 'text',
    email: 'text',
    team: 'text',
    into_person: 'text',
    /** 1: the other had no group before. */
    gave_team: 'whole',
  },
  /**
   * What several reports said of one attempt, each as it stood: what is known of it is worked out from all of them (`merge.ts`). Whose it
   * is stands with the attempt alone, so that nobody is named here who isn't there any more.
   */
  reports: REPORTED,
  /** Whose attempts they were. */
  moved: { attempt: 'text', person: 'text' },
} as const satisfies Record<string, Columns>;

export type TableName = keyof typeof TABLES;
export type ReferenceName = keyof typeof REFERENCE;

export type Row<T extends TableName> = { [C in keyof (typeof TABLES)[T]]: Cell };
export type ReferenceRow<T extends ReferenceName> = { [C in keyof (typeof REFERENCE)[T]]: Cell };

/** Rows of all four tables, as one import brings them. */
export type Rows = { [T in TableName]: Row<T>[] };

export const noRows = (): Rows => ({ people: [], attempts: [], answers: [], events: [] });

/** Columns that name a row: a second import of the same thing replaces it. */
export const KEYS: Readonly<Record<TableName, string>> = {
  people: 'person',
  attempts: 'attempt',
  answers: 'answer',
  events: 'event',
};
