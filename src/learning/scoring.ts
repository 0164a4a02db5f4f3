/**
 * What an answer is worth, and what a submitted form earned.
 *
 * Each item is worth one point. What an answer to it earns is for its type to say (`items/`). Without partial credit an
 * item is right (1) or wrong (0). With partial credit (`AssessmentSettings.partialCredit`) three types give part of the
 * point:
 * - **several**: (right options chosen − wrong options chosen) ÷ right options, never below 0. So one slip costs as much as
 *   one find earns, and only the right options and no others earn the whole point.
 * - **match**: pairs matched rightly ÷ pairs.
 * - **order**: of the pairs of neighbours in the right order, the share that stands in the answer one directly after the
 *   other. So a step in the wrong place costs its neighbours and not the whole, and the reverse order earns nothing.
 *
 * One choice, true/false and fill-in are all or nothing. A fill-in is right when it equals one accepted form; case,
 * accents, spaces, the kind of quotes and dashes, and signs around it don't matter. An unanswered item earns 0.
 *
 * Points are counted in whole 2,520ths, of which halves to tenths are all whole numbers, so that sums and comparisons are
 * exact; parts with other denominators are rounded down. The score is points ÷ items × 100, rounded **down** to two
 * decimals: 79.999 is shown as 79.99 and does not pass at 80. An objective is mastered with at least two thirds of its
 * items' points.
 */
import type { Bank, CourseStructure, Item, Question, Response } from '../course/compiled.ts';
import { answerTo, kindOf } from './items/index.ts';
import { UNITS } from './items/points.ts';
import { bankLookup, lookup } from './lookup.ts';
import type { FormEntry, ObjectiveResult, TryResult } from './types.ts';

/** Points as whole units. */
export const toUnits = (points: number): number => Math.round(points * UNITS);

/** Points of an answer, 0 to 1. An answer that doesn't fit the question's type, and ids that it doesn't have, earn nothing. */
export function creditOf(question: Question, response: Response | undefined, partialCredit: boolean): number {
  const answer = answerTo(question, response);
  const credit = answer ? kindOf(question.type).credit(question, answer) : 0;
  return credit === 1 || partialCredit ? credit : 0;
}

/** 0 to 100, at most two decimals, rounded down. */
export const scoreOf = (units: number, items: number): number =>
  items === 0 ? 0 : Math.floor((units * 10_000) / (items * UNITS)) / 100;

/** An objective's own score, 0 to 100. */
export const objectiveScore = ({ points, items }: ObjectiveResult): number => scoreOf(toUnits(points), items);

/** At least two thirds of the points. */
export const isMastered = ({ points, items }: Pick<ObjectiveResult, 'points' | 'items'>): boolean =>
  items > 0 && toUnits(points) * 3 >= items * UNITS * 2;

/** The entries with their credit, and without flags: there is nothing left to come back to. */
export function marked(bank: Bank, form: readonly FormEntry[], partialCredit: boolean): FormEntry[] {
  const { byNumber } = bankLookup(bank);
  return form.map((entry) => {
    const item = byNumber.get(entry.item);
    return { ...entry, flagged: false, credit: item ? creditOf(item, entry.response, partialCredit) : 0 };
  });
}

/** What a marked form earned. Entries whose item isn't in the bank don't count. */
export function resultOf(
  course: CourseStructure,
  bank: Bank,
  submitted: { number: number; submittedAt: number; form: readonly FormEntry[] },
  passMark: number,
): TryResult {
  const { byNumber } = bankLookup(bank);
  const sums = new Map<string, { items: number; units: number }>();
  const all = { items: 0, units: 0 };
  for (const { item: no, credit } of submitted.form) {
    const item = byNumber.get(no);
    if (!item) continue;
    for (const sum of [all, sumFor(sums, item)]) {
      sum.items += 1;
      sum.units += toUnits(credit ?? 0);
    }
  }
  return {
    number: submitted.number,
    submittedAt: submitted.submittedAt,
    score: scoreOf(all.units, all.items),
    passed: all.items > 0 && all.units * 100 >= passMark * all.items * UNITS,
    objectives: inOrder(course, sums),
  };
}

function sumFor(sums: Map<string, { items: number; units: number }>, { objective }: Item) {
  let sum = sums.get(objective);
  if (!sum) sums.set(objective, (sum = { items: 0, units: 0 }));
  return sum;
}

/** By ledger number, so that an objective keeps its place. */
function inOrder(
  course: CourseStructure,
  sums: ReadonlyMap<string, { items: number; units: number }>,
): ObjectiveResult[] {
  const { objectives } = lookup(course);
  return [...sums]
    .flatMap(([id, { items, units }]) => {
      const objective = objectives.get(id);
      return objective ? [{ objective: objective.no, items, points: units / UNITS }] : [];
    })
    .sort((a, b) => a.objective - b.objective);
}
