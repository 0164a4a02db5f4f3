/** One build of the player for all standards, as the data that packing takes. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, normalizePath, type Plugin, type Rolldown } from 'vite';
import { nameOf, type Chunk, type PlayerFiles } from '../pack/player-files.ts';
import { DRIVERS } from '../pack/standards.ts';
import { ownLicence, readLicences } from './licences.ts';
import { classicScript } from './classic.ts';
import { buildOnePiece } from './one-piece.ts';
import { relative, ROOT } from './paths.ts';
import { readStrings } from './strings.ts';

/** What every page fetches at once and needs when the LMS has answered, the cover in it; and the player, which the launch asks for. */
const FIRST = normalizePath(path.join(ROOT, 'src/player/first.ts'));
const START = normalizePath(path.join(ROOT, 'src/player/start.ts'));

/**
 * What follows it at once, in every package: the store's second half, what a page needs of the shell, what stands around the page, and
 * a check with its questions and what it keeps in mind, which is in most sections; and how values are spelled, wherever there is an LMS. As
 * entries they need no wrapper, which would be a script of the bundler's own and another round trip; so two more are entries that others
 * import too. Behind an entry stands what would be too small for a script by itself, and is needed by nobody without it or before it.
 */
const REST = [
  ['store-actions', 'src/player/store-actions.ts', 'src/tracking/record-number.ts'],
  [
    'within',
    'src/player/shell/within.ts',
    'src/player/blocks/print.ts',
    'src/player/blocks/print-button.ts',
    'src/player/design/progress-bars.ts',
    'node_modules/lit-html/directive-helpers.js',
  ],
  ['around', 'src/player/shell/around.ts', 'src/player/mastery/words.ts', 'src/player/search/after-pause.ts'],
  ['check', 'src/player/blocks/check.ts'],
  [
    'private-bar',
    'src/player/blocks/private-bar.ts',
    'src/player/blocks/sureness.ts',
    'src/player/blocks/writing-box.ts',
    'src/player/design/flag.ts',
    'src/player/questions/plain-name.ts',
    'node_modules/lit/directives/keyed.js',
  ],
  ['practice', 'src/player/blocks/practice.ts'],
  ['formats', 'src/tracking/scorm/formats.ts'],
].map(([name = '', ...files]) => [name, files] as const);

export function buildPlayer(): Promise<PlayerFiles> {
  return inProduction(buildOnce);
}

/** Vite takes the libraries' development code where NODE_ENV says anything else: packages would differ between machines. */
export async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function buildOnce(): Promise<PlayerFiles> {
  const launches = DRIVERS.map((driver) => [nameOf(driver), `virtual:launch/${driver}`]);
  const input = Object.fromEntries([
    ...launches,
    ['first', FIRST],
    ['player', START],
    ...REST.map(([name, [file = '']]) => [name, normalizePath(path.join(ROOT, file))]),
  ]);
  const reached = new Map<string, ReadonlySet<string>>();
  const outputs = await build({
    configFile: path.join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [classicScripts(), reachOfDrivers(reached)],
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
  const emitted = index([outputs].flat().flatMap((output) => ('output' in output ? output.output : [])));
  const modules = [...emitted.chunks.values()].flatMap((chunk) => chunk.modules);
  return {
    ...emitted,
    reached: new Map([...reached].map(([driver, ids]) => [driver, new Set([...ids].map(relative))])),
    template: await readFile(path.join(ROOT, 'src/index.html'), 'utf8'),
    strings: await readStrings(),
    licence: await ownLicence(ROOT),
    licences: await readLicences(modules, ROOT),
    onePiece: await buildOnePiece(),
  };
}

/**
 * What every standard's page needs at once goes into one script, and what draws the first screen into another, since each
 * request costs a page its share of a round trip; so does what only some of the standards share, and what follows the first
 * screen. All else is left to the bundler. The widest comes first, because a group takes along what its modules import. What other standards come to later
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
  const shown = (
    [
      ['first', FIRST],
      ['player', START],
    ] as const
  ).map(([name, file]): Rolldown.CodeSplittingGroup => ({
    debugName: `the first screen: ${name}`,
    name: (module, context) => (importersOf(module, context).has(file) ? name : null),
  }));
  // scripts that import others would be asked for one after the other, a round trip each
  const rest = REST.map(([name, files]): Rolldown.CodeSplittingGroup => ({
    debugName: `what follows the first screen: ${name}`,
    name(module, context) {
      const importers = [...importersOf(module, context)];
      // a library may lie in another folder, which a link leads to
      return files.some((file) => importers.some((id) => id.endsWith(`/${file}`))) ? name : null;
    },
  }));
  return [...atOnce, ...shown, ...rest];
}

/** From the number of all standards down. */
const downTo = (least: number): number[] =>
  Array.from({ length: DRIVERS.length + 1 - least }, (_, place) => DRIVERS.length - place);

type Reached = PlayerFiles['reached'];

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

function launchOf(driver: string): string {
  return `\0virtual:launch/${driver}`;
}

/** Fills in what each driver's page can come to run, once all modules are known. */
function reachOfDrivers(reached: Map<string, ReadonlySet<string>>): Plugin {
  return {
    name: 'reach-of-drivers',
    buildEnd() {
      for (const driver of DRIVERS) {
        const seen = new Set([launchOf(driver), FIRST, START]);
        for (const id of seen) {
          const { importedIds = [], dynamicallyImportedIds = [] } = this.getModuleInfo(id) ?? {};
          for (const next of [...importedIds, ...dynamicallyImportedIds]) seen.add(next);
        }
        reached.set(driver, seen);
      }
    },
  };
}

/** What speaks to browsers that run no modules, and what that fetches: named by their content. */
function classicScripts(): Plugin {
  return {
    name: 'classic-scripts',
    async generateBundle() {
      for (const name of ['too-old.js', 'not-started.js'])
        this.emitFile({ type: 'asset', name, source: await classicScript(name) });
    },
  };
}

type Emitted = Rolldown.OutputChunk | Rolldown.OutputAsset;

function index(emitted: readonly Emitted[]): Pick<PlayerFiles, 'files' | 'chunks' | 'entries'> {
  const files = new Map<string, Uint8Array>();
  const chunks = new Map<string, Chunk>();
  const entries = new Map<string, string>();
  const assets = emitted.flatMap(({ type, fileName }) => (type === 'asset' ? [fileName] : []));
  for (const output of emitted) {
    const source = output.type === 'chunk' ? output.code : output.source;
    if (output.fileName.startsWith('.vite/')) continue;
    files.set(output.fileName, typeof source === 'string' ? new TextEncoder().encode(source) : source);
    if (output.type !== 'chunk') continue;
    chunks.set(output.fileName, toChunk(output, assets));
    if (output.isEntry) entries.set(output.name, output.fileName);
  }
  return { files, chunks, entries };
}

function toChunk(output: Rolldown.OutputChunk, assets: readonly string[]): Chunk {
  const metadata = (output as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata;
  return {
    file: output.fileName,
    imports: output.imports,
    dynamicImports: output.dynamicImports,
    css: [...(metadata?.importedCss ?? [])],
    assets: assets.filter((name) => output.code.includes(path.posix.basename(name))),
    modules: output.moduleIds.map(relative),
  };
}
