/**
 * The saved state in the LRS's State API, under one id, with what was sent once and must not be sent again. With ETags
 * (where the LRS shows them) two tabs or devices can't overwrite each other unseen; where it shows none, the document is
 * read again before a write that comes after a pause. One request at a time, and only the newest state waits.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import type { Clock } from '../device/surroundings.ts';
import { LrsError, statusOf, waits, type Document, type StateKey } from './client.ts';
import { StateRefused } from './problems.ts';
import { documentIn, readResume, type ReadDocument, type ResumeDocument } from './resume-document.ts';
import { documentOf } from './resume-document-writing.ts';
import { StateElsewhere } from './state-elsewhere.ts';
import { isPage, type Match, type StatementClient } from './statement-client.ts';
import { verbId } from './verbs.ts';
import { Versions } from './versions.ts';

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
/** Most conflicts in one write. */
const ROUNDS = 5;

export class ResumeState {
  readonly #options: ResumeOptions;
  readonly #elsewhere: StateElsewhere;
  /** It was read, and nothing has spoken against it since. */
  #known = false;
  /** The LRS has let it be read. Where it never has, a no tells of credentials, and of no end. */
  #isReadable = false;
  readonly #versions = new Versions();
  #match: Match;
  /** When the LRS last had a word to say about it. */
  #asked = 0;
  /** What was last seen there; undefined where nobody could look yet, or where something lay in which there is no state. */
  #seen: string | undefined;
  /** All of the document that was last read or written, and as it was last read. */
  #whole = '';
  #document: Document | undefined;
  #stored: ResumeDocument | undefined;
  /** The last write was refused with 401 or 403. */
  #isForbidden = false;
  /** The newest that was to be written, and the last that was. */
  #wanted: ResumeDocument | undefined;
  #written: ResumeDocument | undefined;
  #running: Promise<void> | undefined;
  #refreshing: Promise<void> | undefined;

  constructor(options: ResumeOptions) {
    this.#options = options;
    this.#elsewhere = new StateElsewhere(options.course);
    const { read } = options;
    if (!read) return;
    this.#isReadable = true;
    this.#match = this.#versions.of(read.document);
    this.#whole = JSON.stringify(read.kept);
    this.#asked = read.at;
    this.#seen = seenIn(read);
    this.#known = this.#seen !== undefined;
  }

  /** What another tab or device has stored. */
  onElsewhere(listener: (theirs: ResumeDocument) => void): void {
    this.#elsewhere.onLearned(listener);
  }

  /** Milliseconds since the LRS's last word about it, in which another tab or device may have written. */
  quiet(): number {
    // A clock that was put back tells no more than that some time has gone
    return Math.abs(this.#options.clock.now() - this.#asked);
  }

  /** Whether the LRS has this very state. */
  has(saved: string): boolean {
    return this.#stored !== undefined && this.#stored.saved === this.#merged({ saved, sent: {} }).saved;
  }

  /** Whether the session is over: what was saved can be read or written no more. Rejects where nobody knows. */
  async isOver(): Promise<boolean> {
    if (await this.#mayRead()) return !(await this.#mayWrite());
    return this.#isReadable || !(await this.#mayAsk());
  }

  /** Rejects where it was not stored. Where it could not be read before, it is read and merged first. */
  async write(kept: ResumeDocument): Promise<void> {
    this.#wanted = kept;
    for (let now = this.#running; now; now = this.#running) await now.catch(() => undefined);
    // Another call that waited has written the newest
    if (this.#written === this.#wanted) return;
    this.#running = this.#attempt(this.#wanted).finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** The page is closing. */
  leave(kept: ResumeDocument): void {
    // It would be put over an attempt that this page knows nothing of: the device has it for the next launch
    if (this.#seen === undefined) return;
    // Nothing new, or nothing ever stored and long not looked: nobody can tell whether it would be put over another page's
    if (this.#isBlind && (this.has(kept.saved) || (this.#stored === undefined && this.quiet() > PAUSE)))
      return;
    const { client, key } = this.#options;
    void client.putState(key, documentOf(this.#merged(kept)), this.#match, true).catch(() => undefined);
  }

  #merged(kept: ResumeDocument): ResumeDocument {
    return this.#elsewhere.mergedWith(kept);
  }

  async #attempt(kept: ResumeDocument): Promise<void> {
    await this.#refreshing;
    if (this.#options.client.pause() > 0) throw new LrsError('PUT activities/state', 429);
    if (this.#isBlind && this.quiet() > PAUSE) this.#known = false;
    let unheard = 0;
    for (let round = 0; ; round++) {
      const began = this.#options.clock.now();
      try {
        if (!this.#known) await this.#lookAgain(round);
        await this.#put(kept);
        this.#written = kept;
        return;
      } catch (error) {
        const isBarred = this.#isBarred(error, began) && ++unheard <= 2;
        if (!(isBarred || this.#isConflict(error)) || round === ROUNDS) throw await this.#refusalOf(error);
        this.#known = false;
      }
    }
  }

  /** Another page's write would not be noticed. */
  get #isBlind(): boolean {
    return Versions.areBlind(this.#match);
  }

  /** Somebody else has written (xAPI 1.0.3, part 3, 3.1), or the LRS wants a version named, in whichever words it says so. */
  #isConflict(error: unknown): boolean {
    const status = statusOf(error);
    return status === 412 || status === 409 || status === 428 || (status === 400 && this.#isBlind);
  }

  /**
   * What names a version fails at once: a server may let browsers send no header that does (CORS). If so, what is asked then
   * is answered, and the next write fails again.
   */
  #isBarred(error: unknown, began: number): boolean {
    const isAtOnce = Math.abs(this.#options.clock.now() - began) < PAUSE;
    const isNoAnswer = statusOf(error) === 0 && !(error instanceof Unproved);
    return isNoAnswer && this.#known && this.#match !== undefined && isAtOnce;
  }

  async #put(kept: ResumeDocument): Promise<void> {
    const { client, key, clock } = this.#options;
    const value = this.#merged(kept);
    const { etag, isOdd } = await client.putState(key, documentOf(value), this.#match);
    if (isOdd) await this.#prove(value);
    this.#stored = value;
    this.#isForbidden = false;
    this.#seen = value.saved;
    this.#whole = JSON.stringify(value);
    this.#asked = clock.now();
    // An LRS need not tell the new ETag with its 204; then it is asked for, to be held against the next write. Nobody
    // waits for that: what was to be stored is stored
    const next = this.#versions.after(value, etag, this.#match);
    this.#match = next === 'unknown' ? undefined : next;
    if (next === 'unknown') this.#refreshing = this.#refresh().finally(() => (this.#refreshing = undefined));
  }

  /** What lies there decides; another tab's or device's is taken in, for the next write would be put over it. */
  async #prove(own: ResumeDocument): Promise<void> {
    const found = await this.#read();
    if (found.saved === own.saved) return;
    await this.#learn(found);
    throw new Unproved('PUT activities/state', 0);
  }

  async #refresh(): Promise<void> {
    const { client, key, damaged } = this.#options;
    try {
      const found = await client.state(key);
      this.#match = found && this.#versions.of(found);
      await this.#learn(documentIn(found?.value, damaged));
    } catch {
      this.#known = false;
    }
  }

  async #read(): Promise<ResumeDocument> {
    const { client, key, damaged, clock } = this.#options;
    const read = await readResume(client, key, damaged, () => clock.now());
    this.#isReadable = true;
    const { kept, document, at } = read;
    if (isPage(document?.value)) throw new LrsError('GET activities/state', 0);
    this.#match = this.#versions.of(document);
    this.#document = document;
    this.#known = true;
    this.#asked = at;
    this.#seen = seenIn(read);
    this.#whole = JSON.stringify(kept);
    return kept;
  }

  async #learn(theirs: ResumeDocument): Promise<void> {
    if (theirs.saved === '' || theirs.saved === this.#stored?.saved) return;
    await this.#elsewhere.learn(theirs);
  }

  /**
   * After a conflict about a document that is as it was, nobody has written. Where a version was named, only the second one
   * tells that a server on the way names them anew: what was seen may have been what is no state.
   */
  async #lookAgain(conflicts: number): Promise<void> {
    const [before, match] = [this.#whole, this.#match];
    await this.#learn(await this.#read());
    if (conflicts < (match === undefined ? 1 : 2) || this.#whole !== before) return;
    this.#versions.refused(match);
    this.#match = this.#versions.of(this.#document);
  }

  /** A no to the writing alone is no end of the session; whether it is, nobody knows before the second look has an answer. */
  async #refusalOf(refusal: unknown): Promise<unknown> {
    if (!isForbidding(refusal)) return refusal;
    if (!this.#isReadable && statusOf(refusal) === 403) return new StateRefused('GET activities/state: 403');
    this.#isForbidden = true;
    const isReadable = await this.#mayRead().catch((error: unknown) => error);
    if (typeof isReadable !== 'boolean') return isReadable;
    return isReadable ? new LrsError('PUT activities/state', statusOf(refusal), undefined, true) : refusal;
  }

  async #mayRead(): Promise<boolean> {
    const { client, key } = this.#options;
    try {
      await client.state(key);
      this.#isReadable = true;
      return true;
    } catch (error) {
      if (isForbidding(error)) return false;
      throw error;
    }
  }

  /** Where the credentials are no good for the state, what they may ask about statements tells whether they are for anything. */
  async #mayAsk(): Promise<boolean> {
    const { client, key } = this.#options;
    const { agent, activityId: activity, registration } = key;
    try {
      await client.latest({
        agent,
        activity,
        verb: verbId('initialized'),
        ...(registration && { registration }),
      });
      return true;
    } catch (error) {
      if (waits(statusOf(error))) throw error;
      return !isForbidding(error);
    }
  }

  /** What is there is put once more: an LMS may let a session that is over read, and write nothing. */
  async #mayWrite(): Promise<boolean> {
    await this.#running?.catch(() => undefined);
    if (this.#stored && !this.#isForbidden)
      await this.#put(this.#stored).catch((error: unknown) => (this.#isForbidden = isForbidding(error)));
    return !this.#isForbidden;
  }
}

/** Something answered, and the LRS has not what was put. */
class Unproved extends LrsError {}

const isForbidding = (error: unknown): boolean => statusOf(error) === 401 || statusOf(error) === 403;

/** What is no state may have come in the place of one: it is looked at once more before anything is written over it. */
const seenIn = ({ kept, document }: ReadDocument): string | undefined =>
  kept.saved || (document?.value ? undefined : '');
