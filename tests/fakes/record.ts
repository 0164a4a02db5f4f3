/** A driver that does what a test says, and notes what it was told. */
import { createLog } from '../../src/tracking/log.ts';
import type {
  Driver,
  Launch,
  LaunchedRecord,
  Leaving,
  RecordWriter,
  Writing,
  Written,
} from '../../src/tracking/record.ts';

export class FakeRecord implements Driver, LaunchedRecord, RecordWriter {
  keeper: Driver['keeper'] = 'lms';
  readonly log = createLog();
  launch: Launch = { connected: true, mode: 'normal', saved: '', learner: { id: 'anna-1', name: 'Anna' } };
  returnUrl: string | undefined;
  again: LaunchedRecord['again'] = 'around';
  endsWithPage = false;
  readonly writes: Writing[] = [];
  readonly finishes: { writing: Writing | undefined; leaving: Leaving }[] = [];
  /** How often the LMS's session was closed without a writer. */
  closes = 0;
  /** What the next writes answer. */
  answer: Written = { stored: true };
  /** Writes answer only when a test calls `release`. */
  slow = false;
  /** Says that another page or device has stored this. */
  elsewhere: (saved: string) => void = () => {
    throw new Error('Nobody listens');
  };
  readonly #waiting: (() => void)[] = [];

  constructor(launch: Partial<Launch> = {}) {
    Object.assign(this.launch, launch);
  }
  async open(): Promise<LaunchedRecord> {
    return this;
  }
  close(): void {
    this.closes++;
  }
  async loadWriter(): Promise<RecordWriter | undefined> {
    return this.launch.connected ? this : undefined;
  }
  async write(writing: Writing): Promise<Written> {
    this.writes.push(writing);
    const { answer } = this;
    if (this.slow) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return answer;
  }
  async finish(writing: Writing | undefined, leaving: Leaving): Promise<Written> {
    this.finishes.push({ writing, leaving });
    return this.answer;
  }
  onElsewhere(listener: (saved: string) => void): void {
    this.elsewhere = listener;
  }
  release(): void {
    this.#waiting.splice(0).forEach((resolve) => resolve());
  }
  get last(): Writing {
    const writing = this.writes.at(-1);
    if (!writing) throw new Error('Nothing was written');
    return writing;
  }
}
