/** Starts the workbench: one server for its page, and one for each simulated device. */
import { mkdir } from 'node:fs/promises';
import type { Engine } from '../records/clickhouse-engine.ts';
import type { Device } from '../shapes.ts';
import { contentApp } from './content.ts';
import { Database } from './database.ts';
import { Feed } from './feed.ts';
import { Launches } from './launches.ts';
import { Packages } from './packages.ts';
import { BuiltPage } from './page-files.ts';
import { listenInARow, stop, type Fetch } from './ports.ts';
import { Records } from './records.ts';
import { tellRunning } from './running.ts';
import { Supervision } from './supervision.ts';
import { workbenchApp } from './workbench.ts';

export { DatabaseInUse } from './database.ts';
export { NoPort } from './ports.ts';

export interface WorkbenchOptions {
  /** The first port that is tried. */
  port: number;
  /** Where the records are kept. */
  data: string;
  /** The folder of the course, whose questions and principles the records are about. */
  course: string;
  /** Where the packages of the course are. */
  packages: string;
  /** When the course was last changed, in milliseconds since 1970: packages that are older say so. */
  changed?: () => Promise<number>;
  /** Where the page was built. */
  page: string;
  /** What the room *Hand over* packs (`toText`), made when it is first asked for. */
  material: () => Promise<string>;
  /** Where the records are asked that aren't in `data`, with the name of that place. */
  engine?: { host: string; engine: Engine } | undefined;
  /** A port that was wanted is another program's. */
  taken?: (port: number) => void;
}

export interface Workbench {
  address: string;
  close(): Promise<void>;
}

/**
 * Two hosts of the same machine: browsers keep storage apart by host and port, and cookies by host alone, so the devices
 * share neither.
 */
const DEVICES = [
  { name: 'Device A', host: '127.0.0.1' },
  { name: 'Device B', host: 'localhost' },
] as const;

/** @throws DatabaseInUse, NoPort */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  await mkdir(options.data, { recursive: true });
  const database = await Database.open(options.data);
  try {
    const records = new Records(database);
    await records.prepare();
    const packages = new Packages(database, {
      made: options.packages,
      data: options.data,
      changed: options.changed ?? (() => Promise.resolve(0)),
    });
    const supervision = new Supervision(database, options.course, options.data, options.engine);
    const { servers, port } = await listenInARow(
      options.port,
      1 + DEVICES.length,
      (first) => apps(first, options, database, records, packages, supervision),
      options.taken ?? (() => undefined),
    );
    const address = originOf(port);
    const takeBack = await tellRunning(options.data, address);
    return {
      address,
      close: async () => {
        await takeBack();
        await Promise.all(servers.map(stop));
        await packages.close();
        await supervision.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const originOf = (port: number, host = '127.0.0.1'): string => `http://${host}:${port}`;

function apps(
  port: number,
  options: WorkbenchOptions,
  database: Database,
  records: Records,
  packages: Packages,
  supervision: Supervision,
): Fetch[] {
  const origin = originOf(port);
  const devices: Device[] = DEVICES.map(({ name, host }, at) => ({
    name,
    origin: originOf(port + 1 + at, host),
  }));
  const launches = new Launches(database, records, packages, devices, origin);
  const page = new BuiltPage(options.page);
  const feed = new Feed();
  const shared = { records, packages, launches, page };
  const own = workbenchApp({
    ...shared,
    origin,
    devices,
    folder: options.data,
    feed,
    supervision,
    material: options.material,
  });
  const content = devices.map((device) =>
    contentApp({
      ...shared,
      origin: device.origin,
      workbench: origin,
      tell: (launch, calls) => feed.tell(launch, calls),
    }),
  );
  return [own.fetch, ...content.map(({ fetch }) => fetch)] as Fetch[];
}
