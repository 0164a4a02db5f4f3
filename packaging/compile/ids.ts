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

interface Taken {
  kind: IdKind;
  place: Place;
}

export class Ids {
  readonly faults: Faults;
  #taken = new Map<string, Taken>();
  #plain = new Map<string, Taken>();

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
    if (other) {
      this.faults.add('id.duplicate', place, {
        message: `The id "${id}" is taken by ${nameOf(other)}.`,
        expected: 'an id that nothing else in the course has',
      });
      return;
    }
    this.#taken.set(id, { kind, place });
    if (kind === 'objective' || kind === 'item') this.#addPlain(id, kind, place);
  }

  /** Some LMSs take letters and digits only for what is told of an objective or an answer: there two would be one. */
  #addPlain(id: string, kind: IdKind, place: Place): void {
    const plain = `${kind} ${id.replaceAll('-', '')}`;
    const other = this.#plain.get(plain);
    if (other)
      this.faults.add('id.duplicate', place, {
        message: `The id "${id}" is, without its hyphens, that of ${nameOf(other)}: some LMSs take no hyphens.`,
        expected: `an id that differs in letters or digits from each other ${kind}'s`,
      });
    else this.#plain.set(plain, { kind, place });
  }

  place(id: string): Place | undefined {
    return this.#taken.get(id)?.place;
  }
}

function nameOf({ kind, place: { file, offset } }: Taken): string {
  return `the ${kind} at ${file.path}:${lineAndColumn(file.text, offset).line}`;
}
