/** The journal's half that keeps: a first screen needs none of it. */
import { isSafe, PREFIX, read, type Journal, type KeptSnapshot, type Snapshot } from './journal.ts';

/** The last that could not be read, for somebody who looks into it. */
const ASIDE = 'cm1-aside';

/** False where the device does not keep it. */
export function put({ erase, place }: Journal, snapshot: Snapshot): boolean {
  const { storage, own, all, launch } = place;
  const key = own(snapshot.token);
  const text = JSON.stringify({ ...snapshot, launch });
  if (storage.set(key, text)) return true;
  // The quota is full: what an LMS has can go. What only this device has stays until it is too old.
  erase(all(`${PREFIX}|`).filter((kept) => isSafe(kept) && kept.key !== key));
  return storage.set(key, text);
}

/** Snapshots of other open or lost pages on this attempt, newest first. */
export function others({ place }: Journal, token: string): KeptSnapshot[] {
  const { ofCourse, own, all } = place;
  return all(ofCourse).filter((kept) => kept.token === token && kept.key !== own(token));
}

/**
 * Snapshots of the same learner's other attempts that were kept since this page was opened: their pages are open now, or
 * were. One that an LMS has given back must have begun since; else it is of an attempt that came before this one.
 */
export function beside(
  { place: { ofLearner, all, isOpen, isEarlier } }: Journal,
  token: string,
): KeptSnapshot[] {
  if (ofLearner === undefined) return [];
  return all(ofLearner).filter(
    (kept) => kept.token !== token && isOpen(kept) && !(kept.confirmed && isEarlier(kept)),
  );
}

/** This page goes on under another token. */
export const leave = ({ place: { storage, own } }: Journal, token: string): void =>
  storage.remove(own(token));

/** Puts what can't be read aside, so that it is said once; true where there was any. */
export function setDamagedAside({ place: { storage, ofCourse } }: Journal): boolean {
  const damaged = storage.keys(ofCourse).filter((key) => !read(storage, key)?.whole);
  for (const key of damaged) {
    const found = read(storage, key);
    storage.set(ASIDE, storage.get(key) ?? '');
    if (found) storage.set(key, JSON.stringify(found.kept));
    else storage.remove(key);
  }
  return damaged.length > 0;
}
