/**
 * The conversation with a SCORM API: no call throws, only what changed is set, and what the LMS may have lost is known.
 */
import type { Log } from '../log.ts';
import type { Problem } from '../record.ts';

export interface CallNames {
  readonly initialize: string;
  readonly finish: string;
  readonly get: string;
  readonly set: string;
  readonly commit: string;
  readonly error: string;
}

export interface CallRules {
  readonly calls: CallNames;
  /** Error codes after a call that say: there is no session (any more). */
  readonly over: readonly string[];
}

export type OtherSpelling = (element: string, value: string) => string;

export class ScormCalls {
  /**
   * Another value that means the same, or does no harm for a moment: for LMSs that forget what a failed commit carried
   * and then don't send the same value again. Absent where the LMS sends everything again.
   */
  otherSpelling: OtherSpelling | undefined;
  /** Since the last `forgive`: what keeps the data from being stored, and what only deserves a line in the log. */
  failure: Problem | undefined;
  warning: Problem | undefined;
  /** Set since the last commit. */
  readonly touched = new Set<string>();
  readonly #api: Record<string, unknown>;
  readonly #rules: CallRules;
  readonly #online: () => boolean;
  readonly #log: Log;
  /** What the LMS took. */
  readonly #held = new Map<string, string>();
  /** Of that, what it may not have stored. */
  readonly #unsure = new Set<string>();
  readonly #refused = new Map<string, string>();

  constructor(api: Record<string, unknown>, rules: CallRules, online: () => boolean, log: Log) {
    this.#api = api;
    this.#rules = rules;
    this.#online = online;
    this.#log = log;
  }

  forgive(): void {
    this.failure = this.warning = undefined;
  }

  /** Empty for anything that is no text. */
  get(element: string): string {
    return textOf(this.#call(this.#rules.calls.get, element)) ?? '';
  }

  /** The code of the last error; `none` where the LMS answers nonsense. */
  error(): string {
    const code = textOf(this.#call(this.#rules.calls.error))?.trim() ?? '';
    return /^\w{1,9}$/.test(code) ? code : 'none';
  }

  initialize(): Problem | undefined {
    return this.#ask(this.#rules.calls.initialize, '');
  }

  /** The LMS had this value before. */
  known(element: string, value: string): void {
    this.#held.set(element, value);
  }

  /**
   * Sets an element unless the LMS has the value already. False where it was refused.
   * @param essential Without it the learner's work is not stored: tried every time, and a failure.
   */
  put(element: string, value: string, essential = false): boolean {
    let spelled = value;
    if (this.#held.get(element) === value) {
      if (!this.#unsure.has(element) || !this.otherSpelling) return true;
      spelled = this.otherSpelling(element, value);
    }
    if (!essential && this.#refused.get(element) === spelled) return false;
    const problem = this.#ask(this.#rules.calls.set, element, spelled);
    if (problem) {
      if (problem.code === 'lms-refused') this.#refused.set(element, spelled);
      if (essential || problem.code !== 'lms-refused') this.failure ??= problem;
      else this.warning ??= problem;
      return false;
    }
    this.#held.set(element, spelled);
    this.touched.add(element);
    return true;
  }

  /** Whether what the LMS gives back is what it took. An element that can't be read says nothing. */
  verify(element: string): void {
    const sent = this.#held.get(element);
    const back = this.get(element).trim();
    if (sent === undefined || back === '' || back === sent) return;
    this.failure ??= { code: 'not-stored', detail: `${sent.length} characters became ${back.length}.` };
    this.#held.delete(element);
  }

  /** False: what was set since the last commit may not be stored. */
  commit(): boolean {
    const problem = this.#store(this.#rules.calls.commit);
    for (const element of this.touched) {
      if (problem) this.#unsure.add(element);
      else this.#unsure.delete(element);
    }
    this.touched.clear();
    if (problem) this.failure ??= problem;
    return !problem;
  }

  finish(): Problem | undefined {
    return this.#store(this.#rules.calls.finish);
  }

  /**
   * `false` with the error code 0 contradicts itself: a warning. And `true` is no proof: offline, an LMS may hand the
   * data to the browser and hope.
   */
  #store(name: string): Problem | undefined {
    const before = this.#online();
    const problem = this.#ask(name, '');
    if (problem?.code === 'lms-refused' && problem.detail.endsWith('false, error 0'))
      this.warning ??= problem;
    else if (problem) return problem.code === 'lms-refused' ? { ...problem, code: 'not-stored' } : problem;
    return before && this.#online() ? undefined : { code: 'offline', detail: 'The browser is offline.' };
  }

  /** Undefined where it went well. */
  #ask(name: string, ...values: string[]): Problem | undefined {
    const answer = this.#call(name, ...values);
    if (isYes(answer)) return undefined;
    if (answer instanceof Thrown) return { code: 'lms-threw', detail: `${name}: ${answer.kind}` };
    const code = this.error();
    // An LMS may answer with anything, a page that greets the learner by name too
    const said = /^\w{0,9}$/.test(String(answer)) ? String(answer) : typeof answer;
    const detail = `${name} ${values[0] || '()'}: ${said}, error ${code}`;
    this.#log.add(detail);
    return { code: this.#rules.over.includes(code) ? 'session-over' : 'lms-refused', detail };
  }

  #call(name: string, ...values: string[]): unknown {
    try {
      return Reflect.apply(this.#api[name] as (...values: string[]) => unknown, this.#api, values);
    } catch (error) {
      this.#log.add(`${name} ${values[0] ?? ''} threw`);
      return new Thrown(error instanceof Error ? error.name : typeof error);
    }
  }
}

/** What was thrown, by its kind alone: a message may hold anything. */
class Thrown {
  readonly kind: string;
  constructor(kind: string) {
    this.kind = kind;
  }
}

function textOf(answer: unknown): string | undefined {
  return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : undefined;
}

/** The standard's word is "true"; LMSs also answer true, "TRUE" and 1. */
function isYes(answer: unknown): boolean {
  return (
    answer === 1 ||
    ((typeof answer === 'string' || typeof answer === 'boolean') && /^(true|1)$/i.test(String(answer)))
  );
}
