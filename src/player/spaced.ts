/**
 * What is remembered of questions that nobody grades, so that each comes back when it is due (`learning/spacing.ts`). Among the
 * private notes: for the visit, or on this device where the learner keeps them; exported and erased with them, and never sent.
 */
import {
  answered,
  dayOf,
  dueOf,
  INTERVALS,
  inTurn,
  isDue,
  memoryFrom,
  memoryText,
} from '../learning/spacing.ts';
import { countsAsRemembered } from '../learning/mastery.ts';
import type { Memory, Sureness } from '../learning/spacing.ts';
import type { PrivateNotes } from './private-notes.ts';
export { SURENESSES, type Sureness } from '../learning/spacing.ts';

interface Named {
  readonly id: string;
}

export class Spaced {
  private readonly notes: PrivateNotes;
  private readonly today: number;

  /** @param now the learner's clock, which may be wrong */
  constructor(notes: PrivateNotes, now = new Date()) {
    this.notes = notes;
    this.today = dayOf(now);
  }

  /** A question was answered. Where nobody asked how sure the learner was, as fairly sure. */
  answered(id: string, right: boolean, sureness: Sureness = 'fairly'): void {
    this.notes.write(noteKey(id), memoryText(answered(this.memoryOf(id), { right, sureness }, this.today)));
  }

  /** What was missed first, then what is due, what is new, and what rests. */
  inTurn<T extends Named>(all: readonly T[]): readonly T[] {
    return inTurn(all, ({ id }) => this.memoryOf(id), this.today);
  }

  /** What is due now, at most so many. */
  due<T extends Named>(all: readonly T[], most: number): readonly T[] {
    return dueOf(all, ({ id }) => this.memoryOf(id), this.today, most);
  }

  /** Ids of all that were answered before. */
  get ids(): readonly string[] {
    return this.notes.entries.flatMap(([key]) => (key.startsWith(KEY) ? [key.slice(KEY.length)] : []));
  }

  /** Its last answer was not right. */
  missed(id: string): boolean {
    return this.memoryOf(id)?.missed ?? false;
  }

  /** Whether an answer now says something about what is remembered (`learning/mastery.ts`). */
  counts(id: string, right: boolean): boolean {
    return countsAsRemembered(this.memoryOf(id), right, this.today);
  }

  /** In how many days a question comes back; undefined for one that was never answered. */
  daysUntil(id: string): number | undefined {
    const memory = this.memoryOf(id);
    if (!memory) return undefined;
    return isDue(memory, this.today) ? 0 : memory.day + (INTERVALS[memory.box] ?? 0) - this.today;
  }

  private memoryOf(id: string): Memory | undefined {
    return memoryFrom(this.notes.read(noteKey(id)));
  }
}

const KEY = 'spaced:';
const noteKey = (id: string): string => KEY + id;
