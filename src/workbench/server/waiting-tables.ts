/** Tables that came in and wait until somebody has said what their headings mean. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { firstCells, previewOf } from '../records/import/preview.ts';
import type { Reading } from '../records/import/meanings.ts';
import type { UnknownHeadings } from '../records/import/index.ts';
import type { TablePreview, UnknownTable } from '../shapes.ts';
import { BadRequest } from './launches.ts';

export class WaitingTables {
  readonly #waiting = new Map<string, { place: string; table: UnknownTable }>();

  async keep(place: string, { file, unexplained }: UnknownHeadings): Promise<UnknownTable> {
    const id = path.basename(path.dirname(place));
    const table = { id, file, cells: await firstCells(place), ...unexplained };
    this.#waiting.set(id, { place, table });
    return table;
  }

  /** Those that came first before the others. */
  get all(): UnknownTable[] {
    return [...this.#waiting.values()].map(({ table }) => table);
  }

  has(place: string): boolean {
    return this.#waiting.get(path.basename(path.dirname(place)))?.place === place;
  }

  preview(id: string, reading: Reading): Promise<TablePreview> {
    return previewOf(this.#find(id), reading);
  }

  /** It no longer waits, and is the caller's. */
  hand(id: string): string {
    const place = this.#find(id);
    this.#waiting.delete(id);
    return place;
  }

  async drop(id: string): Promise<void> {
    await rm(path.dirname(this.hand(id)), { recursive: true, force: true });
  }

  /** Nobody knows whom they name. */
  async clear(): Promise<void> {
    for (const id of this.#waiting.keys()) await this.drop(id);
  }

  #find(id: string): string {
    const found = this.#waiting.get(id)?.place;
    if (!found) throw new BadRequest('This table no longer waits here. Drop it in again.');
    return found;
  }
}
