/** What the player is told: what a launch brought, and who has the learner's work. */
import type { OwedAnswer } from '../../learning/types.ts';
import type { Launch, Problem } from '../record.ts';

/** For the header: "saving / saved / not saved", and the sentence under it. */
export interface SaveStatus {
  kind: 'saving' | 'saved' | 'not-saved' | 'nothing-to-save';
  /** Who has everything that the learner did: the LMS or LRS, this device alone, or nobody beyond this page. */
  held: 'lms' | 'device' | 'page';
  /** The LMS has all that was done, and lets nobody keep the saved state there: `held` tells who has that. */
  apart?: true;
  problem?: Problem;
}

/** Work found on this device that the LMS does not have and that can't be proven to belong to this attempt. The learner decides. */
export interface Offer {
  /** Encoded learning states, the newest first: merge them all. */
  saved: readonly string[];
  /** Of the newest. */
  savedAt: number;
  /** The LMS had said that it stored this: most likely somebody reset the attempt on purpose. */
  acknowledged: boolean;
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
  /** The device had kept something that can't be read; the good went on. Said once. */
  damaged?: true;
  /** Answers of submitted forms that the LMS may lack: hand them in with an `update`. */
  answersOwed: readonly OwedAnswer[];
}
