/**
 * The envelope around a saved state: `1.<token>.<counter in base 36>.<body>`. The token names the LMS attempt. The
 * counter changes with every write: an LMS that forgets what a failed commit carried sends nothing when the same value
 * is set again.
 */
export interface Envelope {
  token: string;
  counter: number;
  body: string;
}

const TOKEN = 10;
const COUNTER = 6;

/** How many counters there are. Behind the last comes the first: only a state that was tampered with gets there. */
const COUNTERS = 36 ** COUNTER;

/** What the envelope adds at most to a state, for the proof that the worst case fits. */
export const ENVELOPE_LIMIT = '1.'.length + TOKEN + 1 + COUNTER + 1;

export function seal({ token, counter, body }: Envelope): string {
  return `1.${token}.${(counter % COUNTERS).toString(36)}.${body}`;
}

/** Undefined where the text is no envelope. The body is not looked into. */
export function unseal(text: string): Envelope | undefined {
  const [, token, counter, body] = /^1\.(\w{10})\.([0-9a-z]{1,6})\.(.*)$/s.exec(text) ?? [];
  return token && counter ? { token, counter: parseInt(counter, 36), body: body ?? '' } : undefined;
}

/** Ten characters, about 51 bits. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(TOKEN));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}
