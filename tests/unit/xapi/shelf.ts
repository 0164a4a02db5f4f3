/** The one document in which an LRS keeps the saved state, and a page that writes to it. */
import { decode } from '../../../src/learning/index.ts';
import { ANNA } from '../../../src/lms/cmi5.ts';
import { unseal } from '../../../src/tracking/envelope.ts';
import { LrsError } from '../../../src/tracking/lrs/client.ts';
import {
  readResume,
  type ReadDocument,
  type ResumeDocument,
} from '../../../src/tracking/lrs/resume-document.ts';
import { ResumeState } from '../../../src/tracking/lrs/resume-state.ts';
import type { Match, Put, StatementClient } from '../../../src/tracking/lrs/statement-client.ts';
import { COURSE, savedState } from './harness.ts';

const KEY = { agent: ANNA, activityId: 'https://course.example/', stateId: 'resume' };

export const mine = (counter: number, ...sections: string[]): ResumeDocument => ({
  saved: savedState('aaaaaaaaaa', counter, ...sections),
  sent: {},
});
export const theirs = (counter: number, ...sections: string[]) => ({
  saved: savedState('bbbbbbbbbb', counter, ...sections),
  told: {},
});
export const START = 'compass-start';
export const END = 'compass-end';

/** The one document of an LRS, and how it was asked. */
export class Shelf {
  now = 1_000_000;
  /** How often a document was none that this course can have written. */
  damaged = 0;
  value: unknown;
  version = 1;
  /** It shows the versions of what is read, and those of what was put. */
  shows = { read: true, put: true };
  isOdd = false;
  pauses = 0;
  /** Statuses that the next requests are refused with; 0 for no fault. */
  readonly reading: number[] = [];
  readonly putting: number[] = [];
  readonly asked: string[] = [];
  /** Puts wait for it. */
  gate: Promise<void> | undefined;

  readonly client = {
    pause: () => this.pauses,
    state: async () => {
      this.asked.push('GET');
      this.#refuse(this.reading);
      return this.value === undefined ? undefined : { value: this.value, etag: this.#etag(this.shows.read) };
    },
    putState: async (_key: unknown, value: unknown, match: Match, leaving = false): Promise<Put> => {
      const over = match === undefined ? 'anything' : match === 'new' ? 'nothing' : match.etag;
      this.asked.push(`PUT over ${over}${leaving ? ', leaving' : ''}`);
      await this.gate;
      this.#refuse(this.putting);
      const current = this.value === undefined ? 'nothing' : this.#etag(this.shows.read);
      if (match !== undefined && over !== current) throw new LrsError('PUT', 412);
      this.put(value);
      return { etag: this.#etag(this.shows.put), isOdd: this.isOdd };
    },
  } as unknown as StatementClient;

  put(value: unknown): void {
    this.value = value;
    this.version++;
  }

  get sections(): number[] {
    const { saved } = this.value as ResumeDocument;
    return [...decode(unseal(saved)?.body ?? '').state.done].toSorted((one, other) => one - other);
  }

  /** What was asked since this was last looked at. */
  news(): string[] {
    return this.asked.splice(0);
  }

  #etag(shown: boolean): string | undefined {
    return shown ? `"${this.version}"` : undefined;
  }

  #refuse(statuses: number[]): void {
    const status = statuses.shift() ?? 0;
    if (status > 0) throw new LrsError('asked', status);
  }

  /** A launch that has read the document, or could not. */
  async opened(isRead = true): Promise<ResumeState> {
    const read = isRead
      ? await readResume(
          this.client,
          KEY,
          () => {},
          () => this.now,
        )
      : undefined;
    this.news();
    return this.over(read);
  }

  over(read: ReadDocument | undefined): ResumeState {
    return new ResumeState({
      client: this.client,
      key: KEY,
      course: COURSE,
      clock: { now: () => this.now },
      damaged: () => this.damaged++,
      read,
    });
  }
}

export const refusalOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => undefined,
    (error: unknown) => error,
  );
