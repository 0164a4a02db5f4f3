/** What parts of the shell ask of the shell itself. */
import { BubblingEvent } from '../design/bubbling-event.ts';

/** Open or close the outline. */
export class MenuEvent extends BubblingEvent {
  constructor() {
    super('cm-menu');
  }
}

/** Leave the cover. */
export class BeginEvent extends BubblingEvent {
  constructor() {
    super('cm-begin');
  }
}

/** A message was put away, and the button that had the focus with it. */
export class DismissedEvent extends BubblingEvent {
  constructor() {
    super('cm-dismissed');
  }
}

/** Save and exit. */
export class ExitEvent extends BubblingEvent {
  constructor() {
    super('cm-exit');
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
    'cm-menu': MenuEvent;
    'cm-begin': BeginEvent;
    'cm-dismissed': DismissedEvent;
    'cm-exit': ExitEvent;
    'cm-language': LanguageEvent;
  }
}
