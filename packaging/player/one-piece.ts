/**
 * The player in one script, for the package that is one file: no script may ask for another there, nor for a font, since a
 * browser fetches nothing for a page that was opened as a file.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, normalizePath, type Plugin, type Rolldown } from 'vite';
import { dataAddress } from '../pack/data-address.ts';
import type { OnePiece } from '../pack/player-files.ts';
import { classicScript } from './classic.ts';
import { relative, ROOT } from './paths.ts';

const within = (name: string): string => normalizePath(path.join(ROOT, 'src/player', name));

/** What fetches code, and what takes its place where all code is there. */
const [FETCHES, HAS] = [within('retriable-import.ts'), within('offline/retriable-import.ts')];

export async function buildOnePiece(): Promise<OnePiece> {
  const outputs = await build({
    configFile: path.join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [nothingIsFetched()],
    build: {
      write: false,
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { input: 'virtual:offline/web', output: { codeSplitting: false } },
    },
  });
  const emitted = [outputs].flat().flatMap((output) => ('output' in output ? output.output : []));
  const [script, ...more] = emitted.filter((output) => output.type === 'chunk');
  if (!script || more.length > 0) throw new Error('The player came in more than one piece.');
  const assets = emitted.filter(
    (output) => output.type === 'asset' && !output.fileName.startsWith('.vite/'),
  ) as Rolldown.OutputAsset[];
  return {
    script: withAssets(
      script.code,
      assets.filter((asset) => !isStyle(asset)),
    ),
    style: assets
      .filter(isStyle)
      .map(({ source }) => textOf(source))
      .join(''),
    modules: script.moduleIds.map(relative),
    unable: await classicScript('offline/unable.js'),
    template: await readFile(path.join(ROOT, 'src/offline.html'), 'utf8'),
  };
}

function nothingIsFetched(): Plugin {
  return {
    name: 'nothing-is-fetched',
    enforce: 'pre',
    async resolveId(asked, importer, options) {
      if (!asked.endsWith('/retriable-import.ts')) return undefined;
      const found = await this.resolve(asked, importer, { ...options, skipSelf: true });
      return found?.id === FETCHES ? HAS : found;
    },
  };
}

const isStyle = ({ fileName }: Rolldown.OutputAsset): boolean => fileName.endsWith('.css');

/** Fonts, as data in the place of their addresses. */
function withAssets(code: string, assets: readonly Rolldown.OutputAsset[]): string {
  return assets.reduce((text, { fileName, source }) => {
    const name = path.posix.basename(fileName).replaceAll('.', '\\.');
    const address = new RegExp(`(["'\`])[^"'\`]*${name}\\1\\s*,\\s*import\\.meta\\.url`, 'g');
    const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
    return text.replaceAll(address, () => JSON.stringify(dataAddress(fileName, bytes)));
  }, code);
}

const textOf = (source: string | Uint8Array): string =>
  typeof source === 'string' ? source : new TextDecoder().decode(source);
