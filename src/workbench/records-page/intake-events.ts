/** What the page hears of what is put in. */
import type { Reading } from '../records/import/meanings.ts';
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

/** It was said what the headings mean; without a reading nothing is to become of the table. */
export class ExplainedEvent extends BubblingEvent {
  readonly reading: Reading | undefined;

  constructor(reading?: Reading) {
    super('wb-explained');
    this.reading = reading;
  }
}

/** It names who is expected to take the course. */
export class ListedEvent extends BubblingEvent {
  constructor() {
    super('wb-listed');
  }
}
