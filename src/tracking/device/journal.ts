/**
 * What the device keeps so that a crash, a lost connection or a closed laptop loses nothing: one snapshot for each
 * attempt's token and each open page. Keys carry a hash of the learner, so nobody's name or id lies about on a shared
 * computer, and one learner's snapshots are never found under another's.
 */
import type { OwedAnswer } from '../../learning/types.ts';
import type { Learner } from '../record.ts';
import type { Store } from './surroundings.ts';

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
  list(): Kept[];
  /** Those of other open or lost pages on this attempt, newest first. */
  others(token: string): Kept[];
  /** Snapshots of the course from times when nobody told who the learner was; empty where several people use the device. */
  unnamed(): Kept[];
  /** Leaves what another open page has written anew since. */
  erase(kept: readonly Kept[]): void;
  /** The LMS gave their token back. */
  confirm(kept: readonly Kept[]): void;
}

export interface Kept extends Snapshot {
  key: string;
  /** Kept while nobody told who the learner was. */
  unnamed: boolean;
}

const PREFIX = 'cm1';
const NOBODY = '-';
const LONGEST = 400 * 86_400_000;

/** @param page Tells this page's snapshots from those of another tab on the same attempt. */
export function createJournal(
  store: Store | undefined,
  course: string,
  learner: Learner | undefined,
  page: string,
  now: number,
): Journal {
  const who = learner?.id ? hash(`${learner.id}\n${learner.name}`) : NOBODY;
  const under = (person: string): string => `${PREFIX}|${course}|${person}|`;
  const own = (token: string): string => `${under(who)}${token}|${page}`;
  const all = (start: string): Kept[] =>
    keys(store, start)
      .map((key) => read(store, key))
      .filter((kept) => kept !== undefined)
      .sort((one, other) => other.savedAt - one.savedAt);
  const erase = (kept: readonly Kept[]): void =>
    kept
      .filter(({ key, counter }) => read(store, key)?.counter === counter)
      .forEach(({ key }) => attempt(() => store?.removeItem(key)));
  erase(all(`${PREFIX}|`).filter(({ savedAt }) => now - savedAt > LONGEST));

  return {
    erase,
    confirm: (kept) =>
      kept.forEach(({ key, ...snapshot }) =>
        keep(store, key, JSON.stringify({ ...snapshot, confirmed: true })),
      ),
    list: () => all(under(who)),
    others: (token) => all(`${under(who)}${token}|`).filter(({ key }) => key !== own(token)),
    unnamed() {
      const people = new Set(keys(store, `${PREFIX}|${course}|`).map((key) => key.split('|')[2]));
      people.delete(who);
      people.delete(NOBODY);
      return who === NOBODY || people.size > 0 ? [] : all(under(NOBODY));
    },
    put(snapshot) {
      const key = own(snapshot.token);
      const text = JSON.stringify(snapshot);
      if (keep(store, key, text)) return true;
      // The quota is full: what an LMS has can go. What only this device has stays until it is too old.
      erase(
        all(`${PREFIX}|`).filter(
          (kept) => kept.acknowledged && kept.answersOwed.length === 0 && kept.key !== key,
        ),
      );
      return keep(store, key, text);
    },
  };
}

/** Reads back what it wrote: some stores take a value and drop it. */
function keep(store: Store | undefined, key: string, text: string): boolean {
  return (
    attempt(() => {
      store?.setItem(key, text);
      return store?.getItem(key) === text;
    }) ?? false
  );
}

function keys(store: Store | undefined, start: string): string[] {
  const found = attempt(() =>
    Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index) ?? ''),
  );
  return (found ?? []).filter((key) => key.startsWith(start));
}

/** Undefined for anything that is not a snapshot: other people's code writes to the same store. */
function read(store: Store | undefined, key: string): Kept | undefined {
  const value: unknown = attempt(() => JSON.parse(store?.getItem(key) ?? 'null'));
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

function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** 53 bits (cyrb53): no secret, but enough that no two learners of a computer share one. */
function hash(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(36);
}
