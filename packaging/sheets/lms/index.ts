/** A sheet for each name of `Choices.lms`. */
import type { Lms } from '../../../src/course/compiled.ts';
import type { Sheet } from '../facts.ts';
import { blackboard, brightspace, canvas, openEdx } from './academic.ts';
import { cornerstone, docebo, saba, successfactors, talentlms, workday } from './corporate.ts';
import { moodle, totara } from './moodle.ts';
import { chamilo, forma, generic, scormCloud } from './others.ts';

export const SHEETS: Readonly<Record<Lms, Sheet>> = {
  generic,
  moodle,
  totara,
  canvas,
  blackboard,
  brightspace,
  cornerstone,
  docebo,
  talentlms,
  successfactors,
  workday,
  'open-edx': openEdx,
  'scorm-cloud': scormCloud,
  forma,
  chamilo,
  saba,
};
