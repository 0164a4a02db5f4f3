/** After a try: what to read again. */
import type { Bank, CourseStructure, Item } from '../course/compiled.ts';
import { bankLookup, lookup } from './lookup.ts';
import { isMastered } from './scoring.ts';
import type { Try, TryResult } from './types.ts';

export interface Remediation {
  /** Objectives that weren't mastered, in course order, each with the sections that teach what was missed. */
  objectives: readonly { objective: string; sections: readonly string[] }[];
  /** Items without their whole point, in the order of the form; empty where the form isn't known any more. */
  items: readonly { item: string; section: string }[];
  /** Every section of the two lists above, in course order, each once. */
  sections: readonly string[];
  /** The same, those first that cost the most points. */
  costliest: readonly string[];
}

/**
 * What a result says should be read again. With the try that it belongs to, the sections are those that its missed items point
 * to; without it (an earlier try), all sections that the bank's items of a missed objective point to. Sections that
 * are gone from the course are left out.
 */
export function remediation(
  course: CourseStructure,
  bank: Bank,
  result: TryResult,
  submitted?: Try,
): Remediation {
  const { sections, objectivesByNumber } = lookup(course);
  const inOrder = (ids: Iterable<string>): string[] =>
    [...new Set(ids)]
      .filter((id) => sections.has(id))
      .sort((a, b) => sections.get(a)!.position - sections.get(b)!.position);

  const missed = missedItems(bank, result, submitted);
  const weak = new Set(
    result.objectives
      .filter((one) => !isMastered(one))
      .map((one) => objectivesByNumber.get(one.objective)?.id),
  );
  const objectives = course.objectives
    .filter(({ id }) => weak.has(id))
    .map(({ id }) => {
      const ofMissed = missed.filter((item) => item.objective === id);
      const teaching = ofMissed.length > 0 ? ofMissed : bank.items.filter((item) => item.objective === id);
      return { objective: id, sections: inOrder(teaching.map((item) => item.teaches)) };
    });
  const all = inOrder([...missed.map((item) => item.teaches), ...objectives.flatMap((one) => one.sections)]);
  return {
    objectives,
    items: missed.map(({ id, teaches }) => ({ item: id, section: teaches })),
    sections: all,
    costliest: byCost(all, missed),
  };
}

function byCost(sections: readonly string[], missed: readonly Missed[]): string[] {
  const cost = (section: string): number =>
    missed.reduce((sum, { teaches, lost }) => sum + (teaches === section ? lost : 0), 0);
  return [...sections].sort((a, b) => cost(b) - cost(a));
}

/** An item and the points of 1 that were not earned with it. */
type Missed = Item & { lost: number };

function missedItems(bank: Bank, result: TryResult, submitted: Try | undefined): Missed[] {
  if (submitted?.number !== result.number || submitted.submittedAt !== result.submittedAt) return [];
  const { byNumber } = bankLookup(bank);
  return submitted.form.flatMap((entry) => {
    const item = byNumber.get(entry.item);
    const lost = 1 - (entry.credit ?? 0);
    return item && lost > 0 ? [{ ...item, lost }] : [];
  });
}
