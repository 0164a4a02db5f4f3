import { BubblingEvent } from '../design/bubbling-event.ts';

/** Show the help lines. */
export class HelpEvent extends BubblingEvent {
  constructor() {
    super('cm-help');
  }
}

declare global {
  interface HTMLElementEventMap {
    'cm-help': HelpEvent;
  }
}
