/** Finds the object that an LMS puts into a window above or behind the page. */
import type { Clock } from '../device/surroundings.ts';

const MOST_HOPS = 50;
const EVERY = 100;
/** An LMS may load its own script after ours. */
const IN_A_FRAME = 5_000;
/** Nobody above and nobody behind: only the page itself could still get one, so the learner isn't kept waiting. */
const ALONE = 500;

type Scope = Record<string, unknown>;

/**
 * Looks in the page and its parents, then in its opener and that one's parents, again and again for a bounded time.
 * @param method What the object must be able to do; other code may use the same name for something else.
 */
export function findApi(
  scope: object,
  name: string,
  method: string,
  clock: Clock,
): Promise<Scope | undefined> {
  const windows = [scope as Scope, member(scope, 'opener'), member(member(scope, 'top'), 'opener')];
  const parent = member(scope, 'parent');
  const alone = (!parent || parent === scope) && !windows[1];
  const until = clock.now() + (alone ? ALONE : IN_A_FRAME);

  return new Promise((resolve) => {
    const look = (): void => {
      const found = windows.map((window) => above(window, name, method)).find((api) => api);
      if (found || clock.now() >= until) resolve(found);
      else clock.after(EVERY, look);
    };
    look();
  });
}

function above(start: Scope | undefined, name: string, method: string): Scope | undefined {
  let window = start;
  for (let hop = 0; window && hop < MOST_HOPS; hop++) {
    const api = member(window, name);
    if (typeof member(api, method) === 'function') return api;
    const parent = member(window, 'parent');
    if (parent === window) return undefined;
    window = parent;
  }
  return undefined;
}

/** Undefined where it isn't there, and where another origin's window forbids to look: its `parent` may still be asked. */
function member(of: unknown, name: string): Scope | undefined {
  try {
    const value = (of as Scope | null | undefined)?.[name];
    return (typeof value === 'object' && value !== null) || typeof value === 'function'
      ? (value as Scope)
      : undefined;
  } catch {
    return undefined;
  }
}
