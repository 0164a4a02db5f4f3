/**
 * How an objective went over time, in practice and in the test. Pure; days are those of `spacing.ts`. The rule, which
 * docs/authoring.md tells:
 *
 * - A question counts once a day, with its first answer, and a right answer before its day counts nothing.
 * - What is looked at are the latest answers: whole days of practice and whole tries, backwards, until there are ten.
 * - Two thirds of them right are mastery, as in the test (`isMastered`); of fewer than three nothing is said.
 */
import { isMastered } from './scoring.ts';
import { isDue, type Memory } from './spacing.ts';

/** Answers of one objective: of a day's practice, or of one try of the test. */
export interface Past {
  readonly day: number;
  /** Number of the try; 0 for practice. */
  readonly tryNumber: number;
  readonly points: number;
  readonly items: number;
}

export type Level = 'mastered' | 'not-yet' | 'too-few';

/** What the latest answers said on a day. */
export interface Standing {
  readonly past: Past;
  readonly points: number;
  readonly items: number;
  readonly level: Level;
}

/** Days of practice and tries that are kept of an objective; the oldest go. */
export const MOST_PAST = 60;
const LATEST = 10;
const FEWEST = 3;

/** Whether an answer says something about what is remembered, and not about what was read a moment ago. */
export function countsAsRemembered(before: Memory | undefined, right: boolean, today: number): boolean {
  if (!before) return true;
  return before.day !== today && (!right || isDue(before, today));
}

/** Practice of the same day adds up; the same try, told again, takes its own place. */
export function withPast(history: readonly Past[], one: Past): readonly Past[] {
  const same = ({ day, tryNumber }: Past): boolean => day === one.day && tryNumber === one.tryNumber;
  const before = history.find(same);
  const sum =
    before && one.tryNumber === 0
      ? { ...one, points: before.points + one.points, items: before.items + one.items }
      : one;
  return inOrder([...history.filter((past) => !same(past)), sum]).slice(-MOST_PAST);
}

/** By day, practice before a try. */
const inOrder = (history: readonly Past[]): Past[] =>
  [...history].sort((a, b) => a.day - b.day || a.tryNumber - b.tryNumber);

/** After each entry. A day that has not come yet is the work of a clock that jumped: as if it were today. */
export function standings(history: readonly Past[], today: number): readonly Standing[] {
  const known = inOrder(history.map((past) => ({ ...past, day: Math.min(past.day, today) })));
  return known.map((past, at) => {
    let [points, items] = [0, 0];
    for (let back = at; back >= 0 && items < LATEST; back -= 1) {
      points += known[back]!.points;
      items += known[back]!.items;
    }
    return { past, points, items, level: levelOf(points, items) };
  });
}

function levelOf(points: number, items: number): Level {
  if (items < FEWEST) return 'too-few';
  return isMastered({ points, items }) ? 'mastered' : 'not-yet';
}

/** `<day>:<try>:<points>:<items>`, parted by spaces: how it is kept on the device. */
export function historyText(history: readonly Past[]): string {
  return history
    .map(({ day, tryNumber, points, items }) => `${day}:${tryNumber}:${Number(points.toFixed(4))}:${items}`)
    .join(' ');
}

/** Without what can't be read or can't be. */
export function historyFrom(text: string): readonly Past[] {
  const known = text.split(' ').flatMap((entry) => {
    const found = /^(\d{1,7}):(\d{1,3}):(\d{1,3}(?:\.\d{1,4})?):(\d{1,3})$/.exec(entry);
    if (!found) return [];
    const [day, tryNumber, points, items] = found.slice(1).map(Number) as [number, number, number, number];
    return items > 0 && points <= items ? [{ day, tryNumber, points, items }] : [];
  });
  return inOrder(known).slice(-MOST_PAST);
}
