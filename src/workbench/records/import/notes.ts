/** What of a file nobody could understand and what was left out for it, to be told beside what was taken in. */
export type Note = 'tries' | 'nobody' | 'date' | 'score' | 'real' | 'empty' | 'another';

const WORDS: Readonly<Record<Note, (count: number, line: number) => string>> = {
  tries: (count, line) =>
    `Of ${several(count, 'attempt')} (first: line ${line}) the answers don’t divide into forms of the course, so nobody can say which belong to which try. They were left out; status and score were taken.`,
  nobody: (count, line) =>
    `${several(count, 'row')} (first: line ${line}) ${count === 1 ? 'names' : 'name'} nobody and ${count === 1 ? 'was' : 'were'} left out.`,
  date: (count, line) =>
    `${several(count, 'cell')} (first: line ${line}) couldn’t be read as a date and ${count === 1 ? 'was' : 'were'} left empty.`,
  score: (count, line) =>
    `${several(count, 'score')} (first: line ${line}) ${count === 1 ? 'is' : 'are'} no number from 0 to the highest and ${count === 1 ? 'was' : 'were'} left empty.`,
  real: () =>
    'These grades are “Real” and were taken for per cents. Where an activity’s highest grade isn’t 100, download them with “Percentage”.',
  another: () =>
    'A report of the same title is in the records, with none of these attempts: this one counts as of another activity, until you say that it is the same.',
  empty: () =>
    'It has headings and no rows: see that the report isn’t narrowed to a group or a time without anybody.',
};

const several = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export class Notes {
  readonly #met = new Map<Note, { count: number; line: number }>();

  add(note: Note, line: number): void {
    const met = this.#met.get(note);
    if (met) met.count += 1;
    else this.#met.set(note, { count: 1, line });
  }

  sentences(): string[] {
    return [...this.#met].map(([note, { count, line }]) => WORDS[note](count, line));
  }
}
