/** Serves unpacked packages and the LMS's page on loopback, as an LMS does, and remembers every request. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Files } from '../../packaging/pack/zip.ts';

export interface Served {
  path: string;
  /** Bytes as sent with gzip. */
  gzip: number;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

export class PackageServer {
  readonly requests: Served[] = [];
  /** Milliseconds that a page takes to arrive, by its bytes as sent; other files are not kept waiting. */
  pageDelay: (gzip: number) => number = () => 0;
  private readonly folders = new Map<string, Files>();
  private readonly pages = new Map<string, string>();
  private server: Server | undefined;

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      const name = decodeURIComponent(new URL(request.url ?? '/', 'http://lms').pathname);
      const body = this.find(name);
      if (!body) {
        response.writeHead(404).end();
        return;
      }
      const zipped = gzipSync(body);
      this.requests.push({ path: name, gzip: zipped.byteLength });
      response.writeHead(200, {
        'Content-Type': TYPES[path.extname(name)] ?? 'application/octet-stream',
        'Content-Encoding': 'gzip',
        'Cache-Control': 'private, max-age=7776000, immutable',
      });
      const delay = name.endsWith('.html') ? this.pageDelay(zipped.byteLength) : 0;
      if (delay > 0) setTimeout(() => response.end(zipped), delay);
      else response.end(zipped);
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
  }

  get origin(): string {
    const address = this.server?.address() as AddressInfo | undefined;
    return `http://127.0.0.1:${address?.port}`;
  }

  /** Puts a package's files under `/<name>/`. */
  addPackage(name: string, files: Files): void {
    this.folders.set(name, files);
  }

  addPage(name: string, text: string): void {
    this.pages.set(name, text);
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private find(name: string): Uint8Array | undefined {
    const page = this.pages.get(name);
    if (page !== undefined) return new TextEncoder().encode(page);
    const [, folder = '', ...rest] = name.split('/');
    return this.folders.get(folder)?.get(rest.join('/'));
  }
}
