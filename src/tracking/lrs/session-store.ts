import type { Store } from '../device/surroundings.ts';

/** sessionStorage, or nothing where the browser blocks it. */
export function deviceSession(): Store | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}
