/** Listening on loopback alone, on ports that lie side by side. */
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';

export type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** How far a free port is looked for. */
const TRIES = 50;

const LOOPBACK = '127.0.0.1';

export class NoPort extends Error {}

/**
 * Opens a row of servers. What they answer is known only when their ports are, so `fetches` comes with it.
 * @param taken is told of each port that another program has
 * @returns the servers and the first port of the row
 */
export async function listenInARow(
  first: number,
  count: number,
  fetches: (port: number) => readonly Fetch[],
  taken: (port: number) => void,
): Promise<{ servers: Server[]; port: number }> {
  for (let port = first; port < first + TRIES && port + count <= 65_536; port++) {
    const servers: Server[] = [];
    for (const [at, fetch] of fetches(port).entries()) {
      const server = await listen(port + at, fetch);
      if (!server) {
        taken(port + at);
        break;
      }
      servers.push(server);
    }
    if (servers.length === count) return { servers, port };
    await Promise.all(servers.map(stop));
  }
  throw new NoPort(`No free ports were found from ${first} on.`);
}

async function listen(port: number, fetch: Fetch): Promise<Server | undefined> {
  const server = createAdaptorServer({ fetch }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(undefined) : reject(error),
    );
    server.listen(port, LOOPBACK, () => resolve(server));
  });
}

export async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
