/**
 * The latest time that a statement of a cmi5 session bears, over reloads: a session lasts longer than a page, and somebody may
 * put the clock back in between.
 */
import { parsed, type SafeStorage } from '../device/storage.ts';
import { ownerHash } from './ids.ts';

export interface SessionTimes {
  latest(): number;
  stamp(at: number): void;
}

/** What a date can hold, about (ECMA-262, 21.4.1.1): beyond it a time is none. */
const LAST = 8e15;

/** @param session Undefined in an xAPI package: there the page is the session, and knows what it has said. */
export function sessionTimes(storage: SafeStorage, session: string | undefined): SessionTimes {
  const key = `cm-cmi5-time|${ownerHash(session ?? '')}`;
  const kept = session === undefined ? 0 : Number(parsed(storage.get(key)));
  let latest = kept < LAST ? kept : 0;
  return {
    latest: () => latest,
    stamp(at) {
      if (session === undefined || at <= latest) return;
      latest = at;
      storage.set(key, String(at));
    },
  };
}
