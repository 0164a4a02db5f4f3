import { formats } from './locale.ts';

/** A score or mark in the learner's language, with two decimals at most; rounded down, so that 79.996 is no 80. */
export function percent(value: number): string {
  const cut = Math.floor(value * 100 + 1e-6) / 100;
  return new Intl.NumberFormat(formats(), { maximumFractionDigits: 2 }).format(cut);
}
