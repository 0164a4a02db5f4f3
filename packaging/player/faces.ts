/**
 * The faces that come with the player: fonts from npm, cut to what is needed of them when the player is built. The player
 * imports the address of each as `virtual:<name>`.
 */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { evenSpaces } from './word-spaces.ts';

const require = createRequire(import.meta.url);

/** Basic Latin and the letters of Latin-1: English, Spanish, and most other languages of western Europe. */
const LETTERS = [range(0x20, 0x7e), '\u00a0¡«·»¿', range(0xc0, 0xff), '–—‘’“”„…€'].join('');

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

interface Face {
  /** The file of its package. */
  file: string;
  cut(font: Uint8Array): Promise<Uint8Array>;
}

/** Of the headings: a variable font with the weights that headings have, pairs of letters, accents, and figures of one height. */
const heading: Face = {
  file: require.resolve('@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2'),
  async cut(font) {
    const options = {
      variationAxes: { wght: { min: 600, max: 700 } },
      keepFeatures: ['kern', 'mark', 'ccmp', 'lnum'],
      noLayoutClosure: true,
      noHinting: true,
    };
    const plain = Buffer.from(await subsetFont(font, LETTERS, { ...options, targetFormat: 'truetype' }));
    evenSpaces(plain, WORD_SPACE);
    return subsetFont(plain, LETTERS, { ...options, targetFormat: 'woff2' });
  },
};

/** Of the letters' size; the face's own is made for text, and 0.22. */
const WORD_SPACE = 0.28;

/**
 * For readers with dyslexia, in one weight: heavy below, letters that don't mirror each other. Its tables of pairs would make it
 * half as large again, and it is set wide anyway.
 */
const reading: Face = {
  file: require.resolve('@fontsource/opendyslexic/files/opendyslexic-latin-400-normal.woff2'),
  async cut(font) {
    const options = {
      keepFeatures: [],
      noLayoutClosure: true,
      noHinting: true,
      dropTables: ['GPOS', 'GSUB', 'GDEF'],
    };
    const plain = await subsetFont(font, LETTERS, { ...options, targetFormat: 'truetype' });
    return subsetFont(renamed(plain), LETTERS, { ...options, targetFormat: 'woff2' });
  },
};

/**
 * SIL Open Font License, condition 3: a version that was changed may not bear the reserved name. Another one of the same length
 * leaves every table in its place; what cuts it next works out the sums anew.
 */
const RESERVED = 'OpenDyslexic';
const NAME = 'CourseLetter';

function renamed(font: Uint8Array): Uint8Array {
  const bytes = Buffer.from(font);
  for (const encoding of ['latin1', 'utf16be'] as const) {
    const [from, to] = [RESERVED, NAME].map((name) => encoded(name, encoding)) as [Buffer, Buffer];
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at)) to.copy(bytes, at);
  }
  return bytes;
}

const encoded = (name: string, encoding: 'latin1' | 'utf16be'): Buffer =>
  encoding === 'latin1' ? Buffer.from(name, 'latin1') : Buffer.from(name, 'utf16le').swap16();

export const FACES = { 'heading-face': heading, 'reading-face': reading } as const satisfies Record<
  string,
  Face
>;

export async function cutFace(name: keyof typeof FACES): Promise<Uint8Array> {
  const { file, cut } = FACES[name];
  return cut(await readFile(file));
}

export function face(name: keyof typeof FACES): Plugin {
  // the id is the file's, so that the licence of its package is listed; with a question of our own, so that it is cut
  const id = `${FACES[name].file}?cut`;
  const inDevelopment = `/${name}.woff2`;
  let serving = false;
  return {
    name,
    // before Vite takes the file for an asset like any other
    enforce: 'pre',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: (asked) => (asked === `virtual:${name}` ? id : undefined),
    async load(asked) {
      if (asked !== id) return undefined;
      if (serving) return `export default ${JSON.stringify(inDevelopment)};`;
      const file = this.emitFile({ type: 'asset', name: `${name}.woff2`, source: await cutFace(name) });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
    configureServer(server) {
      server.middlewares.use(inDevelopment, (_request, response) => void send(name, response));
    },
  };
}

async function send(name: keyof typeof FACES, response: ServerResponse): Promise<void> {
  const bytes = await cutFace(name);
  response.setHeader('Content-Type', 'font/woff2');
  response.end(bytes);
}
