/** Cells that name several groups: somebody is in one group here, so that none is counted twice and small ones can be withheld. */
import type { Cell } from '../tables.ts';
import type { Notes } from './notes.ts';

/** As Moodle and others write them: `North, South`. */
const partsOf = (cell: string): string[] => cell.split(/[,;|]/u).flatMap((part) => part.trim() || []);

export class GroupCells {
  readonly #met = new Map<string, { count: number; line: number }>();

  see(team: Cell | undefined, line: number): void {
    if (typeof team !== 'string') return;
    const met = this.#met.get(team);
    if (met) met.count += 1;
    else this.#met.set(team, { count: 1, line });
  }

  /** A group may have a comma in its name: what is met in no other cell is no group by itself. */
  tell(notes: Notes): void {
    const cells = new Map<string, number>();
    for (const team of this.#met.keys())
      for (const part of new Set(partsOf(team))) cells.set(part, (cells.get(part) ?? 0) + 1);
    for (const [team, { count, line }] of this.#met) {
      const parts = partsOf(team);
      if (parts.length > 1 && parts.some((part) => (cells.get(part) ?? 0) > 1))
        notes.add('groups', line, count);
    }
  }
}
