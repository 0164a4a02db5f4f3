import { formats } from './locale.ts';

/** A score or share: whole, and rounded down, so that 79.996 is no 80. */
export function percent(value: number): string {
  return String(Math.floor(value + 1e-6));
}

/** What is asked for: an LMS may want 62.5, and 62 would be too little. */
export function passMark(value: number): string {
  const mark = Math.floor(value * 100 + 1e-6) / 100;
  // a whole one as counts are written in every language: a slow device takes long to look up how else it could be
  return Number.isInteger(mark) ? String(mark) : new Intl.NumberFormat(formats()).format(mark);
}
