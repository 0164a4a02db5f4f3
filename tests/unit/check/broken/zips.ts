/** Zips that are none, were damaged, or do harm; and what lies in them under odd names. */
import { gzipSync } from 'node:zlib';
import { collection, MANIFEST, encode, in12, inFolder, inPage, withEntries, zip64 } from './make.ts';
import { CMI5, MANIFEST_12, PAGE, SCORM_12, without } from '../packages.ts';
import { rawZip, zipOf } from '../raw-zip.ts';

const tar = Buffer.alloc(1024);
tar.write('imsmanifest.xml');
tar.write('ustar', 257);

const OTHER_FILES: readonly (readonly [what: string, start: string | Uint8Array])[] = [
  ['a-text', 'This is no zip.'],
  ['a-message-in-json', '{"error":"not signed in"}'],
  ['a-login-page', '<!DOCTYPE html><html><title>Log in</title></html>'],
  ['a-login-page-that-begins-with-a-remark', '\n<!-- cached -->\n<html lang="en"><title>Log in</title>'],
  ['a-login-page-in-utf-16', Buffer.from('\uFEFF<html><body>Log in</body></html>', 'utf16le')],
  ['a-rar', Buffer.from('526172211a0701003392b5e50a01050600050101808000', 'hex')],
  ['a-seven-zip', Buffer.from('377abcaf271c0004', 'hex')],
  ['a-tar-gz', gzipSync(tar)],
  ['a-tar', tar],
  ['a-tar-bz2', Buffer.from('425a683931415926535900', 'hex')],
  ['a-pdf', '%PDF-1.7'],
  ['a-program', Buffer.concat([encode('MZ'), new Uint8Array(3000)])],
];

const BEFORE_ZIPS: readonly (readonly [what: string, front: string | Uint8Array])[] = [
  ['a-warning-of-php', '<br />\n<b>Warning</b>:  Undefined variable in <b>/srv/download.php</b><br />\n'],
  ['a-page-of-some-length', `<html><body>${'<p>Your download begins.</p>'.repeat(100)}</body></html>`],
  ['an-empty-line', '\n'],
  ['a-program', Buffer.concat([encode('MZ'), new Uint8Array(3000)])],
];

const { broken, add } = collection();
export const ZIPS = broken;

add('empty-file', 'zip-not', 'error', new Uint8Array());
for (const [what, start] of OTHER_FILES)
  add(`${what}-named-zip`, 'zip-not', 'error', typeof start === 'string' ? encode(start) : start);
for (const [what, front] of BEFORE_ZIPS) {
  const bytes = typeof front === 'string' ? encode(front) : front;
  add(`${what}-before-the-zip`, 'zip-around', 'error', Buffer.concat([bytes, zipOf(SCORM_12)]));
  add(`${what}-behind-the-zip`, 'zip-around', 'warning', Buffer.concat([zipOf(SCORM_12), bytes]));
}
add(
  'another-zip-before-the-zip',
  'zip-around',
  'error',
  Buffer.concat([zipOf({ 'a.txt': 'a' }), zipOf(SCORM_12)]),
);
add('cut-short', 'zip-damaged', 'error', zipOf(SCORM_12).slice(0, 700));
add('only-the-front', 'zip-damaged', 'error', encode('PK\u0003\u0004 and nothing more'));
add('wrong-checksum', 'zip-damaged', 'error', withEntries({ name: 'a.png', data: 'picture', crc: 1 }));
add(
  'shorter-than-it-says',
  'zip-damaged',
  'error',
  withEntries({ name: 'a.txt', data: 'some words', method: 8, size: 5000 }),
);
add(
  'longer-than-it-says',
  'zip-size',
  'error',
  withEntries({ name: 'a.txt', data: 'x'.repeat(100_000), method: 8, size: 10 }),
);
add(
  'encrypted',
  'zip-encrypted',
  'error',
  withEntries({ name: 'a.txt', data: 'x'.repeat(20), flags: 0x801 }),
);
add('one-of-several-parts', 'zip-split', 'error', rawZip([{ name: 'a.txt' }], { disk: 1 }));
add('packed-by-another-method', 'zip-method', 'error', withEntries({ name: 'a.txt', data: 'x', method: 14 }));
add('name-with-dots-out-of-the-folder', 'zip-traversal', 'error', withEntries({ name: '../evil.js' }));
add('name-with-backslash-dots', 'zip-traversal', 'error', withEntries({ name: 'a\\..\\..\\evil.js' }));
add('absolute-name', 'zip-traversal', 'error', withEntries({ name: '/etc/evil' }));
add('name-on-a-drive', 'zip-traversal', 'error', withEntries({ name: 'C:\\evil.exe' }));
add(
  'name-out-of-the-folder-before-the-file-alone',
  'zip-header',
  'error',
  withEntries({ name: 'a.js', local: { name: '../x' } }),
);
add(
  'another-method-before-the-file',
  'zip-header',
  'error',
  withEntries({ name: 'a.js', data: 'x', method: 8, local: { method: 0 } }),
);
add(
  'encrypted-says-the-file-and-not-the-list',
  'zip-header',
  'error',
  withEntries({ name: 'a.js', data: 'x', local: { flags: 0x801 } }),
);
add(
  'a-folder-that-is-a-file-before-its-place',
  'zip-header',
  'error',
  withEntries({ name: 'img/', local: { name: '../x' } }),
);
add(
  'a-folder-packed-in-another-way-before-its-place',
  'zip-header',
  'error',
  withEntries({ name: 'img/', local: { method: 8 } }),
);
add('a-link', 'zip-link', 'error', withEntries({ name: 'passwords', data: '/etc/passwd', mode: 0o120777 }));
add('the-same-name-twice', 'zip-duplicate', 'error', withEntries({ name: 'index.html', data: 'other' }));
add(
  'the-same-name-with-a-point-before-it',
  'zip-duplicate',
  'error',
  withEntries({ name: './index.html', data: 'other' }),
);
add(
  'the-same-name-with-a-second-slash',
  'zip-duplicate',
  'error',
  withEntries({ name: 'img/a.png' }, { name: 'img//a.png' }),
);
add(
  'the-same-name-with-a-backslash',
  'zip-duplicate',
  'error',
  withEntries({ name: 'img/a.png' }, { name: 'img\\a.png' }),
);
add(
  'the-same-name-with-the-accent-apart',
  'zip-duplicate',
  'error',
  withEntries({ name: '\u{E9}.png' }, { name: 'e\u{301}.png' }),
);
add(
  'a-file-and-a-folder-of-one-name',
  'zip-duplicate',
  'error',
  withEntries({ name: 'x' }, { name: 'x/y.js' }),
);
add('names-that-differ-in-capitals', 'file-case', 'warning', withEntries({ name: 'INDEX.html' }));
add(
  'files-that-share-their-bytes',
  'zip-overlap',
  'error',
  rawZip([
    { name: 'a.txt', data: 'x'.repeat(99) },
    { name: 'b.txt', data: 'x'.repeat(99), offset: 0 },
  ]),
);
add(
  'a-bomb',
  'zip-bomb',
  'error',
  rawZip([
    { name: 'a.txt', data: 'x', method: 8, size: 0xfffffff0 },
    { name: 'b.txt', data: 'x', method: 8, size: 0xfffffff0 },
  ]),
);
add('zip64', 'zip64', 'note', await zip64());
add(
  'too-many-files',
  'zip-many',
  'error',
  rawZip(
    Array.from({ length: 30_001 }, (_, at) => ({ name: String(at) })),
    { zip64: true },
  ),
);
add('in-a-folder', 'zip-folder', 'error', inFolder('My course/'));
add('zipped-on-a-mac-with-its-folder', 'zip-folder', 'error', {
  ...inFolder('My course/'),
  '__MACOSX/My course/._imsmanifest.xml': '',
  'My course/.DS_Store': '',
});
add('zip-in-a-zip', 'zip-nested', 'error', { 'course.zip': zipOf(SCORM_12) });
add('several-zips-in-a-zip', 'zip-nested', 'error', { 'a.zip': zipOf(SCORM_12), 'b.zip': zipOf(CMI5) });
add('rar-in-a-zip', 'zip-nested', 'error', { 'course.rar': 'Rar!' });
add('files-of-a-mac', 'zip-mac', 'note', { ...SCORM_12, '__MACOSX/._index.html': '', '.DS_Store': '' });
add(
  'names-in-another-encoding',
  'zip-names',
  'warning',
  withEntries({ name: Uint8Array.of(0x9a, 0x62, 0x2e, 0x70), flags: 0 }),
);
add('names-with-backslashes', 'file-backslash', 'error', withEntries({ name: 'img\\a.png' }));
add('name-with-a-number-sign', 'file-name', 'warning', { ...SCORM_12, 'img/a#1.png': '' });
add('name-that-windows-keeps-for-itself', 'file-name', 'warning', { ...SCORM_12, 'img/aux.png': '' });
add('name-with-accents', 'file-letters', 'note', { ...SCORM_12, 'img/té.png': '' });
add('very-long-path', 'file-long', 'note', { ...SCORM_12, [`${'folder/'.repeat(30)}a.png`]: '' });
add('a-program-for-a-server', 'file-server', 'warning', { ...SCORM_12, 'save.php': '<?php' });
add('module-scripts-named-mjs', 'file-mjs', 'warning', {
  ...inPage(
    '<script src="js/course.js">',
    '<script type="module" src="a.mjs"></script><script src="js/course.js">',
  ),
  'a.mjs': 'export {}',
});
for (const [how, code] of [
  ['import', 'import "./a.mjs";'],
  ['import-from', 'import { a } from "./a.mjs";'],
  ['import-call', 'import("./a.mjs");'],
])
  add(`module-named-mjs-by-${how}`, 'file-mjs', 'warning', {
    ...inPage('</head>', `<script type="module">${code}</script></head>`),
    'a.mjs': 'export const a = 1;',
  });
add('version-history-left-in', 'file-leftover', 'note', { ...SCORM_12, '.git/config': '' });
add(
  'more-than-50-mb',
  'package-size',
  'note',
  withEntries({ name: 'film.mp4', data: new Uint8Array(52 * 2 ** 20) }),
);
add('no-manifest', 'manifest-none', 'error', without(SCORM_12, MANIFEST));
add('manifest-in-capitals', 'manifest-case', 'error', {
  ...without(SCORM_12, MANIFEST),
  'IMSMANIFEST.XML': MANIFEST_12,
});
add('aicc', 'not-ours', 'note', { 'course.au': '', 'course.crs': '', 'course.des': '', 'course.cst': '' });
add('lti-link', 'not-ours', 'note', { 'basiclti.xml': '<cartridge_basiclti_link/>' });
add(
  'common-cartridge',
  'not-ours',
  'note',
  in12('http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1'),
);
add('a-website-of-ours', 'web-only', 'note', { 'index.html': PAGE, 'player/web-12345678.js': '' });
