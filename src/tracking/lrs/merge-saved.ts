/** Learning's own rule for two states, at the level of envelopes. Loaded when two devices have met, which is rare. */
import type { CourseStructure } from '../../course/compiled.ts';
import { decode, encode, merge } from '../../learning/index.ts';
import { seal, unseal } from '../envelope.ts';

/**
 * Both states in one envelope: the token of theirs, which the LRS has already and which other devices go by, and a counter
 * above both. A damaged text adds nothing. What a later player wrote in a way that this one can't read stays as it is.
 */
export function mergeSaved(course: CourseStructure, mine: string, theirs: string): string {
  const [own, foreign] = [unseal(mine), unseal(theirs)];
  if (decode(foreign?.body ?? theirs).unknownFormat) return theirs;
  if (!own || !foreign) return mine;
  if (foreign.body === own.body) return seal({ ...own, token: foreign.token });
  const [one, two] = [decode(own.body), decode(foreign.body)];
  if (two.damaged) return mine;
  const body = one.damaged ? foreign.body : encode(merge(course, one.state, two.state), course.version);
  return seal({ token: foreign.token, counter: Math.max(own.counter, foreign.counter) + 1, body });
}
