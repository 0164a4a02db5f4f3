/**
 * Time and chance of a whole story, held in one hand: all devices' clocks run on it, and the same seed gives the same
 * story. What the modules under test take from a browser's globals is put in place here, and nothing else of a DOM.
 */
import { random } from '../../src/learning/draw.ts';

interface Timer {
  at: number;
  run: () => void;
}

/** Monday morning, in truth; devices may think otherwise. */
const START = Date.UTC(2026, 0, 5, 9, 0, 0);

export class World {
  now = START;
  readonly chance: () => number;
  /** Whose clock `Date.now` tells: of the device that did something last. */
  offset = 0;
  /** Where the course's page lies, if it knows that: then it can ask the LMS whether that still knows the learner. */
  address: string | undefined;
  /** Whether the LMS of the page that is speaking would send its learner to the door. */
  isSignedOut: () => boolean = () => false;
  /** What escaped: nobody caught it. */
  readonly escaped: string[] = [];
  #timers: Timer[] = [];

  constructor(seed: number) {
    this.chance = random(seed);
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.now + milliseconds, run };
    this.#timers.push(timer);
    return () => (this.#timers = this.#timers.filter((other) => other !== timer));
  }

  /** Runs what falls due, in order; after each, everything under way comes to rest. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds;
    await quiet();
    for (let next = this.#next(until); next; next = this.#next(until)) {
      const due = next;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.now = Math.max(this.now, due.at);
      this.attempt('a timer', due.run);
      await quiet();
    }
    this.now = Math.max(this.now, until);
  }

  attempt(what: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.escape(what, error);
    }
  }

  escape(what: string, error: unknown): void {
    this.escaped.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  #next(until: number): Timer | undefined {
    return this.#timers
      .filter(({ at }) => at <= until)
      .reduce<Timer | undefined>(
        (first, timer) => (first && first.at <= timer.at ? first : timer),
        undefined,
      );
  }
}

/** The HTTP client's answers take some turns of the loop. */
const TURNS = 6;

/** Lets everything under way come to rest. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
}

let current: World | undefined;
const there = (): World => {
  if (!current) throw new Error('no story is being told');
  return current;
};

const put = (of: object, name: string, value: unknown): unknown =>
  Object.defineProperty(of, name, { value, configurable: true, writable: true });

/** Puts the world's time and chance in the place of the browser's, for as long as the process lives. */
export function enter(world: World): void {
  if (!current) install();
  current = world;
}

function install(): void {
  process.on('unhandledRejection', (error: unknown) => there().escape('a promise', error));
  put(globalThis, 'navigator', { onLine: true, languages: ['en'], language: 'en' });
  put(globalThis, 'document', { baseURI: 'https://course.example/', documentElement: {} });
  put(Date, 'now', () => there().now + there().offset);
  put(crypto, 'getRandomValues', fillByChance);
  put(crypto, 'randomUUID', uuidByChance);
  put(AbortSignal, 'timeout', timeout);
  Object.defineProperty(globalThis, 'location', { get: placeOfPage, configurable: true });
  put(globalThis, 'fetch', fetchPage);
  // The machine's own time would let the same seed tell two stories
  put(globalThis, 'setTimeout', (run: () => void, milliseconds = 0) => there().after(milliseconds, run));
  put(globalThis, 'clearTimeout', (cancel: unknown) => typeof cancel === 'function' && cancel());
}

const placeOfPage = (): object | undefined => {
  const { address } = there();
  return address === undefined ? undefined : { href: address, search: '' };
};

/** The LMS's page for people: who is not signed in is led to the door. */
async function fetchPage(): Promise<object> {
  if (there().isSignedOut()) return { type: 'opaqueredirect', ok: false, status: 0 };
  throw new TypeError('Failed to fetch');
}

function fillByChance<Numbers extends Uint8Array | Uint16Array | Uint32Array>(numbers: Numbers): Numbers {
  const { chance } = there();
  for (let index = 0; index < numbers.length; index++)
    numbers[index] = Math.floor(chance() * 2 ** (8 * numbers.BYTES_PER_ELEMENT));
  return numbers;
}

function uuidByChance(): string {
  const hex = Array.from(fillByChance(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

function timeout(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  there().after(milliseconds, () => controller.abort(new DOMException('Timed out', 'TimeoutError')));
  return controller.signal;
}
