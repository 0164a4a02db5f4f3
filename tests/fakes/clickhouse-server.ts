/** What speaks to a client as ClickHouse's HTTP interface does: who asks, the settings, the query, an answer or an error. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Question {
  sql: string;
  /** As the address has them: `join_use_nulls=1`. */
  settings: Readonly<Record<string, string>>;
}

/** ClickHouse's own number of an error, and its words. */
export class ClickhouseRefusal extends Error {
  readonly code: number;
  constructor(code: number, words: string) {
    super(words);
    this.code = code;
  }
}

const NOT_SETTINGS = new Set(['query_id', 'database', 'query', 'session_id', 'role']);

export class ClickhouseServer {
  readonly #server: Server;

  /** @param answer the engine: JSON as ClickHouse writes it. @throws ClickhouseRefusal in `answer` for what it refuses */
  constructor(user: string, password: string, answer: (question: Question) => string) {
    const key = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    this.#server = createServer((request, response) => {
      void this.#take(request, response, key, answer);
    });
  }

  async start(): Promise<URL> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return new URL(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #take(
    request: IncomingMessage,
    response: ServerResponse,
    key: string,
    answer: (question: Question) => string,
  ): Promise<void> {
    const { searchParams } = new URL(request.url ?? '/', 'http://clickhouse.test');
    const sql = await text(request);
    try {
      if (request.headers.authorization !== key)
        throw new ClickhouseRefusal(516, 'user: Authentication failed: password is incorrect');
      const settings = [...searchParams].filter(([name]) => !NOT_SETTINGS.has(name));
      response.setHeader('Content-Type', 'application/json; charset=UTF-8');
      response.end(answer({ sql, settings: Object.fromEntries(settings) }));
    } catch (error) {
      const { code, message } = error as ClickhouseRefusal;
      response.statusCode = code === 516 ? 403 : 500;
      response.setHeader('X-ClickHouse-Exception-Code', String(code ?? 0));
      response.end(`Code: ${code ?? 0}. DB::Exception: ${message}. (SOME_ERROR) (version 26.7.2)`);
    }
  }
}
