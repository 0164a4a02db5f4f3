/**
 * What the LMS holds of an attempt where the saved state has less: an older page or another device may have replaced that
 * state, and some LMSs wipe it. What is earned goes up to it, never down. Pure.
 */
import type { CourseStructure } from '../course/compiled.ts';
import { bestOf } from './earned.ts';
import { UNITS } from './items/points.ts';
import { lookup } from './lookup.ts';
import { wholeSecond } from './packed-times.ts';
import { passMarkOf } from './pass-mark.ts';
import { INTERACTION_LIMIT, TRY_LIMIT } from './limits.ts';
import type { Floor, LearningState, TryResult } from './types.ts';

/** @param at Of a result whose time nobody knows any more. */
export function withFloor(
  course: CourseStructure,
  state: LearningState,
  floor: Floor,
  at: number,
): LearningState {
  const triesSubmitted = triesIn(course, state, floor);
  const reported = course.assessment ? whole(floor.interactionsCount) : 0;
  const interactionsUsed = Math.max(state.interactionsUsed, Math.min(INTERACTION_LIMIT, reported));
  const found = resultIn(course, state, floor, { number: Math.max(1, triesSubmitted), at });
  const best = bestOf(state.best, found);
  const completed = state.completed || isCompleted(course, floor, best);
  const latest = state.latest ?? best;
  return { ...state, triesSubmitted, interactionsUsed, best, latest, completed };
}

const whole = (count: number | undefined): number => Math.max(0, Math.floor(count ?? 0) || 0);

/** A score is of a try at least, and each try has left a form's worth of interactions. */
function triesIn(course: CourseStructure, state: LearningState, floor: Floor): number {
  const length = course.assessment?.blueprint.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const reported = length > 0 ? Math.floor(whole(floor.interactionsCount) / length) : 0;
  const tested = course.assessment && scoreIn(course, state, floor) !== undefined ? 1 : 0;
  const { tries = 0 } = course.assessment ?? {};
  const most = tries === 'unlimited' ? TRY_LIMIT : tries;
  return Math.max(state.triesSubmitted, Math.min(most, Math.max(reported, tested)));
}

/** Where the LMS holds a pass and no score, it was the pass mark at least. */
function scoreIn(
  course: CourseStructure,
  state: LearningState,
  { score, passed }: Floor,
): number | undefined {
  if (score !== undefined && score >= 0) return Math.min(100, Math.floor(score * 100 + 1e-6) / 100);
  return passed ? passMarkOf(course, state) : undefined;
}

/** The score of an attempt is its best one: at the pass mark and above it is a pass, also where the LMS waits for the rest. */
function resultIn(
  course: CourseStructure,
  state: LearningState,
  floor: Floor,
  { number, at }: { number: number; at: number },
): TryResult | undefined {
  const score = course.assessment && scoreIn(course, state, floor);
  if (score === undefined) return undefined;
  const passed = floor.passed ?? score >= passMarkOf(course, state);
  const objectives = (floor.objectives ?? [])
    .flatMap(({ id, score: raw }) => {
      const objective = lookup(course).objectives.get(id);
      if (!objective?.graded || raw === undefined || !(raw >= 0)) return [];
      // A hundredth more than was written: the score was rounded down
      const units = Math.min(UNITS, Math.floor(((raw + 0.01) * UNITS) / 100));
      return [{ objective: objective.no, items: 1, points: units / UNITS }];
    })
    .sort((one, other) => one.objective - other.objective);
  // Of equals the earlier counts: a result that is known stays
  const submittedAt = Math.max(wholeSecond(at), state.best?.submittedAt ?? 0);
  return { number, submittedAt, score, passed, objectives };
}

/** Some LMSs complete whoever opened the course: without the pass that the course asks for, their word isn't enough. */
function isCompleted(
  { assessment, completion }: CourseStructure,
  { completed, passed }: Floor,
  best: TryResult | undefined,
): boolean {
  if (!completed || passed === false) return false;
  return !assessment || !completion.assessment || best?.passed === true;
}
