/** localStorage as browsers keep it: a page that dies loses nothing of it, a browser that is killed the last seconds. */
import { FakeStore } from '../fakes/store.ts';

/** Milliseconds after which a change is on the disk. */
const LATE = 5_000;

export class LateStore extends FakeStore {
  readonly #now: () => number;
  readonly #onDisk = new Map<string, string>();
  #changes: { at: number; key: string; text: string | undefined }[] = [];

  constructor(now: () => number) {
    super();
    this.#now = now;
  }

  override setItem(key: string, value: string): void {
    super.setItem(key, value);
    this.#note(key);
  }

  override removeItem(key: string): void {
    super.removeItem(key);
    this.#note(key);
  }

  /** It lies on the disk, however it came there. */
  put(key: string, text: string): void {
    this.entries.set(key, text);
    this.#onDisk.set(key, text);
  }

  /** The browser is gone without having had a moment to write. */
  kill(): void {
    this.#write();
    this.#changes = [];
    this.entries.clear();
    for (const [key, text] of this.#onDisk) this.entries.set(key, text);
  }

  #note(key: string): void {
    this.#write();
    this.#changes.push({ at: this.#now(), key, text: this.entries.get(key) });
  }

  /** What has lain there long enough. */
  #write(): void {
    const late = this.#changes.findIndex(({ at }) => at + LATE > this.#now());
    for (const { key, text } of this.#changes.splice(0, late < 0 ? this.#changes.length : late))
      if (text === undefined) this.#onDisk.delete(key);
      else this.#onDisk.set(key, text);
  }
}
