/** The strict LRS, or the cmi5 LMS, on a port of loopback, with the CORS headers that a real one sends. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Cmi5Lms } from '../../src/lms/cmi5.ts';
import type { Lrs } from '../../src/lms/lrs.ts';

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match',
  'Access-Control-Expose-Headers': 'ETag, Retry-After, X-Experience-API-Version',
};

export class LrsServer<Held extends Lrs> {
  readonly lrs: Held;
  private readonly server: Server;

  constructor(lrs: Held) {
    this.lrs = lrs;
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.lrs.endpoint = `${this.origin}/xapi/`;
    if (this.lrs instanceof Cmi5Lms) this.lrs.fetchBase = `${this.origin}/fetch/`;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, CORS).end();
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const url = `${this.origin}${request.url ?? ''}`;
    const { lrs } = this;
    if (lrs instanceof Cmi5Lms && url.startsWith(lrs.fetchBase) && request.method === 'POST') {
      const { status, body } = lrs.token(url.slice(lrs.fetchBase.length));
      response.writeHead(status, { ...CORS, 'Content-Type': 'application/json' }).end(body);
      return;
    }
    const asked = lrs.toRequest(url, {
      method: request.method ?? 'GET',
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(parts).toString('utf8'),
    });
    const answer = asked && lrs.answer(asked);
    if (answer === 'hangs') return;
    if (!answer) {
      request.socket.destroy();
      return;
    }
    if (answer.delay) await lrs.wait(answer.delay);
    response.writeHead(answer.status, { ...CORS, ...answer.headers }).end(answer.body ?? '');
  }
}
