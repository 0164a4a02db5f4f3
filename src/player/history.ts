/**
 * How each objective went over time (`learning/mastery.ts`), among the private notes as what is remembered of each question is: for
 * the visit, or on this device where the learner keeps them.
 */
import type { CourseStructure } from '../course/compiled.ts';
import {
  historyFrom,
  historyText,
  standings,
  withPast,
  type Past,
  type Standing,
} from '../learning/mastery.ts';
import { dayOf } from '../learning/spacing.ts';
import { isMastered, objectiveScore } from '../learning/scoring.ts';
import type { ObjectiveResult, TryResult } from '../learning/types.ts';
import type { PrivateNotes } from './private-notes.ts';
import { Spaced, type Sureness } from './spaced.ts';
export type { Standing } from '../learning/mastery.ts';

/** How an objective went in a try. @returns the score from 0 to 100, and whether that is mastery */
export const outcomeOf = (result: ObjectiveResult): { score: number; mastered: boolean } => ({
  score: objectiveScore(result),
  mastered: isMastered(result),
});

/** A question that nobody grades. */
export interface Practised {
  readonly id: string;
  /** That it says something about; none where the course doesn't tell. */
  readonly objectives: readonly string[];
}

/** A question was answered: when it comes back, and what it says about its objectives. */
export function remember(
  notes: PrivateNotes,
  { id, objectives }: Practised,
  right: boolean,
  sureness?: Sureness,
  now = new Date(),
): void {
  const spaced = new Spaced(notes, now);
  if (spaced.counts(id, right))
    for (const objective of objectives)
      add(notes, objective, { day: dayOf(now), tryNumber: 0, points: right ? 1 : 0, items: 1 });
  spaced.answered(id, right, sureness);
}

/** The record knows the best and the latest try alone: so that those between are not lost. May be told again. */
export function rememberTry(
  notes: PrivateNotes,
  { objectives }: CourseStructure,
  { number, submittedAt, objectives: results }: TryResult,
): void {
  for (const { objective: no, points, items } of results) {
    const objective = objectives.find((one) => one.no === no);
    if (objective)
      add(notes, objective.id, { day: dayOf(new Date(submittedAt)), tryNumber: number, points, items });
  }
}

/** What the latest answers said after each day of practice and each try, the oldest first. */
export function standingsOf(notes: PrivateNotes, objective: string, now = new Date()): readonly Standing[] {
  return standings(historyFrom(notes.read(noteKey(objective))), dayOf(now));
}

function add(notes: PrivateNotes, objective: string, past: Past): void {
  const key = noteKey(objective);
  notes.write(key, historyText(withPast(historyFrom(notes.read(key)), past)));
}

const noteKey = (objective: string): string => `mastery:${objective}`;
