/** What a file for a spreadsheet is, for whoever finds it on a desk a year later. */
import { howCounted } from './ask.ts';
import { narrowedWords } from './narrowed-words.ts';
import type { Filters } from './filters.ts';
import type { QuestionName } from './question-names.ts';

/** As the pages call what each question answers. Excel takes 31 characters of it for a sheet. */
const PAGES: Readonly<Record<QuestionName, string>> = {
  standing: 'Where everybody stands',
  now: 'Now, one by one',
  people: 'People',
  principles: 'Principles, who holds what',
  group: 'Principles of the group',
  questions: 'Questions',
  options: 'Who chooses what',
  dilemmas: 'Dilemmas',
  weeks: 'Week by week',
  leaving: 'Where people stop',
  durations: 'How long it takes',
  thursday: 'Thursday',
  missed: 'What they got wrong',
};

/** On what an answer stands. */
export interface Stands {
  /** The course's title. */
  title: string;
  passMark: number;
  /** How many are on the list of who is expected. */
  expected: number;
}

export interface About {
  page: string;
  /** What it is, line by line, each with its label. */
  lines: readonly (readonly [string, string])[];
}

export async function aboutOf(
  name: QuestionName,
  { now, hidden = false, ...filters }: Omit<Filters, 'passMark'>,
  { title, passMark, expected }: Stands,
): Promise<About> {
  const listed = !hidden && expected > 0 && (name === 'now' || name === 'standing');
  return {
    page: PAGES[name],
    lines: [
      ['Page', PAGES[name]],
      ['Course', title],
      ['Day', now.slice(0, 10)],
      ['Pass mark', `${passMark} %, where a source has a score and no word`],
      ['Narrowed to', narrowedWords(filters, false, listed)],
      ['Names', hidden ? 'hidden' : 'shown'],
      ['How it is counted', await howCounted(name)],
    ],
  };
}

/** `people-safe-lifting-2026-11-27`: the page, the course, or the one of several that was chosen, and the day. */
export function fileNameOf(
  name: QuestionName,
  { now, course, hidden }: Omit<Filters, 'passMark'>,
  { title }: Pick<Stands, 'title'>,
): string {
  return [name, plain(course ?? title), now.slice(0, 10), ...(hidden ? ['names-hidden'] : [])]
    .filter(Boolean)
    .join('-');
}

/** Letters and digits of any script; nothing that a folder could take for a path. */
const plain = (words: string): string =>
  words
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 50)
    .replaceAll(/^-+|-+$/g, '');
