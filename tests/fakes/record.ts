/** A driver that does what a test says, and notes what it was told. */
import { createLog } from '../../src/tracking/session/log.ts';
import type { Launch, LearnerRecord, Leaving, Traits, Writing, Written } from '../../src/tracking/record.ts';

export class FakeRecord implements LearnerRecord {
  traits: Traits = { place: 'lms', savedLimit: 4096, separateSuccess: true, returns: false };
  readonly log = createLog();
  launch: Launch = { connected: true, mode: 'normal', saved: '', learner: { id: 'anna-1', name: 'Anna' } };
  readonly writes: Writing[] = [];
  readonly finishes: { writing: Writing | undefined; leaving: Leaving }[] = [];
  /** What the next writes answer. */
  answer: Written = { stored: true };
  /** Writes answer only when a test calls `release`. */
  slow = false;
  readonly #waiting: (() => void)[] = [];

  constructor(launch: Partial<Launch> = {}) {
    Object.assign(this.launch, launch);
  }
  async start(): Promise<Launch> {
    return this.launch;
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
  release(): void {
    this.#waiting.splice(0).forEach((resolve) => resolve());
  }
  get last(): Writing {
    const writing = this.writes.at(-1);
    if (!writing) throw new Error('Nothing was written');
    return writing;
  }
}
