/** An LMS that speaks SCORM 2004. */
import type { Attempt } from './attempt.ts';
import { LMSS, type Habit } from './habits.ts';
import { SCORM_2004 } from './rules2004.ts';
import { ScormLms, type Call, type LaunchFacts, type Navigated } from './scorm.ts';

export class Scorm2004Lms extends ScormLms {
  readonly #habits: readonly Habit[];

  constructor(
    habits: readonly Habit[] = LMSS.plain['2004'],
    facts: LaunchFacts = {},
    held: Map<string, string> | Attempt = new Map(),
  ) {
    super(SCORM_2004, habits, facts, held);
    this.#habits = habits;
  }

  /** The next launch of the same attempt, with what the server gives back. */
  relaunch(facts: LaunchFacts = {}): Scorm2004Lms {
    return new Scorm2004Lms(this.#habits, { ...this.factsOfNext(), ...facts }, this.attempt);
  }

  /** The next launch after somebody reset the attempt. */
  newAttempt(facts: LaunchFacts = {}): Scorm2004Lms {
    return new Scorm2004Lms(this.#habits, { ...this.factsOfNext(), ...facts });
  }

  /** A window in which a course finds the API. */
  get scope(): { API_1484_11: Scorm2004Lms['api']; performance: Navigated } {
    return { API_1484_11: this.api, performance: this.navigated };
  }

  /** Reading what was never set is no refusal. */
  get refusals(): Call[] {
    return this.refused(({ name, error }) => name === 'GetValue' && error === 403);
  }

  readonly api = {
    version: '1.0',
    Initialize: (parameter: string): string => this.initialize(parameter),
    Terminate: (parameter: string): string => this.finish(parameter),
    Commit: (parameter: string): string => this.commit(parameter),
    GetValue: (element: string): string => this.getValue(element),
    SetValue: (element: string, value: string): string => this.setValue(element, value),
    GetLastError: (): string => this.lastError(),
    GetErrorString: (code: string): string => `Error ${code}`,
    GetDiagnostic: (code: string): string => `Error ${code}`,
  };
}
