import { formats } from './locale.ts';

/** A score or share in the learner's language: whole, and rounded down, so that 79.996 is no 80. */
export function percent(value: number): string {
  return format(Math.floor(value + 1e-6), 0);
}

/** What is asked for: an LMS may want 62.5, and 62 would be too little. */
export function passMark(value: number): string {
  return format(Math.floor(value * 100 + 1e-6) / 100, 2);
}

function format(value: number, decimals: number): string {
  return new Intl.NumberFormat(formats(), { maximumFractionDigits: decimals }).format(value);
}
