/** What can be had from sums over people by adding and taking away: Gaussian elimination, once for many questions. */

type Vector = readonly number[];

export class Span {
  /** Each has a 1 where none of those before it has anything. */
  readonly #basis: { at: number; row: Vector }[] = [];

  constructor(sums: readonly Vector[]) {
    for (const sum of sums) {
      const rest = this.#rest(sum);
      const at = rest.findIndex(isThere);
      if (at === -1) continue;
      this.#basis.push({ at, row: rest.map((cell) => cell / (rest[at] ?? 1)) });
    }
  }

  has(vector: Vector): boolean {
    return !this.#rest(vector).some(isThere);
  }

  #rest(vector: Vector): number[] {
    let rest = [...vector];
    for (const { at, row } of this.#basis) {
      const times = rest[at] ?? 0;
      if (isThere(times)) rest = rest.map((cell, place) => cell - times * (row[place] ?? 0));
    }
    return rest;
  }
}

const isThere = (cell: number): boolean => Math.abs(cell) > 1e-9;
