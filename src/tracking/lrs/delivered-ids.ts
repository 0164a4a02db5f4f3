/** Ids of statements that the LRS has, so that none is taken into the outbox again: in memory, and the last on the device. */
import { parsed, type SafeStorage } from '../device/storage.ts';

/** So many are remembered on the device. */
const REMEMBERED = 400;

export class DeliveredIds {
  readonly #storage: SafeStorage;
  readonly #key: string;
  readonly #ofThisVisit = new Set<string>();

  constructor(storage: SafeStorage, key: string) {
    this.#storage = storage;
    this.#key = key;
  }

  add(ids: readonly string[]): void {
    for (const id of ids) this.#ofThisVisit.add(id);
    const all = new Set([...this.#onDevice(), ...ids]);
    this.#storage.set(this.#key, JSON.stringify([...all].slice(-REMEMBERED)));
  }

  all(): ReadonlySet<string> {
    return new Set([...this.#ofThisVisit, ...this.#onDevice()]);
  }

  #onDevice(): string[] {
    const ids = parsed(this.#storage.get(this.#key));
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  }
}
