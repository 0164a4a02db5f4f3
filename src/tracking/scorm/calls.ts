/**
 * The conversation with a SCORM API: no call throws, only what changed is set, and what the LMS may have lost is known.
 */
import type { Log } from '../log.ts';
import type { Problem } from '../record.ts';
import type { FoundApi } from './find-api.ts';

interface CallNames {
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

/** Why a value must be taken: without the state the work is not stored, without a result it doesn't count. */
export type Need = 'state' | 'result';

export type OtherSpelling = (element: string, value: string) => string;

export class ScormCalls {
  /**
   * Another value that means the same, or does no harm for a moment: for LMSs that forget what a failed commit carried
   * and then don't send the same value again. Absent where the LMS sends everything again.
   */
  otherSpelling: OtherSpelling | undefined;
  /** Nothing is spelled otherwise: where the page closes, nobody puts it right. */
  plain = false;
  /** Since the last `forgive`: what keeps the data from being stored, and what only deserves a line in the log. */
  failure: Problem | undefined;
  warning: Problem | undefined;
  /** Set since the last commit. */
  readonly touched = new Set<string>();
  /** Elements whose parts are tried unasked: that one throws at them says no more than that it has none. */
  readonly guessed = new Set<string>();
  /** The last call threw. */
  threw = false;
  readonly #found: FoundApi;
  readonly #rules: CallRules;
  readonly #online: () => boolean;
  readonly #log: Log;
  /** What the LMS took. */
  readonly #held = new Map<string, string>();
  /** Of that, what it may not have stored. */
  readonly #unsure = new Set<string>();
  /** How the last commit spelled it. */
  readonly #tried = new Map<string, string>();
  readonly #refused = new Map<string, string>();
  /** What the last call was answered with, where that was neither yes nor an error; empty where it was. */
  #odd = '';
  /** What this LMS answers to commits that went well, in place of yes: its first one showed it. Empty: it says yes. */
  #habit: string | undefined;

  /** @param meansItsNo This LMS never answers `false` to what went well. */
  constructor(found: FoundApi, rules: CallRules, online: () => boolean, log: Log, meansItsNo = false) {
    this.#found = found;
    this.#rules = rules;
    this.#online = online;
    this.#log = log;
    if (meansItsNo) this.#habit = '';
  }

  forgive(): void {
    this.failure = this.warning = undefined;
  }

  /** Empty for anything that is no text, and for the words that some write for nothing. */
  get(element: string): string {
    const text = textOf(this.#call(this.#rules.calls.get, element)) ?? '';
    return NOTHING.test(text) ? '' : text;
  }

  /** NaN where there is none. Some write decimals as their country does. */
  number(element: string): number {
    return parseFloat(this.get(element).replace(',', '.'));
  }

  /** Per cent; NaN for what is none: another course's points, where this one was put into its place and the records stayed. */
  percent(element: string): number {
    const number = this.number(element);
    return number >= 0 && number <= 100 ? number : NaN;
  }

  /** Where the window of the LMS has gone, nothing can be stored any more, whatever its object says. */
  gone(): Problem | undefined {
    if (this.#found.isThere()) return undefined;
    const detail = 'The window of the LMS is closed, or shows something else.';
    return { code: 'session-over', detail, cause: 'window-gone' };
  }

  /** The code of the last error, which is none where the LMS answers nothing; `none` where it answers nonsense. */
  error(): string {
    return this.#code() || '0';
  }

  /** Empty where the LMS answers nothing. */
  #code(): string {
    const answer = this.#call(this.#rules.calls.error);
    const code = textOf(answer === false ? '' : (answer ?? '')) ?? '?';
    return NOTHING.test(code) ? '' : /^\w{0,9}$/.test(code) ? code : 'none';
  }

  initialize(): Problem | undefined {
    return this.#ask(this.#rules.calls.initialize, ['']);
  }

  /** The LMS had this value before. */
  known(element: string, value: string): void {
    this.#held.set(element, value);
  }

  /**
   * Sets an element unless the LMS has the value already. False where it was refused.
   * @param need Tried every time, and a failure where it is refused.
   */
  put(element: string, value: string, need?: Need): boolean {
    let spelled = value;
    if (this.#held.get(element) === value) {
      if (!this.#unsure.has(element) || !this.otherSpelling) return true;
      if (this.#tried.get(element) === value) {
        if (this.plain) return true;
        spelled = this.otherSpelling(element, value);
      }
    }
    if (!need && this.#refused.get(element) === spelled) return false;
    const isTaken = (): boolean => !need || isSame(this.get(element), spelled);
    const set = (): Problem | undefined => this.#ask(this.#rules.calls.set, [element, spelled], isTaken);
    let problem = set();
    if (problem?.code === 'lms-refused' && spelled !== value) {
      // It takes the value in this one spelling
      spelled = value;
      problem = set();
    }
    if (problem?.code === 'lms-threw' && [...this.guessed].some((part) => element.startsWith(`${part}.`)))
      problem = { ...problem, code: 'lms-refused' };
    if (problem) {
      if (problem.code === 'lms-refused') this.#refused.set(element, spelled);
      if (problem.code !== 'lms-refused' || need === 'state') this.failure ??= problem;
      else if (need) this.failure ??= { ...problem, code: 'refused-result' };
      else this.warning ??= problem;
      return false;
    }
    this.#held.set(element, spelled);
    this.touched.add(element);
    return true;
  }

  /** Whether what the LMS gives back is what it took. An element that can't be read, asked twice, says nothing. */
  verify(element: string): void {
    const sent = this.#held.get(element);
    const back = this.get(element) || this.get(element);
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
      this.#tried.set(element, this.#held.get(element) ?? '');
    }
    this.touched.clear();
    if (problem) this.failure ??= problem;
    return !problem;
  }

  /** Without another spelling. */
  plainly(put: () => void): void {
    const before = this.plain;
    this.plain = true;
    put();
    this.plain = before;
  }

  /** An LMS that forgets would not be sent all of it: what the last commit had in this spelling, and failed. */
  get isStuck(): boolean {
    return [...this.#unsure].some((element) => {
      const held = this.#held.get(element) ?? '';
      return this.#tried.get(element) === held && (this.otherSpelling?.(element, held) ?? held) !== held;
    });
  }

  finish(): Problem | undefined {
    return this.#store(this.#rules.calls.finish);
  }

  /**
   * `false` with the error code 0 contradicts itself, and `ok` is no word of the standard: where the launch's own first commit
   * was answered so it is a habit, and a warning, until a yes comes; after a clear yes it means that the session is lost. And
   * `true` is no proof: offline, an LMS may hand the data to the browser and hope.
   */
  #store(name: string): Problem | undefined {
    const before = this.#online();
    const answer = this.#ask(name, ['']);
    // Whoever says yes when it went well means no by no
    if (!answer) this.#habit = '';
    const odd = answer?.code === 'lms-refused' ? this.#odd : '';
    this.#habit ??= odd;
    if (odd && odd === this.#habit) this.warning ??= answer;
    else if (answer) return answer.code === 'lms-refused' ? { ...answer, code: 'not-stored' } : answer;
    if (!before || !this.#online()) return { code: 'offline', detail: 'The browser is offline.' };
    return this.gone();
  }

  /**
   * Undefined where it went well.
   * @param isTaken What decides where the answer is neither yes nor no, and there is no error.
   */
  #ask(name: string, values: readonly string[], isTaken?: () => boolean): Problem | undefined {
    const answer = unboxed(this.#call(name, ...values));
    this.#odd = '';
    if (isYes(answer)) return undefined;
    if (answer instanceof Thrown) return { code: 'lms-threw', detail: `${name}: ${answer.kind}` };
    const isNo = /^false$/i.test(String(answer));
    const told = this.#code();
    const code = told || (isNo ? 'none' : '0');
    // Neither yes nor no: the error decides. Of a commit that is too little
    const isSilent = answer === undefined || answer === null || answer === '';
    if (isSilent && name !== this.#rules.calls.commit && told && Number(code) === 0) return undefined;
    if (Number(code) === 0) {
      if (!isNo && isTaken?.()) return undefined;
      this.#odd = isNo || isSilent ? 'false' : oddWord(answer);
    }
    // An LMS may answer with anything, a page that greets the learner by name too
    const said = /^\w{0,9}$/.test(String(answer)) ? String(answer) : typeof answer;
    const detail = `${name} ${values[0] || '()'}: ${said}, error ${code}`;
    this.#log.add(detail);
    return { code: this.#rules.over.includes(code) ? 'session-over' : 'lms-refused', detail };
  }

  #call(name: string, ...values: string[]): unknown {
    this.threw = false;
    try {
      const { api } = this.#found;
      return Reflect.apply(api[name] as (...values: string[]) => unknown, api, values);
    } catch (error) {
      this.threw = true;
      this.#log.add(`${name} ${values[0] ?? ''} threw`);
      return new Thrown(error instanceof Error ? error.name : typeof error);
    }
  }
}

/** An LMS may write a number in its own way. */
const isSame = (back: string, sent: string): boolean => back === sent || Number(back) === Number(sent || NaN);

/** What was thrown, by its kind alone: a message may hold anything. */
class Thrown {
  readonly kind: string;
  constructor(kind: string) {
    this.kind = kind;
  }
}

/** A word or a few, or 0, that are no page and no failure. */
function oddWord(answer: unknown): string {
  const said = typeof answer === 'number' || typeof answer === 'string' ? String(answer).toLowerCase() : '';
  return /^(0|(?=.*\p{L})[^<{]{1,40})$/u.test(said) && !FAILURES.test(said) ? said : '';
}

const FAILURES = /\bn(o|ot|ok|ull|one|an)?\b|fail|err|denied|expired|invalid|login/;

/** What LMSs and the wrappers around them write where there is nothing. */
const NOTHING = /^\s*(null|undefined|false|NaN|none)\s*$/i;

/**
 * Some answer with an object that holds the word, which of another window is no instance of ours; some with a line break
 * behind it, as their server printed it.
 */
function unboxed(answer: unknown): unknown {
  const kind = Object.prototype.toString.call(answer);
  const isBox = typeof answer === 'object' && /^\[object (String|Number|Boolean)\]$/.test(kind);
  const plain: unknown = isBox ? (answer as object).valueOf() : answer;
  return typeof plain === 'string' ? plain.trim() : plain;
}

function textOf(answer: unknown): string | undefined {
  const plain = unboxed(answer);
  return typeof plain === 'string' || typeof plain === 'number' ? String(plain) : undefined;
}

/** The standard's word is "true"; LMSs also answer true, "TRUE" and 1. */
function isYes(answer: unknown): boolean {
  return (
    answer === 1 ||
    ((typeof answer === 'string' || typeof answer === 'boolean') && /^(true|1)$/i.test(String(answer)))
  );
}
