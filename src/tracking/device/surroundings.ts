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
 * The DOM's words, but for `restored`: a `pageshow` from the browser's cache, after `pagehide`. `storage`: another page of
 * this origin wrote to the device's store.
 */
export type PageLifecycleEvent = 'hidden' | 'visible' | 'pagehide' | 'restored' | 'online' | 'storage';

export interface Page {
  /** The browser's own opinion; false is worth more than true. */
  online(): boolean;
  on(event: PageLifecycleEvent, run: () => void): void;
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
  on(event, run) {
    if (event === 'restored') addEventListener('pageshow', ({ persisted }) => persisted && run());
    else if (event === 'hidden' || event === 'visible')
      document.addEventListener('visibilitychange', () => document.visibilityState === event && run());
    else addEventListener(event, run);
  },
};

/**
 * A language as LMSs and the systems behind them write it, in one form: `es_US`, `spa`, `ES`, `es_ES.utf8` and `en-US,en` are
 * common. What is no part of a tag (`en_us_k12`) goes, and all behind it.
 */
export function languageTag(text: string): string | undefined {
  const [tag] = TAG.exec(text.trim().replaceAll('_', '-')) ?? [];
  return tag && Intl.getCanonicalLocales(tag)[0];
}

/** Language, script, region and a variant (RFC 5646, 2.1): well-formed, whatever they say. */
const TAG = /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-(\w{5,8}|\d\w{3}))?(?=[-.@,;]|$)/i;
