/**
 * The saved state in the LRS's State API, under one id, with what was sent once and must not be sent again. With ETags
 * (where the LRS shows them) two tabs or devices can't overwrite each other unseen; where it shows none, the document is
 * read again before a write that comes after a pause. Both states are then merged by learning's own rule, so that nothing
 * earned in either is lost, and whoever listens is told. One request at a time, and only the newest state waits.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import type { Clock } from '../device/surroundings.ts';
import { LrsError, statusOf, type Document, type StateKey } from './client.ts';
import {
  documentIn,
  documentOf,
  readResume,
  type AlreadySent,
  type ReadDocument,
  type ResumeDocument,
} from './resume-document.ts';
import { isPage, type Match, type StatementClient } from './statement-client.ts';

export interface ResumeState {
  /** Rejects where it was not stored. Where it could not be read before, it is read and merged first. */
  write(kept: ResumeDocument): Promise<void>;
  /** The page is closing. */
  leave(kept: ResumeDocument): void;
  /** Whether the LRS has this very state. */
  has(saved: string): boolean;
  /** Milliseconds since the LRS's last word about it, in which another tab or device may have written. */
  quiet(): number;
  /** Whether the session is over: what was saved can be read or written no more. Rejects where nobody knows. */
  isOver(): Promise<boolean>;
  /** What another tab or device has stored. */
  onElsewhere(listener: (theirs: ResumeDocument) => void): void;
}

export interface ResumeOptions {
  client: StatementClient;
  key: StateKey;
  course: CourseStructure;
  clock: Pick<Clock, 'now'>;
  /** The document is none that this course can have written. */
  damaged(): void;
  /** What the launch has read; undefined where it could not. */
  read: ReadDocument | undefined;
}

/** Milliseconds without a word from an LRS that shows no ETags after which somebody else may have written. */
const PAUSE = 1_000;

export function createResumeState(options: ResumeOptions): ResumeState {
  const { client, key, course, clock, damaged, read: first } = options;
  const wasRead = first !== undefined && !isPage(first.document?.value);
  let known = wasRead;
  /** The LRS knows its own versions again. */
  let hasVersions = true;
  let match: Match = first && matchOf(first.document);
  let asked = first?.at ?? 0;
  /** What was last seen there; undefined where nobody could look yet. */
  let seen = wasRead ? first.kept.saved : undefined;
  /** Another tab's or device's, found while writing: what it earned goes into every write from then on. */
  let other: ResumeDocument | undefined;
  let stored: ResumeDocument | undefined;
  /** The last write was refused with 403. */
  let isForbidden = false;
  let wanted: ResumeDocument | undefined;
  let running: Promise<void> | undefined;
  let refreshing: Promise<void> | undefined;
  let mergeSaved: typeof import('./merge-saved.ts').mergeSaved | undefined;
  const listeners: ((theirs: ResumeDocument) => void)[] = [];

  async function read(): Promise<ResumeDocument> {
    const { kept, document, at } = await readResume(client, key, damaged, () => clock.now());
    if (isPage(document?.value)) throw new LrsError('GET activities/state', 0);
    match = hasVersions ? matchOf(document) : undefined;
    known = true;
    asked = at;
    seen = kept.saved;
    return kept;
  }

  function mix(mine: ResumeDocument, theirs: ResumeDocument): ResumeDocument {
    const saved = mergeSaved?.(course, mine.saved, theirs.saved) ?? mine.saved;
    return { saved, sent: mergeSent(mine.sent, theirs.sent) };
  }
  const mixed = (kept: ResumeDocument): ResumeDocument => (other === undefined ? kept : mix(kept, other));

  async function learn(theirs: ResumeDocument): Promise<void> {
    if (theirs.saved === '' || theirs.saved === stored?.saved) return;
    ({ mergeSaved } = await import('./merge-saved.ts'));
    other = other === undefined ? theirs : mix(theirs, other);
    for (const listener of listeners) listener(theirs);
  }

  async function put(kept: ResumeDocument): Promise<void> {
    const value = mixed(kept);
    const { etag, isOdd } = await client.putState(key, documentOf(value), match);
    if (isOdd && (await read()).saved !== value.saved) throw new LrsError('PUT activities/state', 0);
    stored = value;
    isForbidden = false;
    seen = value.saved;
    asked = clock.now();
    // An LRS need not tell the new ETag with its 204; then it is asked for, to be held against the next write. Nobody
    // waits for that: what was to be stored is stored
    if (etag !== undefined) match = hasVersions ? matchOf({ value, etag }) : undefined;
    else if (match !== undefined) {
      match = undefined;
      refreshing = refresh(value.saved).finally(() => (refreshing = undefined));
    }
  }

  async function refresh(own: string): Promise<void> {
    try {
      const found = await client.state(key);
      match = found && matchOf(found);
      const theirs = documentIn(found?.value, damaged);
      if (theirs.saved !== own) await learn(theirs);
    } catch {
      known = false;
    }
  }

  async function attempt(kept: ResumeDocument): Promise<void> {
    await refreshing;
    if (client.pause() > 0) throw new LrsError('PUT activities/state', 429);
    if (match === undefined && quiet() > PAUSE) known = false;
    for (let round = 0; ; round++) {
      try {
        if (!known) await lookAgain(round);
        return await put(kept);
      } catch (error) {
        // Somebody else has written (xAPI 1.0.3, part 3, 3.1)
        const conflict = statusOf(error) === 412 || statusOf(error) === 409;
        if (!conflict || round === 3) throw await refusalOf(error);
        known = false;
      }
    }
  }

  /** After a second conflict about the same document nobody has written: a server on the way names its versions anew. */
  async function lookAgain(conflicts: number): Promise<void> {
    const before = seen;
    await learn(await read());
    if (conflicts < 2 || seen !== before) return;
    hasVersions = false;
    match = undefined;
  }

  // A clock that was put back tells no more than that some time has gone
  const quiet = (): number => Math.abs(clock.now() - asked);

  /** A 403 to the writing alone is no end of the session. */
  async function refusalOf(refusal: unknown): Promise<unknown> {
    if (statusOf(refusal) !== 403) return refusal;
    isForbidden = true;
    const isReadable = await mayRead().catch(() => false);
    return isReadable ? new LrsError('PUT activities/state', 403, undefined, true) : refusal;
  }

  async function mayRead(): Promise<boolean> {
    try {
      await client.state(key);
      return true;
    } catch (error) {
      const status = statusOf(error);
      if (status === 401 || status === 403) return false;
      throw error;
    }
  }

  /** What is there is put once more: an LMS may let a session that is over read, and write nothing. */
  async function mayWrite(): Promise<boolean> {
    await running?.catch(() => undefined);
    if (stored && !isForbidden)
      await put(stored).catch((error: unknown) => (isForbidden = statusOf(error) === 403));
    return !isForbidden;
  }

  const has = (saved: string): boolean =>
    stored !== undefined && stored.saved === mixed({ saved, sent: {} }).saved;

  return {
    isOver: async () => !(await mayRead()) || !(await mayWrite()),
    quiet,
    has,
    onElsewhere: (listener) => void listeners.push(listener),
    async write(kept) {
      wanted = kept;
      for (let now = running; now; now = running) await now.catch(() => undefined);
      // A later call's state was written meanwhile
      if (wanted !== kept && stored?.saved === mixed(wanted).saved) return;
      running = attempt(wanted).finally(() => (running = undefined));
      return running;
    },
    leave(kept) {
      // It would be put over an attempt that this page knows nothing of: the device has it for the next launch
      if (seen === undefined) return;
      // Nothing new, and nobody can tell whether it would be put over another page's
      if (match === undefined && has(kept.saved)) return;
      void client.putState(key, documentOf(mixed(kept)), match, true).catch(() => undefined);
    },
  };
}

/** What either has sent; an own id goes before another's. */
export function mergeSent(mine: AlreadySent, theirs: AlreadySent): AlreadySent {
  const progress = Math.max(mine.progress ?? 0, theirs.progress ?? 0);
  return { ...theirs, ...mine, ...(progress > 0 && { progress }) };
}

/** A server that compresses what it passes on marks versions as weak; a weak one stands for no write (RFC 9110, 13.1.1). */
function matchOf(document: Document | undefined): Match {
  if (document === undefined) return 'new';
  return document.etag === undefined ? undefined : { etag: document.etag.replace(/^W\//, '') };
}
