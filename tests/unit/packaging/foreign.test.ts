import { expect, it } from 'vitest';
import { show } from '../../../packaging/check/findings.ts';
import type { Chunk, PlayerFiles } from '../../../packaging/pack/player-files.ts';
import { foreign } from '../../../packaging/check/house/foreign.ts';
import { onePiece } from './one-piece.ts';

const OUTBOX = 'src/tracking/lrs/outbox.ts';
const FORMATS = 'src/tracking/scorm/formats.ts';

/** Two drivers whose pages both come to run the formats; the outbox is xAPI's alone. */
function build(inShared: readonly string[]): PlayerFiles {
  const chunk = (file: string, imports: string[], modules: readonly string[]): [string, Chunk] => [
    file,
    { file, imports, dynamicImports: [], css: [], assets: [], modules: [...modules] },
  ];
  const names = ['scorm12.js', 'xapi.js', 'shared.js', 'player.js', 'too-old-1.js', 'not-started-1.js'];
  return {
    template: '',
    strings: {},
    licence: '',
    licences: {},
    onePiece: onePiece(),
    files: new Map(names.map((name) => [name, new Uint8Array()])),
    chunks: new Map([
      chunk('scorm12.js', ['shared.js'], ['\0virtual:launch/scorm12']),
      chunk('xapi.js', ['shared.js'], ['\0virtual:launch/xapi']),
      chunk('player.js', ['shared.js'], []),
      chunk('shared.js', [], ['\0rolldown/runtime.js', ...inShared]),
    ]),
    entries: new Map([
      ['scorm12', 'scorm12.js'],
      ['xapi', 'xapi.js'],
      ['first', 'player.js'],
      ['player', 'player.js'],
    ]),
    reached: new Map([
      ['scorm12', new Set(['\0virtual:launch/scorm12', FORMATS])],
      ['xapi', new Set(['\0virtual:launch/xapi', FORMATS, OUTBOX])],
    ]),
  };
}

const PACKAGE = ['index.html', 'scorm12.js', 'shared.js', 'player.js'];

it('finds nothing foreign where scripts and modules are the own ones', () => {
  expect(foreign(PACKAGE, ['imsmanifest.xml'], 'scorm12', build([FORMATS]))).toEqual([]);
});

it('finds a module of another standard that a shared script brings along', () => {
  expect(foreign(PACKAGE, ['imsmanifest.xml'], 'scorm12', build([FORMATS, OUTBOX])).map(show)).toEqual([
    'shared.js: src/tracking/lrs/outbox.ts in it belongs to another standard.',
  ]);
});

it('finds a script and a manifest of another standard', () => {
  const files = [...PACKAGE, 'xapi.js', 'tincan.xml'];
  expect(foreign(files, ['imsmanifest.xml'], 'scorm12', build([FORMATS])).map(show)).toEqual([
    'xapi.js: This belongs to another standard.',
    'tincan.xml: This belongs to another standard.',
    'xapi.js: \0virtual:launch/xapi in it belongs to another standard.',
  ]);
});
