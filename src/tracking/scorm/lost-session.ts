/** Tells a session that the LMS has lost from a server that is down: SCORM has no word for the difference. */
import type { Problem } from '../record.ts';

/**
 * Whether the LMS still knows the learner: asked for this page, it sends a stranger to the door. Undefined where nobody
 * can tell.
 */
export async function isKnown(address = globalThis.location?.href): Promise<boolean | undefined> {
  if (!address?.startsWith('http')) return undefined;
  try {
    const { type, ok, status } = await fetch(address, {
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
    });
    if (type === 'opaqueredirect' || status === 401) return false;
    return ok || undefined;
  } catch {
    return undefined;
  }
}

/** Commits that failed in a row, by when a server that is merely down would have come back. */
const MANY = 6;

/**
 * Moodle opens, after the learner has signed in again, what it was last asked for without a session: of the course's requests
 * an error page, of the player's page, which "Open the course again" asks for, the course.
 */
const SIGNED_OUT: Problem = {
  code: 'session-over',
  detail: 'The LMS has signed the learner out.',
  cause: 'signed-out',
};

export class LostSession {
  readonly #ask: () => Promise<boolean | undefined>;
  #failures = 0;
  #known: boolean | undefined;
  /** Set once that is sure: nothing may be asked of the LMS any more. */
  signedOut: Problem | undefined;

  constructor(ask: () => Promise<boolean | undefined> = isKnown) {
    this.#ask = ask;
  }

  stored(): void {
    this.#failures = 0;
    this.#known = undefined;
  }

  /**
   * A commit failed while the browser was online. The LMS is asked meanwhile, and what it said counts at the next one.
   * Gives why the session is over, where that is sure.
   */
  failed(): Problem | undefined {
    const known = this.#known;
    if (known === false) return (this.signedOut = SIGNED_OUT);
    this.#failures++;
    void this.#ask().then((answer) => (this.#known = answer));
    if (!known || this.#failures < MANY) return undefined;
    const detail = `The LMS answers, and refused ${this.#failures} commits in a row.`;
    return { code: 'session-over', detail, cause: 'not-heard' };
  }
}
