/** Proves, before anything is written, that the worst case of the course's saved state fits every LMS. */
import { bankFacts, worstCase } from '../../src/learning/worst-case.ts';
import { ENVELOPE_LIMIT } from '../../src/tracking/envelope.ts';
import type { CompiledCourse } from '../compile/types.ts';
import { PackageError } from '../failures.ts';

/** SCORM 1.2's suspend data (RTE 3.4.4: CMIString4096), the tightest of the standards. */
const LIMIT = 4096;

export interface SavedStateProof {
  /** The longest that the saved state of this course can get. */
  characters: number;
  limit: number;
}

class SavedStateTooLong extends PackageError {}

export function checkSavedState(course: CompiledCourse): SavedStateProof {
  const bank = course.banks[course.structure.languages[0] ?? ''];
  const facts = bank ? bankFacts(bank) : { items: [] };
  const characters = worstCase(course.structure, facts, course.highest) + ENVELOPE_LIMIT;
  if (characters > LIMIT) {
    throw new SavedStateTooLong(
      `The course's saved state can grow to ${characters} characters; SCORM 1.2 keeps ${LIMIT}. ` +
        'Draw fewer items into a form, or use fewer fill-in items.',
    );
  }
  return { characters, limit: LIMIT };
}
