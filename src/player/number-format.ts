import { formats } from './locale.ts';

/** What is asked for: an LMS may want 62.5, and 62 would be too little. */
export function passMark(value: number): string {
  const mark = Math.floor(value * 100 + 1e-6) / 100;
  // a whole one as counts are written in every language: a slow device takes long to look up how else it could be
  return Number.isInteger(mark) ? String(mark) : new Intl.NumberFormat(formats()).format(mark);
}
