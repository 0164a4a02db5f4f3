/**
 * What components raise: small classes with plain fields. Components never call learning or tracking; the shell
 * listens and acts. All bubble and cross shadow roots.
 */
import type { Response } from '../course/compiled.ts';
import type { Doing } from '../learning/types.ts';

abstract class PlayerEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** A counting block has been done (its rule is in docs/authoring.md). May be raised again; the machine ignores repeats. */
export class BlockDoneEvent extends PlayerEvent {
  readonly block: string;
  /** What was done, where the kind of block tells: the way through a scenario, the answer to a check. */
  readonly doing: Doing | undefined;
  constructor(block: string, doing?: Doing) {
    super('cm-block-done');
    this.block = block;
    this.doing = doing;
  }
}

/**
 * The learner asked to go to a lesson, a section, a block or a page (`#id`), or to `assessment`, `left`, `sources`,
 * `glossary`. `part` is the key of the source that was cited, where `to` is `sources`.
 */
export class GoEvent extends PlayerEvent {
  readonly to: string;
  readonly part: string | undefined;
  constructor(to: string, part?: string) {
    super('cm-go');
    this.to = to;
    this.part = part;
  }
}

/** A glossary term in the text was asked for; `anchor` is the button pressed. */
export class TermEvent extends PlayerEvent {
  readonly term: string;
  readonly anchor: HTMLElement;
  constructor(term: string, anchor: HTMLElement) {
    super('cm-term');
    this.term = term;
    this.anchor = anchor;
  }
}

/** The response of a question changed; undefined while it is not complete enough to count as an answer. */
export class ResponseEvent extends PlayerEvent {
  readonly response: Response | undefined;
  constructor(response: Response | undefined) {
    super('cm-response');
    this.response = response;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cm-block-done': BlockDoneEvent;
    'cm-go': GoEvent;
    'cm-term': TermEvent;
    'cm-response': ResponseEvent;
  }
}
