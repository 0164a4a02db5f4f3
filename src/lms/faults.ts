/**
 * What can go wrong between a course and an API object of SCORM, at any call and for either standard. It wraps the LMSs
 * of this folder and those of others alike: all that it knows of them is the eight calls and the attempt that they
 * store to.
 */
import type { Attempt } from './attempt.ts';

/**
 * - `throws`: the call throws; nothing is done.
 * - `refuses`: nothing is done, and the call fails with this code.
 * - `unstored`: the answer is yes, and nothing is kept: of a commit, or of this one value.
 * - `stored`: it is done, and the answer is no, with this code; 0 contradicts itself.
 * - `half`: a commit arrives by half, and the answer is yes.
 * - `cuts`: a value that is set arrives cut off at this length, and the answer is yes.
 * - `gone`: the window of the LMS has closed. Its object says yes to everything from now on, and nothing arrives.
 * - `truncates`: a commit arrives with the state cut off at this length, and the answer is yes.
 * - `answers`: it is done, and this is answered instead: nothing, `undefined`, another's words.
 * - `boxed`: it is done, and the answer is an object that holds it.
 * - `delay`: it is done, and blocks the page for so many milliseconds.
 * - `offline`, `session-lost`, `refusing`: from now on nothing reaches the server; `back`: from now on all is well; `back-late`: after this call.
 */
export type ApiFault =
  | 'throws'
  | { refuses: number }
  | 'unstored'
  | { stored: number }
  | 'half'
  | { truncates: number }
  | { cuts: number }
  | 'gone'
  | { answers: unknown }
  | 'boxed'
  | { delay: number }
  | 'offline'
  | 'session-lost'
  | 'refusing'
  | 'back'
  | 'back-late';

export type ConnectionState = 'offline' | 'session-lost' | 'refuses' | undefined;

export interface ApiCall {
  /** The same in both standards: Initialize, Finish, Commit, GetValue, SetValue, GetLastError. */
  name: string;
  element: string;
  value: string;
  /** The first call of a launch is 0. */
  nth: number;
}

export type FaultPlan = (call: ApiCall) => ApiFault | undefined;

export interface FaultContext {
  /** What the LMS stores to. */
  attempt: Attempt;
  /** An LMS that has habits of its own when its server can't be reached. */
  connection?(state: ConnectionState): void;
  /** The window has closed: it holds the object no more. */
  gone?(): void;
  /** Blocks for a while, as a synchronous request does. */
  wait?(milliseconds: number): void;
}

type Named = Extract<ApiFault, string>;
type ConnectionFault = Exclude<Named, 'throws' | 'unstored' | 'half' | 'boxed' | 'gone' | 'back-late'>;
type Api = Record<string, (...values: unknown[]) => unknown>;

const METHODS = [
  'Initialize',
  'Finish',
  'Terminate',
  'Commit',
  'GetValue',
  'SetValue',
  'GetLastError',
  'GetErrorString',
  'GetDiagnostic',
];
const CONNECTIONS: Readonly<Record<ConnectionFault, ConnectionState>> = {
  offline: 'offline',
  'session-lost': 'session-lost',
  refusing: 'refuses',
  back: undefined,
};
const STORING = /^(Commit|Finish)$/;
/** What an object says that is nobody's any more. */
const YES: Readonly<Record<string, string>> = {
  GetValue: '',
  GetLastError: '0',
  GetErrorString: '',
  GetDiagnostic: '',
};
const ASKING = /^Get(LastError|ErrorString|Diagnostic)$/;

export function withFaults<Wrapped extends object>(
  inner: Wrapped,
  plan: FaultPlan,
  context: FaultContext,
): Wrapped {
  const faulty = new FaultyApi(inner as unknown as Api, plan, context);
  const names = METHODS.flatMap((name) => [name, `LMS${name}`]).filter(
    (name) => typeof (inner as unknown as Api)[name] === 'function',
  );
  return Object.fromEntries(
    names.map((name) => [name, (...values: unknown[]) => faulty.call(name, values)]),
  ) as Wrapped;
}

class FaultyApi {
  readonly #inner: Api;
  readonly #plan: FaultPlan;
  readonly #context: FaultContext;
  #count = 0;
  /** Instead of what the LMS says of the last call. */
  #error: number | undefined;
  #connection: ConnectionState;
  #gone = false;

  constructor(inner: Api, plan: FaultPlan, context: FaultContext) {
    this.#inner = inner;
    this.#plan = plan;
    this.#context = context;
  }

  call(method: string, values: unknown[]): unknown {
    const name = method.replace(/^LMS/, '').replace('Terminate', 'Finish');
    const [element = '', value = ''] = values.map(String);
    const fault = this.#plan({ name, element, value, nth: this.#count++ });
    if (!ASKING.test(name)) this.#error = undefined;
    const pass = (): unknown => this.#pass(method, name, values);
    if (this.#gone) return YES[name] ?? 'true';
    if (typeof fault === 'object' && 'cuts' in fault)
      return this.#pass(method, name, [element, value.slice(0, fault.cuts)].slice(0, values.length));
    return fault === undefined ? pass() : this.#apply(fault, name, pass);
  }

  #apply(fault: Exclude<ApiFault, { cuts: number }>, name: string, pass: () => unknown): unknown {
    if (typeof fault === 'string') return this.#named(fault, name, pass);
    if ('refuses' in fault) return this.#no(fault.refuses, name);
    if ('truncates' in fault) return this.#through(cut(fault.truncates), pass);
    const answer = pass();
    if ('stored' in fault) return this.#no(fault.stored, name);
    if ('answers' in fault) return fault.answers;
    (this.#context.wait ?? block)(fault.delay);
    return answer;
  }

  #named(fault: Named, name: string, pass: () => unknown): unknown {
    switch (fault) {
      case 'throws':
        throw new Error('The frame of the LMS is gone');
      case 'unstored':
        if (name === 'SetValue') return 'true';
        return STORING.test(name) ? this.#through(() => new Map(), pass) : pass();
      case 'half':
        return this.#through(half, pass);
      case 'boxed':
        return Object(pass());
      case 'gone':
        this.#gone = true;
        this.#context.gone?.();
        return YES[name] ?? 'true';
      case 'back-late': {
        const answer = pass();
        this.#connect('back');
        return answer;
      }
      case 'offline':
      case 'session-lost':
      case 'refusing':
      case 'back':
        this.#connect(fault);
        return pass();
    }
  }

  #connect(fault: ConnectionFault): void {
    this.#connection = CONNECTIONS[fault];
    this.#context.connection?.(this.#connection);
  }

  #pass(method: string, name: string, values: unknown[]): unknown {
    if (name === 'GetLastError' && this.#error !== undefined) return String(this.#error);
    // An LMS that knows nothing of its connection says plainly that it failed
    if (this.#connection && !this.#context.connection && STORING.test(name)) return this.#no(101, name);
    return this.#inner[method]!(...values);
  }

  #no(code: number, name: string): string {
    if (ASKING.test(name)) return String(code);
    this.#error = code;
    return name === 'GetValue' ? '' : 'false';
  }

  #through(gate: Attempt['gate'], pass: () => unknown): unknown {
    const { attempt } = this.#context;
    const before = attempt.gate;
    attempt.gate = gate;
    try {
      return pass();
    } finally {
      attempt.gate = before;
    }
  }
}

const half: Attempt['gate'] = (posted) => new Map([...posted].slice(0, Math.floor(posted.size / 2)));

const cut =
  (length: number): Attempt['gate'] =>
  (posted) =>
    new Map(
      [...posted].map(([element, value]) => [
        element,
        element === 'cmi.suspend_data' ? value.slice(0, length) : value,
      ]),
    );

function block(milliseconds: number): void {
  const until = Date.now() + milliseconds;
  while (Date.now() < until);
}
