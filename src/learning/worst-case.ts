/**
 * The longest saved state that any learner can reach in a course: every field that `codec` writes, at its largest, added
 * up. Sets count bit by bit (run lengths are only taken where they are shorter); a form takes, of each objective, the
 * items with the largest answers; every item is answered and submitted, and the latest result is not the best one.
 */
import type { Bank, CourseStructure, ItemType, LedgerNumber } from '../course/compiled.ts';
import { numberBits, setBits, widthOf } from './bits.ts';
import { WIDTH } from './codec-fields.ts';
import { kindOf } from './items/index.ts';
import { UNITS } from './items/points.ts';
import { FORM_LIMIT, INTERACTION_LIMIT, TRY_LIMIT } from './limits.ts';
import { SPAN_BITS } from './packed-times.ts';
import { answerBits, widestFormat } from './response-codec.ts';

/** What has to be known of the bank. */
export interface BankFacts {
  items: readonly {
    no: LedgerNumber;
    objective: string;
    type: ItemType;
    /** Ids of options, left sides or steps. */
    ids: readonly string[];
  }[];
}

/** Highest ledger numbers ever given, for learners who carry progress in what was removed since. */
export interface HighestNumbers {
  blocks?: LedgerNumber;
  items?: LedgerNumber;
  objectives?: LedgerNumber;
}

export const bankFacts = (bank: Bank): BankFacts => ({
  items: bank.items.map((item) => {
    const { no, objective, type } = item;
    const [parts = []] = kindOf(type).parts(item);
    return { no, objective, type, ids: parts.map(({ id }) => id) };
  }),
});

/** Characters of the longest body that `encode` gives, without the envelope that tracking adds. */
export function worstCase(course: CourseStructure, bank: BankFacts, highest: HighestNumbers = {}): number {
  const highestBlock = course.lessons
    .flatMap((lesson) => lesson.sections.flatMap((section) => [section, ...section.blocks]))
    .reduce((top, { no }) => Math.max(top, no), highest.blocks ?? -1);
  const highestItem = bank.items.reduce((top, { no }) => Math.max(top, no), highest.items ?? -1);
  const bits =
    WIDTH.courseVersion +
    1 +
    numberBits(course.languages.length) +
    numberBits(highestBlock + 2) +
    setBits(highestBlock) +
    setBits(highestItem) +
    assessmentBits(course, bank, highestItem, highest.objectives ?? -1);
  return 1 + Math.ceil(bits / 6) + 4;
}

function assessmentBits(
  course: CourseStructure,
  bank: BankFacts,
  highestItem: LedgerNumber,
  highestObjective: LedgerNumber,
): number {
  const absent = numberBits(0) * 2 + 3;
  if (!course.assessment) return absent;
  const { tries, partialCredit, blueprint } = course.assessment;
  const entries = blueprint
    .flatMap(({ objective, count }) => costliest(bank, objective, count, partialCredit))
    .sort((a, b) => b - a)
    .slice(0, FORM_LIMIT);
  const mostTries = tries === 'unlimited' ? TRY_LIMIT : Math.min(tries, TRY_LIMIT);
  const counters = numberBits(mostTries) + numberBits(INTERACTION_LIMIT);
  const result = resultBits(course, mostTries, highestObjective);
  const form = entries.reduce((sum, entry) => sum + entry, 0) + entries.length * widthOf(highestItem);
  const heading =
    numberBits(mostTries) +
    WIDTH.seed +
    WIDTH.time +
    1 +
    WIDTH.time +
    numberBits(INTERACTION_LIMIT) +
    WIDTH.formLength +
    WIDTH.itemWidth;
  return counters + (1 + result) + (2 + result) + (1 + heading + form);
}

/** Bits of the largest entries of an objective, without the item's number. */
function costliest(bank: BankFacts, objective: string, count: number, partialCredit: boolean): number[] {
  const format = widestFormat(bank.items.map(({ type }) => type));
  return bank.items
    .filter((item) => item.objective === objective)
    .map((item) => {
      const credit = partialCredit && kindOf(item.type).inParts ? 1 + WIDTH.credit : 2;
      // a flag takes less than a credit, and no entry has both
      return WIDTH.latency + answerBits(item, format) + SPAN_BITS + credit;
    })
    .sort((a, b) => b - a)
    .slice(0, count);
}

/** A result with all objectives of the blueprint, and with those that are gone from the course but were tested once. */
function resultBits(course: CourseStructure, mostTries: number, highestObjective: LedgerNumber): number {
  const gone = Math.max(0, highestObjective + 1 - course.objectives.length);
  const counts = [
    ...(course.assessment?.blueprint ?? []).map(({ count }) => count),
    ...Array.from({ length: gone }, () => FORM_LIMIT),
  ];
  const top = course.objectives.reduce((highest, { no }) => Math.max(highest, no), highestObjective);
  const countWidth = widthOf(Math.max(0, ...counts));
  const points = counts.reduce((sum, count) => sum + countWidth + widthOf(count * UNITS), 0);
  return numberBits(mostTries) + WIDTH.time + 1 + WIDTH.score + setBits(top) + WIDTH.countWidth + points;
}
