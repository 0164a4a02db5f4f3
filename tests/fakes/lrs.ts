/**
 * The LRS and the cmi5 LMS with a validator of other authors in front: for tests, which run where it runs. The LMS has the
 * habits of a real one, so that a course that lives with the specification alone is found out.
 */
import { createRequire } from 'node:module';
import { Cmi5Lms as PlainCmi5Lms } from '../../src/lms/cmi5.ts';
import { CATAPULT_HABITS, type LrsHabit } from '../../src/lms/lrs-habits.ts';
import { Lrs as PlainLrs } from '../../src/lms/lrs.ts';

type Validate = (statement: unknown) => { constructor: { name: string } }[];

const require = createRequire(import.meta.url);
const { default: validate } = require('@learninglocker/xapi-validation') as { default: Validate };

/** What it has to say about a statement; empty when it is good. */
export const warnings = (statement: unknown): readonly string[] =>
  validate(statement).map((warning) => `${warning.constructor.name} ${JSON.stringify(warning)}`);

export class Lrs extends PlainLrs {
  override validate = warnings;
}

export class Cmi5Lms extends PlainCmi5Lms {
  override readonly habits = new Set<LrsHabit>(CATAPULT_HABITS);
  override validate = warnings;
}
