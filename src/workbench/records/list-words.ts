/** What became of a list of who is expected, in sentences. */
import type { Expected } from './expected.ts';

/** Names that are told one by one. */
const MOST = 20;

export function listWords({ people, unknown, unclear }: Expected): string[] {
  if (people + unclear.length === 0) return ['There is no list now.'];
  const words = [`The list has ${people} ${people === 1 ? 'person' : 'people'}.`];
  if (unknown.length > 0)
    words.push(
      `In no report, and so not started: ${named(unknown)}. If one of them is there under another name, write the address.`,
    );
  if (unclear.length > 0)
    words.push(
      `Left out, since several people in the records have this name: ${named(unclear)}. Write the address.`,
    );
  return words;
}

function named(names: readonly string[]): string {
  const rest = names.length - MOST;
  return `${names.slice(0, MOST).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
