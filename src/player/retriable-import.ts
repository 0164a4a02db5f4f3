/**
 * Code that is fetched when it is first needed. Browsers remember a failed module for as long as the page lives, so
 * nothing is asked for while the device knows that it is offline, and a second attempt names the file with a query that
 * makes it new. What such a file imports keeps its old name: where that failed, only another page has it (`renew.ts`).
 * The failures are the page's, as the browser's memory is, and not one player's.
 */
const failures = new Map<string, { times: number; message: string }>();
/** What is here already needs no network. */
const here = new Set<string>();

/** `failedAgain` is called where code could not be fetched again, though it was asked for while something was `pressed`. */
export const attempts = { pressed: false, failedAgain: (): void => {} };

/** Runs an `import()`; `name` tells one from another. Rejects when the code can't be fetched; may be called again. */
export async function retriableImport<T>(name: string, fetchCode: () => Promise<T>): Promise<T> {
  if (!navigator.onLine && !here.has(name)) throw new Error('offline');
  const failed = failures.get(name);
  const { pressed } = attempts;
  // Chromium and Firefox name the file in the error; elsewhere the failure isn't remembered
  const file = failed && /https?:\/\/[^\s?]+/.exec(failed.message)?.[0];
  try {
    const code = await (file
      ? (import(/* @vite-ignore */ `${file}?again=${failed.times}`) as Promise<T>)
      : fetchCode());
    here.add(name);
    return code;
  } catch (error) {
    const message = failed?.message ?? (error instanceof Error ? error.message : '');
    failures.set(name, { times: (failed?.times ?? 0) + 1, message });
    if (failed && pressed) attempts.failedAgain();
    throw error;
  }
}
