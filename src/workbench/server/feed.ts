/** Tells whoever looks at a launch what happens in it. */
import type { Call } from '../shapes.ts';

type Listener = (calls: readonly Call[]) => void;

export class Feed {
  readonly #listeners = new Map<string, Set<Listener>>();

  tell(launch: string, calls: readonly Call[]): void {
    for (const listener of this.#listeners.get(launch) ?? []) listener(calls);
  }

  /** @returns what ends it */
  follow(launch: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(launch) ?? new Set();
    this.#listeners.set(launch, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(launch);
    };
  }
}
