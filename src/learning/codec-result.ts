/** What a submitted form earned, in the saved state. */
import { type BitReader, type BitWriter, widthOf } from './bits.ts';
import { atMost, WIDTH } from './codec-fields.ts';
import { Damage } from './damage.ts';
import { UNITS } from './items/points.ts';
import { FORM_LIMIT, TRY_LIMIT } from './limits.ts';
import { fromSeconds, toSeconds } from './packed-times.ts';
import { toUnits } from './scoring.ts';
import type { ObjectiveResult, TryResult } from './types.ts';

/** A result's objectives are in the order of their numbers, as a set's members are when it is read. */
export function writeResult(out: BitWriter, result: TryResult): void {
  out.number(result.number);
  out.bits(toSeconds(result.submittedAt), WIDTH.time);
  out.flag(result.passed);
  out.bits(Math.round(result.score * 100), WIDTH.score);
  out.set(new Set(result.objectives.map(({ objective }) => objective)));
  const countWidth = widthOf(Math.max(0, ...result.objectives.map(({ items }) => items)));
  out.bits(countWidth, WIDTH.countWidth);
  for (const { items, points } of result.objectives) {
    out.bits(items, countWidth);
    out.bits(toUnits(points), widthOf(items * UNITS));
  }
}

export function readResult(from: BitReader): TryResult {
  const number = from.number(TRY_LIMIT);
  const submittedAt = fromSeconds(from.bits(WIDTH.time));
  const passed = from.flag();
  const score = atMost(10_000, from.bits(WIDTH.score)) / 100;
  const numbers = [...from.set()];
  const countWidth = from.bits(WIDTH.countWidth);
  const objectives: ObjectiveResult[] = numbers.map((objective) => {
    const items = atMost(FORM_LIMIT, from.bits(countWidth));
    const points = atMost(items * UNITS, from.bits(widthOf(items * UNITS))) / UNITS;
    return { objective, items, points };
  });
  return { number, submittedAt, score, passed, objectives };
}

/** The latest result is most often the best one too. */
export function writeLatest(out: BitWriter, latest: TryResult, best: TryResult | undefined): void {
  const same = best !== undefined && sameResult(latest, best);
  out.flag(same);
  if (!same) writeResult(out, latest);
}

export function readLatest(from: BitReader, best: TryResult | undefined): TryResult {
  if (!from.flag()) return readResult(from);
  if (!best) throw new Damage('content');
  return best;
}

const sameResult = (a: TryResult, b: TryResult): boolean =>
  a.number === b.number &&
  a.submittedAt === b.submittedAt &&
  a.passed === b.passed &&
  a.score === b.score &&
  a.objectives.length === b.objectives.length &&
  a.objectives.every((result, index) => {
    const other = b.objectives[index]!;
    return (
      result.objective === other.objective && result.items === other.items && result.points === other.points
    );
  });
