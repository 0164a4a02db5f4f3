/** The device's store: with a quota, and with the ways in which browsers refuse. */
import type { WebStorage } from '../../src/tracking/device/storage.ts';

export type Refusal = 'throws' | 'writing-throws' | 'forgets';

export class FakeStore implements WebStorage {
  readonly entries = new Map<string, string>();
  /** Without the count of launches, which is of no learner. */
  get work(): Map<string, string> {
    return new Map([...this.entries].filter(([key]) => key !== 'cm1-launches'));
  }
  refusal: Refusal | undefined;
  quota = Infinity;

  #check(): void {
    if (this.refusal === 'throws') throw new DOMException('Denied', 'SecurityError');
  }
  get length(): number {
    this.#check();
    return this.entries.size;
  }
  key(index: number): string | null {
    this.#check();
    return [...this.entries.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    this.#check();
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#check();
    const size = [...this.entries].reduce(
      (sum, [name, text]) => sum + (name === key ? 0 : name.length + text.length),
      0,
    );
    // Browsers ask for room only where something gets longer, also in a store that is over its quota
    const grows = value.length > (this.entries.get(key)?.length ?? -1);
    const isFull = grows && size + key.length + value.length > this.quota;
    if (this.refusal === 'writing-throws' || isFull) {
      throw new DOMException('Full', 'QuotaExceededError');
    }
    if (this.refusal !== 'forgets') this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.#check();
    this.entries.delete(key);
  }
}
