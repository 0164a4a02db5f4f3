/** A zip of anybody's is checked from its bytes; one of ours is held against what was put into it besides. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../packaging/check/house/files.ts';
import { checkOwn } from '../../../packaging/check/house/own.ts';
import { checkStrings } from '../../../packaging/check/house/strings.ts';
import { checkPackage } from '../../../packaging/check/package.ts';
import { fromBytes } from '../../../packaging/check/zip/source.ts';
import { readSchemas } from '../../../packaging/commands/schemas.ts';
import { cmi5Structure } from '../../../packaging/pack/manifest/cmi5.ts';
import { scorm12Manifest } from '../../../packaging/pack/manifest/scorm12.ts';
import { scorm2004Manifest } from '../../../packaging/pack/manifest/scorm2004.ts';
import { tincan } from '../../../packaging/pack/manifest/tincan.ts';
import type { Packed } from '../../../packaging/pack/packages.ts';
import type { PlayerFiles } from '../../../packaging/pack/player-files.ts';
import { STANDARDS } from '../../../packaging/pack/standards.ts';
import { zip } from '../../../packaging/pack/zip.ts';
import { facts } from './facts.ts';
import { onePiece } from './one-piece.ts';

const schemas = await readSchemas();
const PAGE =
  '<html><head><meta http-equiv="Content-Security-Policy" content="x"><script src="player/a-12345678.js"></script></head></html>';
const SCRIPT = 'player/a-12345678.js';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** By the rules of this house. */
function ids(files: Readonly<Record<string, string>>): string[] {
  const all = new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)]));
  return checkFiles(all, new Set(['imsmanifest.xml'])).map(({ kind, id }) => `${kind} ${id}`);
}

const GOOD = { 'index.html': PAGE, [SCRIPT]: '1', 'imsmanifest.xml': scorm12Manifest(facts()) };

it.each([
  ['SCORM 1.2', 'imsmanifest.xml', scorm12Manifest(facts())],
  ['SCORM 2004 3rd Edition', 'imsmanifest.xml', scorm2004Manifest(facts(), '2004 3rd Edition')],
  ['SCORM 2004 4th Edition', 'imsmanifest.xml', scorm2004Manifest(facts(), '2004 4th Edition')],
  ['cmi5', 'cmi5.xml', cmi5Structure(facts())],
  ['xAPI', 'tincan.xml', tincan(facts())],
])('what this project writes for %s has no findings above a note', async (standard, name, manifest) => {
  const files = { 'index.html': PAGE, [SCRIPT]: 'LMSInitialize; API_1484_11', [name]: manifest };
  const made = await zip(new Map(Object.entries(files).map(([file, text]) => [file, bytes(text)])));
  expect(await checkPackage(fromBytes(made), { schemas })).toMatchObject({
    standards: [standard],
    findings: [],
  });
});

describe('the rules of this house', () => {
  it('have nothing against a good package', () => expect(ids(GOOD)).toEqual([]));

  it('want plain names, and scripts that are served as scripts', () => {
    expect(ids({ ...GOOD, 'two words-12345678.mjs': '1' })).toEqual(['house file-mjs', 'house file-name']);
  });

  it('want each file that the page names', () => {
    const { [SCRIPT]: _, ...without } = GOOD;
    expect(ids(without)).toEqual(['house page-missing']);
  });

  it.each([
    ['raw decorators', '@t("cm-expand")class A{}export{A as a}', 'house script-syntax'],
    ['half a script', 'const a = {', 'house script-syntax'],
    ['an import of what is not there', 'import"./gone-12345678.js"', 'house script-import'],
    [
      'a later import of what is not there',
      'const a=()=>import("./gone-12345678.js")',
      'house script-import',
    ],
    ['an import that no browser finds', 'import"lit"', 'house script-import'],
    ['an import that leaves the package', 'import"//example.org/a.js"', 'house script-import'],
    ['a name that the other script does not give', 'import{b}from"./b-12345678.js"', 'house script-name'],
    ['a default that the other script does not give', 'import b from"./b-12345678.js"', 'house script-name'],
    ['a name passed on that nobody gives', 'export{b as c}from"./b-12345678.js"', 'house script-name'],
  ])('don’t let pass %s', (_, script, finding) => {
    expect(ids({ ...GOOD, [SCRIPT]: script, 'player/b-12345678.js': 'export const a=1' })).toEqual([finding]);
  });

  it('take scripts of all kinds', () => {
    const scripts = {
      [SCRIPT]: 'import c,{a as x,b,d}from"./b-12345678.js";import*as all from"./c-12345678.js";import(x)',
      'player/b-12345678.js':
        'const n=1;export const a=n;export function b(){}export default class{};export{n as d}',
      'player/c-12345678.js': 'export*from"./b-12345678.js";export{a as z}from"./b-12345678.js"',
      'old-12345678.js': 'with(window){var x=010}',
    };
    expect(ids({ ...GOOD, ...scripts })).toEqual([]);
  });

  it('let words stand that look like an event attribute', () => {
    const page = `${PAGE}<title>She said onload="now" and style="x"</title>`;
    expect(ids({ ...GOOD, 'index.html': page })).toEqual([]);
  });

  it('want no script in the page, no other host, and no name without a hash', () => {
    const page = `${PAGE.replace(/<meta[^>]*>/, '')}<script>1</script><p style="x"><img src="https://example.org/a.png">`;
    expect(ids({ ...GOOD, 'index.html': page, 'plain.css': '' })).toEqual([
      'house file-hash',
      'house page-inline-script',
      'house page-inline-style',
      'house page-policy',
      'house other-host',
    ]);
  });
});

describe('one of ours', () => {
  const chunk = { file: SCRIPT, imports: [], dynamicImports: [], css: [], assets: [], modules: [] };
  const player: PlayerFiles = {
    files: new Map([
      [SCRIPT, bytes('1')],
      ['too-old-1.js', bytes('')],
      ['not-started-1.js', bytes('')],
    ]),
    chunks: new Map([[SCRIPT, chunk]]),
    entries: new Map([
      ['scorm12', SCRIPT],
      ['first', SCRIPT],
      ['player', SCRIPT],
    ]),
    reached: new Map(),
    template: '',
    strings: {},
    licence: '',
    licences: {},
    onePiece: onePiece(),
  };
  const packed: Packed = {
    standard: STANDARDS[0]!,
    name: 'it.zip',
    bytes: new Uint8Array(),
    files: new Map(Object.entries(GOOD).map(([name, text]) => [name, bytes(text)])),
    facts: facts(),
    manifests: { 'imsmanifest.xml': GOOD['imsmanifest.xml'] },
  };
  const told = (files: ReadonlyMap<string, Uint8Array>): string[] =>
    checkOwn(files, packed, player).map(({ id, file }) => `${id} ${file}`);

  it('is whole', () => expect(told(packed.files)).toEqual([]));

  it('misses what is missing, changed or cut short, and what should not be there', () => {
    const { [SCRIPT]: _, ...rest } = GOOD;
    const read = new Map(
      Object.entries({ ...rest, 'index.html': PAGE.replace('player', 'plaYer'), 'more-12345678.js': '' }),
    );
    expect(told(new Map([...read].map(([name, text]) => [name, bytes(text)])))).toEqual([
      'own-whole index.html',
      `own-whole ${SCRIPT}`,
      'own-whole more-12345678.js',
      'page-missing index.html',
    ]);
  });
});

describe('the interface’s words', () => {
  const en = {
    'app.skip': 'Skip',
    'page.again': 'Again',
    'count.one': '{count} lesson',
    'count.other': '{count} lessons',
  };

  it('are there for a language, a region of it, and one with other plurals', () => {
    const pl = { ...en, 'count.few': '{count}', 'count.many': '{count}' };
    expect(checkStrings(['en', 'en-GB', 'pl'], { en, pl })).toEqual([]);
  });

  it('are missed, with the file that should hold them', () => {
    const { 'app.skip': _, ...less } = en;
    expect(checkStrings(['en', 'pt-BR', 'de'], { en, de: less })).toEqual([
      {
        id: 'language-strings',
        kind: 'house',
        severity: 'error',
        message: 'The interface has no words in "pt-BR": this file is missing.',
        file: 'src/player/strings/pt.json',
      },
      expect.objectContaining({
        message: 'The interface lacks words in "de": app.skip.',
        file: 'src/player/strings/de.json',
      }),
    ]);
  });
});
