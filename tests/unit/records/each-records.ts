/** Empty records for each test of a file, and a folder for what is taken into them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { importFile, type Control, type Imported } from '../../../src/workbench/records/import/index.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { emptyStore } from '../../fakes/records-store.ts';

export interface EachRecords {
  readonly store: Store;
  readonly folder: string;
  /** Puts a file into the folder. @returns its path */
  put(content: string | Uint8Array, name?: string): Promise<string>;
  take(content: string | Uint8Array, control?: Control, name?: string): Promise<Imported>;
}

/** In a folder whose name the engine would take for a pattern. @param file what a file is called where nothing is said */
export function eachRecords(file = 'export.bin'): EachRecords {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'records [1] '));
    store = await emptyStore();
  });
  afterEach(async () => {
    store.close();
    await rm(folder, { recursive: true });
  });
  const put = async (content: string | Uint8Array, name = file): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  return {
    get store() {
      return store;
    },
    get folder() {
      return folder;
    },
    put,
    take: async (content, control = {}, name) => importFile(store, await put(content, name), control),
  };
}
