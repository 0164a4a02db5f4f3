/** The mistakes of a course, as an author reads them. */
import type { Code } from './catalogue.ts';

/** One mistake in a course file. */
export interface CourseError {
  code: Code;
  /** As an author would open it, with slashes. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  /** What is wrong. */
  message: string;
  expected: string;
  /** What to do. */
  fix: string;
  /** The lines around the place, with a caret; empty where there is no text to show. */
  frame: string;
}

/** All mistakes of a course at once. Its message is the text that the author reads. */
export class CourseErrors extends Error {
  readonly errors: readonly CourseError[];

  /** @param count of all, where `errors` holds only the first of them */
  constructor(errors: readonly CourseError[], count = errors.length) {
    super(printErrors(errors, count));
    this.name = 'CourseErrors';
    this.errors = errors;
  }
}

/** As many as somebody reads at a time. */
const SHOWN = 40;

function printErrors(errors: readonly CourseError[], count: number): string {
  const mistakes = count === 1 ? '1 mistake' : `${count} mistakes`;
  const shown = errors.slice(0, SHOWN).map(printError);
  const more = count > shown.length ? [`… and ${count - shown.length} more. Correct these first.`] : [];
  return `${mistakes} in the course files. Nothing was written.\n\n${[...shown, ...more].join('\n\n')}\n`;
}

function printError(error: CourseError): string {
  const lines = [`${error.file}:${error.line}:${error.column}  ${error.message}  [${error.code}]`];
  if (error.frame) lines.push('', error.frame, '');
  lines.push(`    Expected: ${error.expected}`, `    To do:    ${error.fix}`);
  return lines.join('\n');
}
