/**
 * One launch, over any driver: the device's journal first, then the LMS. It paces the writes, tries again after a
 * failure and says truthfully who has the learner's work. SPEC.md numbers what it promises (S1 …).
 */
import type { ActivityEvent, InteractionReport, OwedAnswer, Report } from '../../learning/types.ts';
import type { ActiveTime } from './active-time.ts';
import { seal } from './envelope.ts';
import type { Journal, Kept } from '../device/journal.ts';
import { around, openingOf, openRecord, type Around, type Opened, type SessionOptions } from './opening.ts';
import type { Launch, LearnerRecord, Leaving, Problem, Writing, Written } from '../record.ts';
import type { Offer, Opening, SaveStatus, TrackingSession } from './session.types.ts';
import type { Clock, Page } from '../device/surroundings.ts';

/** Milliseconds. */
const DEBOUNCE = 2_000;
const HEARTBEAT = 60_000;
const FIRST_RETRY = 5_000;
const LONGEST_RETRY = 60_000;

export function createSession(options: SessionOptions): TrackingSession {
  return new Session(around(options));
}

/** Goes on where a launch was opened, in a page that may have been hidden or left since. */
export function continueSession(
  surroundings: Around,
  opened: Opened,
  page: { hidden: boolean; ended: boolean },
): TrackingSession {
  const session = new Session(surroundings);
  session.adopt(opened, page);
  return session;
}

class Session implements TrackingSession {
  readonly #record: LearnerRecord;
  readonly #around: Around;
  readonly #clock: Clock;
  readonly #page: Page;
  readonly #time: ActiveTime;
  readonly #listeners = new Set<(status: SaveStatus) => void>();

  readonly #elsewhere = new Set<(saved: string) => void>();

  #status: SaveStatus = { kind: 'nothing-to-save', held: 'page' };
  #launch: Launch | undefined;
  #journal: Journal | undefined;
  #token = '';
  #confirmed = false;
  /** Snapshots whose work is in this session: gone as soon as this session's own snapshot is kept. */
  #absorbed: Kept[] = [];
  #offered: Kept | undefined;

  #report: Report | undefined;
  /** The report as text, to tell whether anything changed. */
  #known = '';
  #answers: InteractionReport[] = [];
  /** Answers of earlier sessions that are still to be handed in: `update` brings them. */
  #owed: readonly OwedAnswer[] = [];
  /** Changes with every journal entry and every write. */
  #counter = 0;
  /** How often the learner's work has changed, and up to where the record has it. */
  #revision = 0;
  #stored = 0;
  #onDevice = false;
  #timeWritten = 0;
  #failures = 0;
  #inFlight = 0;
  #hidden = false;
  #cancelWrite: (() => void) | undefined;
  /** The LMS has ended the session. */
  #over = false;
  #ended = false;
  #ending: Promise<SaveStatus> | undefined;

  constructor(surroundings: Around) {
    this.#around = surroundings;
    this.#record = surroundings.record;
    this.#clock = surroundings.clock;
    this.#page = surroundings.page;
    this.#time = surroundings.time;
  }

  get status(): SaveStatus {
    return this.#status;
  }
  get ended(): boolean {
    return this.#ended;
  }
  get returnUrl(): string | undefined {
    return this.#record.returnUrl;
  }
  get log(): readonly string[] {
    return this.#record.log.lines;
  }

  async open(): Promise<Opening> {
    this.#listen();
    const opened = await openRecord(this.#around);
    this.#begin(opened);
    return openingOf(opened);
  }

  /** For a launch that was opened before this session was there. */
  adopt(opened: Opened, { hidden, ended }: { hidden: boolean; ended: boolean }): void {
    this.#listen();
    this.#hidden = hidden;
    this.#ended = ended;
    this.#begin(opened);
  }

  async complete(): Promise<void> {
    await this.#record.complete?.((_name, fetchCode) => fetchCode());
  }

  #begin({ launch, journal, found, token, offered }: Opened): void {
    this.#launch = launch;
    this.#journal = journal;
    this.#token = token;
    this.#confirmed = found.token !== undefined;
    this.#counter = found.counter;
    this.#absorbed = found.merged;
    this.#owed = found.answersOwed;
    this.#offered = offered;
    this.#tell(launch.connected ? 'nothing-to-save' : 'not-saved', launch.problem);
    this.#beat();
  }

  settle(_offer: Offer, take: boolean): void {
    const kept = this.#offered;
    this.#offered = undefined;
    if (!kept) return;
    // Taken work stays on the device under its own name until this session's snapshot has it
    if (take) {
      this.#absorbed.push(kept);
      this.#owed = [...this.#owed, ...kept.answersOwed];
    } else if (this.#journal) {
      const all = [...this.#journal.list(), ...this.#journal.unnamed()];
      this.#journal.erase(all.filter(({ token }) => token === kept.token));
    }
  }

  update(
    report: Report,
    urgency: 'soon' | 'now',
    interactions: readonly InteractionReport[] = [],
    happenings: readonly ActivityEvent[] = [],
  ): void {
    this.active();
    const news = this.#take(report, interactions);
    // Also where the LMS has ended the session: a record of events keeps them for the next one
    if (this.#counts) this.#record.note?.(happenings, interactions);
    if (!news) return;
    if (!this.#writable) return this.#tell('not-saved', this.#obstacle);
    this.#tell('saving');
    if (urgency === 'now') void this.#write();
    else this.#schedule(DEBOUNCE);
  }

  end(report: Report): Promise<SaveStatus> {
    this.#ending ??= this.#end(report).finally(() => {
      if (!this.#ended) this.#ending = undefined;
    });
    return this.#ending;
  }

  onStatus(listener: (status: SaveStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onElsewhere(listener: (saved: string) => void): void {
    this.#elsewhere.add(listener);
  }

  active(): void {
    if (!this.#hidden) this.#time.active();
  }

  /** Puts the report into the journal; false where it says nothing new or nothing counts. */
  #take(report: Report, interactions: readonly InteractionReport[]): boolean {
    this.#report = report;
    const text = JSON.stringify(report);
    if (!report.counts || this.#launch?.mode !== 'normal') return false;
    if (text === this.#known && interactions.length === 0) return false;
    this.#known = text;
    const isAnother = ({ index }: { index: number }): boolean =>
      !interactions.some((answer) => answer.index === index);
    this.#answers = [...this.#answers.filter(isAnother), ...interactions];
    this.#owed = this.#owed.filter(isAnother);
    this.#revision++;
    this.#counter++;
    this.#keep(false);
    return true;
  }

  #keep(acknowledged: boolean): void {
    this.#onDevice =
      this.#journal?.put({
        token: this.#token,
        counter: this.#counter,
        body: this.#report?.saved ?? '',
        savedAt: this.#clock.now(),
        confirmed: this.#confirmed,
        acknowledged,
        answersOwed: [...this.#owed, ...this.#answers.map((answer) => ({ ...answer, item: answer.item.id }))],
      }) ?? false;
    if (!this.#onDevice) return;
    this.#journal?.erase(this.#absorbed);
    this.#absorbed = [];
  }

  get #obstacle(): Problem | undefined {
    return this.#connected
      ? { code: 'session-over', detail: 'The session has ended.' }
      : this.#launch?.problem;
  }

  get #connected(): boolean {
    return this.#launch?.connected === true;
  }

  /** The page belongs to a session in which what is done counts. */
  get #counts(): boolean {
    const open = this.#connected && !this.#ended;
    return open && this.#report?.counts === true && this.#launch?.mode === 'normal';
  }

  /** There is something to write and somebody to write it to. */
  get #writable(): boolean {
    return this.#counts && !this.#over;
  }

  get #dirty(): boolean {
    return this.#stored < this.#revision;
  }

  #writing(report: Report): Writing {
    this.#timeWritten = this.#time.total();
    return {
      report,
      saved: seal({ token: this.#token, counter: this.#counter, body: report.saved }),
      interactions: this.#answers,
      activeTime: this.#timeWritten,
    };
  }

  /** Writes in this turn what is there now. */
  async #write(): Promise<void> {
    this.#cancelWrite?.();
    this.#cancelWrite = undefined;
    if (!this.#writable || !this.#report) return;
    this.#counter++;
    const revision = this.#revision;
    this.#inFlight++;
    const writing = this.#writing(this.#report);
    const written = await this.#record.write(writing);
    this.#inFlight--;
    this.#settleWrite(written, revision, writing.interactions);
  }

  #settleWrite({ stored, problem }: Written, revision: number, answers: readonly InteractionReport[]): void {
    if (!stored) {
      // Where only the time was written anew, the learner's work is stored all the same
      this.#tell(this.#dirty ? 'not-saved' : 'saved', problem);
      this.#over = problem?.code === 'session-over';
      this.#schedule(Math.min(FIRST_RETRY * 3 ** this.#failures++, LONGEST_RETRY));
      return;
    }
    this.#failures = 0;
    this.#stored = Math.max(this.#stored, revision);
    this.#answers = this.#answers.filter((answer) => !answers.includes(answer));
    if (this.#dirty) return;
    this.#keep(true);
    this.#tell('saved', problem);
  }

  /** One write is planned at a time; an earlier one stands, so that a busy learner can't put it off for ever. */
  #schedule(delay: number): void {
    if (!this.#writable) return;
    this.#cancelWrite ??= this.#clock.after(delay, () => {
      this.#cancelWrite = undefined;
      // The answer to the last write isn't there yet: a record of the network takes its time
      if (this.#inFlight > 0) this.#schedule(DEBOUNCE);
      else void this.#write();
    });
  }

  /** Session time, and a sign of life to an LMS that logs idle learners out; only while the learner is active. */
  #beat(): void {
    this.#clock.after(HEARTBEAT, () => {
      if (this.#ended) return;
      if (this.#time.total() > this.#timeWritten && !this.#cancelWrite && this.#inFlight === 0)
        void this.#write();
      this.#beat();
    });
  }

  #listen(): void {
    this.#page.on('hidden', () => {
      this.#hidden = true;
      this.#time.pause();
      if (this.#dirty || this.#time.total() > this.#timeWritten) void this.#write();
    });
    this.#page.on('visible', () => {
      this.#hidden = false;
      this.#time.active();
    });
    this.#page.on('stored', () => this.#listenElsewhere());
    // Also what counts as stored: an LMS may have called it so before the browser noticed that it was offline
    this.#page.on('online', () => void this.#write());
    this.#page.on('left', () => void this.#finish('page'));
    this.#page.on('restored', () => this.#ended && this.#announce());
  }

  #listenElsewhere(): void {
    if (!this.#writable) return;
    for (const { body } of this.#journal?.others(this.#token) ?? []) {
      if (body !== this.#report?.saved) for (const listener of this.#elsewhere) listener(body);
    }
  }

  async #end(report: Report): Promise<SaveStatus> {
    if (this.#ended) return this.#status;
    this.#take(report, []);
    // Not finished before it is stored: in some LMSs a failed finish can't be repeated
    await this.#write();
    if (this.#dirty && this.#writable) return this.#status;
    const written = await this.#finish('exit');
    if (written?.stored === false) this.#tell('not-saved', written.problem);
    return this.#status;
  }

  async #finish(leaving: Leaving): Promise<Written | undefined> {
    if (this.#ended) return undefined;
    const report = this.#writable ? this.#report : undefined;
    if (this.#dirty) this.#counter++;
    this.#ended = true;
    this.#cancelWrite?.();
    const finished = this.#connected
      ? this.#record.finish(report && this.#writing(report), leaving)
      : undefined;
    this.#announce();
    return finished;
  }

  #tell(kind: SaveStatus['kind'], problem?: Problem): void {
    const nowhere = kind === 'not-saved' || kind === 'saving' || this.#record.traits.place === 'device';
    const held = !nowhere ? 'lms' : this.#onDevice || kind === 'saved' ? 'device' : 'page';
    this.#status = { kind, held, ...(problem && { problem }) };
    this.#announce();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener(this.#status);
  }
}
