/**
 * The face of the headings: a variable font from npm, cut to the letters and the weights that headings have. The player
 * imports its address as `virtual:heading-face`.
 */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const FILE = require.resolve('@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2');
/** The id is the file's, so that the licence of its package is listed; with a question of our own, so that it is cut. */
const ID = `${FILE}?cut`;
const IN_DEVELOPMENT = '/heading-face.woff2';

/** Basic Latin and the letters of Latin-1: English, Spanish, and most other languages of western Europe. */
const LETTERS = [range(0x20, 0x7e), '\u00a0¡«·»¿', range(0xc0, 0xff), '–—‘’“”„…€'].join('');

/** What headings need of OpenType: pairs of letters, accents, and figures of one height. */
const FEATURES = ['kern', 'mark', 'ccmp', 'lnum'];

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

export async function cutHeadingFace(): Promise<Uint8Array> {
  return subsetFont(await readFile(FILE), LETTERS, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 600, max: 700 } },
    keepFeatures: FEATURES,
    noLayoutClosure: true,
    noHinting: true,
  });
}

export function headingFace(): Plugin {
  let serving = false;
  return {
    name: 'heading-face',
    // before Vite takes the file for an asset like any other
    enforce: 'pre',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: (id) => (id === 'virtual:heading-face' ? ID : undefined),
    async load(id) {
      if (id !== ID) return undefined;
      if (serving) return `export default ${JSON.stringify(IN_DEVELOPMENT)};`;
      const file = this.emitFile({ type: 'asset', name: 'heading.woff2', source: await cutHeadingFace() });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
    configureServer(server) {
      server.middlewares.use(IN_DEVELOPMENT, (_request, response) => void send(response));
    },
  };
}

async function send(response: ServerResponse): Promise<void> {
  const face = await cutHeadingFace();
  response.setHeader('Content-Type', 'font/woff2');
  response.end(face);
}
