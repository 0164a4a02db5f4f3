/** The journal's half that keeps: a first screen needs none of it. */
import {
  LAUNCHES,
  launchesIn,
  PREFIX,
  read,
  type Journal,
  type JournalPlace,
  type KeptSnapshot,
  type Snapshot,
} from './journal.ts';
import { parsed, type SafeStorage } from './storage.ts';

/** What could not be read when that was said last, for somebody who looks into it. */
const ASIDE = 'cm1-aside';
/** Launches on this device after which a snapshot goes: one that an LMS has, and one that only this device has. */
const LASTS = { acknowledged: 100, owed: 1_000 } as const;

/**
 * Counts this launch, for all courses of this device: what has lain there for too many goes. No entry's own number is believed
 * beyond the count, since it may be damaged; where there is no count, they are counted anew in the order that they have.
 */
export function countLaunch({ erase, place: { storage, all, launch } }: Journal): void {
  const everybodys = all(`${PREFIX}|`);
  if (everybodys.length === 0) return;
  const counted = launchesIn(storage);
  // Another page may have been opened since
  const last = Math.max(launch, counted ?? everybodys.length + 1);
  storage.set(LAUNCHES, `${last} ${last}`);
  for (const [place, kept] of everybodys.entries()) {
    const is = counted === undefined ? everybodys.length - place : Math.min(kept.launch, last);
    if (is !== kept.launch) {
      const whole = { ...(parsed(storage.get(kept.key)) as Snapshot), launch: is };
      storage.set(kept.key, JSON.stringify(whole));
    } else if (last - is > (isSafe(kept) ? LASTS.acknowledged : LASTS.owed)) erase([kept]);
  }
}

/** An LMS has all of it. */
const isSafe = ({ acknowledged, answersOwed }: Snapshot): boolean => acknowledged && answersOwed.length === 0;

/** False where the device does not keep it. */
export function put({ erase, place }: Journal, snapshot: Snapshot): boolean {
  const { storage, all, launch } = place;
  const key = place.own(snapshot.token);
  const text = JSON.stringify({ ...snapshot, launch });
  if (storage.set(key, text)) return true;
  // What an LMS has can go. What only this device has stays until it is too old.
  const safe = all(`${PREFIX}|`).filter((kept) => isSafe(kept) && kept.key !== key);
  if (!safe[0] || !isFull(storage, safe[0].key)) return false;
  erase(safe.filter(({ token }) => token !== snapshot.token));
  if (storage.set(key, text)) return true;
  // Those of this attempt are in the new one: they go with it alone, for an LMS may have less than it said
  const own = safe.filter(({ token }) => token === snapshot.token);
  const texts = own.map((kept) => [kept.key, storage.get(kept.key) ?? ''] as const);
  erase(own);
  const isKept = storage.set(key, text);
  if (!isKept) for (const [name, before] of texts) storage.set(name, before);
  return isKept;
}

/** It takes a little, and not all. One that takes nothing at all is not full: nothing is won where something is erased. */
export function isFull(storage: SafeStorage, key: string): boolean {
  const text = storage.get(key) ?? '';
  const takes = storage.set(key, `${text} `);
  if (takes) storage.set(key, text);
  return takes;
}

/** Snapshots of other open or lost pages on this attempt, newest first. */
export function others({ place }: Journal, token: string): KeptSnapshot[] {
  const { ofCourse, own, all } = place;
  return all(ofCourse).filter((kept) => kept.token === token && kept.key !== own(token));
}

/**
 * Snapshots of the same learner's other attempts that were kept since this page was opened: their pages are open now, or
 * were. One that an LMS has given back must have begun since, and must not have been given back to any page before; else
 * it is of an attempt that came before this one.
 *
 * @param isOneRecord Whoever has this browser has the same record, so that nobody need be named.
 */
export function beside({ place }: Journal, token: string, isOneRecord: boolean): KeptSnapshot[] {
  const { ofLearner, isNamed, all } = place;
  if (!isNamed && !isOneRecord) return [];
  return all(ofLearner).filter(
    (kept) => kept.token !== token && isOpen(place, kept) && !isEarlier(place, kept),
  );
}

/** Another page has kept it since this one was opened. */
const isOpen = ({ before, storage, own }: JournalPlace, { key, token }: KeptSnapshot): boolean =>
  key !== own(token) && before.get(key) !== storage.get(key);

function isEarlier({ before }: JournalPlace, { token, confirmed }: KeptSnapshot): boolean {
  const known = [...before].filter(([key]) => key.split('|')[3] === token);
  if (confirmed) return known.length > 0;
  return known.some(([, text]) => (parsed(text) as Partial<Snapshot> | null | undefined)?.confirmed === true);
}

/** This page goes on under another token. */
export const leave = ({ place: { storage, own } }: Journal, token: string): void =>
  storage.remove(own(token));

const damagedIn = ({ place: { storage, ofCourse } }: Journal, mirrored: ReadonlySet<string>): string[] =>
  storage.keys(ofCourse).filter((key) => !mirrored.has(key) && !read(storage, key)?.whole);

/** True where there is something that can't be read, or not all of it, and nobody has said so yet: it is said now. */
export function sayDamaged(journal: Journal, mirrored: ReadonlySet<string> = new Set()): boolean {
  const { storage } = journal.place;
  const damaged = damagedIn(journal, mirrored);
  // A database that never answers leaves it where it is
  if (damaged.every((key) => isSaid(storage, key))) return false;
  storage.set(ASIDE, damaged.map((key) => lineOf(storage, key)).join(''));
  return true;
}

const lineOf = (storage: SafeStorage, key: string): string => `${key} ${storage.get(key)}\n`;

const isSaid = (storage: SafeStorage, key: string): boolean =>
  (storage.get(ASIDE) ?? '').includes(lineOf(storage, key));

/**
 * Puts what can't be read aside. Not before the mirror has been looked into, which may have it whole.
 *
 * @param mirrored What it has better than a storage that takes nothing: it stays in both, for a later launch.
 * @param isHeard Somebody waits for the answer. Where nobody does any more, what was not said stays too.
 */
export function setDamagedAside(journal: Journal, mirrored: ReadonlySet<string>, isHeard: boolean): boolean {
  const { storage } = journal.place;
  const isNews = isHeard && sayDamaged(journal, mirrored);
  for (const key of damagedIn(journal, mirrored)) {
    if (!isHeard && !isSaid(storage, key)) continue;
    const found = read(storage, key);
    if (found) storage.set(key, withoutBadAnswers(storage.get(key), found.kept));
    else discard(storage, key);
  }
  return isNews;
}

/** Shorter than it was: a storage that is full takes it too. */
const withoutBadAnswers = (text: string | undefined, { answersOwed }: Snapshot): string =>
  JSON.stringify({ ...(parsed(text) as Snapshot), answersOwed });

/** What can't be read goes, and the page has not removed it: a mirror that comes later may have it whole. */
export function discard(storage: SafeStorage, key: string): void {
  storage.remove(key);
  storage.removed.delete(key);
}
