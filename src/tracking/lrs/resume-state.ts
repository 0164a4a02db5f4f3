/**
 * The saved state in the LRS's State API, under one id, with what was told once and must not be told again. With ETags (where the LRS shows them) two tabs or devices can't
 * overwrite each other unseen: on a conflict both states are merged by learning's own rule, so that nothing earned in
 * either is lost. One request at a time, and only the newest state waits.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import { statusOf, type Client, type Match, type StateKey } from './client.ts';

/** What was told in this registration: ids of the statements, and the last progress in per cent. */
export interface Told {
  completed?: string;
  passed?: string;
  progress?: number;
}

export interface Kept {
  /** The envelope, or empty. */
  saved: string;
  told: Told;
}

export interface ResumeState {
  /** Rejects with what the LRS said. */
  read(): Promise<Kept>;
  /** Rejects where it was not stored. Where it could not be read before, it is read and merged first. */
  write(kept: Kept): Promise<void>;
  /** The page is closing. */
  leave(kept: Kept): void;
}

export function createResumeState(client: Client, key: StateKey, course: CourseStructure): ResumeState {
  let known = false;
  let match: Match;
  /** Another tab's or device's, found while writing: what it earned goes into every write from then on. */
  let other: Kept | undefined;
  let stored: Kept | undefined;
  let wanted: Kept | undefined;
  let running: Promise<void> | undefined;
  let mergeSaved: typeof import('./merge-saved.ts').mergeSaved | undefined;

  async function read(): Promise<Kept> {
    const found = await client.state(key);
    match = found === undefined ? 'new' : found.etag === undefined ? undefined : { etag: found.etag };
    known = true;
    return keptIn(found?.value);
  }

  function mix(mine: Kept, theirs: Kept): Kept {
    const saved = mergeSaved?.(course, mine.saved, theirs.saved) ?? mine.saved;
    return { saved, told: { ...theirs.told, ...mine.told } };
  }
  const mixed = (kept: Kept): Kept => (other === undefined ? kept : mix(kept, other));

  async function learn(theirs: Kept): Promise<void> {
    if (theirs.saved === '' || theirs.saved === stored?.saved) return;
    ({ mergeSaved } = await import('./merge-saved.ts'));
    other = other === undefined ? theirs : mix(theirs, other);
  }

  async function put(kept: Kept): Promise<void> {
    const value = mixed(kept);
    const etag = await client.putState(key, value, match);
    stored = value;
    // An LRS need not tell the new ETag with its 204; then it is asked for, to be held against the next write
    if (etag !== undefined) match = { etag };
    else if (match !== undefined) await refresh(value.saved);
  }

  async function refresh(own: string): Promise<void> {
    match = undefined;
    try {
      const found = await client.state(key);
      match = found?.etag === undefined ? undefined : { etag: found.etag };
      const theirs = keptIn(found?.value);
      if (theirs.saved !== own) await learn(theirs);
    } catch {
      known = false;
    }
  }

  async function attempt(kept: Kept): Promise<void> {
    for (let round = 0; ; round++) {
      try {
        if (!known) await learn(await read());
        return await put(kept);
      } catch (error) {
        // Somebody else has written (xAPI 1.0.3, part 3, 3.1)
        const conflict = statusOf(error) === 412 || statusOf(error) === 409;
        if (!conflict || round === 3) throw error;
        known = false;
      }
    }
  }

  return {
    read,
    async write(kept) {
      wanted = kept;
      for (let now = running; now; now = running) await now.catch(() => undefined);
      // A later call's state was written meanwhile
      if (wanted !== kept && stored?.saved === mixed(wanted).saved) return;
      running = attempt(wanted).finally(() => (running = undefined));
      return running;
    },
    leave(kept) {
      void client.putState(key, mixed(kept), match, true).catch(() => undefined);
    },
  };
}

function keptIn(value: unknown): Kept {
  const { saved, told } = (value ?? {}) as Partial<Kept>;
  return {
    saved: typeof saved === 'string' ? saved : '',
    told: typeof told === 'object' && told !== null ? told : {},
  };
}
