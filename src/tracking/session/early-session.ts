/**
 * A session whose writing half is fetched when the first screen stands. Until then there is nothing to write: it opens
 * the record, counts the time, and closes the record where the page goes that early.
 */
import type { Report } from '../../learning/types.ts';
import {
  around,
  firstStatus,
  openingOf,
  openRecord,
  type Around,
  type Opened,
  type SessionOptions,
} from './opening.ts';
import type { FetchCode } from '../record.ts';
import type { Offer, Opening, SaveStatus, TrackingSession } from './session.types.ts';

export function startSession(options: SessionOptions, fetchCode: FetchCode): TrackingSession {
  return new EarlySession(around(options), fetchCode);
}

class EarlySession implements TrackingSession {
  readonly #around: Around;
  readonly #fetchCode: FetchCode;
  readonly #listeners = new Set<(status: SaveStatus) => void>();
  readonly #elsewhere = new Set<(saved: string) => void>();
  #opened: Opened | undefined;
  /** Everything goes to it once it is there. */
  #whole: TrackingSession | undefined;
  #status: SaveStatus = { kind: 'nothing-to-save', held: 'page' };
  #hidden = false;
  #ended = false;

  constructor(surroundings: Around, fetchCode: FetchCode) {
    this.#around = surroundings;
    this.#fetchCode = fetchCode;
  }

  get status(): SaveStatus {
    return this.#whole?.status ?? this.#status;
  }
  get ended(): boolean {
    return this.#whole?.ended ?? this.#ended;
  }
  get returnUrl(): string | undefined {
    return this.#around.record.returnUrl;
  }
  get log(): readonly string[] {
    return this.#around.record.log.lines;
  }

  async open(): Promise<Opening> {
    const { record, page, time } = this.#around;
    page.on('hidden', () => {
      this.#hidden = true;
      time.pause();
    });
    page.on('visible', () => (this.#hidden = false));
    page.on('left', () => this.#leave());
    const opened = (this.#opened = await openRecord(this.#around));
    this.#status = firstStatus(record, opened.launch);
    this.#announce();
    return openingOf(opened);
  }

  async complete(): Promise<void> {
    const { record } = this.#around;
    const [{ continueSession }] = await Promise.all([
      this.#fetchCode('session', () => import('./session.ts')),
      record.complete?.(this.#fetchCode),
    ]);
    if (this.#whole || !this.#opened) return;
    const whole = continueSession(this.#around, this.#opened, { hidden: this.#hidden, ended: this.#ended });
    this.#whole = whole;
    whole.onStatus(() => this.#announce());
    for (const listener of this.#elsewhere) whole.onElsewhere(listener);
  }

  settle(offer: Offer, take: boolean): void {
    this.#complete.settle(offer, take);
  }

  update(...news: Parameters<TrackingSession['update']>): void {
    this.#complete.update(...news);
  }

  end(report: Report): Promise<SaveStatus> {
    return this.#complete.end(report);
  }

  onStatus(listener: (status: SaveStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onElsewhere(listener: (saved: string) => void): void {
    this.#elsewhere.add(listener);
    this.#whole?.onElsewhere(listener);
  }

  active(): void {
    this.#around.time.active();
  }

  get #complete(): TrackingSession {
    if (!this.#whole) throw new Error('the session is not complete yet');
    return this.#whole;
  }

  /** Nothing was done that could be written: the machine that reports comes with the writing half. */
  #leave(): void {
    if (this.#whole || this.#ended) return;
    this.#ended = true;
    if (this.#opened?.launch.connected) void this.#around.record.finish(undefined, 'page');
    this.#announce();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener(this.status);
  }
}
