/**
 * One launch that can be written: the device's journal first, then the LMS. It paces the writes, tries again after a
 * failure and says truthfully who has the learner's work. SPEC.md numbers what it promises (S1 …).
 */
import type { ActivityEvent, InteractionReport, OwedAnswer, Report } from '../../learning/types.ts';
import type { Clock } from '../device/surroundings.ts';
import type { Leaving, Problem, RecordWriter, Writing, Written } from '../record.ts';
import { unseal } from '../envelope.ts';
import type { OpenedLaunch } from './open-launch.ts';
import type { SaveStatus } from './session.types.ts';
import { JournaledWork } from './journaled-work.ts';
import { SessionStatus } from './session-status.ts';

export { recover } from './recover.ts';

/** Milliseconds. */
const DEBOUNCE = 2_000;
const HEARTBEAT = 60_000;
/** In so long without a word an LMS may have signed the learner out. */
const LEFT_ALONE = 600_000;
/** Then it goes beside the one that has no answer. */
const MOST_POSTPONED = 2;
const FIRST_RETRY = 5_000;
const LONGEST_RETRY = 60_000;
/** Writes at the end, each for what came during the one before. */
const ROUNDS = 5;

export class Session {
  readonly #opened: OpenedLaunch;
  readonly #writer: RecordWriter | undefined;
  readonly #clock: Clock;
  readonly #work: JournaledWork;
  readonly #status: SessionStatus;
  readonly #elsewhereListeners = new Set<(saved: string) => void>();
  #timeWritten = 0;
  /** When the record was last written to, or this session began. */
  #heard: number;
  #failures = 0;
  #inFlight = 0;
  /** How often the write that is planned has given way to one under way. */
  #postponed = 0;
  #cancelWrite: (() => void) | undefined;
  /** Another page has kept work on the device that this one has not looked at. */
  #keptElsewhere: boolean;
  /** The LMS has ended the session: why. */
  #over: Problem | undefined;
  #ended: boolean;
  #ending: Promise<SaveStatus> | undefined;

  /** @param writer Undefined where no LMS answered. */
  constructor(opened: OpenedLaunch, writer: RecordWriter | undefined) {
    this.#opened = opened;
    this.#writer = writer;
    this.#clock = opened.clock;
    this.#heard = opened.clock.now();
    this.#work = new JournaledWork(opened);
    this.#status = new SessionStatus(opened, this.#work, writer);
    const { left, keptElsewhere } = opened.earlyPage.handOver();
    this.#ended = left;
    this.#keptElsewhere = keptElsewhere;
    this.#listen();
    this.#beat();
  }

  get status(): SaveStatus {
    return this.#status.current;
  }

  /** True after `end`, and in a page that the browser restored from its cache: offer to launch again. */
  get ended(): boolean {
    return this.#ended;
  }

  /**
   * Takes or declines the offer; declining erases it from the device. After taking, merge it and call `update`. Gives the
   * answers of submitted forms that were not acknowledged: hand them in with an `update`.
   */
  resolveOffer(take: boolean): readonly OwedAnswer[] {
    return this.#work.resolveOffer(take);
  }

  /**
   * Call at every change. The journal has it when this returns.
   * `soon` is debounced; `now` is written in this turn (submitted form, lesson end).
   * @param events For records that hold events; others take no notice of them.
   */
  update(
    report: Report,
    urgency: 'soon' | 'now',
    interactions: readonly InteractionReport[] = [],
    events: readonly ActivityEvent[] = [],
  ): void {
    this.#opened.active();
    const news = this.#work.take(report, interactions);
    // Also where the LMS has ended the session: a record of events keeps them for the next one
    if (this.#counts) this.#writer?.observe?.(events, interactions);
    if (news) this.#save(urgency);
    if (this.#keptElsewhere) this.readOtherPages();
  }

  /**
   * The Exit button: writes, ends the session. Safe to call twice. Where the LMS does not take what was written, the
   * session stays open (`ended` is false), so that the learner can try again or close the window.
   */
  end(report: Report): Promise<SaveStatus> {
    this.#ending ??= this.#end(report).finally(() => {
      if (!this.#ended) this.#ending = undefined;
    });
    return this.#ending;
  }

  /** Called at each change of `status` or `ended`; returns a function that stops it. */
  onStatus(listener: (status: SaveStatus) => void): () => void {
    return this.#status.onChange(listener);
  }

  /**
   * Called with the encoded state of another page on the same attempt when that one keeps it: merge it and call
   * `update`, so that neither page lowers in the LMS what the other earned.
   */
  onElsewhere(listener: (saved: string) => void): void {
    this.#elsewhereListeners.add(listener);
  }

  /**
   * Learner did something (key, pointer, scroll): active time goes on. Who comes back to a page that was left alone hears at
   * once whether its session is still there: Moodle leads a learner whom it has signed out to its door within half a minute,
   * and opens the course after that only where a save has failed before.
   */
  active(): void {
    this.#opened.active();
    const isAlone = Math.abs(this.#clock.now() - this.#heard) > LEFT_ALONE;
    if (isAlone && this.#writable && this.#inFlight === 0) void this.#write();
  }

  // ---- writing -----------------------------------------------------------------------------------------------------

  #save(urgency: 'soon' | 'now'): void {
    if (!this.#writable) return this.#status.set('not-saved', this.#obstacle);
    this.#status.set('saving');
    if (urgency === 'now') void this.#write();
    else this.#schedule(DEBOUNCE);
  }

  get #obstacle(): Problem | undefined {
    if (this.#over || !this.#writer) return this.#over ?? this.#opened.launch.problem;
    return { code: 'session-over', detail: 'The session has ended.' };
  }

  /** The page belongs to a session in which what is done counts. */
  get #counts(): boolean {
    return this.#writer !== undefined && !this.#ended && this.#work.counts;
  }

  /** There is something to write and somebody to write it to. */
  get #writable(): boolean {
    return this.#counts && !this.#over;
  }

  #writing(report: Report, anew: boolean): Writing {
    this.#timeWritten = this.#opened.time.total();
    return this.#work.writing(report, this.#timeWritten, anew);
  }

  /** Writes in this turn what is there now; undefined where there is nothing or nobody to write to. */
  async #write(): Promise<Written | undefined> {
    this.readOtherPages();
    this.#cancelWrite?.();
    this.#cancelWrite = undefined;
    const { report, revision } = this.#work;
    if (!this.#writer || !this.#writable || !report) return undefined;
    this.#heard = this.#clock.now();
    this.#inFlight++;
    const writing = this.#writing(report, true);
    const written = await this.#writer.write(writing);
    this.#inFlight--;
    this.#answered(written, revision, writing.interactions);
    return written;
  }

  #answered({ stored, problem }: Written, revision: number, answers: readonly InteractionReport[]): void {
    // The record has all that was done, and will not have the state
    const isApart = problem?.code === 'state-refused';
    if (!stored && !isApart) {
      // Where only the time was written anew, the learner's work is stored all the same
      this.#status.set(this.#work.unwritten ? 'not-saved' : 'saved', problem);
      this.#over = problem?.code === 'session-over' ? problem : undefined;
      this.#schedule(Math.min(FIRST_RETRY * 3 ** this.#failures++, LONGEST_RETRY));
      return;
    }
    this.#failures = 0;
    this.#work.stored(revision, answers, isApart);
    if (!this.#work.unwritten) this.#status.set('saved', problem);
  }

  /** One write is planned at a time; an earlier one stands, so that a busy learner can't put it off for ever. */
  #schedule(delay: number): void {
    if (!this.#writable) return;
    this.#cancelWrite ??= this.#clock.after(delay, () => {
      this.#cancelWrite = undefined;
      // The answer to the last write isn't there yet: a record of the network takes its time. Not for ever, for that one may
      // wait for something else, and what was done since is on this device alone
      if (this.#inFlight > 0 && this.#postponed++ < MOST_POSTPONED) return this.#schedule(DEBOUNCE);
      this.#postponed = 0;
      void this.#write();
    });
  }

  get #timeUnwritten(): boolean {
    return this.#opened.time.total() > this.#timeWritten;
  }

  /** Session time, and a sign of life to an LMS that logs idle learners out; only while the learner is active. */
  #beat(): void {
    this.#clock.after(HEARTBEAT, () => {
      if (this.#ended) return;
      if (this.#timeUnwritten && !this.#cancelWrite && this.#inFlight === 0) void this.#write();
      this.#beat();
    });
  }

  // ---- the page ----------------------------------------------------------------------------------------------------

  #listen(): void {
    const { page } = this.#opened;
    page.on('hidden', () => {
      if (this.#work.unwritten || this.#timeUnwritten) void this.#write();
    });
    page.on('storage', () => this.readOtherPages());
    // Also what counts as stored: an LMS may have called it so before the browser noticed that it was offline
    page.on('online', () => void this.#write());
    page.on('pagehide', () => {
      // The learner may have pressed Exit, and its last answer is still to come
      void this.#finish(this.#ending ? 'exit' : 'page');
      this.#writer?.left?.();
    });
    page.on('restored', () => this.#ended && this.#status.announce());
    this.#writer?.onRecovered?.(() => this.#work.unwritten && void this.#write());
    this.#writer?.onElsewhere?.((saved) => {
      const body = unseal(saved)?.body;
      if (body) for (const listener of this.#elsewhereListeners) listener(body);
    });
  }

  /**
   * Takes in what other pages keep on the device, before each write too, for a browser tells late. As soon as this page has
   * told of its own work: before, nobody knows whose the device's is.
   */
  readOtherPages(): void {
    this.#keptElsewhere = !this.#writable;
    if (!this.#writable) return;
    const { revision } = this.#work;
    const found = this.#work.elsewhere();
    const hasJoined = this.#work.revision > revision;
    for (const saved of found) for (const listener of this.#elsewhereListeners) listener(saved);
    // The attempt goes by another page's token from now on: the LMS is told
    if (hasJoined) this.#save('soon');
  }

  // ---- the end -----------------------------------------------------------------------------------------------------

  async #end(report: Report): Promise<SaveStatus> {
    if (this.#ended) return this.#status.current;
    this.#work.take(report, []);
    // Not finished before it is stored: in some LMSs a failed finish can't be repeated. A page that goes may tell something
    // more meanwhile, such as the time that its question was on the screen
    let last: Written | undefined;
    for (let round = 0; round < ROUNDS; round++) {
      last = await this.#write();
      if (!this.#work.unwritten || !last?.stored) break;
    }
    const { unwritten } = this.#work;
    // What an earlier session has left waits for the next one
    if (unwritten && !last?.own && this.#writable) return this.#status.onDisk();
    const written = await this.#finish('exit');
    if (last?.own && written?.stored) this.#status.set('saved');
    // What was stored before stays so where the end itself fails; and why the session was over before is still true
    if (written?.stored === false)
      this.#status.set(unwritten || written.own ? 'not-saved' : 'saved', this.#over ?? written.problem);
    return this.#status.onDisk();
  }

  async #finish(leaving: Leaving): Promise<Written | undefined> {
    if (this.#ended) return undefined;
    if (leaving === 'page') this.readOtherPages();
    const report = this.#writable ? this.#work.report : undefined;
    this.#ended = true;
    this.#cancelWrite?.();
    const finished = this.#writer?.finish(report && this.#writing(report, this.#work.unwritten), leaving);
    this.#status.announce();
    return finished;
  }
}
