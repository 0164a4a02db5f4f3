/**
 * What is said to an LRS: @xapi/xapi over an adapter of our own on `fetch`. The library's own adapters have no time-out, no
 * `keepalive` and (on fetch) lose the status of an error; and its cache buster is a parameter that a strict LRS refuses,
 * where `cache: 'no-store'` does the same.
 *
 * Of the library `sendStatements`, `getStatement`, `getStatements` and `setState` are used, and nothing else. It brings 17 KB
 * (gzip) of axios, whatever is used of it, so it is loaded when it is needed.
 */
import type XAPI from '@xapi/xapi';
import { LrsError, statusOf, type Client, type StateKey } from './client.ts';
import type { Actor, BareStatement, Statement } from './types.ts';

export interface StatementClient extends Client {
  send(statements: readonly Statement[], leaving?: boolean): Promise<void>;
  /** Undefined where the LRS does not have it. */
  statement(id: string): Promise<BareStatement | undefined>;
  /** The newest one of this verb, about this activity in this registration. */
  latest(query: StatementQuery): Promise<BareStatement | undefined>;
  /** Gives the new ETag where the LRS tells one. */
  putState(key: StateKey, value: unknown, match: Match, leaving?: boolean): Promise<string | undefined>;
}

export interface StatementQuery {
  agent: Actor;
  verb: string;
  activity: string;
  registration?: string;
}

/** `new`: only where there is none yet. Undefined: whatever is there. */
export type Match = { etag: string } | 'new' | undefined;

export function createStatementClient(client: Client): StatementClient {
  const { endpoint, auth, version } = client;
  const connections = new Map<boolean, XAPI>();
  const library = later(() => import('@xapi/xapi'));

  async function lrs(leaving = false): Promise<XAPI> {
    const { default: Library } = await library();
    let connection = connections.get(leaving);
    if (!connection) {
      connection = new Library({ endpoint, auth, version, adapter: client.request(leaving) as never });
      connections.set(leaving, connection);
    }
    return connection;
  }

  return {
    ...client,
    async send(statements, leaving = false) {
      await (await lrs(leaving)).sendStatements({ statements: statements as never });
    },
    statement: async (id) => orNothing((await lrs()).getStatement({ statementId: id })),
    async latest({ agent, verb, activity, registration }) {
      const query = {
        agent: agent as never,
        verb,
        activity,
        limit: 1,
        ...(registration ? { registration } : {}),
      };
      const { data } = await (await lrs()).getStatements(query);
      return (data as unknown as { statements?: BareStatement[] } | null)?.statements?.[0];
    },
    async putState(key, value, match, leaving = false) {
      const condition =
        match === 'new'
          ? { matchHeader: 'If-None-Match', etag: '*' }
          : match
            ? { matchHeader: 'If-Match', etag: match.etag }
            : {};
      const { headers } = await (
        await lrs(leaving)
      ).setState({ ...key, ...condition, state: value } as never);
      return headers['etag'] as string | undefined;
    },
  };
}

/** A module that could not be fetched is asked for again at the next need: to the outbox that is an LRS without answer. */
function later<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let coming: Promise<Module> | undefined;
  return () => {
    coming ??= load().catch((): never => {
      coming = undefined;
      throw new LrsError('the xAPI library', 0);
    });
    return coming;
  };
}

async function orNothing<Value>(answer: Promise<{ data: unknown }>): Promise<Value | undefined> {
  try {
    return (await answer).data as Value;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}
