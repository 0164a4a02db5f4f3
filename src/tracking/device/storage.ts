/**
 * The browser's storage, so that no call throws: it is blocked in some frames and private modes (its very name throws
 * there), it may be full, and some browsers take a value and drop it.
 */

/** As much of Web Storage as is used. */
export type WebStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface SafeStorage {
  get(key: string): string | undefined;
  /** Reads back what it wrote; false where it isn't kept. */
  set(key: string, text: string): boolean;
  /** All that begin so. */
  keys(start: string): string[];
  remove(key: string): void;
}

/** localStorage, or what a caller has in its place; null: there is none. */
export const deviceStorage = (instead?: WebStorage | null): SafeStorage =>
  safe(() => (instead === undefined ? globalThis.localStorage : instead));

/** sessionStorage: it lasts as long as the tab, over a reload. */
export const tabStorage = (instead?: WebStorage | null): SafeStorage =>
  safe(() => (instead === undefined ? globalThis.sessionStorage : instead));

function safe(open: () => WebStorage | null | undefined): SafeStorage {
  return {
    get: (key) => attempt(() => open()?.getItem(key)) ?? undefined,
    set: (key, text) =>
      attempt(() => {
        const storage = open();
        storage?.setItem(key, text);
        return storage?.getItem(key) === text;
      }) ?? false,
    keys: (start) =>
      (
        attempt(() => {
          const storage = open();
          return Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
        }) ?? []
      ).filter((key) => key.startsWith(start)),
    remove(key) {
      attempt(() => open()?.removeItem(key));
    },
  };
}

function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** Undefined where it is no JSON: other people's code writes to the same storage. */
export function parsed(text: string | undefined): unknown {
  return attempt(() => JSON.parse(text ?? 'null') as unknown) ?? undefined;
}
