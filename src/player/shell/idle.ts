/** Milliseconds after which it is done all the same. */
const LATEST = 500;

/** A moment in which the page has nothing better to do. Safari has no idle callback. */
export function idle(): Promise<unknown> {
  return 'requestIdleCallback' in globalThis
    ? new Promise((resolve) => requestIdleCallback(resolve, { timeout: LATEST }))
    : new Promise((resolve) => setTimeout(resolve, LATEST / 10));
}
