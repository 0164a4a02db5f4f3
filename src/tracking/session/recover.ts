/** What a browser that was killed had not brought to the disk comes back before the session begins. */
import { follow, openMirror } from '../device/mirror.ts';
import { deviceStorage, parsed } from '../device/storage.ts';
import { setDamagedAside } from '../device/journal-writing.ts';
import { unseal } from '../envelope.ts';
import type { OpenedLaunch } from './open-launch.ts';

/** Milliseconds that a learner waits for it: some browsers' IndexedDB was seen never to answer. */
const PATIENCE = 2_000;

/** Never rejects. Where the browser has no IndexedDB for this page, the device keeps what it did before. */
export function recover(opened: OpenedLaunch): Promise<void> {
  opened.damaged = setDamagedAside(opened.journal);
  if (opened.damaged) opened.driver.log.add("start: the device kept something that can't be read");
  // The LMS has been asked again what it has
  opened.lookAgain();
  const timeout = new Promise<void>((resolve) => opened.clock.after(PATIENCE, resolve));
  return Promise.race([mirrored(opened), timeout]);
}

async function mirrored(opened: OpenedLaunch): Promise<void> {
  const { storage } = opened;
  // It is localStorage's: one that was handed in has its own ways
  if (storage !== deviceStorage()) return;
  const mirror = await openMirror();
  if (!mirror) return;
  try {
    await follow(storage, mirror, isNewer);
  } catch {
    opened.driver.log.add("start: the device's database can't be read");
  }
  opened.lookAgain();
}

/**
 * Of two texts that the device keeps under one key. What a later version of the course has kept can't be read, and stays:
 * nothing of this one replaces it.
 */
export const isNewer = (one: string, other: string): boolean => counterIn(one) > counterIn(other);

/** An envelope of a later format (`seal` writes format 1). */
const LATER_FORMAT = /^[2-9]\d*\./;

/** Of a snapshot or of an envelope; statements have none, and never change for the better. */
function counterIn(text: string): number {
  if (LATER_FORMAT.test(text)) return Infinity;
  const counter =
    unseal(text)?.counter ?? (parsed(text) as { counter?: unknown } | null | undefined)?.counter;
  return typeof counter === 'number' ? counter : 0;
}
