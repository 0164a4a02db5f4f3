/**
 * One state out of two: what the LMS returned and what this device's journal kept, or two devices of one learner. What was
 * done is united and the best is kept, so that nothing earned in either is lost; merging in either order, or again, earns the
 * same. What isn't earned (place, language, the launch) is the first one's where it has any.
 */
import type { CourseStructure } from '../course/compiled.ts';
import { isComplete, isOpen } from './completion.ts';
import { bestOf, laterOf } from './earned.ts';
import { changeOf, highestOf } from './answer-order.ts';
import type { Change, FormEntry, FormOrder, LearningState, Try } from './types.ts';

export function merge(course: CourseStructure, a: LearningState, b: LearningState): LearningState {
  const merged: LearningState = {
    ...a,
    done: new Set([...a.done, ...b.done]),
    itemsSeen: new Set([...a.itemsSeen, ...b.itemsSeen]),
    place: a.place ?? b.place,
    language: a.language ?? b.language,
    triesSubmitted: Math.max(a.triesSubmitted, b.triesSubmitted),
    interactionsUsed: Math.max(a.interactionsUsed, b.interactionsUsed),
    best: bestOf(a.best, b.best),
    latest: laterOf(a.latest, b.latest),
    ...furtherOf(a, b),
    completed: a.completed || b.completed,
    submittedThisLaunch: a.submittedThisLaunch || b.submittedThisLaunch,
  };
  const completed = merged.completed || (merged.mode === 'normal' && isComplete(course, merged));
  return { ...merged, completed };
}

/** A try, with the order in which its answers were given. */
type Filling = Pick<LearningState, 'current' | 'order'>;

/** The later try; of two copies of one unsubmitted try, the answers of both. */
function furtherOf(a: Filling, b: Filling): Filling {
  if (a.current && b.current && isSameOpenTry(a.current, b.current))
    return unite({ ...a.current, order: a.order }, { ...b.current, order: b.order });
  const { current, order } = !b.current || (a.current && compareTries(a, b) >= 0) ? a : b;
  return { current, order };
}

const isSameOpenTry = (a: Try, b: Try): boolean =>
  isOpen(a) && isOpen(b) && a.number === b.number && a.seed === b.seed && a.startedAt === b.startedAt;

/** Above 0 where `a` is further on (a submitted one before an open one of its number); never depends on which is named first. */
function compareTries(one: Filling, other: Filling): number {
  const [a, b] = [one.current!, other.current!];
  return (
    a.number - b.number ||
    (a.submittedAt ?? 0) - (b.submittedAt ?? 0) ||
    compareKnown(highestOf(one.order), highestOf(other.order)) ||
    lastChange(a) - lastChange(b) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

const lastChange = (current: Try): number =>
  current.startedAt + 1000 * Math.max(0, ...current.form.map((entry) => entry.answeredAfter));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** 0 where either isn't known. */
const compareKnown = (a: number, b: number): number => (a > 0 && b > 0 ? a - b : 0);

/** Of each item the answer given last. An entry that only one has was dropped by the other because its item is gone. */
function unite(a: Try & { order: FormOrder }, b: Try & { order: FormOrder }): Filling {
  const others = new Map(b.form.map((entry) => [entry.item, entry]));
  const order = new Map<number, Change>();
  const form = a.form.flatMap((entry) => {
    const { item } = entry;
    const other = others.get(item);
    if (!other) return [];
    const [mine, theirs] = [changeOf(a.order, item), changeOf(b.order, item)];
    const last = compareAnswers({ ...entry, ...mine }, { ...other, ...theirs }) >= 0 ? entry : other;
    const flagged = flagOf({ ...entry, ...mine }, { ...other, ...theirs });
    const change = {
      answer: Math.max(mine.answer, theirs.answer),
      flag: Math.max(mine.flag, theirs.flag),
    };
    if (change.answer + change.flag > 0) order.set(item, change);
    return [{ ...last, flagged, latency: Math.max(entry.latency, other.latency) }];
  });
  const { order: _order, ...current } = a;
  const firstInteraction = Math.max(a.firstInteraction, b.firstInteraction);
  return { current: { ...current, firstInteraction, form }, order };
}

/**
 * Above 0 where `a` was given later. The order decides where both have one, and the clock where neither has: both come
 * from an LMS then, and of two that the clock can't tell apart the first is the newer state's. An answer with an order was
 * given on this device; only a later one of another device comes before it, never one that it replaced or took back.
 */
function compareAnswers(a: FormEntry & Change, b: FormEntry & Change): number {
  const clock = a.answeredAfter - b.answeredAfter;
  if (a.answer > 0 && b.answer > 0) {
    return (
      a.answer - b.answer || clock || compareText(JSON.stringify(a.response), JSON.stringify(b.response))
    );
  }
  if (a.answer > 0) return a.response && clock < 0 ? -1 : 1;
  if (b.answer > 0) return b.response && clock > 0 ? 1 : -1;
  return clock;
}

/** A flag that was taken away stays so; where nothing is known of the order, it is better looked at once more. */
function flagOf(a: FormEntry & Change, b: FormEntry & Change): boolean {
  if (a.flag === b.flag) return a.flagged || b.flagged;
  return a.flag > b.flag ? a.flagged : b.flagged;
}
