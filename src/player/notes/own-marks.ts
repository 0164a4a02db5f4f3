/**
 * A learner's bookmarks, and their marks in the text: a passage that was highlighted, with or without a note, or a note on a
 * whole section. They are private notes like all others (`private-notes.ts`); an entry that can't be read is passed over.
 */
import type { PrivateNotes } from '../private-notes.ts';
import type { Passage } from './passage.ts';

/** Characters of a note: what is kept on the device stays small. */
export const LONGEST_NOTE = 4_000;

export interface Mark {
  /** Its key among the private notes. */
  readonly key: string;
  readonly section: string;
  /** Undefined for a note on the whole section. */
  readonly passage: Passage | undefined;
  /** Of the passage: another language has other words. */
  readonly language: string;
  /** Empty for a passage that is highlighted and nothing more. */
  readonly note: string;
}

const MARK = 'mark:';
const BOOKMARK = 'bookmark:';

export const isMark = (key: string): boolean => key.startsWith(MARK);

/** Of one section in the order in which they were made, or of the whole course. */
export function marksOf(notes: PrivateNotes, section?: string): Mark[] {
  return notes.entries.flatMap(([key, text]) => {
    const mark = isMark(key) ? markFrom(key, text) : undefined;
    return mark && (section === undefined || mark.section === section) ? [mark] : [];
  });
}

/** Makes a mark, or changes the one that has this key. */
export function writeMark(notes: PrivateNotes, mark: Omit<Mark, 'key'> & { key?: string | undefined }): Mark {
  const { key = newKey(mark.section), section, passage, language, note } = mark;
  notes.write(key, JSON.stringify({ ...passage, language, note }));
  return { key, section, passage, language, note };
}

export const isBookmarked = (notes: PrivateNotes, section: string): boolean =>
  notes.read(BOOKMARK + section) !== '';

export function bookmark(notes: PrivateNotes, section: string, on: boolean): void {
  notes.write(BOOKMARK + section, on ? '1' : '');
}

/** The section that a key is the bookmark of. */
export const bookmarkedBy = (key: string): string | undefined =>
  key.startsWith(BOOKMARK) ? key.slice(BOOKMARK.length) : undefined;

/** Two tabs make their keys at the same time and apart. */
function newKey(section: string): string {
  const chance = Math.floor(Math.random() * 36 ** 4).toString(36);
  return `${MARK}${section}/${Date.now().toString(36)}${chance}`;
}

function markFrom(key: string, text: string): Mark | undefined {
  const section = key.slice(MARK.length, key.lastIndexOf('/'));
  try {
    const { quote, before, after, language, note } = JSON.parse(text) as Record<string, unknown>;
    const passage = words(quote) ? { quote, before: textOf(before), after: textOf(after) } : undefined;
    if (!passage && !words(note)) return undefined;
    return { key, section, passage, language: textOf(language), note: textOf(note) };
  } catch {
    return undefined;
  }
}

const words = (value: unknown): value is string => typeof value === 'string' && value !== '';
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
