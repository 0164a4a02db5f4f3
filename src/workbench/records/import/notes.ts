/** What of a file nobody could understand and what was left out for it, to be told beside what was taken in. */
export type Note =
  | 'tries'
  | 'nobody'
  | 'total'
  | 'date'
  | 'score'
  | 'status'
  | 'silent'
  | 'duration'
  | 'real'
  | 'empty'
  | 'again'
  | 'renewed'
  | 'as-before'
  | 'left'
  | 'begun-anew'
  | 'deleted-since'
  | 'both'
  | 'not-in-it'
  | 'none-new'
  | 'other-headings'
  | 'elsewhere'
  | 'another'
  | 'groups'
  | 'no-statement'
  | 'group'
  | 'nobody-did';

const WORDS: Readonly<Record<Note, (count: number, line: number | undefined) => string>> = {
  tries: (count, line) =>
    `Of ${several(count, 'attempt')} (first: line ${line}) the answers don’t divide into forms of the course, so nobody can say which belong to which try. They were left out; status and score were taken.`,
  nobody: (count, line) =>
    `${several(count, 'row')} (first: line ${line}) ${count === 1 ? 'names' : 'name'} nobody and ${count === 1 ? 'was' : 'were'} left out.`,
  total: (count, line) =>
    `${several(count, 'row')} (first: line ${line}) ${count === 1 ? 'sums up the others and was' : 'sum up the others and were'} left out: ${count === 1 ? 'it is' : 'they are'} nobody’s.`,
  date: (count, line) =>
    `${several(count, 'cell')} (first: line ${line}) couldn’t be read as a date and ${count === 1 ? 'was' : 'were'} left empty.`,
  score: (count, line) =>
    `${several(count, 'score')} (first: line ${line}) ${count === 1 ? 'is' : 'are'} no number from 0 to the highest and ${count === 1 ? 'was' : 'were'} left empty.`,
  status: (count, line) =>
    `${count} ${count === 1 ? 'word' : 'words'} of status (first: line ${line}) ${count === 1 ? 'isn’t known here and was' : 'aren’t known here and were'} left out.`,
  silent: (count, line) =>
    `${count} ${count === 1 ? 'word' : 'words'} of status (first: line ${line}) ${count === 1 ? 'says' : 'say'} nothing, as you said, and ${count === 1 ? 'was' : 'were'} passed over.`,
  duration: (count, line) =>
    `${several(count, 'cell')} (first: line ${line}) couldn’t be read as a time that was spent (1:02:03, or seconds) and ${count === 1 ? 'was' : 'were'} left empty.`,
  real: () =>
    'These grades are “Real” and were taken for per cents. Where an activity’s highest grade isn’t 100, download them with “Percentage”.',
  another: () =>
    'A report of the same title is in the records, with none of these attempts: this one counts as of another activity, until you say that it is the same.',
  groups: (count, line) =>
    `${several(count, 'row')} (first: line ${line}) ${count === 1 ? 'names' : 'name'} several groups in one cell. They count together as a group of their own, and are in none of those that they name.`,
  empty: () =>
    'It has headings and no rows: see that the report isn’t narrowed to a group or a time without anybody.',
  again: () => 'Nothing of it is new: all of it was taken in already.',
  renewed: (count) =>
    `${entries(count)} that ${count === 1 ? 'was' : 'were'} in the records already ${count === 1 ? 'is' : 'are'} brought up to date.`,
  'as-before': (count) => `${entries(count)} ${count === 1 ? 'is as it was' : 'are as they were'}.`,
  left: (count) =>
    `${entries(count)} that a table with these headings brought earlier, when it was read in another way, ${count === 1 ? 'is' : 'are'} of people or courses that this one doesn’t name, and ${count === 1 ? 'stays' : 'stay'}. Where somebody counts twice now, by name and by address, “People” asks whether they are one.`,
  'begun-anew': (count) =>
    `${several(count, 'attempt')} ${count === 1 ? 'was' : 'were'} begun anew: the LMS has another of that number now, which began after all that was known of it. ${count === 1 ? 'The earlier one, which was deleted there, is' : 'The earlier ones, which were deleted there, are'} in the records no longer, with answers and results.`,
  'deleted-since': (count) =>
    `${several(count, 'attempt')} in it ${count === 1 ? 'was' : 'were'} deleted in the LMS since: one of the same number that began later is in the records. ${count === 1 ? 'It was' : 'They were'} left out, with answers and results.`,
  both: (count) =>
    `${several(count, 'attempt')} ${count === 1 ? 'has' : 'have'} the number of another one of the same person that began at another time. Both count, since nothing shows that the LMS has one of them no longer.`,
  'not-in-it': (count) =>
    `${several(count, 'attempt')} that ${count === 1 ? 'is' : 'are'} known of the people in it ${count === 1 ? 'isn’t' : 'aren’t'} in it: deleted in the LMS, or begun after this report was made. ${count === 1 ? 'It stays' : 'They stay'} in the records.`,
  'other-headings': () =>
    'It has other headings than an earlier table that tells the same of the same people: it counts as that one, and nobody’s attempts count twice.',
  elsewhere: (count) =>
    `A table with other headings told of the people and courses of ${entries(count)} before. Both count: where they are of two systems, that is right. Where this is the earlier table with another column or heading, they count twice: take everything out (or begin with another folder for --data), give it the headings of the earlier one, in the same order, and add the files anew.`,
  'none-new': () => 'No statement in it is new.',
  'no-statement': (count, line) =>
    `Of the objects ${count}${first(line)} ${count === 1 ? 'is no statement, since it doesn’t' : 'are no statements, since they don’t'} say who did what. ${count === 1 ? 'It was' : 'They were'} left out.`,
  group: (count, line) =>
    `${several(count, 'statement')}${first(line)} ${count === 1 ? 'is a group’s and was' : 'are a group’s and were'} left out: the records are of people.`,
  'nobody-did': (count, line) =>
    `${several(count, 'statement')}${first(line)} ${count === 1 ? 'names nobody and was' : 'name nobody and were'} left out.`,
};

/** Where statements stand in a list, or come from an LRS, there are no lines. */
const first = (line: number | undefined): string => (line === undefined ? '' : ` (first: line ${line})`);

const several = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What is known of a person in a course or activity. */
const entries = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`;

export class Notes {
  readonly #met = new Map<Note, { count: number; line: number | undefined }>();

  add(note: Note, line: number | undefined, count = 1): void {
    const met = this.#met.get(note);
    if (met) met.count += count;
    else this.#met.set(note, { count, line });
  }

  get isEmpty(): boolean {
    return this.#met.size === 0;
  }

  sentences(): string[] {
    return [...this.#met].map(([note, { count, line }]) => WORDS[note](count, line));
  }
}
