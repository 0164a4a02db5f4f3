/**
 * What tracking needs of the browser: time, the page's life and code that comes later. All of it is handed in, so that
 * a test decides what time it is and when the page closes.
 */

export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Runs once after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

/**
 * `restored`: the page came back from the browser's cache after it had been left. `stored`: another page of this origin
 * wrote to the device's store.
 */
export type Moment = 'hidden' | 'visible' | 'left' | 'restored' | 'online' | 'stored';

export interface Page {
  /** The browser's own opinion; false is worth more than true. */
  online(): boolean;
  on(moment: Moment, run: () => void): void;
}

/** Runs an `import()`, and may try again in its own way; the name tells one from another. */
export type LoadCode = <T>(name: string, load: () => Promise<T>) => Promise<T>;

export const loadCode: LoadCode = (_name, load) => load();

export const browserClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

export const online = (): boolean => navigator.onLine;

/** `pagehide` and `visibilitychange` only: `unload` and `beforeunload` are forbidden or do not fire in real LMSs. */
export const browserPage: Page = {
  online,
  on(moment, run) {
    if (moment === 'online') addEventListener('online', run);
    else if (moment === 'stored') addEventListener('storage', run);
    else if (moment === 'left') addEventListener('pagehide', run);
    else if (moment === 'restored') addEventListener('pageshow', (event) => event.persisted && run());
    else document.addEventListener('visibilitychange', () => document.visibilityState === moment && run());
  },
};
