/**
 * Whether numbers of 64 bits are all different. They are laid in heaps first: the table of one heap is so small that the processor
 * has it at hand, which that of all is not.
 */

/** Each is two words, one after the other. */
export type Numbers = Uint32Array;

const HEAPS = 256;
const BITS_BESIDE_HEAP = 24;
/** Spreads what is much alike (Knuth, The Art of Computer Programming, 6.4). */
const SPREAD = 0x9e_37_79_b1;

/** @param lists any number of them, better many than long ones: what is called again is sooner made fast than what goes on */
export function areAllDifferent(lists: readonly Numbers[]): boolean {
  const counts = new Uint32Array(HEAPS);
  for (const list of lists) count(list, counts);
  const ends = new Uint32Array(HEAPS);
  let sum = 0;
  for (const [heap, words] of counts.entries()) {
    // where it begins: what is laid there moves it to its end
    ends[heap] = sum;
    sum += words;
  }
  const laid = new Uint32Array(sum);
  for (const list of lists) lay(list, ends, laid);
  const table = new Table(counts.reduce((most, words) => Math.max(most, words), 0));
  let begin = 0;
  return ends.every((end) => {
    const heap = laid.subarray(begin, end);
    begin = end;
    return table.takes(heap);
  });
}

const heapOf = (word: number): number => Math.imul(word, SPREAD) >>> BITS_BESIDE_HEAP;

function count(numbers: Numbers, counts: Uint32Array): void {
  for (let at = 0; at < numbers.length; at += 2) counts[heapOf(numbers[at]!)]! += 2;
}

function lay(numbers: Numbers, ends: Uint32Array, laid: Uint32Array): void {
  for (let at = 0; at < numbers.length; at += 2) {
    const heap = heapOf(numbers[at]!);
    const place = ends[heap]!;
    ends[heap] = place + 2;
    laid[place] = numbers[at]!;
    laid[place + 1] = numbers[at + 1]!;
  }
}

/** Of one heap at a time. */
class Table {
  readonly #places: Uint32Array;
  /** By which heap a place was taken: so nothing has to be emptied. */
  readonly #takenBy: Uint16Array;
  readonly #last: number;
  #heap = 0;

  /** @param most words that a heap has */
  constructor(most: number) {
    const room = 2 ** Math.ceil(Math.log2(most + 1));
    this.#places = new Uint32Array(room);
    this.#takenBy = new Uint16Array(room);
    this.#last = room - 1;
  }

  /** @returns whether none was met twice */
  takes(numbers: Numbers): boolean {
    const heap = (this.#heap += 1);
    const places = this.#places;
    const takenBy = this.#takenBy;
    for (let at = 0; at < numbers.length; at += 2) {
      let place = (Math.imul(numbers[at]! ^ numbers[at + 1]!, SPREAD) >>> 8) & this.#last;
      while (takenBy[place] === heap) {
        const other = places[place]!;
        if (numbers[other] === numbers[at] && numbers[other + 1] === numbers[at + 1]) return false;
        place = (place + 1) & this.#last;
      }
      takenBy[place] = heap;
      places[place] = at;
    }
    return true;
  }
}
