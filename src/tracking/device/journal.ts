/**
 * What the device keeps so that a crash, a lost connection or a closed laptop loses nothing: one snapshot for each
 * attempt's token and each open page. Keys carry a hash of the learner, so nobody's name or id lies about on a shared
 * computer, and one learner's snapshots are never found under another's, but by the token that their own LMS returns.
 *
 * What is newer and what is too old is told by counting launches: clocks of devices are wrong by years.
 */
import type { OwedAnswer } from '../../learning/types.ts';
import { shortHash } from './hash.ts';
import { parsed, type SafeStorage } from './storage.ts';

export interface Snapshot {
  token: string;
  counter: number;
  /** The encoded learning state. */
  body: string;
  /** The order of an open form's answers, for other pages on this device (`learning/answer-order`). */
  order?: string | undefined;
  /** Milliseconds since 1970, as the device had it: for the learner to read, and for nothing else. */
  savedAt: number;
  /** The launch's own name of the attempt, where it has one. */
  attempt?: string | undefined;
  /** The LMS gave the token back at a later launch: the attempt is really in it. */
  confirmed: boolean;
  /** The LMS said that it stored this very state. */
  acknowledged: boolean;
  /** Nothing was done that a new start would not do by itself: no question is worth it. */
  untouched?: boolean | undefined;
  /** Answers of submitted forms that have not been acknowledged yet. The state has those of the last form alone. */
  answersOwed: readonly OwedAnswer[];
}

export interface Journal {
  /** This learner's snapshots of this course, and those of the attempt under whatever name, newest first; those of other pages too. */
  list(token?: string): KeptSnapshot[];
  /**
   * Snapshots of the course from times when nobody told who the learner was; empty where several people use the device.
   * Whoever kept this attempt is the learner, under whatever name.
   */
  unnamed(token?: string): KeptSnapshot[];
  /** Leaves what another open page has written anew since. */
  erase(kept: readonly KeptSnapshot[]): void;
  /** The LMS gave their token back. */
  confirm(kept: readonly KeptSnapshot[]): void;
  /** What the half that keeps it needs (journal-writing.ts). */
  readonly place: JournalPlace;
}

export interface JournalPlace {
  readonly storage: SafeStorage;
  /** How the names of this course's snapshots begin. */
  readonly ofCourse: string;
  /** Where this page's snapshot of an attempt is. */
  own(token: string): string;
  /** All whose names begin so, newest first. */
  all(start: string): KeptSnapshot[];
  /** How the names of this learner's begin, or of everybody's whom nobody named. */
  readonly ofLearner: string;
  readonly isNamed: boolean;
  /** This learner's when this page was opened, by their keys. */
  readonly before: ReadonlyMap<string, string | undefined>;
  /** Counts the launches on this device. */
  readonly launch: number;
}

export interface KeptSnapshot extends Snapshot {
  key: string;
  /** Kept while nobody told who the learner was. */
  unnamed: boolean;
  /** Counts the launches on this device: those of a later one are newer, whatever the clock says. */
  launch: number;
}

export const PREFIX = 'cm1';
const NOBODY = '-';
/** An envelope has room for six digits in base 36; a counter beyond them could not be read again. */
const COUNTERS = 36 ** 6;
/** How many launches this device has counted, twice: a text that was cut or changed is told from a whole one. */
export const LAUNCHES = 'cm1-launches';
/** What a `Date` can hold (ECMA-262, 21.4.1.1). */
const LAST_MOMENT = 8.64e15;

/**
 * @param page Tells this page's snapshots from those of another tab on the same attempt.
 * @param knownById The learner's name means nothing. Earlier players kept snapshots under it all the same.
 */
export function createJournal(
  storage: SafeStorage,
  course: string,
  learner: { id: string; name: string } | undefined,
  page: string,
  knownById = false,
): Journal {
  const as = (name?: string): string => (learner?.id ? shortHash(`${learner.id}\n${name}`) : NOBODY);
  const former = as(learner?.name);
  const who = knownById ? as('') : former;
  const ofCourse = `${PREFIX}|${course}|`;
  const under = (person: string): string => `${ofCourse}${person}|`;
  const own = (token: string): string => `${under(who)}${token}|${page}`;
  const all = (...starts: string[]): KeptSnapshot[] =>
    newestFirst(
      starts.flatMap((start) => storage.keys(start)).flatMap((key) => read(storage, key)?.kept ?? []),
    );
  const attempt = (token: string): KeptSnapshot[] => all(ofCourse).filter((kept) => kept.token === token);
  const erase = (kept: readonly KeptSnapshot[]): void =>
    kept
      .filter(({ key, counter }) => read(storage, key)?.kept.counter === counter)
      .forEach(({ key }) => storage.remove(key));
  const before = new Map(storage.keys(under(who)).map((key) => [key, storage.get(key)]));
  const launch = 1 + (launchesIn(storage) ?? all(`${PREFIX}|`).length);

  return {
    erase,
    confirm: (kept) =>
      // What is damaged in it stays: the mirror may have it whole
      kept.forEach(({ key }) =>
        storage.set(key, JSON.stringify({ ...(parsed(storage.get(key)) as Snapshot), confirmed: true })),
      ),
    list(token) {
      const named = all(...new Set([under(who), under(former)]));
      if (token === undefined) return named;
      return [...attempt(token), ...named.filter((kept) => kept.token !== token)];
    },
    unnamed(token) {
      const isOther = ([, , person, of]: string[]): boolean =>
        ![who, former, NOBODY].includes(person!) && of !== token;
      const isShared = storage.keys(ofCourse).some((key) => isOther(key.split('|')));
      return who === NOBODY || isShared ? [] : all(under(NOBODY));
    },
    place: {
      storage,
      ofCourse,
      ofLearner: under(who),
      isNamed: who !== NOBODY,
      own,
      all,
      before,
      launch,
    },
  };
}

/** Undefined where none was kept, as by earlier players, or where it is damaged. */
export function launchesIn(storage: SafeStorage): number | undefined {
  const count = Number(/^(\d+) \1$/.exec(storage.get(LAUNCHES) ?? '')?.[1]);
  return isCount(count) ? count : undefined;
}

/** Undefined for anything that is not a snapshot; `whole` is false where some of its answers are none. */
export function read(
  storage: Pick<SafeStorage, 'get'>,
  key: string,
): { kept: KeptSnapshot; whole: boolean } | undefined {
  const value = parsed(storage.get(key));
  if (typeof value !== 'object' || value === null) return undefined;
  const found = value as Snapshot & { launch?: unknown };
  if (typeof found.token !== 'string' || typeof found.body !== 'string') return undefined;
  if (!isCount(found.counter) || found.counter >= COUNTERS || !isMoment(found.savedAt)) return undefined;
  const owed: readonly unknown[] = Array.isArray(found.answersOwed) ? found.answersOwed : [];
  const answersOwed = owed.filter(isAnswer);
  const kept = {
    ...found,
    order: typeof found.order === 'string' ? found.order : undefined,
    answersOwed,
    key,
    unnamed: key.split('|')[2] === NOBODY,
    // Those of earlier players have none and are older than all others
    launch: isCount(found.launch) && found.launch < COUNTERS ? found.launch : 0,
  };
  return { kept, whole: answersOwed.length === owed.length };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const isMoment = (value: unknown): boolean =>
  Number.isFinite(value) && Math.abs(Number(value)) <= LAST_MOMENT;

/** Its response is looked at by learning, which knows the kinds of answers. */
function isAnswer(value: unknown): value is OwedAnswer {
  const { index, item, correct, credit, weighting, at, latency, tryNumber } = (value ?? {}) as OwedAnswer;
  const amounts = [credit, weighting, latency].every((amount) => Number.isFinite(amount) && amount >= 0);
  const counts = [index, tryNumber].every(isCount);
  return typeof item === 'string' && typeof correct === 'boolean' && amounts && counts && isMoment(at);
}

function newestFirst(kept: KeptSnapshot[]): KeptSnapshot[] {
  return kept.sort((one, other) => other.launch - one.launch || other.savedAt - one.savedAt);
}
