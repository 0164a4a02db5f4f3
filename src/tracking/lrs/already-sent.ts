/**
 * `completed` and `passed` are sent once in a registration (cmi5 9.3), over all sessions and devices. What was sent is
 * kept with the saved state; the LRS itself has the last word, for the session that sent it may have been ended before
 * it arrived.
 */
import { statusOf, waits } from './client.ts';
import type { AlreadySent } from './resume-document.ts';
import type { StatementClient, StatementQuery } from './statement-client.ts';
import { verbId } from './verbs.ts';

export type OnceVerb = 'completed' | 'passed';

/** `failed` is said once in a session. */
export type SaidOnce = OnceVerb | 'failed';

/**
 * True where the LRS has it. Rejects where that can't be known now. Where the LRS lets nobody read statements, what was
 * kept is believed.
 */
export async function wasSent(
  client: StatementClient,
  verb: SaidOnce,
  sent: AlreadySent,
  query: Omit<StatementQuery, 'verb'>,
): Promise<boolean> {
  const id = verb === 'failed' ? undefined : sent[verb];
  try {
    const [own, any] = await Promise.all([
      id === undefined ? undefined : client.statement(id),
      // Without a registration last year's would be found as well
      query.registration === undefined ? undefined : client.latest({ ...query, verb: verbId(verb) }),
    ]);
    return own !== undefined || any !== undefined;
  } catch (error) {
    if (!waits(statusOf(error)) && statusOf(error) !== 401) return id !== undefined;
    throw error;
  }
}
