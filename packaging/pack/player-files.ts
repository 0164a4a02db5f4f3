/**
 * The built player as data: what packing needs of it. `packaging/player` makes it with Vite; anything else may hand it in,
 * since it is a plain value that can be kept in a file (`portable.ts`).
 */
import type { Strings } from './strings.ts';

/** A chunk as the page sees it: file names are relative to the build's folder. */
export interface Chunk {
  file: string;
  imports: readonly string[];
  dynamicImports: readonly string[];
  css: readonly string[];
  /** Fonts and pictures that its code names. */
  assets: readonly string[];
  /** Ids of the modules with code in it, relative to the project's folder. */
  modules: readonly string[];
}

/** Code of others that travels along. */
export interface Licence {
  version: string;
  /** SPDX. */
  license: string;
  text: string;
  /** npm packages whose code stands within this one's own files. */
  brings?: Readonly<Record<string, Licence>>;
}

export interface PlayerFiles {
  /** All emitted files by name. */
  files: ReadonlyMap<string, Uint8Array>;
  chunks: ReadonlyMap<string, Chunk>;
  /** Entry chunk of each driver, by its name, and of what draws the first screen: `player`. */
  entries: ReadonlyMap<string, string>;
  /** For each driver the modules that its page can come to run, dynamic imports included. */
  reached: ReadonlyMap<string, ReadonlySet<string>>;
  /** `src/index.html`, with its markers. */
  template: string;
  /** The interface's words. */
  strings: Strings;
  /** This project's own licence. */
  licence: string;
  /** Of the npm packages with code in the player, by name. */
  licences: Readonly<Record<string, Licence>>;
  onePiece: OnePiece;
}

/** The player without the record of any LMS, in one script: for the package that is one file. */
export interface OnePiece {
  script: string;
  style: string;
  /** What `script` is made of, as in `Chunk`. */
  modules: readonly string[];
  /** A classic script, for browsers that can't run the other, and files that were cut short. */
  unable: string;
  /** `src/offline.html`, with its markers. */
  template: string;
}

/** What one driver's page consists of. */
export interface PlayerParts {
  entry: string;
  /** Scripts that the entry imports, directly or not: preloaded. */
  preload: string[];
  /** What the entry imports by the names that the page gives: at once, and later. */
  first: string;
  player: string;
  /** What the page has fetched with it. */
  soon: string[];
  styles: string[];
  /** For browsers that run no modules. */
  tooOld: string;
  /** What that fetches where the player didn't start. */
  notStarted: string;
  /** Everything reachable, dynamic imports included. */
  all: string[];
  /** npm packages with code in it. */
  packages: string[];
}

/** `lrs/cmi5` gives `cmi5`: what its scripts are called. */
export function nameOf(driver: string): string {
  return driver.slice(driver.lastIndexOf('/') + 1);
}

export function packageOf(module: string): string | undefined {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(module)?.[1];
}

/** SCORM's writing half: three small scripts, since no standard takes code of another. */
const isWriting = ({ modules }: Chunk): boolean =>
  modules.every((id) => /^src\/tracking\/scorm\/(?!load-)/.test(id));

/**
 * What a section waits for, as far as it goes: asked for with all else that it waits for, once the LMS has answered, these would be more
 * than browsers fetch at a time, and the last to come; and nothing would come until they do.
 */
function soonOf(player: PlayerFiles, eager: readonly Chunk[]): string[] {
  const asked = eager.flatMap((chunk) => chunk.dynamicImports);
  const writing = reach(player, asked, () => []).filter(isWriting);
  return [...writing.map(({ file }) => file), ...[player.entries.get('store-actions') ?? []].flat()];
}

export function partsOf(player: PlayerFiles, driver: string): PlayerParts {
  const entry = player.entries.get(nameOf(driver));
  const [first, start] = ['first', 'player'].map((name) => player.entries.get(name));
  const [tooOld, notStarted] = ['too-old-', 'not-started-'].map((begins) =>
    [...player.files.keys()].find((name) => name.includes(begins)),
  );
  if (!entry || !first || !start || !tooOld || !notStarted)
    throw new Error(`The player was built without "${driver}".`);
  const eager = reach(player, [entry], (chunk) => chunk.imports);
  const shown = reach(player, [first], (chunk) => chunk.imports);
  const every = reach(player, [entry, first, start], (chunk) => [...chunk.imports, ...chunk.dynamicImports]);
  return {
    entry,
    preload: [...new Set([...eager, ...shown].map(({ file }) => file))].filter(
      (file) => file !== entry && file !== first,
    ),
    first,
    player: start,
    soon: soonOf(player, eager),
    styles: stylesOf([...eager, ...shown]),
    tooOld,
    notStarted,
    all: [
      ...new Set([
        ...every.flatMap((chunk) => [chunk.file, ...chunk.assets]),
        ...stylesOf(every),
        tooOld,
        notStarted,
      ]),
    ].toSorted(),
    packages: [
      ...new Set(every.flatMap((chunk) => chunk.modules.flatMap((id) => packageOf(id) ?? []))),
    ].toSorted(),
  };
}

function stylesOf(chunks: readonly Chunk[]): string[] {
  return [...new Set(chunks.flatMap((chunk) => chunk.css))].toSorted();
}

function reach(
  player: PlayerFiles,
  from: readonly string[],
  next: (chunk: Chunk) => readonly string[],
): Chunk[] {
  const found = new Map<string, Chunk>();
  const queue = [...from];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    const chunk = player.chunks.get(file);
    if (!chunk || found.has(file)) continue;
    found.set(file, chunk);
    queue.push(...next(chunk));
  }
  return [...found.values()];
}
