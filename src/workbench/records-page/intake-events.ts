/** What the page hears of what is put in. */
import { BubblingEvent } from '../../player/design/bubbling-event.ts';

/** Something was taken in, so that every answer may be another. */
export class TakenEvent extends BubblingEvent {
  constructor() {
    super('wb-taken');
  }
}

/** Whoever has put in what there is wants to see what it says. */
export class AnswersEvent extends BubblingEvent {
  constructor() {
    super('wb-answers');
  }
}
