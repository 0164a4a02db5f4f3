/** A page that a test hides, closes, brings back and cuts off from the network. */
import type { Moment, Page } from '../../src/tracking/device/surroundings.ts';

export class FakePage implements Page {
  isOnline = true;
  readonly #listeners: { moment: Moment; run: () => void }[] = [];

  online = (): boolean => this.isOnline;

  on(moment: Moment, run: () => void): void {
    this.#listeners.push({ moment, run });
  }

  happens(moment: Moment): void {
    if (moment === 'online') this.isOnline = true;
    for (const listener of this.#listeners) if (listener.moment === moment) listener.run();
  }
}
