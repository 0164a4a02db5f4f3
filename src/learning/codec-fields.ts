/** What the parts of the saved state have in common: how wide each field is, what may be missing, what is too much. */
import { type BitReader, type BitWriter, widthOf } from './bits.ts';
import { Damage } from './damage.ts';
import { UNITS } from './items/points.ts';
import { FORM_LIMIT } from './limits.ts';

/** In bits; `worst-case.ts` reads them too. */
export const WIDTH = {
  courseVersion: 16,
  time: 32,
  seed: 32,
  score: 14,
  formLength: widthOf(FORM_LIMIT),
  itemWidth: 5,
  countWidth: 3,
  latency: 12,
  credit: widthOf(UNITS),
} as const;

export function writeOptional<T>(
  out: BitWriter,
  value: T | undefined,
  write: (out: BitWriter, value: T) => void,
): void {
  out.flag(value !== undefined);
  if (value !== undefined) write(out, value);
}

export const readOptional = <T>(from: BitReader, read: (from: BitReader) => T): T | undefined =>
  from.flag() ? read(from) : undefined;

export function atMost(highest: number, value: number): number {
  if (value > highest) throw new Damage('content');
  return value;
}
