/** An LMS that speaks SCORM 1.2. */
import type { Attempt } from './attempt.ts';
import { LMSS, type Habit } from './habits.ts';
import { SCORM_12 } from './rules12.ts';
import { ScormLms, type Call, type LaunchFacts, type Navigated } from './scorm.ts';

export class Scorm12Lms extends ScormLms {
  readonly #habits: readonly Habit[];

  constructor(
    habits: readonly Habit[] = LMSS.plain['1.2'],
    facts: LaunchFacts = {},
    held: Map<string, string> | Attempt = new Map(),
  ) {
    super(SCORM_12, habits, facts, held);
    this.#habits = habits;
  }

  /** The next launch of the same attempt, with what the server has. */
  relaunch(facts: LaunchFacts = {}): Scorm12Lms {
    return new Scorm12Lms(this.#habits, { ...this.factsOfNext(), ...facts }, this.attempt);
  }

  /** The next launch after somebody reset the attempt. */
  newAttempt(facts: LaunchFacts = {}): Scorm12Lms {
    return new Scorm12Lms(this.#habits, { ...this.factsOfNext(), ...facts });
  }

  /** A window in which a course finds the API. */
  get scope(): { API: Scorm12Lms['api']; performance: Navigated } {
    return { API: this.api, performance: this.navigated };
  }

  get refusals(): Call[] {
    return this.refused();
  }

  /** The status as this standard has it: one for two. */
  get status(): string {
    return this.attempt.data.get('cmi.core.lesson_status') ?? 'not attempted';
  }

  readonly api = {
    LMSInitialize: (parameter: string): string => this.initialize(parameter),
    LMSFinish: (parameter: string): string => this.finish(parameter),
    LMSCommit: (parameter: string): string => this.commit(parameter),
    LMSGetValue: (element: string): string => this.getValue(element),
    LMSSetValue: (element: string, value: string): string => this.setValue(element, value),
    LMSGetLastError: (): string => this.lastError(),
    LMSGetErrorString: (code: string): string => `Error ${code}`,
    LMSGetDiagnostic: (code: string): string => `Error ${code}`,
  };
}
