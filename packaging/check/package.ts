/** Any zip, ours or a stranger's: is it good? Read by range and in bounded memory; nothing in it is run. */
import { isText, MOST_TEXT, Scan } from './content/scan.ts';
import { byWeight, megabytes, merged, type Finding } from './findings.ts';
import { withoutManifest } from './kinds.ts';
import { Names } from './manifest/address.ts';
import { checkManifests, MANIFESTS, type Described } from './manifest/manifests.ts';
import type { Schemas } from './manifest/schema.ts';
import { found } from './rules/index.ts';
import { openArchive, type PackedFile } from './zip/archive.ts';
import { counted } from './zip/entries.ts';
import { checkNames } from './zip/names.ts';
import { canRead, MOST_MANIFEST, readFile } from './zip/read.ts';
import type { Source } from './zip/source.ts';

export interface Checking {
  /** The standards' XML schemas, where they are at hand. */
  schemas?: Schemas | undefined;
  /** How many of how many bytes were unpacked. */
  progress?: (done: number, all: number) => void;
}

export interface CheckedPackage {
  /** What it is: "SCORM 1.2", … Several where it has several manifests, none where nothing is known. */
  standards: readonly string[];
  title: string;
  /** The version whose API it looks for, where it is SCORM and has a SCO. */
  scorm: '1.2' | '2004' | undefined;
  /** The pages that are launched. */
  launches: readonly string[];
  files: number;
  /** Unpacked. */
  bytes: number;
  /** The weightiest first. */
  findings: readonly Finding[];
}

/** Above this an upload may meet a limit. */
const LARGE = 50 * 2 ** 20;

export async function checkPackage(source: Source, checking: Checking = {}): Promise<CheckedPackage> {
  const { files, findings, refused } = await openArchive(source);
  const empty = { standards: [], title: '', launches: [], scorm: undefined, files: files.length, bytes: 0 };
  if (refused) return { ...empty, findings: byWeight(merged(findings)) };
  const names = new Names(files.map(({ name }) => name));
  const reading = new Reading(files, checking);
  const described = checkManifests(await reading.manifests(), names, checking.schemas);
  const scan = new Scan(described.launches);
  await reading.rest(scan);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return {
    standards: described.standards,
    title: described.title,
    launches: described.launches,
    scorm: described.scorm,
    files: files.length,
    bytes,
    findings: byWeight(
      merged([
        ...findings,
        ...reading.findings(),
        ...(described.found ? described.findings : [withoutManifest(files.map(({ name }) => name))]),
        ...checkNames(files),
        ...contents(described, scan, names),
        ...large(source.size, files),
      ]),
    ),
  };
}

function contents({ launches, scorm }: Described, scan: Scan, names: Names): Finding[] {
  if (launches.length === 0) return [];
  return [...scan.findings(names), ...(scorm ? scan.checkApi(scorm, names) : [])];
}

/**
 * One file after the other, to its end; of each only what the rules need is kept. Manifests come first: what they launch
 * decides what is kept of the others, so that a package of ten thousand pages needs no more memory than one of ten.
 */
class Reading {
  readonly #files: readonly PackedFile[];
  readonly #progress: Checking['progress'];
  readonly #all: number;
  readonly #broken = {
    damaged: [] as string[],
    size: [] as string[],
    overlap: [] as string[],
    header: [] as string[],
  };
  #done = 0;

  constructor(files: readonly PackedFile[], { progress }: Checking) {
    this.#files = files;
    this.#progress = progress;
    this.#all = files.reduce((sum, { size }) => sum + size, 0);
  }

  async manifests(): Promise<Map<string, Uint8Array>> {
    const manifests = new Map<string, Uint8Array>();
    for (const file of this.#files.filter(isManifest)) {
      const bytes = await this.#read(file, MOST_MANIFEST);
      if (bytes) manifests.set(file.name, bytes);
    }
    return manifests;
  }

  async rest(scan: Scan): Promise<void> {
    for (const file of this.#files.filter((one) => !isManifest(one))) {
      const isSeen = isText(file.name) && file.size <= MOST_TEXT;
      const bytes = await this.#read(file, isSeen ? file.size : 0);
      if (bytes && isSeen) scan.see(file.name, bytes);
      else if (isText(file.name) && !isSeen) scan.skip();
    }
  }

  async #read(file: PackedFile, keep: number): Promise<Uint8Array | undefined> {
    const result = canRead(file) ? await readFile(file, keep) : undefined;
    this.#done += file.size;
    this.#progress?.(this.#done, this.#all);
    if (!result || 'bytes' in result) return result?.bytes;
    this.#broken[result.problem].push(file.name);
    return undefined;
  }

  findings(): Finding[] {
    const { damaged, size, overlap, header } = this.#broken;
    return [
      ...counted('zip-damaged', 'can’t be unpacked, or not what the zip’s checksum says', damaged),
      ...counted('zip-size', 'not as long as the zip says', size),
      ...counted('zip-header', 'with another name, method or encryption than in the list', header),
      ...counted('zip-overlap', 'sharing bytes with others in the zip', overlap),
    ];
  }
}

function isManifest({ name }: PackedFile): boolean {
  return MANIFESTS.some((one) => one === name);
}

function large(packed: number, files: readonly PackedFile[]): Finding[] {
  if (packed <= LARGE) return [];
  const largest = files
    .filter(({ size }) => size > 2 ** 20)
    .toSorted((one, other) => other.size - one.size)
    .slice(0, 5);
  const at = largest.map(({ name }) => ({ file: name }));
  const list = largest.map(({ name, size: length }) => `${name} (${megabytes(length)})`).join(', ');
  return [
    found('package-size', `The zip has ${megabytes(packed)}.${list ? ` The largest files: ${list}.` : ''}`, {
      at,
    }),
  ];
}
