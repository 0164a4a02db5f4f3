/** Code of others that travels along stands in LICENCES.txt, also where it is hidden within another package's file. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { licencesText } from '../../../packaging/pack/licences.ts';
import { readLicences } from '../../../packaging/player/licences.ts';
import { onePiece } from './one-piece.ts';

const XAPI = 'node_modules/@xapi/xapi/dist/XAPI.esm.js';
let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'licences-'));
});
afterEach(() => rm(root, { recursive: true }));

async function install(name: string, manifest: object, code = ''): Promise<string> {
  const folder = path.join(root, 'node_modules', name);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ version: '1.0.0', ...manifest }));
  await writeFile(path.join(folder, 'LICENSE'), `Copyright of ${name}\r\n`);
  await writeFile(path.join(folder, 'index.js'), code);
  return `node_modules/${name}/index.js`;
}

describe('the licences', () => {
  it('name axios beside @xapi/xapi, of the version that is built into it', async () => {
    const licences = await readLicences([XAPI], '.');
    expect(licences['@xapi/xapi']?.brings?.['axios']).toMatchObject({ version: '1.15.2', license: 'MIT' });
    const player = { licences, licence: 'Ours', template: '', strings: {}, onePiece: onePiece() };
    const maps = { files: new Map(), chunks: new Map(), entries: new Map(), reached: new Map() };
    const text = licencesText(['@xapi/xapi'], { ...player, ...maps });
    expect(text).not.toContain('Open Peeps');
    expect(licencesText([], { ...player, ...maps }, ['Open Peeps'])).toMatch(
      /\nPortraits: Open Peeps by Pablo Stanley \(CC0-1\.0\)\n/,
    );
    expect(() => licencesText([], { ...player, ...maps }, ['Somebody'])).toThrow(
      'without the licence of Somebody',
    );
    expect(text).toMatch(/^The player\n\nOurs\n/);
    expect(text).toMatch(/\n@xapi\/xapi 3\.\d+\.\d+ \(MIT\)\n/);
    expect(text).toMatch(/\naxios 1\.15\.2 \(MIT\), as it stands within @xapi\/xapi\n\n.*Matt Zabriskie/);
  });

  it('are asked for where a package holds code of one that it was made with', async () => {
    const manifest = { license: 'MIT', devDependencies: { '@some/parser': '1', typescript: '5' } };
    const module = await install('wrapper', manifest, 'const from="@some/parser";export{from}');
    await expect(readLicences([module], root)).rejects.toThrow(
      'The files of wrapper seem to hold the code of @some/parser. If so, say which version',
    );
  });

  it.each([
    '/*! Copyright (c) 2011 Some Body */',
    '/**\n * @license MIT\n * Copyright 2019, 2020 Some Body, all of it\n */',
  ])('are asked for where a comment names a holder whom none of them names: %s', async (banner) => {
    const module = await install('wrapper', { license: 'MIT' }, `${banner}\nexport const a = 1;`);
    await expect(readLicences([module], root)).rejects.toThrow(
      'A file of wrapper says that Some Body holds the copyright',
    );
    const own = await install('wrapper', { license: 'MIT' }, '/*! Copyright (c) 2011 of wrapper */');
    expect(Object.keys(await readLicences([own], root))).toEqual(['wrapper']);
  });

  it('are enough where what a package needs is bundled by itself', async () => {
    const needed = await install('needed', { license: 'ISC' });
    const module = await install(
      'wrapper',
      { license: 'MIT', dependencies: { needed: '1' } },
      'import"needed"',
    );
    expect(await readLicences([module, needed, 'src/own.ts'], root)).toEqual({
      needed: { version: '1.0.0', license: 'ISC', text: 'Copyright of needed\n' },
      wrapper: { version: '1.0.0', license: 'MIT', text: 'Copyright of wrapper\n' },
    });
  });

  it('are looked at again when a package brings another version', async () => {
    const module = await install('@xapi/xapi', { license: 'MIT' }, '"axios";"2.0.0"');
    await expect(readLicences([module], root)).rejects.toThrow("doesn't hold axios 1.15.2 any more");
  });

  it('stop the build where one may not be combined with ours', async () => {
    const module = await install('free', { license: 'GPL-3.0' });
    await expect(readLicences([module], root)).rejects.toThrow('free has the licence "GPL-3.0"');
  });
});
