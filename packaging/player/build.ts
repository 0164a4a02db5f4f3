/** One build of the player for all standards, and what each standard's page needs of it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, normalizePath, type Plugin, type Rolldown } from 'vite';
import { DRIVERS } from '../pack/standards.ts';

/** A chunk as the page sees it: file names are relative to the build's folder. */
export interface Chunk {
  file: string;
  imports: string[];
  dynamicImports: string[];
  css: string[];
  /** Ids of the modules with code in it. */
  modules: string[];
}

export interface PlayerBuild {
  /** All emitted files by name. */
  files: ReadonlyMap<string, Uint8Array>;
  chunks: ReadonlyMap<string, Chunk>;
  /** Entry chunk of each driver, by its name, and of what draws the first screen: `player`. */
  entries: ReadonlyMap<string, string>;
  /** For each driver the modules that its page can come to run, dynamic imports included. */
  reached: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What one driver's page consists of. */
export interface PlayerParts {
  entry: string;
  /** Scripts that the entry imports, directly or not: preloaded. */
  preload: string[];
  /** What draws the first screen. The entry imports it by the name that the page gives. */
  player: string;
  styles: string[];
  /** Everything reachable, dynamic imports included. */
  all: string[];
  packages: string[];
}

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Draws the first screen: every page fetches it at once, and imports it when the LMS has been asked. */
const START = normalizePath(path.join(ROOT, 'src/player/start.ts'));

export function buildPlayer(): Promise<PlayerBuild> {
  return inProduction(buildOnce);
}

/** Vite takes the libraries' development code where NODE_ENV says anything else: packages would differ between machines. */
async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function buildOnce(): Promise<PlayerBuild> {
  const launches = DRIVERS.map((driver) => [nameOf(driver), `virtual:launch/${driver}`]);
  const input = Object.fromEntries([...launches, ['player', START]]);
  const reached = new Map<string, ReadonlySet<string>>();
  const outputs = await build({
    configFile: path.join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [classicScripts(path.join(ROOT, 'src')), reachOfDrivers(reached)],
    build: {
      write: false,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: 'player/[name]-[hash].js',
          chunkFileNames: 'player/[name]-[hash].js',
          assetFileNames: 'player/[name]-[hash][extname]',
          codeSplitting: { groups: togetherAtStart(reached) },
        },
      },
    },
  });
  return {
    ...index([outputs].flat().flatMap((output) => ('output' in output ? output.output : []))),
    reached,
  };
}

/**
 * What every standard's page needs at once goes into one script, and what draws the first screen into another, since each
 * request costs a page its share of a round trip; so does what only some of the standards share. The rest is left to the
 * bundler. The widest comes first, because a group takes along what its modules import. What other standards come to later
 * stays out of it, and apart by how many of them do: a package takes whole scripts, and must take nothing of another
 * standard with them.
 */
function togetherAtStart(reached: Reached): Rolldown.CodeSplittingGroup[] {
  const reachOf = (module: string): number =>
    DRIVERS.filter((driver) => reached.get(driver)?.has(module)).length;
  const atOnce = downTo(2).flatMap((share) =>
    downTo(share).map((wide): Rolldown.CodeSplittingGroup => ({
      debugName: `at the start, in ${share} standards${wide > share ? `, later in ${wide - share} more` : ''}`,
      tags: ['$initial'],
      name(module, context) {
        const drivers = launchesOf(module, context);
        if (drivers.length !== share || reachOf(module) !== wide) return null;
        if (share === DRIVERS.length) return 'launch';
        return wide > share ? `shared-${wide}` : drivers.map(nameOf).join('-');
      },
    })),
  );
  const player: Rolldown.CodeSplittingGroup = {
    debugName: 'the first screen',
    name: (module, context) => (importersOf(module, context).has(START) ? 'player' : null),
  };
  return [...atOnce, player];
}

/** From the number of all standards down. */
const downTo = (least: number): number[] =>
  Array.from({ length: DRIVERS.length + 1 - least }, (_, place) => DRIVERS.length - place);

type Reached = PlayerBuild['reached'];

interface Modules {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/** The drivers whose entry imports a module, directly or not, dynamic imports aside. */
function launchesOf(module: string, modules: Modules): string[] {
  const importers = importersOf(module, modules);
  return DRIVERS.filter((driver) => importers.has(launchOf(driver))).toSorted();
}

/** Itself, what imports it, and so on. */
function importersOf(module: string, modules: Modules): ReadonlySet<string> {
  const seen = new Set([module]);
  for (const id of seen) {
    for (const importer of modules.getModuleInfo(id)?.importers ?? []) seen.add(importer);
  }
  return seen;
}

/** `lrs/cmi5` gives `cmi5`: what its scripts are called. */
function nameOf(driver: string): string {
  return path.posix.basename(driver);
}

function launchOf(driver: string): string {
  return `\0virtual:launch/${driver}`;
}

/** Fills in what each driver's page can come to run, once all modules are known. */
function reachOfDrivers(reached: Map<string, ReadonlySet<string>>): Plugin {
  return {
    name: 'reach-of-drivers',
    buildEnd() {
      for (const driver of DRIVERS) {
        const seen = new Set([launchOf(driver), START]);
        for (const id of seen) {
          const { importedIds = [], dynamicallyImportedIds = [] } = this.getModuleInfo(id) ?? {};
          for (const next of [...importedIds, ...dynamicallyImportedIds]) seen.add(next);
        }
        reached.set(driver, seen);
      }
    },
  };
}

/**
 * `too-old.js` speaks to browsers that run no modules: it is copied as it is but for comments and indentation (a minifier
 * would write what the oldest can't read), named by its content.
 */
function classicScripts(source: string): Plugin {
  return {
    name: 'classic-scripts',
    async generateBundle() {
      const text = await readFile(path.join(source, 'player/too-old.js'), 'utf8');
      const lean = text.replace(/^\s*\/\*.*\*\/$/gm, '').replace(/^\s+/gm, '');
      this.emitFile({ type: 'asset', name: 'too-old.js', source: lean });
    },
  };
}

type Emitted = Rolldown.OutputChunk | Rolldown.OutputAsset;

function index(emitted: readonly Emitted[]): Omit<PlayerBuild, 'reached'> {
  const files = new Map<string, Uint8Array>();
  const chunks = new Map<string, Chunk>();
  const entries = new Map<string, string>();
  for (const output of emitted) {
    const source = output.type === 'chunk' ? output.code : output.source;
    if (output.fileName.startsWith('.vite/')) continue;
    files.set(output.fileName, typeof source === 'string' ? new TextEncoder().encode(source) : source);
    if (output.type !== 'chunk') continue;
    chunks.set(output.fileName, toChunk(output));
    if (output.isEntry) entries.set(output.name, output.fileName);
  }
  return { files, chunks, entries };
}

function toChunk(output: Rolldown.OutputChunk): Chunk {
  const metadata = (output as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata;
  return {
    file: output.fileName,
    imports: output.imports,
    dynamicImports: output.dynamicImports,
    css: [...(metadata?.importedCss ?? [])],
    modules: output.moduleIds,
  };
}

function packageOf(id: string): string | undefined {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(id)?.[1];
}

export function partsOf(player: PlayerBuild, driver: string): PlayerParts {
  const entry = player.entries.get(nameOf(driver));
  const start = player.entries.get('player');
  if (entry === undefined || start === undefined)
    throw new Error(`The player was built without "${driver}".`);
  const eager = reach(player, [entry], (chunk) => chunk.imports);
  const shown = reach(player, [start], (chunk) => chunk.imports);
  const every = reach(player, [entry, start], (chunk) => [...chunk.imports, ...chunk.dynamicImports]);
  const classic = [...player.files.keys()].filter((name) => name.includes('too-old-'));
  return {
    entry,
    preload: [...new Set([...eager, ...shown])]
      .map(({ file }) => file)
      .filter((file) => file !== entry && file !== start),
    player: start,
    styles: stylesOf([...eager, ...shown]),
    all: [...new Set([...every.map((chunk) => chunk.file), ...stylesOf(every), ...classic])].toSorted(),
    packages: [
      ...new Set(every.flatMap((chunk) => chunk.modules.flatMap((id) => packageOf(id) ?? []))),
    ].toSorted(),
  };
}

function stylesOf(chunks: readonly Chunk[]): string[] {
  return [...new Set(chunks.flatMap((chunk) => chunk.css))].toSorted();
}

function reach(
  player: PlayerBuild,
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
