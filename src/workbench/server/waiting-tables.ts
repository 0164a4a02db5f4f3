/** Tables that came in and wait until somebody has said what their headings mean, and where these stand. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { ImportFailure, type Unexplained } from '../records/import/failure.ts';
import type { UnknownHeadings } from '../records/import/index.ts';
import { isListOfPeople, proposeMapping } from '../records/import/mapping.ts';
import type { Reading } from '../records/import/meanings.ts';
import { firstCells, previewOf } from '../records/import/preview.ts';
import { recognise } from '../records/import/recognise.ts';
import { beginningsOf, readTable, type Beginning, type Spot } from '../records/import/table.ts';
import type { TablePreview, UnknownTable } from '../shapes.ts';
import { BadRequest } from './launches.ts';

interface Waiting {
  place: string;
  spot?: Spot;
  table: UnknownTable;
}

export class WaitingTables {
  readonly #waiting = new Map<string, Waiting>();

  async keep(place: string, { file, unexplained }: UnknownHeadings, spot?: Spot): Promise<UnknownTable> {
    const id = path.basename(path.dirname(place));
    const table = { id, file, ...unexplained, ...(await placed(place, unexplained.header, spot)) };
    this.#waiting.set(id, { place, table, ...(spot && { spot }) });
    return table;
  }

  /** Somebody says where the headings stand. */
  async look(id: string, spot: Spot): Promise<UnknownTable> {
    const { place, table } = this.find(id);
    const told = await explained(place, spot);
    const moved = { id, file: table.file, ...told, ...(await placed(place, told.header, spot)) };
    this.#waiting.set(id, { place, spot, table: moved });
    return moved;
  }

  /** Those that came first before the others. */
  get all(): UnknownTable[] {
    return [...this.#waiting.values()].map(({ table }) => table);
  }

  has(place: string): boolean {
    return this.#waiting.get(path.basename(path.dirname(place)))?.place === place;
  }

  preview(id: string, reading: Reading): Promise<TablePreview> {
    const { place, spot } = this.find(id);
    return previewOf(place, reading, spot);
  }

  /** It no longer waits, and is the caller's. */
  hand(id: string): Pick<Waiting, 'place' | 'spot'> {
    const found = this.find(id);
    this.#waiting.delete(id);
    return found;
  }

  async drop(id: string): Promise<void> {
    await rm(path.dirname(this.hand(id).place), { recursive: true, force: true });
  }

  /** Nobody knows whom they name. */
  async clear(): Promise<void> {
    for (const id of this.#waiting.keys()) await this.drop(id);
  }

  find(id: string): Waiting {
    const found = this.#waiting.get(id);
    if (!found) throw new BadRequest('This table no longer waits here. Drop it in again.');
    return found;
  }
}

type Told = Unexplained & Pick<UnknownTable, 'known'>;

/** @throws BadRequest where nothing stands there */
async function explained(place: string, spot: Spot): Promise<Told> {
  try {
    const found = await recognise(place, spot);
    const header = found.kind === 'table' ? found.header : [];
    const columns = proposeMapping(header);
    return {
      header,
      reading: { columns },
      words: [],
      why: '',
      isList: found.kind === 'table' && isListOfPeople(header, columns),
      ...(found.kind !== 'table' && { known: found.title }),
    };
  } catch (error) {
    if (error instanceof ImportFailure) throw new BadRequest(error.message);
    throw error;
  }
}

async function placed(
  place: string,
  header: readonly string[],
  spot: Spot = {},
): Promise<Pick<UnknownTable, 'cells' | 'beginnings' | 'sheet' | 'line'>> {
  const beginnings = await beginningsOf(place);
  let line = spot.line ?? 1;
  for await (const row of readTable(place, spot)) {
    line = row.line;
    if (row.cells.some((cell) => cell !== '')) break;
  }
  const isHere = ({ rows }: Beginning): boolean =>
    rows.some((row) => row.line === line && row.cells.join() === header.join());
  return {
    cells: await firstCells(place, spot),
    beginnings: beginnings.map(({ sheet, rows }) => ({ sheet, rows: rows.flatMap(words) })),
    sheet: spot.sheet ?? beginnings.find(isHere)?.sheet ?? '',
    line,
  };
}

/** Nothing stands in an empty row. */
function words({ line, cells }: Beginning['rows'][number]): { line: number; words: string }[] {
  const filled = cells.filter((cell) => cell !== '').join(' · ');
  return filled ? [{ line, words: filled.length > 60 ? `${filled.slice(0, 59)}…` : filled }] : [];
}
