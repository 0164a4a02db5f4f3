/** A page that a test hides, closes, brings back and cuts off from the network. */
import type { PageLifecycleEvent, Page } from '../../src/tracking/device/surroundings.ts';

export class FakePage implements Page {
  isOnline = true;
  readonly #listeners: { event: PageLifecycleEvent; run: () => void }[] = [];

  online = (): boolean => this.isOnline;

  on(event: PageLifecycleEvent, run: () => void): void {
    this.#listeners.push({ event, run });
  }

  happens(event: PageLifecycleEvent): void {
    if (event === 'online') this.isOnline = true;
    for (const listener of this.#listeners) if (listener.event === event) listener.run();
  }
}
