/**
 * What is kept of each statement's id, to see whether one is met twice: a number of 64 bits, which two that are the same have in common.
 * Both halves of a UUID are in it, since of those that are made in a row one half may be the same (RFC 9562, 5.7).
 */

/** Statements of one thread: of more of them the engine finds out, in less room. */
const MOST = 8_388_608;
/** Words of an id, and of its number. */
const [OF_ID, OF_NUMBER] = [4, 2];

export class Ids {
  #lists = [];
  #count = 0;

  /** @param {ArrayBuffer} memory @param {number} place of the first id, @param {number} count how many lie there */
  add(memory, place, count) {
    this.#count += count;
    if (this.#count > MOST) this.#lists = [];
    else this.#lists.push(numbersOf(new Uint32Array(memory, place, OF_ID * count)));
  }

  /** @returns {readonly Uint32Array[] | undefined} two words a number; undefined where there are too many */
  numbers() {
    return this.#count > MOST ? undefined : this.#lists;
  }
}

function numbersOf(ids) {
  const numbers = new Uint32Array((ids.length / OF_ID) * OF_NUMBER);
  for (let at = 0, to = 0; at < ids.length; at += OF_ID, to += OF_NUMBER) {
    numbers[to] = ids[at] ^ ids[at + 2];
    numbers[to + 1] = ids[at + 1] ^ ids[at + 3];
  }
  return numbers;
}
