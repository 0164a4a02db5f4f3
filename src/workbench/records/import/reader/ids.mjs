/**
 * What is kept of each statement's id, to see whether one is met twice: a number of 64 bits, which two that are the same have in common.
 * Both halves of a UUID are in it, since of those that are made in a row one half may be the same (RFC 9562, 5.7).
 */

/** Statements of one thread: for more of them there are better ways to look, and no such room. */
const MOST = 8_388_608;
const WORDS = 4;

export class Ids {
  #numbers = new Uint32Array(1 << 16);
  #words = 0;
  #isKept = true;

  /** @param {ArrayBuffer} memory @param {number} place of the first id, @param {number} count how many lie there */
  add(memory, place, count) {
    if (!this.#isKept) return;
    if (this.#words + 2 * count > 2 * MOST) {
      this.#isKept = false;
      this.#numbers = new Uint32Array(0);
      return;
    }
    this.#makeRoom(2 * count);
    keep(new Uint32Array(memory, place, WORDS * count), this.#numbers, this.#words);
    this.#words += 2 * count;
  }

  /** @returns {Uint32Array | undefined} undefined where there are too many */
  numbers() {
    return this.#isKept ? this.#numbers.slice(0, this.#words) : undefined;
  }

  #makeRoom(words) {
    if (this.#words + words <= this.#numbers.length) return;
    const larger = new Uint32Array(Math.max(2 * this.#numbers.length, this.#words + words));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}

function keep(ids, numbers, from) {
  let to = from;
  for (let at = 0; at < ids.length; at += WORDS, to += 2) {
    numbers[to] = ids[at] ^ ids[at + 2];
    numbers[to + 1] = ids[at + 1] ^ ids[at + 3];
  }
}
