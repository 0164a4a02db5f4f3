/** The packages that can be tried: those just made out of a course, and any that was dropped in. */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { megabytes } from '../../../packaging/check/findings.ts';
import { MOST_BYTES } from '../../../packaging/check/zip/entries.ts';
import type { Looked, PackageInfo } from '../shapes.ts';
import type { Database } from './database.ts';
import { describe } from './manifest.ts';
import { BadZip, ZipFile } from './zip-file.ts';

/** A course on each of two devices. */
const MOST_LISTS = 2;

interface Opened {
  changed: number;
  info: PackageInfo;
  zip: ZipFile | undefined;
}

interface Place extends Pick<PackageInfo, 'id' | 'file' | 'made' | 'looked'> {
  path: string;
}

export interface PackagePlaces {
  /** Where the packages of the course are. */
  made: string;
  /** Where those go that are dropped in. */
  data: string;
  /** When the course was last changed, in milliseconds since 1970. */
  changed: () => Promise<number>;
}

const KINDS: readonly PackageInfo['kind'][] = ['scorm12', 'scorm2004', 'cmi5', 'xapi', 'web'];
const placeOf = ({ kind }: PackageInfo): number => KINDS.indexOf(kind);

export class Packages {
  readonly #database: Database;
  readonly #made: string;
  readonly #dropped: string;
  readonly #changed: PackagePlaces['changed'];
  readonly #opened = new Map<string, Opened>();
  /** Whose lists are in memory, the one last asked first. */
  #recent: ZipFile[] = [];
  /** Zips that were replaced while a page may be reading them. */
  readonly #replaced: ZipFile[] = [];

  constructor(database: Database, { made, data, changed }: PackagePlaces) {
    this.#database = database;
    this.#made = made;
    this.#dropped = path.join(data, 'packages');
    this.#changed = changed;
  }

  #last: Promise<unknown> = Promise.resolve();

  /** Those of the course as it is come first, what most LMSs take before the rest; those of what it was come last. */
  async list(): Promise<PackageInfo[]> {
    const changed = await this.#changed();
    const found: PackageInfo[] = [];
    for (const place of await this.#places()) {
      const opened = await this.#open(place);
      if (opened) found.push(withPlace(opened, place, changed));
    }
    const sorted = found.toSorted((one, other) =>
      one.made && other.made ? placeOf(one) - placeOf(other) : 0,
    );
    return [...sorted.filter(({ older }) => !older), ...sorted.filter(({ older }) => older)];
  }

  async find(id: string): Promise<{ info: PackageInfo; zip: ZipFile } | undefined> {
    const known = this.#opened.get(id);
    const place = (await this.#places()).find((one) => one.id === id);
    const opened = place ? await this.#open(place) : known;
    if (!opened?.zip) return undefined;
    this.#used(opened.zip);
    return { info: opened.info, zip: opened.zip };
  }

  /** The files of a package, for a page that has it open: no look at the disk for each. */
  async files(id: string): Promise<ZipFile | undefined> {
    const zip = this.#opened.get(id)?.zip;
    if (!zip) return (await this.find(id))?.zip;
    this.#used(zip);
    return zip;
  }

  /** Those that nobody has asked for lately give their lists back: there may be many, and large ones. */
  #used(zip: ZipFile): void {
    if (this.#recent[0] === zip) return;
    this.#recent = [zip, ...this.#recent.filter((one) => one !== zip)];
    for (const other of this.#recent.splice(MOST_LISTS)) other.forgetList();
  }

  /** @throws BadZip */
  async add(file: string, body: ReadableStream<Uint8Array>): Promise<PackageInfo> {
    await mkdir(this.#dropped, { recursive: true });
    const part = path.join(this.#dropped, `${randomUUID()}.part`);
    try {
      const id = await write(part, body);
      const zip = await ZipFile.open(part);
      await zip.close();
      const name = path.basename(file);
      const place: Place = { id, file: name, path: path.join(this.#dropped, `${id}.zip`), made: false };
      // the same zip again: what is there stays
      if (!(await stat(place.path).catch(() => undefined))) await rename(part, place.path);
      await this.#database.run(
        'INSERT OR REPLACE INTO packages (id, file, path, added) VALUES ($1, $2, $3, $4)',
        id,
        name,
        path.basename(place.path),
        BigInt(Date.now()),
      );
      const opened = await this.#open(place);
      if (!opened) throw new BadZip('It could not be kept.');
      return withPlace(opened, place, 0);
    } finally {
      await rm(part, { force: true });
    }
  }

  /** The zip itself, as it lies on the disk. */
  async zipOf(id: string): Promise<string | undefined> {
    return (await this.#places()).find((one) => one.id === id)?.path;
  }

  /** What the check found. */
  keepLooked(id: string, looked: Looked): Promise<void> {
    return this.#database.run('UPDATE packages SET looked = $2 WHERE id = $1', id, JSON.stringify(looked));
  }

  /** Of those that were dropped in. False where there is none of this name. */
  remove(id: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const place = (await this.#places()).find((one) => one.id === id && !one.made);
      if (!place) return false;
      await this.#database.run('DELETE FROM packages WHERE id = $1', id);
      await this.#opened.get(id)?.zip?.close();
      this.#opened.delete(id);
      await rm(place.path, { force: true });
      return true;
    });
  }

  async #places(): Promise<Place[]> {
    const names = await readdir(this.#made).catch(() => []);
    const made = names
      .filter((name) => name.endsWith('.zip'))
      .toSorted()
      .map((file): Place => ({ id: idOf(file), file, path: path.join(this.#made, file), made: true }));
    const rows = await this.#database.all<{ id: string; file: string; path: string; looked: string | null }>(
      'SELECT id, file, path, looked FROM packages ORDER BY added',
    );
    const dropped = rows.map(({ id, file, path: name, looked }): Place => {
      const known = looked === null ? {} : { looked: JSON.parse(looked) as Looked };
      return { id, file, path: path.join(this.#dropped, name), made: false, ...known };
    });
    return [...made, ...dropped];
  }

  /** Anew where the file has changed. */
  #open(place: Place): Promise<Opened | undefined> {
    return this.#inTurn(() => this.#openNow(place));
  }

  /** Two that ask at once must not both open a zip, nor one open what another takes away. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
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

/** With what may change while the zip stays as it is. */
const withPlace = (
  { info, changed }: Opened,
  { file, made, looked }: Place,
  courseChanged: number,
): PackageInfo => ({
  ...info,
  file,
  ...(made && changed < courseChanged && { older: true }),
  ...(looked && { looked }),
});

/** The course made again is the same course: attempts go on, as in an LMS in which a package was replaced. */
const idOf = (file: string): string =>
  `made-${file.replace(/\.zip$/, '').replaceAll(/[^A-Za-z0-9.-]+/g, '-')}`;

async function look({ id, file, path: place, made }: Place, bytes: number): Promise<Omit<Opened, 'changed'>> {
  const info = { id, file, bytes, made };
  let zip: ZipFile | undefined;
  try {
    zip = await ZipFile.open(place);
    const described = await describe(zip);
    zip.forgetList();
    return { info: { ...info, ...described, title: described.title || file }, zip };
  } catch (error) {
    await zip?.close();
    if (!(error instanceof BadZip)) throw error;
    const empty = { title: file, kind: 'web', standard: 'unknown', parts: [] } as const;
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
