/** A document that is posted to one that is there already (xAPI 1.0.3, part three, 2.2). */
import { Refused } from './lrs-text.ts';

/**
 * Properties at the top are added and replaced, and nothing inside them is merged. Where nothing is held yet, a POST is
 * what a PUT is.
 * @throws Refused where one of the two is no object in JSON
 */
export function merged(held: string | undefined, sent: string, type: string | undefined): string {
  if (held === undefined) return sent;
  if (!/^application\/json\s*(;|$)/i.test(type ?? ''))
    throw new Refused(400, 'only application/json can be merged');
  return JSON.stringify({ ...objectIn(held, 'what is stored'), ...objectIn(sent, 'what was sent') });
}

function objectIn(text: string, which: string): object {
  const value = parsed(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Refused(400, `${which} is no object in JSON, and can't be merged`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
