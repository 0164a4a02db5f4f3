/** What a browser that was killed had not brought to the disk comes back before the session begins. */
import { PREFIX, read, type Snapshot } from '../device/journal.ts';
import { countLaunch, sayDamaged, setDamagedAside } from '../device/journal-writing.ts';
import { follow, openMirror } from '../device/mirror.ts';
import { deviceStorage, parsed } from '../device/storage.ts';
import { unseal } from '../envelope.ts';
import type { OpenedLaunch } from './open-launch.ts';

/** Milliseconds that a learner waits for it: some browsers' IndexedDB was seen never to answer. */
const PATIENCE = 2_000;

/** Never rejects. Where the browser has no IndexedDB for this page, the device keeps what it did before. */
export async function recover(opened: OpenedLaunch): Promise<void> {
  countLaunch(opened.journal);
  // The LMS has been asked again what it has
  opened.lookAgain();
  // The database may have whole what is damaged here, and may answer late. Whoever comes first is heard: what the other
  // finds beyond that is the next launch's to say
  let isHeard = false;
  const comesFirst = (): boolean => !isHeard && (isHeard = true);
  const whole = mirrored(opened).then((better) => setDamagedAside(opened.journal, better, comesFirst()));
  const timeout = new Promise<boolean>((resolve) =>
    opened.clock.after(PATIENCE, () => comesFirst() && resolve(sayDamaged(opened.journal))),
  );
  opened.damaged = await Promise.race([whole, timeout]);
  if (opened.damaged) opened.driver.log.add("start: the device kept something that can't be read");
}

/** Gives the keys of what only the database has whole, or newer. */
async function mirrored(opened: OpenedLaunch): Promise<ReadonlySet<string>> {
  const { storage, disk } = opened;
  // It is localStorage's: what was handed in has its own, or none
  const mirror = await (disk ?? (storage === deviceStorage() ? openMirror : undefined))?.();
  if (!mirror) return new Set();
  try {
    return await follow(storage, mirror, bestOf);
  } catch {
    opened.driver.log.add("start: the device's database can't be read");
    return new Set();
  } finally {
    opened.lookAgain();
  }
}

/**
 * Of two texts that the device keeps under one key, the whole one, or else the newer one, or the other where neither is. A newer
 * state that can be read goes before an older one that is whole, with the answers of both.
 */
export function bestOf(key: string, one: string, other: string): string {
  const isWholeOne = isWhole(key, one);
  if (isWholeOne === isWhole(key, other)) return isNewer(one, other) ? one : other;
  const [whole, damaged] = isWholeOne ? [one, other] : [other, one];
  return (isNewer(damaged, whole) && withAnswers(key, damaged, whole)) || whole;
}

/** Undefined where the newer one can't be read. What is wrong in it stays, and is said. */
function withAnswers(key: string, newer: string, older: string): string | undefined {
  const has = read({ get: () => newer }, key) && (parsed(newer) as Snapshot);
  const { answersOwed = [] } = read({ get: () => older }, key)?.kept ?? {};
  return has && JSON.stringify({ ...has, answersOwed: [...has.answersOwed, ...answersOwed] });
}

function isWhole(key: string, text: string): boolean {
  if (LATER_FORMAT.test(text)) return true;
  if (key.startsWith(`${PREFIX}|`)) return read({ get: () => text }, key)?.whole === true;
  return unseal(text) !== undefined || isSound(parsed(text));
}

/** A list, or a statement: one without a time is none. */
function isSound(value: unknown): boolean {
  const { statement } = (value ?? {}) as { statement?: { timestamp?: string } };
  return value !== undefined && !(statement && Number.isNaN(Date.parse(String(statement.timestamp))));
}

const isNewer = (one: string, other: string): boolean =>
  counterIn(one) > counterIn(other) || knowsMore(listIn(one), listIn(other));

/** Of two lists of what an LRS has taken: what it has had is not forgotten. */
const knowsMore = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.filter((id) => !other.includes(id)).length > other.filter((id) => !one.includes(id)).length;

function listIn(text: string): readonly unknown[] {
  const list = parsed(text);
  return Array.isArray(list) ? list : [];
}

/** An envelope of a later format (`seal` writes format 1). */
const LATER_FORMAT = /^[2-9]\d*\./;

/**
 * Of a snapshot or of an envelope; statements have none, and never change for the better. What a later version of the course
 * has kept can't be read, and stays: nothing of this one replaces it.
 */
function counterIn(text: string): number {
  if (LATER_FORMAT.test(text)) return Infinity;
  const counter =
    unseal(text)?.counter ?? (parsed(text) as { counter?: unknown } | null | undefined)?.counter;
  return typeof counter === 'number' ? counter : 0;
}
