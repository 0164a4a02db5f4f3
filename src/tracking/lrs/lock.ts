/** Milliseconds: longer than a request may take. A tab that the system has frozen would keep the others waiting for ever. */
const PATIENCE = 30_000;

/** Runs alone among this browser's tabs. Locks are absent on pages without https, and in some embedded browsers. */
export async function browserLock<Value>(name: string, run: () => Promise<Value>): Promise<Value> {
  let mine = false;
  try {
    // Where there are none this throws, and nothing has run
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, () => {
      mine = true;
      return run();
    });
  } catch (error) {
    if (mine) throw error;
    return run();
  }
}
