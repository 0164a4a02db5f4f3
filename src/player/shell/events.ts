/** What parts of the shell ask of the shell itself. */
import { BubblingEvent } from '../design/bubbling-event.ts';

/** Open or close the outline. */
export class MenuEvent extends BubblingEvent {
  constructor() {
    super('cm-menu');
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

declare global {
  interface HTMLElementEventMap {
    'cm-menu': MenuEvent;
    'cm-dismissed': DismissedEvent;
    'cm-exit': ExitEvent;
  }
}
