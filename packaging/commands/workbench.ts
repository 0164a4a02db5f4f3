/** `npm start`: makes what is missing, opens the workbench, and runs until it is stopped. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { EngineFailure, engineAddress } from '../../src/workbench/records/clickhouse-engine.ts';
import { Database } from '../../src/workbench/server/database.ts';
import {
  DatabaseInUse,
  NoPort,
  startWorkbench,
  type WorkbenchOptions,
} from '../../src/workbench/server/index.ts';
import { UsageError } from '../failures.ts';
import { command, folderName } from './command.ts';
import { freshPackages } from './fresh-packages.ts';
import { materialOf } from './material.ts';
import { engineOf } from './records-engine.ts';
import { newestIn, workbenchPage } from './workbench-page.ts';

const PORT = 4170;
const DATA = '.workbench';

const START = {
  name: 'start',
  does: 'Opens the workbench: a page on this machine in which any package can be tried.',
  options: {
    port: { type: 'string' },
    data: { type: 'string' },
    'no-open': { type: 'boolean' },
    engine: { type: 'string' },
    url: { type: 'string' },
  },
  help: `
  --port N         the first port that is tried (${PORT}); the two after it are taken as well, for the simulated devices
  --data FOLDER    where learners, attempts and dropped packages are kept (${DATA})
  --no-open        only prints the address, and opens no browser
  --engine clickhouse, --url ADDRESS
                   the room Records asks a ClickHouse in which the records are (docs/records-at-scale.md)`,
} as const;

export default command(START, async ({ folder, values }, { say }) => {
  const port = portOf(values.port);
  const data = path.resolve(folderName('--data', values.data ?? DATA));
  const engine = await engineElsewhere(values);
  await ensureUnused(data);
  const packages = await freshPackages(folder, say);
  const page = await workbenchPage(say);
  const workbench = await startWorkbench({
    port,
    data,
    course: folder,
    packages,
    changed: () => newestIn(folder),
    page,
    material: materialOf(folder),
    engine,
    taken: (one) => say(`Port ${one} is taken; trying the next one.`),
  }).catch((error: unknown) => {
    throw toUsage(error, data);
  });
  say(
    `\nThe workbench:    ${workbench.address}\nIts files are in: ${data}\n\nStop it with Ctrl+C; nothing is lost.`,
  );
  if (!values['no-open']) openBrowser(workbench.address);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await workbench.close();
  return 0;
});

async function engineElsewhere(values: {
  engine?: string;
  url?: string;
}): Promise<WorkbenchOptions['engine']> {
  const engine = await engineOf(values, []).catch((error: unknown) => {
    throw error instanceof EngineFailure ? new UsageError(error.message, { cause: error }) : error;
  });
  return engine && values.url ? { host: engineAddress(values.url).host, engine } : undefined;
}

/** Before anything is built: another workbench may have these records open. */
async function ensureUnused(data: string): Promise<void> {
  await mkdir(data, { recursive: true });
  const database = await Database.open(data).catch((error: unknown) => {
    throw toUsage(error, data);
  });
  await database.close();
}

function toUsage(error: unknown, data: string): unknown {
  if (error instanceof DatabaseInUse)
    return new UsageError(
      `The records in ${data} are open in another workbench. Stop that one, or name another folder with --data.`,
      { cause: error },
    );
  return error instanceof NoPort
    ? new UsageError(`${error.message} Name another with --port.`, { cause: error })
    : error;
}

function portOf(given: string | undefined): number {
  const port = Number(given ?? PORT);
  if (!Number.isInteger(port) || port < 1024 || port > 65_000)
    throw new UsageError(`--port takes a whole number from 1024 to 65000, not "${given}".`);
  return port;
}

/** Where no browser can be opened, the address stands there to be copied. */
function openBrowser(address: string): void {
  const [program, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', address]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', address];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
