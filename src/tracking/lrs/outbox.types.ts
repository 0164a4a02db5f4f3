/** What the outbox and the sending of what is in it have in common. */
import type { Clock } from '../device/surroundings.ts';
import type { Log } from '../log.ts';
import type { Entry } from './entry.ts';
import type { OutboxStorageOptions } from './outbox-storage.ts';
import type { BareStatement } from './types.ts';

/**
 * `opens`: the session begins with it, so it goes alone, and its answer is awaited: ADL's own cmi5 player judges each
 * statement by what was stored before its request. `closes`: nothing may follow it. `decides`: success or completion, which
 * is never given up.
 */
export type Role = 'opens' | 'closes' | 'decides';

export interface OutboxOptions extends Omit<OutboxStorageOptions, 'damaged'> {
  clock: Clock;
  log: Log;
  send(statements: readonly BareStatement[], leaving: boolean): Promise<void>;
  /** What the LRS has under this id. */
  find(id: string): Promise<BareStatement | undefined>;
  /** For how many milliseconds the LRS has asked to be left alone. */
  pause(): number;
  /** How often the LRS has taken something. */
  taken(): number;
  /** Whether the credentials are good for nothing any more. Rejects where that can't be known now. */
  isOver(): Promise<boolean>;
  /** False for statements of a session that is over: they stay where they are, and `others` gives them. */
  mine(entry: Entry): boolean;
  role(entry: Entry): Role | undefined;
  /** Takes over what sessions that are over have left; true where nothing is left. Rejects where it is sensible to wait. */
  reissue(isStopped: () => boolean): Promise<boolean>;
  /** Puts in the words that are missing, before the first sending; what it gives is kept. */
  describe(entry: Entry): Promise<Entry>;
  /** 0 to 1. */
  random?: () => number;
  /** Lets one tab at a time send. */
  lock?: <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;
}

/**
 * `adopting`: all of this session is delivered, and what an earlier one has left is still being looked up. `waiting`:
 * something is still on the device. `over`: the credentials are not (any more) good. `result-refused`: all is delivered but
 * a success or completion, which the LRS does not take.
 */
export interface Delivery {
  outcome: 'delivered' | 'adopting' | 'waiting' | 'over' | 'result-refused';
  status: number;
}
