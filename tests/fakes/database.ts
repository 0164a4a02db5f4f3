/** As much of IndexedDB as the device's mirror uses. What it took is in `entries`, and stays there when a page is gone. */
export class FakeDatabase {
  readonly entries = new Map<string, string>();

  /**
   * @param later When a transaction, or a reading, is done; not at all where the page is gone by then.
   */
  open(later: (run: () => void) => void = queueMicrotask): IDBDatabase {
    const { entries } = this;
    const transaction = (): object => {
      const changes = new Map<string, string | undefined>();
      const request = (result: unknown): object => ({
        result,
        addEventListener: (event: string, run: () => void) => event === 'success' && later(run),
      });
      const store = {
        put: (text: string, key: string) => void changes.set(key, text),
        delete: (key: string) => void changes.set(key, undefined),
        getAllKeys: () => request([...entries.keys()]),
        getAll: () => request([...entries.values()]),
      };
      const complete = (run: () => void): void => {
        for (const [key, text] of changes)
          if (text === undefined) entries.delete(key);
          else entries.set(key, text);
        run();
      };
      const addEventListener = (event: string, run: () => void): void =>
        void (event === 'complete' && later(() => complete(run)));
      return { objectStore: () => store, addEventListener };
    };
    return { transaction } as unknown as IDBDatabase;
  }
}
