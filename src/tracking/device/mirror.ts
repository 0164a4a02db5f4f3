/**
 * The device's storage once more, in IndexedDB with strict durability: browsers write localStorage to the disk seconds
 * late, and one that is killed meanwhile loses them. localStorage goes first all the same, since it can be written in the
 * turn in which a page is torn away. This comes with the session, after the first screen.
 */
import type { Mirror, SafeStorage } from './storage.ts';

const NAME = 'cm-device';
const STORE = 'kept';
/** Milliseconds. */
const LONGEST = 10_000;
/** What is told to an LMS. Private notes stay in the one place where the learner can erase them. */
const MIRRORED = /^cm(1|-out|-web)/;

type OpenDatabase = () => Promise<IDBDatabase>;

/**
 * Undefined where the browser has no IndexedDB for this page.
 *
 * @param open Opens the database, again too where the browser has closed it.
 */
export async function openMirror(open: OpenDatabase = openDatabase): Promise<DeviceMirror | undefined> {
  try {
    return new DeviceMirror(await open(), open);
  } catch {
    return undefined;
  }
}

export class DeviceMirror implements Mirror {
  #database: IDBDatabase | undefined;
  /** What is to be written next; undefined: to be removed. */
  #wanted = new Map<string, string | undefined>();
  #running = false;
  #failed = false;
  readonly #listeners: (() => void)[] = [];
  readonly #openAgain: OpenDatabase;

  constructor(database: IDBDatabase, openAgain: OpenDatabase = openDatabase) {
    this.#database = database;
    this.#openAgain = openAgain;
  }

  get state(): Mirror['state'] {
    return this.#running ? 'writing' : this.#failed ? 'failed' : 'safe';
  }

  set(key: string, text: string): void {
    this.#want(key, text);
  }

  remove(key: string): void {
    this.#want(key, undefined);
  }

  onAnswer(run: () => void): void {
    this.#listeners.push(run);
  }

  /** Everything that it has. Rejects where it can't be read. */
  async entries(): Promise<[key: string, text: string][]> {
    const store = (await this.#open()).transaction(STORE).objectStore(STORE);
    const [keys, texts] = await Promise.all([answerOf(store.getAllKeys()), answerOf(store.getAll())]);
    return keys.flatMap((key, place) => {
      const text: unknown = texts[place];
      return typeof key === 'string' && typeof text === 'string' ? [[key, text]] : [];
    });
  }

  #want(key: string, text: string | undefined): void {
    if (!MIRRORED.test(key)) return;
    this.#wanted.set(key, text);
    if (!this.#running) void this.#write();
  }

  /** One transaction at a time, with all that came during the last; the first begins in the turn of the change. */
  async #write(): Promise<void> {
    this.#running = true;
    while (this.#wanted.size > 0) {
      const changes = this.#wanted;
      this.#wanted = new Map();
      this.#failed = !(await this.#store(changes));
      // Tried again with the next change, which may be of the same text
      if (this.#failed) {
        this.#wanted = new Map([...changes, ...this.#wanted]);
        break;
      }
    }
    this.#running = false;
    for (const run of this.#listeners) run();
  }

  async #store(changes: ReadonlyMap<string, string | undefined>): Promise<boolean> {
    try {
      await Promise.race([this.#put(changes), tooLate()]);
      return true;
    } catch {
      // The browser may have closed it; the next change opens it again
      this.#database = undefined;
      return false;
    }
  }

  async #put(changes: ReadonlyMap<string, string | undefined>): Promise<void> {
    await put(this.#database ?? (await this.#open()), changes);
  }

  async #open(): Promise<IDBDatabase> {
    this.#database ??= await this.#openAgain();
    return this.#database;
  }
}

/** Some browsers' databases were seen never to answer. What comes late all the same is the same text once more. */
const tooLate = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no answer')), LONGEST);
  });

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  return answerOf(request);
}

function put(database: IDBDatabase, changes: ReadonlyMap<string, string | undefined>): Promise<void> {
  const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore(STORE);
  for (const [key, text] of changes) {
    if (text === undefined) store.delete(key);
    else store.put(text, key);
  }
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
  });
}

const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('refused')));
  });

/**
 * Brings back what the storage has lost, and has the mirror follow it from here on.
 *
 * @param best What is to stay of two texts under one key.
 * @returns The keys of which the mirror has the better text, and the storage takes nothing.
 */
export async function follow(
  storage: SafeStorage,
  mirror: DeviceMirror,
  best: (key: string, mirrored: string, stored: string) => string,
): Promise<ReadonlySet<string>> {
  const entries = new Map(await mirror.entries());
  const refused = new Map<string, string>();
  storage.mirror = mirror;
  for (const [key, text] of entries) {
    const stored = storage.get(key);
    const kept = stored === undefined || stored === text ? text : best(key, text, stored);
    if (storage.removed.has(key)) mirror.remove(key);
    else if (kept !== stored && !storage.set(key, kept)) refused.set(key, kept);
  }
  // What was kept before, or by a page without a mirror. Where the storage takes nothing, it has the worse text of the two
  for (const key of storage.keys('cm')) {
    const text = refused.get(key) ?? storage.get(key);
    if (text !== undefined && text !== entries.get(key)) mirror.set(key, text);
  }
  return new Set(refused.keys());
}
