/** Lists of who is expected to take the course: as files that somebody gives, and as tables that wait. */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lookAtList, setExpected } from '../records/expected.ts';
import type { Expected, ListLook } from '../records/list-words.ts';
import type { Store } from '../records/store.ts';
import type { OpenRecords } from './open-records.ts';
import type { WaitingTables } from './waiting-tables.ts';

const isBlank = (list: Uint8Array): boolean => new TextDecoder().decode(list).trim() === '';

export class ExpectedLists {
  readonly #records: OpenRecords;
  readonly #tables: WaitingTables;

  constructor(records: OpenRecords, tables: WaitingTables) {
    this.#records = records;
    this.#tables = tables;
  }

  /**
   * @param list a file's bytes: a name or an address a line, or a table with headings; nothing takes an earlier list away
   * @param anyway also where it names nobody who is known. @param file what it is called where it comes from. @throws NoList
   */
  async expect(
    list: Uint8Array,
    { anyway = false, file }: { anyway?: boolean; file?: string | undefined } = {},
  ): Promise<Expected> {
    return this.#withList(list, file, (writer, place) =>
      isBlank(list) ? setExpected(writer) : setExpected(writer, place, { anyway }),
    );
  }

  /** What it is understood as. */
  async look(list: Uint8Array, file?: string): Promise<ListLook> {
    return this.#withList(list, file, lookAtList);
  }

  /** A table that waited names who is expected, and nothing of what they did. It waits on where it is doubted. */
  async expectTable(id: string, anyway: boolean): Promise<Expected> {
    const { place, spot } = this.#tables.find(id);
    return this.#records.alone(async ({ writer }) => {
      const became = await setExpected(writer, place, { spot, anyway });
      await this.#tables.drop(id);
      return became;
    });
  }

  async lookAtTable(id: string): Promise<ListLook> {
    const { place, spot } = this.#tables.find(id);
    return this.#records.alone(({ writer }) => lookAtList(writer, place, spot));
  }

  /** @param file of this name; what is wrong with it begins with it. A text that was pasted has none */
  async #withList<T>(
    list: Uint8Array,
    file: string | undefined,
    work: (writer: Store, place: string) => Promise<T>,
  ): Promise<T> {
    return this.#records.alone(async ({ writer }) => {
      const place = await this.#records.place(file ?? 'The list');
      await writeFile(place, list);
      try {
        return await work(writer, place);
      } finally {
        await rm(path.dirname(place), { recursive: true });
      }
    });
  }
}
