/** What happens to a page whose launch is being opened, or whose session can't write yet. */
import type { Page } from '../device/surroundings.ts';
import type { LaunchedRecord } from '../record.ts';

/** What the session is told when it takes over. */
export interface EarlyPageEvents {
  /** The page was closed, and the LMS's session with it. */
  left: boolean;
  /** Another page kept work on the device. */
  keptElsewhere: boolean;
}

export class EarlyPage {
  #left = false;
  #keptElsewhere = false;
  #record: LaunchedRecord | undefined;
  #handedOver = false;

  constructor(page: Page) {
    page.on('pagehide', () => this.#leave());
    page.on('storage', () => (this.#keptElsewhere = true));
  }

  get left(): boolean {
    return this.#left;
  }

  /** The page may have been closed before the LMS answered. */
  opened(record: LaunchedRecord): void {
    this.#record = record;
    if (this.#left) record.close();
  }

  /** From here on a session does it all. */
  handOver(): EarlyPageEvents {
    this.#handedOver = true;
    return { left: this.#left, keptElsewhere: this.#keptElsewhere };
  }

  /** Nothing was done that could be written, but an LMS wants its session closed. */
  #leave(): void {
    if (this.#handedOver || this.#left) return;
    this.#left = true;
    this.#record?.close();
  }
}
