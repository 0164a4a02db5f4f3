/**
 * The saved state in the LRS's State API, under one id, with what was sent once and must
 * not be sent again. With ETags (where the LRS shows them) two tabs or devices can't overwrite each other unseen: on a conflict both states are merged by learning's own rule, so that nothing earned in
 * either is lost. One request at a time, and only the newest state waits.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import { statusOf, type Client, type Match, type StateKey } from './client.ts';

/** What was sent in this registration: ids of the statements, and the last progress in per cent. */
export interface AlreadySent {
  completed?: string;
  passed?: string;
  progress?: number;
}

export interface ResumeDocument {
  /** The envelope, or empty. */
  saved: string;
  sent: AlreadySent;
}

export interface ResumeState {
  /** Rejects with what the LRS said. */
  read(): Promise<ResumeDocument>;
  /** Rejects where it was not stored. Where it could not be read before, it is read and merged first. */
  write(kept: ResumeDocument): Promise<void>;
  /** The page is closing. */
  leave(kept: ResumeDocument): void;
}

export function createResumeState(client: Client, key: StateKey, course: CourseStructure): ResumeState {
  let known = false;
  let match: Match;
  /** Another tab's or device's, found while writing: what it earned goes into every write from then on. */
  let other: ResumeDocument | undefined;
  let stored: ResumeDocument | undefined;
  let wanted: ResumeDocument | undefined;
  let running: Promise<void> | undefined;
  let mergeSaved: typeof import('./merge-saved.ts').mergeSaved | undefined;

  async function read(): Promise<ResumeDocument> {
    const found = await client.state(key);
    match = found === undefined ? 'new' : found.etag === undefined ? undefined : { etag: found.etag };
    known = true;
    return documentIn(found?.value);
  }

  function mix(mine: ResumeDocument, theirs: ResumeDocument): ResumeDocument {
    const saved = mergeSaved?.(course, mine.saved, theirs.saved) ?? mine.saved;
    return { saved, sent: { ...theirs.sent, ...mine.sent } };
  }
  const mixed = (kept: ResumeDocument): ResumeDocument => (other === undefined ? kept : mix(kept, other));

  async function learn(theirs: ResumeDocument): Promise<void> {
    if (theirs.saved === '' || theirs.saved === stored?.saved) return;
    ({ mergeSaved } = await import('./merge-saved.ts'));
    other = other === undefined ? theirs : mix(theirs, other);
  }

  async function put(kept: ResumeDocument): Promise<void> {
    const value = mixed(kept);
    const etag = await client.putState(key, documentOf(value), match);
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
      const theirs = documentIn(found?.value);
      if (theirs.saved !== own) await learn(theirs);
    } catch {
      known = false;
    }
  }

  async function attempt(kept: ResumeDocument): Promise<void> {
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
      void client.putState(key, documentOf(mixed(kept)), match, true).catch(() => undefined);
    },
  };
}

/** As it lies in the LRS; its names are those of the first version. */
const documentOf = ({ saved, sent }: ResumeDocument): object => ({ saved, told: sent });

function documentIn(value: unknown): ResumeDocument {
  const { saved, told } = (value ?? {}) as { saved?: unknown; told?: unknown };
  return {
    saved: typeof saved === 'string' ? saved : '',
    sent: typeof told === 'object' && told !== null ? told : {},
  };
}
