/** What the cover asks of the shell; a language is asked for elsewhere too. */
import { BubblingEvent } from '../design/bubbling-event.ts';

/** Leave the cover. */
export class BeginEvent extends BubblingEvent {
  constructor() {
    super('cm-begin');
  }
}

/** Show every word in another language of the course. */
export class LanguageEvent extends BubblingEvent {
  readonly language: string;
  constructor(language: string) {
    super('cm-language');
    this.language = language;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cm-begin': BeginEvent;
    'cm-language': LanguageEvent;
  }
}
