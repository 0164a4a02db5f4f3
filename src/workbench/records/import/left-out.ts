/** What of a file of statements goes into no table, since it is no statement or nobody's: counted, and told with the first line of each. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { linesOf } from './broken-statement.ts';
import { statementIn } from './envelope.ts';
import type { Note, Notes } from './notes.ts';

/** After this many lines nobody waits for the first of a kind to be found. */
const LOOKED_THROUGH = 200_000;

const REASONS = ['no-statement', 'group', 'nobody-did'] as const satisfies readonly Note[];
type Reason = (typeof REASONS)[number];

/** @param counting SQL that counts them, in the order above. @param path where statements stand one a line */
export async function noteLeftOut(
  connection: DuckDBConnection,
  counting: string,
  path: string | undefined,
  notes: Notes,
): Promise<void> {
  const found = await connection.runAndReadAll(counting);
  const counts = (found.getRows()[0] ?? []).map(Number);
  const left = REASONS.filter((_, at) => (counts[at] ?? 0) > 0);
  const lines = path === undefined ? new Map<Reason, number>() : await firstLines(path, left);
  for (const reason of left) notes.add(reason, lines.get(reason), counts[REASONS.indexOf(reason)]);
}

async function firstLines(path: string, left: readonly Reason[]): Promise<Map<Reason, number>> {
  const first = new Map<Reason, number>();
  if (left.length === 0) return first;
  let line = 0;
  for await (const text of linesOf(path)) {
    line += 1;
    const reason = whyLeftOut(text);
    if (reason !== undefined && !first.has(reason)) first.set(reason, line);
    if (first.size === left.length || line === LOOKED_THROUGH) break;
  }
  return first;
}

const isSaid = (one: unknown): boolean => one !== undefined && one !== null;

interface Said {
  actor?: Readonly<Record<string, unknown>> | null;
  verb?: { id?: unknown } | null;
}

/** The engine takes for JSON what JavaScript doesn't (`NaN`): such a line isn't told. */
function read(text: string): Said | undefined {
  try {
    return statementIn(text) as Said;
  } catch {
    return undefined;
  }
}

/** As `staged.ts` tells who somebody is. */
function whyLeftOut(text: string): Reason | undefined {
  const said = read(text);
  if (!said) return undefined;
  const { actor, verb } = said;
  if (!isSaid(actor) || !isSaid(verb?.id)) return 'no-statement';
  const { objectType, mbox, mbox_sha1sum, openid, name, account } = actor ?? {};
  if (objectType === 'Group') return 'group';
  const { homePage, name: inAccount } = (account ?? {}) as Record<string, unknown>;
  const isKnown =
    Boolean(mbox) ||
    (typeof inAccount === 'string' && /.@./.test(inAccount)) ||
    (isSaid(homePage) && isSaid(inAccount)) ||
    [mbox_sha1sum, openid, name].some(isSaid);
  return isKnown ? undefined : 'nobody-did';
}
