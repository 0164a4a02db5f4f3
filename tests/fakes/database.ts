/**
 * As much of IndexedDB as the device's mirror uses. What it took is in `entries`, and stays there when a page is gone; when
 * the whole browser is killed, or the power goes, what was acknowledged without strict durability is gone as well
 * (Indexed Database API 3.0, 2.7.1: a relaxed transaction may be called complete before it is on the disk).
 */
export class FakeDatabase {
  readonly entries = new Map<string, string>();
  readonly #onDisk = new Map<string, string>();
  /** `refuses`: a transaction is aborted, as on a full disk; `silent`: nothing is ever answered. */
  fails: 'refuses' | 'silent' | undefined;

  /**
   * @param later When a transaction, or a reading, is done; not at all where the page is gone by then.
   */
  open(later: (run: () => void) => void = queueMicrotask): IDBDatabase {
    const transaction = (_store: string, _mode?: string, options?: IDBTransactionOptions): object =>
      this.#transaction((run) => later(() => this.fails !== 'silent' && run()), options?.durability);
    return { transaction } as unknown as IDBDatabase;
  }

  /** It lies on the disk, however it came there. */
  put(key: string, text: string): void {
    this.entries.set(key, text);
    this.#onDisk.set(key, text);
  }

  /** The browser is gone without having had a moment to write. */
  kill(): void {
    this.entries.clear();
    for (const [key, text] of this.#onDisk) this.entries.set(key, text);
  }

  #transaction(later: (run: () => void) => void, durability: IDBTransactionDurability = 'relaxed'): object {
    const { entries } = this;
    const changes = new Map<string, string | undefined>();
    const request = (result: unknown): object => ({
      result,
      addEventListener: (event: string, run: () => void) =>
        later(() => event === (this.fails ? 'error' : 'success') && run()),
    });
    const store = {
      put: (text: string, key: string) => void changes.set(key, text),
      delete: (key: string) => void changes.set(key, undefined),
      getAllKeys: () => request([...entries.keys()]),
      getAll: () => request([...entries.values()]),
    };
    const done = (event: string, run: () => void): void => {
      if (event !== (this.fails ? 'abort' : 'complete')) return;
      if (event === 'complete') this.#apply(changes, durability);
      run();
    };
    const addEventListener = (event: string, run: () => void): void => later(() => done(event, run));
    return { objectStore: () => store, addEventListener };
  }

  #apply(changes: ReadonlyMap<string, string | undefined>, durability: IDBTransactionDurability): void {
    for (const places of durability === 'strict' ? [this.entries, this.#onDisk] : [this.entries])
      for (const [key, text] of changes)
        if (text === undefined) places.delete(key);
        else places.set(key, text);
  }
}
