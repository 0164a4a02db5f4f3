/** Finds the object that an LMS puts into a window above or behind the page, and tells later whether it is still there. */
import type { Clock } from '../device/surroundings.ts';

const MOST_HOPS = 50;
const EVERY = 100;
/** An LMS may load its own script after ours. */
const IN_A_FRAME = 5_000;
/** Nobody above and nobody behind: only the page itself could still get one, so the learner isn't kept waiting. */
const ALONE = 500;

export type Scope = Record<string, unknown>;

export interface FoundApi {
  readonly api: Scope;
  /** The window that holds it. */
  readonly holder: Scope;
  /** It is behind this page and not around it. */
  readonly behind: boolean;
  /** That window is open and still holds this object: a page that has gone may go on saying "true". */
  isThere(): boolean;
}

/**
 * Looks in the page and its parents, then in its opener and that one's parents, again and again for a bounded time.
 * @param method What the object must be able to do; other code may use the same name for something else.
 */
export function findApi(
  scope: object,
  name: string,
  method: string,
  clock: Clock,
): Promise<FoundApi | undefined> {
  const windows = [scope as Scope, member(scope, 'opener'), member(member(scope, 'top'), 'opener')];
  const parent = member(scope, 'parent');
  const alone = (!parent || parent === scope) && !windows[1];
  const until = clock.now() + (alone ? ALONE : IN_A_FRAME);

  return new Promise((resolve) => {
    const look = (): void => {
      const here = windows
        .map((window, n) => above(window, name, method, n > 0))
        .find((candidate) => candidate);
      if (here || clock.now() >= until) resolve(here);
      else clock.after(EVERY, look);
    };
    look();
  });
}

function above(
  start: Scope | undefined,
  name: string,
  method: string,
  behind: boolean,
): FoundApi | undefined {
  let window = start;
  for (let hop = 0; window && hop < MOST_HOPS; hop++) {
    const api = member(window, name);
    if (api && typeof member(api, method) === 'function') return found(api, window, name, behind);
    const parent = member(window, 'parent');
    if (parent === window) return undefined;
    window = parent;
  }
  return undefined;
}

/** @param behind In another window than ours: an ancestor that closes takes this page along, and is believed until then. */
function found(api: Scope, holder: Scope, name: string, behind: boolean): FoundApi {
  // Some make a new object whenever they are asked
  const isSteady = member(holder, name) === api;
  return {
    api,
    holder,
    behind,
    isThere: () => {
      if (behind && isClosed(holder)) return false;
      const now = member(holder, name);
      return isSteady ? now === api : now !== undefined;
    },
  };
}

function isClosed(window: Scope): boolean {
  try {
    return window.closed === true;
  } catch {
    return true;
  }
}

/** Undefined where it isn't there, and where another origin's window forbids to look: its `parent` may still be asked. */
export function member(of: unknown, name: string): Scope | undefined {
  try {
    const value = (of as Scope | null | undefined)?.[name];
    return (typeof value === 'object' && value !== null) || typeof value === 'function'
      ? (value as Scope)
      : undefined;
  } catch {
    return undefined;
  }
}
