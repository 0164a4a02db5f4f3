/** A call as the log tells it. */
import type { Call } from '../shapes.ts';

export type Topic =
  | 'session'
  | 'status'
  | 'score'
  | 'place'
  | 'answers'
  | 'state'
  | 'time'
  | 'objectives'
  | 'reads'
  | 'other';

export interface Line {
  call: Call;
  words: string;
  topic: Topic;
  /** It told the LMS something that it had not been told before. */
  changed: boolean;
  /** What went wrong, in words; nothing where all is well. */
  trouble: string;
}
