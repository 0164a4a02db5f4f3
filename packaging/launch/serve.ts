/** Serves a package's files on loopback, out of its zip, and the page of the LMS around them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { openArchive, type PackedFile } from '../check/zip/archive.ts';
import { readFile } from '../check/zip/read.ts';
import type { Source } from '../check/zip/source.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.xml': 'application/xml',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
};
/** Bytes. Larger films are not asked for at the start. */
const MOST = 64 * 2 ** 20;

export interface Served {
  origin: string;
  close(): Promise<void>;
}

/** @param pages by their paths; the package lies below `/package/` */
export async function servePackage(source: Source, pages: Readonly<Record<string, string>>): Promise<Served> {
  const { files, refused } = await openArchive(source);
  const byName = new Map<string, PackedFile>(refused ? [] : files.map((file) => [file.name, file]));
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://lms.invalid').pathname;
    const answer = (type: string, body: string | Uint8Array): void => {
      response.writeHead(200, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' }).end(body);
    };
    const none = (): void => void response.writeHead(404).end();
    const page = pages[address];
    if (page !== undefined) return answer(address.endsWith('.js') ? 'text/javascript' : 'text/html', page);
    const file = byName.get(nameOf(address));
    if (!file || file.size > MOST) return none();
    const type = TYPES[path.extname(file.name).toLowerCase()] ?? 'application/octet-stream';
    readFile(file, file.size)
      .then((read) => ('bytes' in read ? answer(type, read.bytes) : none()))
      .catch(none);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => closed(server),
  };
}

function nameOf(address: string): string {
  const name = address.replace(/^\/package\//, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
