/** A zip of anybody's is checked from its bytes; one of ours is held against what was put into it besides. */
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../packaging/check/findings.ts';
import { checkOwn } from '../../../packaging/check/own.ts';
import { checkPackage } from '../../../packaging/check/package.ts';
import { checkStrings } from '../../../packaging/check/strings.ts';
import { readSchemas } from '../../../packaging/commands/schemas.ts';
import { cmi5Structure } from '../../../packaging/pack/manifest/cmi5.ts';
import { scorm12Manifest } from '../../../packaging/pack/manifest/scorm12.ts';
import { scorm2004Manifest } from '../../../packaging/pack/manifest/scorm2004.ts';
import { tincan } from '../../../packaging/pack/manifest/tincan.ts';
import type { Packed } from '../../../packaging/pack/packages.ts';
import type { PlayerFiles } from '../../../packaging/pack/player-files.ts';
import { STANDARDS } from '../../../packaging/pack/standards.ts';
import { facts } from './facts.ts';

const schemas = await readSchemas();
const PAGE =
  '<html><head><meta http-equiv="Content-Security-Policy" content="x"><script src="player/a-12345678.js"></script></head></html>';
const SCRIPT = 'player/a-12345678.js';

async function zipOf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const [name, text] of Object.entries(files)) archive.file(name, text);
  return archive.generateAsync({ type: 'uint8array' });
}

async function findings(files: Readonly<Record<string, string>>): Promise<Finding[]> {
  return (await checkPackage(await zipOf(files), schemas)).findings;
}

const ids = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
  (await findings(files)).map(({ kind, id }) => `${kind} ${id}`);

const GOOD = { 'index.html': PAGE, [SCRIPT]: '1', 'imsmanifest.xml': scorm12Manifest(facts()) };

describe('any zip', () => {
  it.each([
    ['scorm12', 'imsmanifest.xml', scorm12Manifest(facts())],
    ['scorm2004-3', 'imsmanifest.xml', scorm2004Manifest(facts(), '2004 3rd Edition')],
    ['scorm2004-4', 'imsmanifest.xml', scorm2004Manifest(facts(), '2004 4th Edition')],
    ['cmi5', 'cmi5.xml', cmi5Structure(facts())],
    ['xapi', 'tincan.xml', tincan(facts())],
  ])('of %s is told by its manifest, and a good one has no findings', async (id, name, manifest) => {
    const bytes = await zipOf({ 'index.html': PAGE, [SCRIPT]: '1', [name]: manifest });
    expect(await checkPackage(bytes, schemas)).toMatchObject({ standards: [id], findings: [] });
  });

  it('that is none is one finding', async () => {
    const { findings: found } = await checkPackage(new TextEncoder().encode('no zip'), schemas);
    expect(found).toEqual([expect.objectContaining({ id: 'zip', severity: 'error' })]);
  });

  it('with a file that leaves the folder is read no further', async () => {
    expect(await ids({ '../evil.js': '1' })).toEqual(['standard zip']);
  });

  it('with the folder around everything is told so', async () => {
    const inside = Object.fromEntries(Object.entries(GOOD).map(([name, text]) => [`course/${name}`, text]));
    expect(await findings(inside)).toContainEqual(
      expect.objectContaining({ id: 'manifest-root', kind: 'standard', file: 'course/imsmanifest.xml' }),
    );
  });

  it('breaks the law where its manifest names what is not there', async () => {
    const { [SCRIPT]: _, ...without } = GOOD;
    expect(await ids(without)).toEqual(['standard scorm-files', 'lms page-missing']);
  });

  it('says in which line a schema refuses what', async () => {
    const [finding] = await findings({
      ...GOOD,
      'imsmanifest.xml': GOOD['imsmanifest.xml'].replace('sco"', 'sco" x="1"'),
    });
    expect(finding).toMatchObject({ id: 'xml-schema', kind: 'standard', file: 'imsmanifest.xml' });
    expect(finding?.line).toBeGreaterThan(10);
  });

  it('offends an LMS’s habits by a mastery score, and by names', async () => {
    const score = '</title><adlcp:masteryscore>80</adlcp:masteryscore>\n      </item>';
    const manifest = GOOD['imsmanifest.xml'].replace('</title>\n      </item>', score);
    expect(await ids({ ...GOOD, 'imsmanifest.xml': manifest, 'two words-12345678.mjs': '1' })).toEqual([
      'lms scorm12-masteryscore',
      'lms file-mjs',
      'lms file-name',
    ]);
  });

  it.each([
    ['raw decorators', '@t("cm-expand")class A{}export{A as a}', 'lms script-syntax'],
    ['half a script', 'const a = {', 'lms script-syntax'],
    ['an import of what is not there', 'import"./gone-12345678.js"', 'lms script-import'],
    ['a later import of what is not there', 'const a=()=>import("./gone-12345678.js")', 'lms script-import'],
    ['an import that no browser finds', 'import"lit"', 'lms script-import'],
    ['an import that leaves the package', 'import"//example.org/a.js"', 'lms script-import'],
    ['a name that the other script does not give', 'import{b}from"./b-12345678.js"', 'lms script-name'],
    ['a default that the other script does not give', 'import b from"./b-12345678.js"', 'lms script-name'],
    ['a name passed on that nobody gives', 'export{b as c}from"./b-12345678.js"', 'lms script-name'],
  ])('cannot run with %s', async (_, script, finding) => {
    expect(await ids({ ...GOOD, [SCRIPT]: script, 'player/b-12345678.js': 'export const a=1' })).toEqual([
      finding,
    ]);
  });

  it('runs with scripts of all kinds', async () => {
    const scripts = {
      [SCRIPT]: 'import c,{a as x,b,d}from"./b-12345678.js";import*as all from"./c-12345678.js";import(x)',
      'player/b-12345678.js':
        'const n=1;export const a=n;export function b(){}export default class{};export{n as d}',
      'player/c-12345678.js': 'export*from"./b-12345678.js";export{a as z}from"./b-12345678.js"',
      'old-12345678.js': 'with(window){var x=010}',
    };
    expect(await ids({ ...GOOD, ...scripts })).toEqual([]);
  });

  it('may say words that look like an event attribute', async () => {
    const page = `${PAGE}<title>She said onload="now" and style="x"</title>`;
    expect(await ids({ ...GOOD, 'index.html': page })).toEqual([]);
  });

  it('breaks this house’s rules by a script in the page, another host, and a name without a hash', async () => {
    const page = `${PAGE.replace(/<meta[^>]*>/, '')}<script>1</script><p style="x"><img src="https://example.org/a.png">`;
    expect(await ids({ ...GOOD, 'index.html': page, 'plain.css': '' })).toEqual([
      'house file-hash',
      'house page-inline-script',
      'house page-inline-style',
      'house page-policy',
      'house other-host',
    ]);
  });
});

describe('one of ours', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
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
      ['player', SCRIPT],
    ]),
    reached: new Map(),
    template: '',
    strings: {},
    licence: '',
    licences: {},
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
      Object.entries({ ...rest, 'index.html': PAGE.replace('player', 'plaYer'), 'more.js': '' }),
    );
    expect(told(new Map([...read].map(([name, text]) => [name, bytes(text)])))).toEqual([
      'own-whole index.html',
      `own-whole ${SCRIPT}`,
      'own-whole more.js',
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
