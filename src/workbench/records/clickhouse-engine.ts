/**
 * The records in a ClickHouse that was named: the same questions, the same shapes. It is only asked. What fills its tables
 * is its own (docs/records-at-scale.md). The key lives in the client that is made here, and nothing of it is written.
 */
import { ClickHouseError, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { CLICKHOUSE_SETTINGS } from './clickhouse.ts';
import { mustBeSafe } from './keyed-address.ts';
import type { Asks } from './store.ts';
import type { Cell } from './tables.ts';

export interface EngineAccess {
  url: URL;
  user: string;
  password: string;
}

/** Why it can't be asked, and what to do. */
export class EngineFailure extends Error {}

export type Engine = Asks & { close(): Promise<void> };

/** How long one question may take, in milliseconds. */
const PATIENCE = 120_000;

/** @throws EngineFailure that says what is wrong with the address */
export function engineAddress(address: string): URL {
  const example = 'It looks like https://clickhouse.example.org:8443.';
  if (!URL.canParse(address)) throw new EngineFailure(`"${address}" is no address. ${example}`);
  const url = new URL(address);
  mustBeSafe(url, (what) => new EngineFailure(what));
  // the client would take settings, and keys, from there
  if (url.search) throw new EngineFailure(`The address has nothing after a question mark. ${example}`);
  return url;
}

export function openClickhouse({ url, user, password }: EngineAccess): Engine {
  const client = createClient({
    url,
    username: user,
    password,
    request_timeout: PATIENCE,
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: { ...CLICKHOUSE_SETTINGS, output_format_json_quote_64bit_integers: 0 },
  });
  return {
    async query(sql) {
      try {
        const answer = await client.query({ query: sql, format: 'JSON' });
        return plainRows(await answer.json());
      } catch (error) {
        throw new EngineFailure(`${url.host}: ${reasonOf(error)}`, { cause: error });
      }
    },
    close: () => client.close(),
  };
}

interface Answer {
  meta?: readonly { name: string; type: string }[];
  data: readonly unknown[];
}

/** Times as DuckDB writes them: without the zeros behind the last digit that says something. */
function plainRows({ meta = [], data }: Answer): Record<string, Cell>[] {
  const times = meta.filter(({ type }) => type.includes('DateTime')).map(({ name }) => name);
  return data.map((row) => {
    const cells = { ...(row as Record<string, Cell>) };
    for (const name of times) {
      const cell = cells[name];
      if (typeof cell === 'string') cells[name] = cell.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
    }
    return cells;
  });
}

/** By ClickHouse's number of the error, where it is one that somebody can do something about. */
const REASONS: Readonly<Record<string, string>> = {
  '516': 'ClickHouse doesn’t take this user and password.',
  '497': 'This user may not read the records there.',
  '60': 'There are no tables of the records there: docs/records-at-scale.md makes them.',
  '81': 'There is no database called records there: docs/records-at-scale.md makes it.',
  '241': 'The question needs more memory than ClickHouse gives this user.',
  '159': 'The question took longer than ClickHouse lets this user ask.',
};

function reasonOf(error: unknown): string {
  if (error instanceof ClickHouseError)
    return REASONS[error.code] ?? `ClickHouse answers: ${error.message.split('\n')[0]}`;
  return 'Nothing that answers as ClickHouse does. See that the address is right and this machine is online.';
}
