/** Who has the learner's work, as the page may say it: what the LMS answered, and what the device's disk has answered since. */
import type { Mirror } from '../device/storage.ts';
import type { Problem, RecordWriter } from '../record.ts';
import type { JournaledWork } from './journaled-work.ts';
import type { OpenedLaunch } from './open-launch.ts';
import type { SaveStatus } from './session.types.ts';

/** Milliseconds that a learner waits for the disk at the end. */
const DISK_PATIENCE = 2_000;

export class SessionStatus {
  readonly #opened: OpenedLaunch;
  readonly #work: JournaledWork;
  readonly #writer: RecordWriter | undefined;
  readonly #listeners = new Set<(status: SaveStatus) => void>();
  #status: SaveStatus;
  /** Whose answers are heard. */
  #mirror: Mirror | undefined;
  /** What was set last: what it means changes when the device answers. */
  #lastSet: { kind: SaveStatus['kind']; problem?: Problem | undefined } | undefined;

  constructor(opened: OpenedLaunch, work: JournaledWork, writer: RecordWriter | undefined) {
    this.#opened = opened;
    this.#work = work;
    this.#writer = writer;
    this.#status = opened.status;
    this.#listen();
  }

  /** A database may be there late. */
  #listen(): void {
    const { mirror } = this.#opened.storage;
    if (mirror === this.#mirror) return;
    this.#mirror = mirror;
    mirror?.onAnswer(() => this.#lastSet && this.set(this.#lastSet.kind, this.#lastSet.problem));
  }

  get current(): SaveStatus {
    return this.#status;
  }

  /** Returns a function that stops it. */
  onChange(listener: (status: SaveStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(asked: SaveStatus['kind'], problem?: Problem): void {
    this.#listen();
    this.#lastSet = { kind: asked, problem };
    const { keeper } = this.#opened.driver;
    const apart = asked === 'saved' && this.#work.isApart;
    // Without an LMS, what the record's own place on this device refuses is safe where the journal has it
    const isKept = keeper === 'device' && asked === 'not-saved' && this.#work.onDevice;
    const kind = isKept || (asked === 'saved' && (apart || keeper === 'device')) ? this.#onDevice : asked;
    const nowhere = kind === 'not-saved' || kind === 'saving' || keeper === 'device' || apart;
    const onDevice = this.#work.onDevice && !this.#writer?.hasInPage;
    const held = !nowhere ? 'lms' : onDevice || kind === 'saved' ? 'device' : 'page';
    this.#status = { kind, held, ...(apart && { apart }), ...(problem && { problem }) };
    this.announce();
  }

  announce(): void {
    for (const listener of this.#listeners) listener(this.#status);
  }

  /** The status once the device has answered, which takes it milliseconds; a learner doesn't wait for one that never does. */
  async onDisk(): Promise<SaveStatus> {
    const { clock, storage } = this.#opened;
    const { mirror } = storage;
    if (mirror?.state === 'writing') {
      await new Promise<void>((resolve) => {
        mirror.onAnswer(resolve);
        clock.after(DISK_PATIENCE, resolve);
      });
    }
    return this.#status;
  }

  /** Where the device is the record, or has the state alone, it has answered when it is on the disk. */
  get #onDevice(): SaveStatus['kind'] {
    if (this.#work.isApart && !this.#work.isKept) return 'not-saved';
    const { state = 'safe' } = this.#opened.storage.mirror ?? {};
    return state === 'safe' ? 'saved' : state === 'writing' ? 'saving' : 'not-saved';
  }
}
