/** One name, one thing: the ids of a course in one language. */
import { ID, ID_EXPECTED } from '../../src/course/source-words.ts';
import { lineAndColumn, type Faults } from './faults.ts';
import type { Place } from './fragment.ts';
import { PLAYER_PAGES } from './links.ts';

export type IdKind =
  | 'lesson'
  | 'section'
  | 'block'
  | 'item'
  | 'practice item'
  | 'objective'
  | 'page'
  | 'heading';

export class Ids {
  readonly faults: Faults;
  #taken = new Map<string, { kind: IdKind; place: Place }>();

  constructor(faults: Faults) {
    this.faults = faults;
  }

  /** Tells where the id is of the wrong form, reserved, or taken. */
  add(id: string, kind: IdKind, place: Place): void {
    if (!ID.test(id)) {
      this.faults.add('id.form', place, {
        message: `The id "${id}" is not of the right form.`,
        expected: ID_EXPECTED,
      });
      return;
    }
    if ((PLAYER_PAGES as readonly string[]).includes(id)) {
      this.faults.add('id.reserved', place, {
        message: `"${id}" is the name of a page of the player.`,
        expected: `an id that is none of: ${PLAYER_PAGES.join(', ')}`,
      });
      return;
    }
    const other = this.#taken.get(id);
    if (!other) {
      this.#taken.set(id, { kind, place });
      return;
    }
    const { line } = lineAndColumn(other.place.file.text, other.place.offset);
    const first = `the ${other.kind} at ${other.place.file.path}:${line}`;
    this.faults.add('id.duplicate', place, {
      message: `The id "${id}" is taken by ${first}.`,
      expected: 'an id that nothing else in the course has',
    });
  }

  place(id: string): Place | undefined {
    return this.#taken.get(id)?.place;
  }
}
