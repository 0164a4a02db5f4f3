/** The packages that can be tried: those just made out of a course, and any that was dropped in. */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { megabytes } from '../../../packaging/check/findings.ts';
import { MOST_BYTES } from '../../../packaging/check/zip/entries.ts';
import type { PackageInfo } from '../shapes.ts';
import type { Database } from './database.ts';
import { describe } from './manifest.ts';
import { BadZip, ZipFile } from './zip-file.ts';

interface Opened {
  changed: number;
  info: PackageInfo;
  zip: ZipFile | undefined;
}

interface Place {
  id: string;
  file: string;
  path: string;
  made: boolean;
}

export class Packages {
  readonly #database: Database;
  readonly #made: string;
  readonly #dropped: string;
  readonly #opened = new Map<string, Opened>();
  /** Zips that were replaced while a page may be reading them. */
  readonly #replaced: ZipFile[] = [];

  /** @param made where the packages of the course are; @param data where those go that are dropped in */
  constructor(database: Database, made: string, data: string) {
    this.#database = database;
    this.#made = made;
    this.#dropped = path.join(data, 'packages');
  }

  /** Two that ask at once must not both open a zip. */
  #last: Promise<unknown> = Promise.resolve();

  async list(): Promise<PackageInfo[]> {
    const found: PackageInfo[] = [];
    for (const place of await this.#places()) {
      const opened = await this.#open(place);
      if (opened) found.push(opened.info);
    }
    return found;
  }

  async find(id: string): Promise<{ info: PackageInfo; zip: ZipFile } | undefined> {
    const known = this.#opened.get(id);
    const place = (await this.#places()).find((one) => one.id === id);
    const opened = place ? await this.#open(place) : known;
    return opened?.zip && { info: opened.info, zip: opened.zip };
  }

  /** The files of a package, for a page that has it open: no look at the disk for each. */
  async files(id: string): Promise<ZipFile | undefined> {
    return this.#opened.get(id)?.zip ?? (await this.find(id))?.zip;
  }

  /** @throws BadZip */
  async add(file: string, body: ReadableStream<Uint8Array>): Promise<PackageInfo> {
    await mkdir(this.#dropped, { recursive: true });
    const part = path.join(this.#dropped, `${randomUUID()}.part`);
    try {
      const id = await write(part, body);
      const zip = await ZipFile.open(part);
      await zip.close();
      const place = path.join(this.#dropped, `${id}.zip`);
      // the same zip again: what is there stays
      if (!(await stat(place).catch(() => undefined))) await rename(part, place);
      await this.#database.run(
        'INSERT OR REPLACE INTO packages VALUES ($1, $2, $3, $4)',
        id,
        path.basename(file),
        path.basename(place),
        BigInt(Date.now()),
      );
      const opened = await this.#open({ id, file: path.basename(file), path: place, made: false });
      if (!opened) throw new BadZip('It could not be kept.');
      return opened.info;
    } finally {
      await rm(part, { force: true });
    }
  }

  async #places(): Promise<Place[]> {
    const names = await readdir(this.#made).catch(() => []);
    const made = names
      .filter((name) => name.endsWith('.zip'))
      .toSorted()
      .map((file) => ({ id: idOf(file), file, path: path.join(this.#made, file), made: true }));
    const dropped = await this.#database.all<{ id: string; file: string; path: string }>(
      'SELECT id, file, path FROM packages ORDER BY added',
    );
    return [
      ...made,
      ...dropped.map(({ id, file, path: name }) => ({
        id,
        file,
        path: path.join(this.#dropped, name),
        made: false,
      })),
    ];
  }

  /** Anew where the file has changed. */
  #open(place: Place): Promise<Opened | undefined> {
    const opening = this.#last.then(() => this.#openNow(place));
    this.#last = opening.catch(() => undefined);
    return opening;
  }

  async #openNow(place: Place): Promise<Opened | undefined> {
    const found = await stat(place.path).catch(() => undefined);
    if (!found) return undefined;
    const known = this.#opened.get(place.id);
    if (known?.changed === found.mtimeMs) return known;
    const opened = { changed: found.mtimeMs, ...(await look(place, found.size)) };
    this.#opened.set(place.id, opened);
    if (known?.zip) this.#replaced.push(known.zip);
    return opened;
  }

  async close(): Promise<void> {
    const zips = [...this.#opened.values()].flatMap(({ zip }) => zip ?? []);
    await Promise.all([...zips, ...this.#replaced].map((zip) => zip.close()));
  }
}

/** The course made again is the same course: attempts go on, as in an LMS in which a package was replaced. */
const idOf = (file: string): string =>
  `made-${file.replace(/\.zip$/, '').replaceAll(/[^A-Za-z0-9.-]+/g, '-')}`;

async function look({ id, file, path: place, made }: Place, bytes: number): Promise<Omit<Opened, 'changed'>> {
  const info = { id, file, bytes, made };
  const empty = { title: file, kind: 'web', standard: 'unknown', parts: [] } as const;
  try {
    const zip = await ZipFile.open(place);
    const described = await describe(zip);
    return { info: { ...info, ...described, title: described.title || file }, zip };
  } catch (error) {
    if (!(error instanceof BadZip)) throw error;
    return { info: { ...info, ...empty, parts: [], trouble: error.message }, zip: undefined };
  }
}

/** @returns the name of its content */
async function write(file: string, body: ReadableStream<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  let left = MOST_BYTES;
  const measure = new Transform({
    transform(piece: Buffer, _encoding, done) {
      left -= piece.byteLength;
      hash.update(piece);
      done(left < 0 ? new BadZip(`It has more than ${megabytes(MOST_BYTES)}.`) : null, piece);
    },
  });
  await pipeline(
    Readable.fromWeb(body as import('node:stream/web').ReadableStream),
    measure,
    createWriteStream(file),
  );
  return hash.digest('hex').slice(0, 24);
}
