/**
 * What the player sees of tracking: one session over any driver. It journals first, then writes to the LMS, debounced;
 * retries; counts active time; and tells the truth about what is stored where.
 */
import type { ActivityEvent, InteractionReport, OwedAnswer, Report } from '../../learning/types.ts';
import type { Launch, Problem } from '../record.ts';

/** For the header: "saving / saved / not saved", and the sentence under it. */
export interface SaveStatus {
  kind: 'saving' | 'saved' | 'not-saved' | 'nothing-to-save';
  /** Who has everything that the learner did: the LMS or LRS, this device alone, or nobody beyond this page. */
  held: 'lms' | 'device' | 'page';
  problem?: Problem;
}

/** Work found on this device that the LMS does not have and that can't be proven to belong to this attempt. The learner decides. */
export interface Offer {
  saved: string;
  savedAt: number;
  /** The LMS had said that it stored this: most likely somebody reset the attempt on purpose. */
  acknowledged: boolean;
  /** Answers of submitted forms that were not acknowledged: where the offer is taken, hand them in with an `update`. */
  answersOwed: readonly OwedAnswer[];
  /** Done while no LMS said who the learner was: ask whether it is theirs. */
  unnamed: boolean;
}

export interface Opening {
  launch: Launch;
  /**
   * Encoded learning states to resume, the newest first, the journal's among them where they are provably this
   * attempt's; empty for a new start. The player decodes all that it can and merges them.
   */
  saved: readonly string[];
  offer?: Offer;
  /** Answers of submitted forms that the LMS may lack: hand them in with an `update`. */
  answersOwed: readonly OwedAnswer[];
}

export interface TrackingSession {
  /** Never rejects. */
  open(): Promise<Opening>;
  /**
   * Fetches what writing needs, after `open`. To be awaited before `settle`, `update` and `end`. Rejects when it can't be
   * fetched; may be called again.
   */
  complete(): Promise<void>;
  /** Takes or declines the offer; declining erases it from the device. After taking, merge it and call `update`. */
  settle(offer: Offer, take: boolean): void;
  /**
   * Call at every change. The journal has it when this returns.
   * `happenings` are for records that hold events; others take no notice of them.
   * `soon` is debounced; `now` is written in this turn (submitted form, lesson end).
   */
  update(
    report: Report,
    urgency: 'soon' | 'now',
    interactions?: readonly InteractionReport[],
    happenings?: readonly ActivityEvent[],
  ): void;
  /**
   * The Exit button: writes, ends the session. Safe to call twice. Where the LMS does not take what was written, the
   * session stays open (`ended` is false), so that the learner can try again or close the window.
   */
  end(report: Report): Promise<SaveStatus>;
  readonly status: SaveStatus;
  /** Called at each change of `status` or `ended`; returns a function that stops it. */
  onStatus(listener: (status: SaveStatus) => void): () => void;
  /**
   * Called with the encoded state of another page on the same attempt when that one keeps it: merge it and call
   * `update`, so that neither page lowers in the LMS what the other earned.
   */
  onElsewhere(listener: (saved: string) => void): void;
  /** Learner did something (key, pointer, scroll): active time goes on. */
  active(): void;
  /** True after `end`, and in a page that the browser restored from its cache: offer to launch again. */
  readonly ended: boolean;
  readonly returnUrl: string | undefined;
  /** The last lines of what was said to the LMS, for a diagnostic page. */
  readonly log: readonly string[];
}
