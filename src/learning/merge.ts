/**
 * One state out of two: what the LMS returned and what this device's journal kept, or two devices of one learner. What was
 * done is united and the best is kept, so that nothing earned in either is lost; merging in either order, or again, earns the
 * same. What isn't earned (place, language, the launch) is the first one's where it has any.
 */
import type { CourseStructure } from '../course/compiled.ts';
import { isComplete, isOpen } from './completion.ts';
import { bestOf, laterOf } from './earned.ts';
import type { FormEntry, LearningState, Try } from './types.ts';

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
    current: furtherOf(a.current, b.current),
    completed: a.completed || b.completed,
    submittedThisLaunch: a.submittedThisLaunch || b.submittedThisLaunch,
  };
  const completed = merged.completed || (merged.mode === 'normal' && isComplete(course, merged));
  return { ...merged, completed };
}

/** The later try; of two copies of one unsubmitted try, the answers of both. */
function furtherOf(a: Try | undefined, b: Try | undefined): Try | undefined {
  if (!a || !b) return a ?? b;
  if (isSameOpenTry(a, b)) return unite(a, b);
  return compareTries(a, b) >= 0 ? a : b;
}

const isSameOpenTry = (a: Try, b: Try): boolean =>
  isOpen(a) && isOpen(b) && a.number === b.number && a.seed === b.seed && a.startedAt === b.startedAt;

/** Above 0 where `a` is further on (a submitted one before an open one of its number); never depends on which is named first. */
function compareTries(a: Try, b: Try): number {
  return (
    a.number - b.number ||
    (a.submittedAt ?? 0) - (b.submittedAt ?? 0) ||
    lastChange(a) - lastChange(b) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

const lastChange = (current: Try): number =>
  current.startedAt + 1000 * Math.max(0, ...current.form.map((entry) => entry.answeredAfter));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of each item the answer given last. An entry that only one has was dropped by the other because its item is gone. */
function unite(a: Try, b: Try): Try {
  const others = new Map(b.form.map((entry) => [entry.item, entry]));
  const form = a.form.flatMap((entry) => {
    const other = others.get(entry.item);
    return other ? [uniteEntries(entry, other)] : [];
  });
  return { ...a, firstInteraction: Math.max(a.firstInteraction, b.firstInteraction), form };
}

function uniteEntries(a: FormEntry, b: FormEntry): FormEntry {
  const order =
    a.answeredAfter - b.answeredAfter || compareText(JSON.stringify(a.response), JSON.stringify(b.response));
  const last = order >= 0 ? a : b;
  return { ...last, flagged: a.flagged || b.flagged, latency: Math.max(a.latency, b.latency) };
}
