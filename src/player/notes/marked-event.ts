import { BubblingEvent } from '../design/bubbling-event.ts';

/** Something of the learner's own joined; `words` say what. Where it isn't kept the learner hears of it. */
export class MarkedEvent extends BubblingEvent {
  readonly words: string;
  constructor(words: string) {
    super('cm-marked');
    this.words = words;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cm-marked': MarkedEvent;
  }
}
