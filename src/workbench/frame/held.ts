/** The attempt as the server of the workbench holds it, for an LMS that runs in the page: what is stored is stored there. */
import { Attempt } from '../../lms/attempt.ts';
import type { Call, HeldAttempt } from '../shapes.ts';

/** Milliseconds that calls wait for others before they are kept. */
const PAUSE = 400;

export class Held {
  readonly attempt = new Attempt();
  /** The course's page or the LMS's is being closed. */
  closing = false;
  /** Why the server kept nothing when it was last asked. */
  lost: 'unreachable' | 'reset' | undefined;
  readonly #base: string;
  #waiting: Call[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(base: string, held: HeldAttempt) {
    this.#base = base;
    this.#fill(held);
  }

  /** Another device may have stored something meanwhile. False: the server does not answer. */
  pull(): boolean {
    const text = this.#ask('GET');
    if (text === undefined) return false;
    // a page that closes may ask nothing; it goes on with what it knows
    if (text !== '') this.#fill(JSON.parse(text) as HeldAttempt);
    return true;
  }

  /** What it holds, as text; two are the same where nothing was stored. */
  get text(): string {
    const { data, grade, ticked, locked } = this.attempt;
    const held: HeldAttempt = {
      data: Object.fromEntries(data),
      ...(grade && { grade: grade.raw === undefined ? {} : { raw: grade.raw } }),
      ticked,
      locked,
    };
    return JSON.stringify(held);
  }

  /** On the server's disk when it answers true. */
  push(): boolean {
    const body = `{"held":${this.text},"calls":${JSON.stringify(this.#drain())}}`;
    return this.#ask('POST', body) !== undefined;
  }

  /** A call for the log: it goes along with what is stored next, or after a pause. */
  note(call: Call): void {
    this.#waiting.push(call);
    this.#timer ??= setTimeout(() => this.flush(), PAUSE);
  }

  flush(): void {
    const calls = this.#drain();
    if (calls.length > 0) navigator.sendBeacon(`${this.#base}calls`, JSON.stringify(calls));
  }

  #drain(): Call[] {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const calls = this.#waiting;
    this.#waiting = [];
    return calls;
  }

  #fill({ data, grade, ticked, locked }: HeldAttempt): void {
    const { attempt } = this;
    attempt.data.clear();
    for (const [element, value] of Object.entries(data)) attempt.data.set(element, value);
    attempt.grade = grade && { raw: grade.raw };
    attempt.ticked = ticked;
    attempt.locked = locked;
  }

  /**
   * An API of SCORM answers at once, so the request is synchronous. Browsers refuse that while a page closes: a beacon is
   * sent then, as LMSs do, and nobody hears what became of it. That a window closes which the course opened is known
   * from what Chromium says alone.
   */
  #ask(method: 'GET' | 'POST', body?: string): string | undefined {
    const url = `${this.#base}attempt`;
    this.lost = undefined;
    const request = new XMLHttpRequest();
    request.open(method, url, false);
    try {
      request.send(body ?? null);
    } catch (error) {
      const isBlind = this.closing || /page dismissal/i.test(String(error));
      if (isBlind && (body === undefined || navigator.sendBeacon(url, body))) return '';
      this.lost = 'unreachable';
      return undefined;
    }
    if (request.status < 300) return request.responseText;
    this.lost = request.status === 404 ? 'reset' : 'unreachable';
    return undefined;
  }
}
