/**
 * What the device keeps so that a crash, a lost connection or a closed laptop loses nothing: one snapshot for each
 * attempt's token and each open page. Keys carry a hash of the learner, so nobody's name or id lies about on a shared
 * computer, and one learner's snapshots are never found under another's.
 */
import type { OwedAnswer } from '../../learning/types.ts';
import { shortHash } from './hash.ts';
import { parsed, type SafeStorage } from './storage.ts';

export interface Snapshot {
  token: string;
  counter: number;
  /** The encoded learning state. */
  body: string;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** The LMS gave the token back at a later launch: the attempt is really in it. */
  confirmed: boolean;
  /** The LMS said that it stored this very state. */
  acknowledged: boolean;
  /** Answers of submitted forms that have not been acknowledged yet. The state has those of the last form alone. */
  answersOwed: readonly OwedAnswer[];
}

export interface Journal {
  /** False where the device does not keep it. */
  put(snapshot: Snapshot): boolean;
  /** This learner's snapshots of this course, newest first; those of other pages too. */
  list(): KeptSnapshot[];
  /** Those of other open or lost pages on this attempt, newest first. */
  others(token: string): KeptSnapshot[];
  /** Snapshots of the course from times when nobody told who the learner was; empty where several people use the device. */
  unnamed(): KeptSnapshot[];
  /** Leaves what another open page has written anew since. */
  erase(kept: readonly KeptSnapshot[]): void;
  /** The LMS gave their token back. */
  confirm(kept: readonly KeptSnapshot[]): void;
}

export interface KeptSnapshot extends Snapshot {
  key: string;
  /** Kept while nobody told who the learner was. */
  unnamed: boolean;
}

const PREFIX = 'cm1';
const NOBODY = '-';
const LONGEST = 400 * 86_400_000;

/** @param page Tells this page's snapshots from those of another tab on the same attempt. */
export function createJournal(
  storage: SafeStorage,
  course: string,
  learner: { id: string; name: string } | undefined,
  page: string,
  now: number,
): Journal {
  const who = learner?.id ? shortHash(`${learner.id}\n${learner.name}`) : NOBODY;
  const under = (person: string): string => `${PREFIX}|${course}|${person}|`;
  const own = (token: string): string => `${under(who)}${token}|${page}`;
  const all = (start: string): KeptSnapshot[] =>
    storage
      .keys(start)
      .map((key) => read(storage, key))
      .filter((kept) => kept !== undefined)
      .sort((one, other) => other.savedAt - one.savedAt);
  const erase = (kept: readonly KeptSnapshot[]): void =>
    kept
      .filter(({ key, counter }) => read(storage, key)?.counter === counter)
      .forEach(({ key }) => storage.remove(key));
  erase(all(`${PREFIX}|`).filter(({ savedAt }) => now - savedAt > LONGEST));

  return {
    erase,
    confirm: (kept) =>
      kept.forEach(({ key, ...snapshot }) =>
        storage.set(key, JSON.stringify({ ...snapshot, confirmed: true })),
      ),
    list: () => all(under(who)),
    others: (token) => all(`${under(who)}${token}|`).filter(({ key }) => key !== own(token)),
    unnamed() {
      const people = new Set(storage.keys(`${PREFIX}|${course}|`).map((key) => key.split('|')[2]));
      people.delete(who);
      people.delete(NOBODY);
      return who === NOBODY || people.size > 0 ? [] : all(under(NOBODY));
    },
    put(snapshot) {
      const key = own(snapshot.token);
      const text = JSON.stringify(snapshot);
      if (storage.set(key, text)) return true;
      // The quota is full: what an LMS has can go. What only this device has stays until it is too old.
      erase(
        all(`${PREFIX}|`).filter(
          (kept) => kept.acknowledged && kept.answersOwed.length === 0 && kept.key !== key,
        ),
      );
      return storage.set(key, text);
    },
  };
}

/** Undefined for anything that is not a snapshot. */
function read(storage: SafeStorage, key: string): KeptSnapshot | undefined {
  const value = parsed(storage.get(key));
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = value as Snapshot;
  if (typeof kept.token !== 'string' || typeof kept.body !== 'string') return undefined;
  if (!Number.isSafeInteger(kept.counter) || !Number.isFinite(kept.savedAt)) return undefined;
  const owed: unknown = kept.answersOwed;
  const answersOwed = Array.isArray(owed) ? owed.filter(isAnswer) : [];
  return { ...kept, answersOwed, key, unnamed: key.split('|')[2] === NOBODY };
}

function isAnswer(value: unknown): value is OwedAnswer {
  const { index, item, at, latency } = (value ?? {}) as OwedAnswer;
  return typeof item === 'string' && Number.isSafeInteger(index) && [at, latency].every(Number.isFinite);
}
