/**
 * What the learner did in this session: on the device as soon as it is taken in, and kept apart from what the record has
 * of it. It knows nothing of time or network.
 */
import { withOrder } from '../../learning/answer-order-text.ts';
import type { InteractionReport, OwedAnswer, Report } from '../../learning/types.ts';
import { beside, leave, others, put } from '../device/journal-writing.ts';
import type { Journal, KeptSnapshot } from '../device/journal.ts';
import type { SafeStorage } from '../device/storage.ts';
import type { Clock } from '../device/surroundings.ts';
import { seal } from '../envelope.ts';
import type { Writing } from '../record.ts';
import type { OpenedLaunch } from './open-launch.ts';
import { eachOnce, owedBy } from './resume.ts';

export class JournaledWork {
  /** The last that was taken in. */
  report: Report | undefined;
  /** The device has taken all of it. */
  #kept = false;
  #isApart = false;
  readonly #storage: SafeStorage;
  readonly #normal: boolean;
  /** The device is the record. */
  readonly #isOneRecord: boolean;
  readonly #clock: Clock;
  readonly #journal: Journal;
  #token: string;
  readonly #attempt: string | undefined;
  /** The LMS gave the token back. */
  readonly #confirmed: boolean;
  /** The LMS gave none, and the device has none for this attempt. */
  readonly #isNew: boolean;
  /** Snapshots whose work is in this session: gone as soon as this session's own snapshot is kept. */
  #absorbed: KeptSnapshot[];
  #offered: readonly KeptSnapshot[];
  /** The report as text, to tell whether anything changed. */
  #known = '';
  #answers: InteractionReport[] = [];
  /** Answers of earlier sessions that are still to be handed in: an update brings them. */
  #owed: readonly OwedAnswer[];
  /** Indexes of those that an update has brought. */
  readonly #earlier = new Set<number>();
  /** Changes with every journal entry and every write. */
  #counter: number;
  /** How often the learner's work has changed, and up to where the record has it. */
  #revision = 0;
  #stored = 0;

  constructor({ driver, record, launch, clock, storage, journal, token, found, offered }: OpenedLaunch) {
    this.#storage = storage;
    this.#normal = launch.mode === 'normal';
    this.#isOneRecord = driver.keeper === 'device';
    this.#clock = clock;
    this.#journal = journal;
    this.#token = token;
    this.#attempt = record.attempt;
    this.#confirmed = found.token !== undefined && launch.saved !== '';
    this.#isNew = found.token === undefined;
    this.#counter = found.counter;
    this.#absorbed = found.merged;
    this.#owed = found.answersOwed;
    this.#offered = offered;
  }

  /** The device has all of it, where a crash takes nothing away. */
  get onDevice(): boolean {
    return this.#kept && (this.#storage.mirror?.state ?? 'safe') === 'safe';
  }

  /** The device has all of it, on its disk or on the way there. */
  get isKept(): boolean {
    return this.#kept;
  }

  /** The record has all that was done, and lets nobody keep the state there. */
  get isApart(): boolean {
    return this.#isApart;
  }

  /** What is done in this launch counts. */
  get counts(): boolean {
    return this.#normal && this.report?.counts === true;
  }

  /** The record doesn't have all of it. */
  get unwritten(): boolean {
    return this.#stored < this.#revision;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Puts the report into the journal; false where it says nothing new or nothing counts. */
  take(report: Report, interactions: readonly InteractionReport[]): boolean {
    this.report = report;
    const text = JSON.stringify(report);
    if (!this.counts) return false;
    if (text === this.#known && interactions.length === 0) return false;
    this.#known = text;
    // Two attempts that have become one have the same indexes
    const isAnother = ({ index, at }: { index: number; at: number }): boolean =>
      !interactions.some((answer) => answer.index === index && answer.at === at);
    this.#answers = [...this.#answers.filter(isAnother), ...interactions];
    for (const { index, elsewhere } of this.#owed.filter((answer) => !isAnother(answer)))
      if (!elsewhere) this.#earlier.add(index);
    this.#owed = this.#owed.filter(isAnother);
    this.#revision++;
    this.#counter++;
    this.#keep(false);
    return true;
  }

  /** All there is, in an envelope of its own: an LMS may take a value that it knows for one that it has stored. */
  writing(report: Report, activeTime: number, anew: boolean): Writing {
    if (anew) this.#counter++;
    return {
      report,
      saved: seal({ token: this.#token, counter: this.#counter, body: report.saved }),
      interactions: this.#answers,
      earlier: this.#earlier,
      activeTime,
    };
  }

  /** The record has stored what was there at that revision; `apart`: without the state, which it does not take. */
  stored(revision: number, answers: readonly InteractionReport[], apart: boolean): void {
    this.#isApart = apart;
    this.#stored = Math.max(this.#stored, revision);
    this.#answers = this.#answers.filter((answer) => !answers.includes(answer));
    if (!this.unwritten) this.#keep(!apart);
  }

  /** Takes what was offered, or erases it from the device. */
  resolveOffer(take: boolean): readonly OwedAnswer[] {
    const offered = this.#offered;
    this.#offered = [];
    const [first] = offered;
    if (!first) return [];
    if (!take) {
      this.#journal.erase(this.#ofTokens(new Set(offered.map(({ token }) => token))));
      return [];
    }
    // Taken work stays on the device under its own name until this session's snapshot has it
    this.#absorbed.push(...offered);
    // Places are taken in the attempt that the LMS goes on with, and by each other's where several become one
    const own = eachOnce(
      [...new Set(offered.map(({ token }) => token))].flatMap((token) => {
        const owed = owedBy(offered.filter((kept) => kept.token === token));
        const keepsPlaces = this.#isNew && token === first.token;
        return keepsPlaces ? owed : owed.map((answer) => ({ ...answer, elsewhere: true as const }));
      }),
    );
    this.#owed = [...this.#owed, ...own];
    // It is that attempt which goes on, in pages that are open now too
    if (this.#isNew) this.#token = first.token;
    this.#counter = Math.max(this.#counter, ...offered.map(({ counter }) => counter));
    return own;
  }

  #ofTokens(tokens: ReadonlySet<string>): KeptSnapshot[] {
    const all = [...this.#journal.list(), ...this.#journal.unnamed()];
    return all.filter(({ token }) => tokens.has(token) && token !== this.#token);
  }

  /** States that other pages on this attempt keep, where they differ. */
  elsewhere(): string[] {
    const { saved, order } = this.report ?? {};
    const own = saved === undefined ? undefined : withOrder(saved, order);
    const open = this.#confirmed ? [] : beside(this.#journal, this.#token, this.#isOneRecord);
    const kept = [...others(this.#journal, this.#token), ...open];
    this.#join(open);
    return kept.map(({ body, order: of }) => withOrder(body, of)).filter((text) => text !== own);
  }

  /**
   * Pages that were opened before the LMS had anything have begun an attempt each. They are one: they agree, without a
   * word, on the token that the LMS has given back since, or else on the one that comes first in the alphabet.
   */
  #join(open: readonly KeptSnapshot[]): void {
    const known = open.filter(({ confirmed }) => confirmed);
    const [token = this.#token] = (known.length > 0 ? known : open).map((kept) => kept.token).sort();
    if (known.length === 0 && token >= this.#token) return;
    const left = this.#token;
    this.#token = token;
    this.#counter = Math.max(this.#counter, ...open.map(({ counter }) => counter)) + 1;
    this.#revision++;
    this.#keep(false);
    if (this.#kept) leave(this.#journal, left);
  }

  #keep(acknowledged: boolean): void {
    this.#kept = put(this.#journal, {
      token: this.#token,
      counter: this.#counter,
      body: this.report?.saved ?? '',
      order: this.report?.order,
      savedAt: this.#clock.now(),
      attempt: this.#attempt,
      confirmed: this.#confirmed,
      acknowledged,
      untouched: this.report?.untouched,
      answersOwed: [...this.#owed, ...this.#answers.map((answer) => ({ ...answer, item: answer.item.id }))],
    });
    if (!this.#kept) return;
    this.#journal.erase(this.#absorbed);
    this.#absorbed = [];
  }
}
