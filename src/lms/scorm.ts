/**
 * An LMS that speaks SCORM, in memory: the session, the calls and their errors, what a commit brings to the server and
 * what comes back at the next launch. It is written from the standards (their tables are `rules12.ts` and
 * `rules2004.ts`) and never from the project's own formats, so that it stays an oracle that knows nothing of what it
 * judges. Habits of real LMSs are switches.
 */
import { Attempt, seen, type Seen } from './attempt.ts';
import type { Habit } from './habits.ts';
import { arrives, beaconSize, delivers, hasBeacon, finishes, stores, transcribes } from './server.ts';
import { PageModel } from './page-model.ts';
import { type Delivered, type LaunchFacts, type Method, type Model, type Standard } from './standard.ts';

export type { Seen } from './attempt.ts';
export type { LaunchFacts } from './standard.ts';

/**
 * The line between the page and the server:
 *
 * - `refuses`: the server answers with an error.
 * - `offline`: no network.
 * - `session-lost`: the learner was logged out; every commit fails from now on.
 * - `throws`: every call throws.
 * - `contradicts`: commits answer `false` with the error code 0, though the data is stored.
 */
export type Fault = 'refuses' | 'offline' | 'session-lost' | 'throws' | 'contradicts';

export interface Call {
  name: string;
  element: string;
  value: string;
  error: number;
}

/** What a window tells of how it came. */
export interface Navigated {
  getEntriesByType(type: string): { type: string; transferSize: number }[];
}

type Refuses = (call: Call) => boolean;

export class ScormLms {
  fault: Fault | undefined;
  /** The learner is on the way out: the LMS's own page is closing. */
  leaving = false;
  readonly calls: Call[] = [];
  /** What the server has. */
  readonly attempt: Attempt;
  /** What this launch gave the page; the Back button brings it again. */
  readonly delivered: Delivered;
  protected readonly facts: LaunchFacts;
  readonly habits: ReadonlySet<Habit>;
  readonly #standard: Standard;
  readonly #page: PageModel;
  /** What the last commit tried to send. */
  readonly #tried: Model;
  #error = 0;
  #state: 'before' | 'running' | 'terminated' = 'before';
  #counts = { opened: 0, closed: 0, commits: 0 };
  /** Bytes of beacons. */
  #underWay = 0;

  constructor(
    standard: Standard,
    habits: readonly Habit[],
    facts: LaunchFacts,
    held: Map<string, string> | Attempt,
  ) {
    this.#standard = standard;
    this.facts = facts;
    this.habits = new Set(habits);
    this.attempt = held instanceof Attempt ? held : new Attempt(held);
    this.delivered = facts.page ?? delivers(standard, this.habits, facts, this.attempt);
    if (this.has('already-begun')) this.#begin();
    this.#page = new PageModel(standard, this.habits, facts, this.delivered);
    this.#tried = new Map(this.delivered.data);
  }

  /** A page out of the browser's cache took nothing from the network. */
  protected get navigated(): Navigated {
    const isOld = this.facts.page !== undefined;
    const entry = { type: isOld ? 'back_forward' : 'navigate', transferSize: isOld ? 0 : 30_000 };
    return { getEntriesByType: (type) => (type === 'navigation' ? [entry] : []) };
  }

  /** A page out of the cache is there once. */
  protected factsOfNext(): LaunchFacts {
    const { page: _, ...facts } = this.facts;
    return facts;
  }

  has(habit: Habit): boolean {
    return this.habits.has(habit);
  }

  /** Calls that were refused; a failing server (101) is none. */
  protected refused(isNone: Refuses = () => false): Call[] {
    return this.calls.filter((call) => call.error !== 0 && call.error !== 101 && !isNone(call));
  }

  seen(): Seen {
    const { version, elements } = this.#standard;
    return seen(this.attempt, version, elements, this.#counts);
  }

  // ---- the calls -----------------------------------------------------------------------------------------------------

  protected initialize(parameter: string): string {
    return this.#answer('Initialize', parameter, '', () => {
      const { codes } = this.#standard;
      if (parameter !== '') return codes.argument;
      if (this.#state === 'running') return codes.initialised;
      if (this.#state === 'terminated') return codes.ended;
      this.#begin();
      return 0;
    });
  }

  #begin(): void {
    this.#state = 'running';
    this.#counts.opened++;
  }

  protected finish(parameter: string): string {
    const { finish, atFinish } = this.#standard;
    const answer = this.#answer(finish, parameter, '', () => {
      const refused = this.#refusesCall('finish', parameter);
      if (refused) return refused;
      if (this.has('one-finish')) this.#state = 'terminated';
      atFinish(this.#page.values, this.facts, this.delivered.mode);
      finishes(this.#standard, this.habits, this.#page.values, this.#page.touched);
      this.#addTime();
      const error = this.#send();
      if (error !== 0) return error;
      this.#state = 'terminated';
      this.#counts.closed++;
      transcribes(this.#standard, this.habits, this.attempt, this.leaving);
      return this.has('no-exit-request') && this.#page.values.get('adl.nav.request') === 'exit' ? 101 : 0;
    });
    if (this.has('exit-all-throws') && this.#page.values.get('adl.nav.request') === 'exitAll')
      throw new SyntaxError("Unexpected token '<'");
    return answer;
  }

  protected commit(parameter: string): string {
    const answer = this.#answer('Commit', parameter, '', () => {
      const refused = this.#refusesCall('commit', parameter);
      if (refused) return refused;
      this.#counts.commits++;
      return this.#send();
    });
    if (this.fault === 'contradicts') return 'false';
    if (this.fault === 'session-lost' && this.has('silent-lost-session')) this.#error = 0;
    return answer;
  }

  protected getValue(element: string): string {
    let value = '';
    this.#answer('GetValue', element, '', () => {
      const found = this.#refusesCall('get') || this.#page.read(element);
      if (typeof found === 'number') return found;
      value = found;
      return 0;
    });
    if (value === '' && this.has('null-for-nothing')) return 'null';
    if (/(status|mode|credit)$/.test(element)) return this.#inOwnWords(value);
    const isCount = element.endsWith('._count') && value !== '' && this.has('numbers-for-text');
    return isCount ? (Number(value) as unknown as string) : value;
  }

  #inOwnWords(word: string): string {
    if (this.has('one-letter-words')) return word.slice(0, 1);
    return this.has('capital-words') ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
  }

  protected setValue(element: string, value: string): string {
    const answer = this.#answer(
      'SetValue',
      element,
      value,
      () => this.#refusesCall('set') || this.#page.set(element, value),
    );
    if (answer === 'true' && this.has('silent-set')) return undefined as unknown as string;
    // An object, as `new String` makes one: neither equal to "true" nor of type string
    return this.has('boxed-answers') ? (Object(answer) as string) : answer;
  }

  protected lastError(): string {
    this.#record('GetLastError', '', '', 0);
    return this.has('numbers-for-text') ? (this.#error as unknown as string) : String(this.#error);
  }

  #record(name: string, element: string, value: string, error: number): void {
    this.calls.push({ name: `${this.#standard.prefix}${name}`, element, value, error });
    if (this.fault === 'throws') throw new Error('The frame of the LMS is gone');
  }

  #answer(name: string, element: string, value: string, act: () => number): string {
    if (this.fault === 'throws') this.#record(name, element, value, 101);
    this.#error = act();
    const silent = this.has('always-true') && /^(Commit|Finish|Terminate)$/.test(name);
    if (silent) this.#error = 0;
    this.#record(name, element, value, this.#error);
    return this.#error === 0 ? 'true' : 'false';
  }

  #refusesCall(method: Method, parameter?: string): number {
    const { codes } = this.#standard;
    if (parameter !== undefined && parameter !== '') return codes.argument;
    const [before, after] = codes.closed[method];
    if (this.#state === 'running') return 0;
    return this.#state === 'before' ? before : after;
  }

  // ---- to the server and back ------------------------------------------------------------------------------------------

  /** What the session took is added to what earlier ones took (1.2 3.4.2.1.9, RTE 4.2.27). */
  #addTime(): void {
    const { elements, addTime, rules } = this.#standard;
    const { sessionTime, totalTime } = elements;
    const nothing = rules[totalTime]?.initial ?? '';
    const again = this.has('adds-time-again') ? this.attempt.data.get(sessionTime) : undefined;
    const session = String(this.#page.values.get(sessionTime) ?? again ?? nothing);
    this.#page.values.set(totalTime, addTime(this.delivered.data.get(totalTime) ?? nothing, session));
  }

  #send(): number {
    const posted = this.has('sends-changes') ? this.#changes() : this.#page.values;
    if (this.has('forgets-failed-commit')) this.#remember(posted);
    // A closing page sends a beacon, and nobody tells it what became of it
    const isBlind = this.leaving && hasBeacon(this.habits);
    if (this.fault === 'refuses' || this.fault === 'session-lost') return isBlind ? 0 : 101;
    if (this.fault === 'offline') return this.has('true-offline') ? 0 : 101;
    this.#remember(posted);
    const texts = new Map([...posted].map(([element, value]) => [element, String(value)]));
    if (!arrives(this.habits, this.leaving, texts, this.#underWay)) return 0;
    if (this.leaving) this.#underWay += beaconSize(texts, this.habits);
    stores(this.#standard, this.habits, this.attempt, texts);
    return 0;
  }

  #changes(): Model {
    return new Map([...this.#page.values].filter(([element, value]) => this.#tried.get(element) !== value));
  }

  #remember(posted: Model): void {
    for (const [element, value] of posted) this.#tried.set(element, value);
  }
}
