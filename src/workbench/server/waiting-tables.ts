/** Tables that came in and wait until somebody has said what their headings mean. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { firstCells, previewOf } from '../records/import/preview.ts';
import type { Reading } from '../records/import/mapping.ts';
import type { UnknownHeadings } from '../records/import/index.ts';
import type { TablePreview, UnknownTable } from '../shapes.ts';
import { BadRequest } from './launches.ts';

export class WaitingTables {
  readonly #waiting = new Map<string, string>();

  async keep(place: string, { file, unexplained }: UnknownHeadings): Promise<UnknownTable> {
    const id = path.basename(path.dirname(place));
    this.#waiting.set(id, place);
    return { id, file, cells: await firstCells(place), ...unexplained };
  }

  has(place: string): boolean {
    return this.#waiting.get(path.basename(path.dirname(place))) === place;
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

  #find(id: string): string {
    const found = this.#waiting.get(id);
    if (!found) throw new BadRequest('This table no longer waits here. Drop it in again.');
    return found;
  }
}
