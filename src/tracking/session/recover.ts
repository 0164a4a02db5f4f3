/** What a browser that was killed had not brought to the disk comes back before the session begins. */
import { PREFIX, read } from '../device/journal.ts';
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
  // The database may have whole what is damaged here, and may answer late
  const whole = mirrored(opened).then(() => setDamagedAside(opened.journal));
  const timeout = new Promise<boolean>((resolve) =>
    opened.clock.after(PATIENCE, () => resolve(sayDamaged(opened.journal))),
  );
  opened.damaged = await Promise.race([whole, timeout]);
  if (opened.damaged) opened.driver.log.add("start: the device kept something that can't be read");
}

async function mirrored(opened: OpenedLaunch): Promise<void> {
  const { storage, disk } = opened;
  // It is localStorage's: what was handed in has its own, or none
  const mirror = await (disk ?? (storage === deviceStorage() ? openMirror : undefined))?.();
  if (!mirror) return;
  try {
    await follow(storage, mirror, isBetter);
  } catch {
    opened.driver.log.add("start: the device's database can't be read");
  }
  opened.lookAgain();
}

/** Of two texts that the device keeps under one key, the whole one, or else the newer one. */
export function isBetter(key: string, one: string, other: string): boolean {
  const isWholeOne = isWhole(key, one);
  return isWholeOne === isWhole(key, other) ? isNewer(one, other) : isWholeOne;
}

const isWhole = (key: string, text: string): boolean =>
  key.startsWith(`${PREFIX}|`)
    ? LATER_FORMAT.test(text) || read({ get: () => text }, key)?.whole === true
    : LATER_FORMAT.test(text) || unseal(text) !== undefined || isSound(parsed(text));

/** A list, or a statement: one without a time is none. */
function isSound(value: unknown): boolean {
  const { statement } = (value ?? {}) as { statement?: { timestamp?: string } };
  return value !== undefined && !(statement && Number.isNaN(Date.parse(String(statement.timestamp))));
}

/**
 * What a later version of the course has kept can't be read, and stays:
 * nothing of this one replaces it.
 */
const isNewer = (one: string, other: string): boolean => counterIn(one) > counterIn(other);

/** An envelope of a later format (`seal` writes format 1). */
const LATER_FORMAT = /^[2-9]\d*\./;

/** Of a snapshot or of an envelope; statements have none, and never change for the better. */
function counterIn(text: string): number {
  if (LATER_FORMAT.test(text)) return Infinity;
  const counter =
    unseal(text)?.counter ?? (parsed(text) as { counter?: unknown } | null | undefined)?.counter;
  return typeof counter === 'number' ? counter : 0;
}
