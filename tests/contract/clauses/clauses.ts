/** What the clauses of the contract are put to, and how. */
import { expect, it, onTestFinished } from 'vitest';
import type { Call, Fault, LaunchFacts, Seen } from '../../../src/lms/scorm.ts';
import type { Driver } from '../../../src/tracking/record.ts';
import { begin, type Begun } from '../../fakes/begin.ts';

/** One launch of a driver over a fake. */
export interface Subject {
  driver: Driver;
  seen(): Seen;
  /** Sets or takes away a fault. */
  fault(fault: Fault | undefined): void;
  /** The browser's opinion. */
  online(online: boolean): void;
  calls(): readonly Call[];
  refusals(): readonly Call[];
  /** Until what was sent has arrived. */
  settled(): Promise<void>;
  /** The next launch of the same attempt. */
  again(facts?: LaunchFacts): Subject;
}

/** A launch that can be written. */
type Launched = Subject & Begun;

export interface Standard {
  name: string;
  launch(facts?: LaunchFacts): Subject;
  /** A launch where there is nothing to talk to. */
  nowhere(): Driver;
  /** Clauses that the driver can't hold, and why. */
  exceptions: Partial<Record<`T${number}`, string>>;
}

export interface Clauses {
  standard: Standard;
  clause(number: `T${number}`, words: string, test: () => Promise<void>): void;
  /** A first launch, or the next one of an attempt. */
  launched(facts?: LaunchFacts, from?: Subject): Promise<Launched>;
  /** Unless a fault was asked for, no call may be refused. */
  strict<Some extends Subject>(subject: Some): Some;
}

export function clausesFor(standard: Standard): Clauses {
  return {
    standard,
    clause(number, words, test) {
      const reason = standard.exceptions[number];
      it.skipIf(reason !== undefined)(`${number} ${words}${reason ? ` (not here: ${reason})` : ''}`, () => {
        expect.hasAssertions();
        return test();
      });
    },
    async launched(facts, from) {
      const subject = from?.again(facts) ?? standard.launch(facts);
      const begun = await begin(subject.driver);
      await subject.settled();
      return { ...subject, ...begun };
    },
    strict(subject) {
      onTestFinished(() => expect(subject.refusals()).toEqual([]));
      return subject;
    },
  };
}
