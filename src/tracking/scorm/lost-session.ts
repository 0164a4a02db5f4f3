/** Tells a session that the LMS has lost from a server that is down: SCORM has no word for the difference. */
import type { Problem } from '../record.ts';
import { askForPageAround } from './lms-page.ts';

/**
 * Whether the LMS is there and still knows the learner: asked for this page, it sends a stranger to the door. That it has none
 * there any more, since the package was replaced or the learner may not see it, is an answer too. Undefined where nobody can
 * tell: a server in trouble may come back.
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
    return ok || REFUSALS.has(status) || undefined;
  } catch {
    return undefined;
  }
}

/** Words that waiting changes nothing about. */
const REFUSALS: ReadonlySet<number> = new Set([400, 403, 404, 410]);

/** Commits that failed in a row, by when a server that is merely down would have come back. */
const MANY = 6;

const SIGNED_OUT: Problem = {
  code: 'session-over',
  detail: 'The LMS has signed the learner out.',
  cause: 'signed-out',
};

export class LostSession {
  readonly #ask: () => Promise<boolean | undefined>;
  #failures = 0;
  #known: boolean | undefined;
  /** Set once a commit failed and the LMS sent the learner to its door: nothing more may be asked of it. */
  signedOut: Problem | undefined;

  constructor(ask: () => Promise<boolean | undefined> = isKnown) {
    this.#ask = ask;
  }

  stored(): void {
    this.#failures = 0;
    this.#known = this.signedOut = undefined;
  }

  /**
   * A commit failed while the browser was online. The LMS is asked meanwhile, and what it said counts at the next one.
   * Gives why the session is over, where that is sure.
   */
  failed(): Problem | undefined {
    const known = this.#known;
    if (this.signedOut) return this.#turnedAway();
    this.#failures++;
    void this.#ask().then((answer) => this.#heard(answer));
    if (!known || this.#failures < MANY) return undefined;
    const detail = `The LMS answers, and refused ${this.#failures} commits in a row.`;
    return { code: 'session-over', detail, cause: 'not-heard' };
  }

  #heard(known: boolean | undefined): void {
    // Something was stored meanwhile
    if (this.#failures === 0) return;
    this.#known = known;
    if (known === false) this.#turnedAway();
  }

  /**
   * Moodle opens, after the learner has signed in again, what it was last asked for without a session: of the course's own
   * requests an error page, of the page around it the course. It may lead to its door by itself before the learner does.
   */
  #turnedAway(): Problem {
    askForPageAround();
    return (this.signedOut = SIGNED_OUT);
  }
}
