/**
 * What blocks and questions raise: small classes with plain fields. Components never call learning or tracking; the shell
 * listens and acts. What marks in text raise is in `design/marks.ts`.
 */
import type { Response } from '../course/compiled.ts';
import { BubblingEvent } from './design/bubbling-event.ts';
import type { Doing } from '../learning/types.ts';

/** A counting block has been done (its rule is in docs/authoring.md). May be raised again; the machine ignores repeats. */
export class BlockDoneEvent extends BubblingEvent {
  readonly block: string;
  /** What was done, where the kind of block tells: the way through a scenario, the answer to a check. */
  readonly doing: Doing | undefined;
  constructor(block: string, doing?: Doing) {
    super('cm-block-done');
    this.block = block;
    this.doing = doing;
  }
}

/** The response of a question changed; undefined while it is not complete enough to count as an answer. */
export class ResponseEvent extends BubblingEvent {
  readonly response: Response | undefined;
  constructor(response: Response | undefined) {
    super('cm-response');
    this.response = response;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cm-block-done': BlockDoneEvent;
    'cm-response': ResponseEvent;
  }
}
