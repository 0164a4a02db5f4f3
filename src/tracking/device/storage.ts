/**
 * The browser's storage, so that no call throws: it is blocked in some frames and private modes (its very name throws
 * there), it may be full or begin to fail in the middle of a visit, and some browsers take a value and drop it. It reaches
 * the disk late: a mirror (`mirror.ts`) keeps the same where a killed browser loses nothing.
 */

/** As much of Web Storage as is used. */
export type WebStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface SafeStorage {
  /** What this page set is there for it though the store has begun to fail. */
  get(key: string): string | undefined;
  /** Reads back what it wrote; false where it isn't kept. */
  set(key: string, text: string): boolean;
  /** All that begin so. */
  keys(start: string): string[];
  remove(key: string): void;
  /** From here on a mirror is told of each change. */
  mirror: Mirror | undefined;
  /** What this page removed: a mirror that comes later must not bring it back. */
  readonly removed: Set<string>;
}

/** A second keeper, which knows when it has something on the disk. */
export interface Mirror {
  set(key: string, text: string): void;
  remove(key: string): void;
  /** `safe`: all that it was told is on the disk. */
  readonly state: 'writing' | 'safe' | 'failed';
  /** Called whenever it has answered. */
  onAnswer(run: () => void): void;
}

/** One for the page, so that a mirror sees all of it. */
const local = safe(() => globalThis.localStorage);

/** localStorage, or what a caller has in its place; null: there is none. What is safe stays the same one. */
export const deviceStorage = (instead?: WebStorage | SafeStorage | null): SafeStorage =>
  instead === undefined ? local : instead && 'mirror' in instead ? instead : safe(() => instead);

/** sessionStorage: it lasts as long as the tab, over a reload. */
export const tabStorage = (instead?: WebStorage | null): SafeStorage =>
  safe(() => (instead === undefined ? globalThis.sessionStorage : instead));

function safe(open: () => WebStorage | null | undefined): SafeStorage {
  /** What was kept, for a store that begins to throw: what comes later must not overtake it. */
  const own = new Map<string, string>();
  const removed = new Set<string>();
  const storage: SafeStorage = {
    mirror: undefined,
    removed,
    get: (key) => attempt(() => open()?.getItem(key) ?? undefined, own.get(key)),
    set(key, text) {
      const kept = attempt(() => {
        const store = open();
        store?.setItem(key, text);
        return store?.getItem(key) === text;
      }, false);
      if (!kept) return false;
      own.set(key, text);
      removed.delete(key);
      storage.mirror?.set(key, text);
      return true;
    },
    keys: (start) =>
      attempt(() => {
        const store = open();
        return Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index) ?? '');
      }, [...own.keys()]).filter((key) => key.startsWith(start)),
    remove(key) {
      own.delete(key);
      removed.add(key);
      attempt(() => open()?.removeItem(key), undefined);
      storage.mirror?.remove(key);
    },
  };
  return storage;
}

function attempt<Value>(action: () => Value, otherwise: Value): Value {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

/** Undefined where it is no JSON: other people's code writes to the same storage. */
export function parsed(text: string | undefined): unknown {
  return attempt(() => JSON.parse(text ?? 'null') as unknown, undefined) ?? undefined;
}
