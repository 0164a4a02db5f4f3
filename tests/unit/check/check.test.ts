/** Any vendor's package: the broken ones are found out to the last, and nothing is held against the good ones. */
import { describe, expect, it } from 'vitest';
import { checkPackage, type CheckedPackage } from '../../../packaging/check/package.ts';
import { RULES } from '../../../packaging/check/rules/index.ts';
import { LAUNCH_RULES } from '../../../packaging/check/rules/launch.ts';
import { fromBlob, fromBytes } from '../../../packaging/check/zip/source.ts';
import { readSchemas } from '../../../packaging/commands/schemas.ts';
import { BROKEN, EDITIONS } from './broken/index.ts';
import { CMI5, MANIFEST_12, PAGE, SCORM_12, SCORM_2004, spoiled, XAPI, type FileMap } from './packages.ts';
import { rawZip, zipOf } from './raw-zip.ts';

const schemas = await readSchemas();

function check(bytes: Uint8Array): Promise<CheckedPackage> {
  return checkPackage(fromBytes(bytes), { schemas });
}

describe('a broken package', () => {
  it.each(BROKEN)('with $name is found out', async ({ bytes, finds, severity }) => {
    const { findings } = await check(bytes);
    expect(findings.map(({ id, severity: weight }) => `${weight} ${id}`)).toContain(`${severity} ${finds}`);
  });

  it('is there for each rule', () => {
    const shown = new Set<string>(BROKEN.map(({ finds }) => finds));
    const rules = Object.keys(RULES).filter((id) => !(id in LAUNCH_RULES));
    expect(rules.filter((id) => !shown.has(id))).toEqual([]);
  });

  it('has its weightiest findings first, each once', async () => {
    const files = {
      ...spoiled(SCORM_12, 'imsmanifest.xml', ' default="org"', ''),
      'a.swf': '',
      'a#b.png': '',
    };
    const { findings } = await check(zipOf({ ...files, 'index.html': PAGE.replace('js/', 'gone/') }));
    const weights = findings.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity));
    expect(weights).toEqual(weights.toSorted((one, other) => one - other));
    expect(new Set(findings.map(({ id, severity }) => id + severity)).size).toBe(findings.length);
  });

  it.each([
    ['Index.html', 'There is "index.html".'],
    [
      'my%20tea.html',
      'There is "my%20tea.html": its name holds the % signs themselves. Rename it to "my tea.html".',
    ],
    ['course/index.html', 'There is "index.html": the manifest seems to be made for a folder further up.'],
  ])('says what may have been meant by %s', async (href, hint) => {
    const files = spoiled(SCORM_12, 'imsmanifest.xml', 'href="index.html">', `href="${href}">`);
    const { findings } = await check(zipOf({ ...files, 'my%20tea.html': PAGE }));
    expect(findings[0]).toMatchObject({ id: 'launch-missing', message: expect.stringContaining(hint) });
  });

  it('says what the schema has to say without names of namespaces', async () => {
    const said = async (find: string | RegExp, put: string): Promise<string | undefined> => {
      const { findings } = await check(zipOf(spoiled(SCORM_12, 'imsmanifest.xml', find, put)));
      return findings.find(({ id }) => id === 'xml-schema')?.message;
    };
    expect(await said('"sco"', '"SCO"')).toMatch(/not an element of the set \{'asset', 'sco'\}\.$/);
    expect(await said(/ xmlns="[^"]*"/, '')).toContain('the manifest isn’t in SCORM’s namespace');
  });

  it('says where, and what to do', async () => {
    const { findings } = await check(
      zipOf(spoiled(SCORM_12, 'imsmanifest.xml', '</resource>', '<file href="a.png"/></resource>')),
    );
    expect(findings[0]).toMatchObject({ id: 'files-missing', file: 'imsmanifest.xml', line: 14 });
  });
});

const SEVERAL_CHAPTERS = spoiled(
  SCORM_12,
  'imsmanifest.xml',
  '<item identifier="item" identifierref="res"><title>Water</title></item>',
  '<item identifier="chapter"><title>Chapter</title><item identifier="item" identifierref="res" parameters="?q=1"><title>Water</title></item></item>',
);

const GOOD: readonly (readonly [what: string, standard: string, files: FileMap])[] = [
  ['SCORM 1.2', 'SCORM 1.2', SCORM_12],
  ['SCORM 2004', 'SCORM 2004 4th Edition', SCORM_2004],
  ['cmi5', 'cmi5', CMI5],
  ['xAPI', 'xAPI', XAPI],
  ['chapters', 'SCORM 1.2', SEVERAL_CHAPTERS],
  [
    'a mark at the front of the manifest',
    'SCORM 1.2',
    { ...SCORM_12, 'imsmanifest.xml': `\uFEFF${MANIFEST_12}` },
  ],
  [
    'UTF-16',
    'SCORM 1.2',
    {
      ...SCORM_12,
      'imsmanifest.xml': Buffer.from(`\uFEFF${MANIFEST_12.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
    },
  ],
  [
    'remarks and instructions of a tool between its elements',
    'SCORM 1.2',
    spoiled(SCORM_12, 'imsmanifest.xml', '<organizations', '<!-- by a tool --><?tool says?><organizations'),
  ],
  ['lines that end as in Windows', 'SCORM 1.2', spoiled(SCORM_12, 'imsmanifest.xml', /\n/g, '\r\n')],
  [
    'a prefix before every name',
    'SCORM 1.2',
    {
      ...SCORM_12,
      'imsmanifest.xml': MANIFEST_12.replaceAll(/<(\/?)(?=[a-z])/g, '<$1imscp:').replace(
        'xmlns=',
        'xmlns:imscp=',
      ),
    },
  ],
  [
    'a query and a place behind the name of its page',
    'SCORM 1.2',
    spoiled(SCORM_12, 'imsmanifest.xml', 'href="index.html">', 'href="./index.html?lang=en&amp;x=1#/start">'),
  ],
  [
    'a page that names a folder for its addresses',
    'SCORM 1.2',
    spoiled(SCORM_12, 'index.html', '<script src="js/', '<base href="js/x.html"><script src="'),
  ],
  ['schemas that travel along unlisted', 'SCORM 1.2', { ...SCORM_12, 'adlcp_rootv1p2.xsd': '<x/>' }],
  [
    'schemas that are listed and missing',
    'SCORM 1.2',
    spoiled(SCORM_12, 'imsmanifest.xml', '</resource>', '<file href="a.xsd"/></resource>'),
  ],
  [
    'spaces in names, percent-encoded in the manifest',
    'SCORM 1.2',
    {
      ...spoiled(SCORM_12, 'imsmanifest.xml', '</resource>', '<file href="my%20tea.png"/></resource>'),
      'my tea.png': '',
    },
  ],
  [
    'words of unload in a comment',
    'SCORM 1.2',
    { ...SCORM_12, 'js/course.js': `${String(SCORM_12['js/course.js'])}// window.onunload = save\n` },
  ],
  [
    'a script that only speaks of evaluation',
    'SCORM 1.2',
    {
      ...SCORM_12,
      'js/course.js': `${String(SCORM_12['js/course.js'])}var a = lib.eval(1); var b = "eval(1)";\n`,
    },
  ],
];

describe('a good package', () => {
  it.each(GOOD)('with %s has no findings', async (_, standard, files) => {
    const { findings, standards, title } = await check(zipOf(files));
    expect(findings).toEqual([]);
    expect({ standards, title }).toEqual({ standards: [standard], title: 'Tea' });
  });

  it.each(EDITIONS)('of SCORM 2004 may spell its version as Moodle knows it (%#)', async (manifest) => {
    const { findings } = await check(zipOf({ ...SCORM_2004, 'imsmanifest.xml': manifest }));
    expect(findings).toEqual([]);
  });

  it('may carry two manifests', async () => {
    const { standards, findings } = await check(
      zipOf({ ...SCORM_12, 'tincan.xml': String(XAPI['tincan.xml']) }),
    );
    expect(standards).toEqual(['SCORM 1.2', 'xAPI']);
    expect(findings.map(({ id }) => id)).toEqual(['files-unlisted']);
  });
});

describe('a zip', () => {
  it('is read by range, in pieces', async () => {
    const bytes = rawZip([
      ...Object.entries(SCORM_12).map(([name, data]) => ({ name, data })),
      { name: 'film.mp4', data: new Uint8Array(20 * 2 ** 20) },
    ]);
    let largest = 0;
    const source = fromBytes(bytes);
    const { findings } = await checkPackage(
      {
        size: source.size,
        read: (at, length) => ((largest = Math.max(largest, length)), source.read(at, length)),
      },
      { schemas },
    );
    expect(findings.map(({ id }) => id)).toEqual(['files-unlisted']);
    expect(largest).toBeLessThan(2 * 2 ** 20);
  });

  it('that was cut short says so, however large it was', async () => {
    const film = { name: 'film.mp4', data: new Uint8Array(20 * 2 ** 20) };
    const whole = rawZip([...Object.entries(SCORM_12).map(([name, data]) => ({ name, data })), film]);
    const { findings } = await check(whole.subarray(0, -4000));
    expect(findings).toMatchObject([{ id: 'zip-damaged', message: expect.stringContaining('cut short') }]);
  });

  it('of another kind is named, with what to do', async () => {
    const page = new TextEncoder().encode('<html><title>Sign in</title></html>');
    expect((await check(page)).findings[0]?.message).toBe(
      'The file is a web page, "Sign in", and no zip. A login or error page is often saved in place of a download: sign in, and download it anew.',
    );
    const rar = Buffer.from('526172211a070100', 'hex');
    expect((await check(rar)).findings[0]?.message).toBe(
      'The file is a RAR archive, and no zip. Unpack it, and zip what is in it.',
    );
  });

  it('may begin with the mark of a zip that was to be split', async () => {
    const { findings } = await check(Buffer.concat([Buffer.from('PK00'), zipOf(SCORM_12)]));
    expect(findings).toEqual([]);
  });

  it('says what stands before it', async () => {
    const { findings } = await check(Buffer.concat([Buffer.from('<b>Notice</b>: old\n'), zipOf(SCORM_12)]));
    expect(findings.map(({ message }) => message)).toEqual([
      'Before the zip stand 19 bytes that belong to no file in it: the text "Notice: old".',
    ]);
  });

  it('with a list of a million files is refused before the list is read', async () => {
    const end = rawZip([{ name: 'a.txt' }]).slice(-22);
    const size = 200 * 2 ** 20;
    const [list, length] = [2 ** 20, 100 * 2 ** 20];
    const view = new DataView(end.buffer, end.byteOffset);
    view.setUint32(12, length, true);
    view.setUint32(16, list, true);
    let read = 0;
    const { findings } = await checkPackage({
      size,
      read: async (at, asked) => {
        const bytes = new Uint8Array(Math.min(asked, size - at));
        read += bytes.byteLength;
        if (at === 0) bytes.set([0x50, 0x4b, 3, 4]);
        for (let one = 0; one < bytes.length; one++)
          if (at + one >= size - 22) bytes[one] = end[at + one - (size - 22)] ?? 0;
        return bytes;
      },
    });
    expect(findings.map(({ id }) => id)).toEqual(['zip-many']);
    expect(read).toBeLessThan(4 * 2 ** 20);
  });

  it('whose end names a million files is refused before the list is read, even a short one', async () => {
    const end = rawZip([{ name: 'a.txt' }], { zip64: true }).slice(-98);
    const size = 60 * 2 ** 20;
    const view = new DataView(end.buffer, end.byteOffset);
    view.setBigUint64(24, 1_000_000n, true);
    view.setBigUint64(32, 1_000_000n, true);
    view.setBigUint64(40, BigInt(5 * 2 ** 20), true);
    view.setBigUint64(48, 2n ** 20n, true);
    view.setBigUint64(64, BigInt(size - 98), true);
    let read = 0;
    const { findings } = await checkPackage({
      size,
      read: async (at, asked) => {
        const bytes = new Uint8Array(Math.max(0, Math.min(asked, size - at)));
        read += bytes.byteLength;
        if (at === 0) bytes.set([0x50, 0x4b, 3, 4]);
        for (let one = 0; one < bytes.length; one++)
          if (at + one >= size - 98) bytes[one] = end[at + one - (size - 98)] ?? 0;
        return bytes;
      },
    });
    expect(findings.map(({ id }) => id)).toEqual(['zip-many']);
    expect(read).toBeLessThan(2 ** 20);
  });

  it('that lies about a size is left at that size', async () => {
    const bytes = rawZip([{ name: 'a.txt', data: 'x'.repeat(50_000_000), method: 8, size: 100 }]);
    const { findings } = await check(bytes);
    expect(findings.map(({ id }) => id)).toContain('zip-size');
  });

  it('may come from a file that was dropped, and says how far it is', async () => {
    const told: number[] = [];
    const { findings } = await checkPackage(fromBlob(new Blob([zipOf(SCORM_12) as BlobPart])), {
      progress: (done, all) => told.push(done / all),
    });
    expect(findings).toEqual([]);
    expect(told).toHaveLength(3);
    expect(told.at(-1)).toBe(1);
  });
});
