/** `npm run check` as people and scripts call it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import check from '../../../packaging/commands/check.ts';
import { CMI5, PAGE, SCORM_12, spoiled, without } from './packages.ts';
import { zipOf } from './raw-zip.ts';

let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'check-'));
  const inFolder = Object.fromEntries(
    Object.entries(SCORM_12).map(([name, data]) => [`My course/${name}`, data]),
  );
  const packages = {
    good: SCORM_12,
    cmi5: { ...CMI5, 'save.php': '' },
    noted: { ...SCORM_12, 'film.swf': '' },
    warned: { ...SCORM_12, 'save.php': '' },
    bad: without(SCORM_12, 'index.html'),
    'in-a-folder': { ...inFolder, '__MACOSX/._My course': '', 'readme.txt': '' },
    'in-capitals': {
      ...without(SCORM_12, 'imsmanifest.xml'),
      'imsManifest.xml': String(SCORM_12['imsmanifest.xml']),
    },
    two: { 'a/imsmanifest.xml': '', 'b/imsmanifest.xml': '' },
    escapes: { ...SCORM_12, '../evil.js': '' },
  };
  for (const [name, files] of Object.entries(packages)) await writeFile(at(`${name}.zip`), zipOf(files));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: readonly string[]): Promise<{ code: number; said: string; complained: string }> {
  const answer = { code: -1, said: '', complained: '' };
  answer.code = await check(args, {
    say: (text) => (answer.said += `${text}\n`),
    complain: (text) => (answer.complained += `${text}\n`),
  });
  return answer;
}

it.each([
  ['good', 0, /SCORM 1\.2, "Tea"; 3 files[\s\S]*Nothing was found/],
  ['noted', 0, /Note flash[\s\S]*Nothing speaks against/],
  ['warned', 0, /Warning file-server[\s\S]*What to do/],
  [
    'bad',
    1,
    /Error launch-missing: "index\.html" is launched[\s\S]*Where: imsmanifest\.xml:11[\s\S]*Mend the errors/,
  ],
])('ends for a package that is %s with %i', async (name, code, says) => {
  const answer = await run(at(`${name}.zip`));
  expect(answer).toMatchObject({ code, complained: '' });
  expect(answer.said).toMatch(says);
});

it.each([
  [[], /^Name a file/],
  [['nowhere.zip'], /no file "nowhere\.zip"/],
  [['a.zip', 'b.zip'], /^One file at a time/],
  [['--colour', 'a.zip'], /--colour/],
  [['--allow', 'nothing=because', 'a.zip'], /no rule "nothing"/],
  [['--allow', 'mixed', 'a.zip'], /say why/],
])('answers the call %j with one line', async (args, says) => {
  const { code, said, complained } = await run(...args);
  expect({ code, said }).toEqual({ code: 2, said: '' });
  expect(complained.trim()).toMatch(says);
  expect(complained.trim()).not.toContain('\n');
});

it('says what to do with a folder', async () => {
  expect((await run(folder)).complained).toMatch(/is a folder\. Zip what is in it/);
});

it('explains itself', async () => {
  const { code, said } = await run('--help');
  expect(code).toBe(0);
  expect(said).toMatch(/npm run check -- FILE\.zip \[options\]/);
  for (const option of ['--json', '--quiet', '--allow', '--mend', '--launch']) expect(said).toContain(option);
});

it('is quiet about notes, and about good packages altogether', async () => {
  expect(await run('--quiet', at('noted.zip'))).toEqual({ code: 0, said: '', complained: '' });
  const { said } = await run('--quiet', at('warned.zip'));
  expect(said).toContain('file-server');
  expect(said).not.toContain('files-unlisted');
});

it('tells scripts all of it', async () => {
  const { said, code } = await run('--json', at('bad.zip'));
  expect(code).toBe(1);
  expect(JSON.parse(said)).toMatchObject({
    standards: ['SCORM 1.2'],
    title: 'Tea',
    counts: { error: 1 },
    findings: [
      {
        id: 'launch-missing',
        kind: 'standard',
        severity: 'error',
        file: 'imsmanifest.xml',
        line: 11,
        why: expect.stringMatching(/./),
        whom: 'learners',
        todo: expect.stringMatching(/./),
      },
    ],
  });
});

it('tells what it found where nothing can be launched, and that nothing was', async () => {
  const { code, said, complained } = await run('--launch', at('cmi5.zip'));
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  expect(said).toMatch(/Warning file-server[\s\S]*Note launch-not: Only SCORM packages with a SCO/);
  const asked = await run('--launch', '--json', at('cmi5.zip'));
  expect(JSON.parse(asked.said)).toMatchObject({ standards: ['cmi5'], counts: { note: 1 } });
});

it('takes a rule as allowed, and tells the reason', async () => {
  const { code, said } = await run('--allow', 'launch-missing=It comes later', at('bad.zip'));
  expect(code).toBe(0);
  expect(said).toMatch(/Note launch-missing: .*Allowed: It comes later/);
});

describe('--mend', () => {
  it.each([
    [
      'in-a-folder',
      /folder "My course" around everything was taken away; 1 file beside that folder .*; 1 file of a Mac/,
    ],
    ['in-capitals', /imsManifest\.xml was renamed to imsmanifest\.xml/],
  ])('writes a good zip for one that is %s', async (name, did) => {
    const out = at(`${name}-mended.zip`);
    const { code, said, complained } = await run(at(`${name}.zip`), '--mend', out);
    expect(said).toMatch(/Error (zip-folder|manifest-case)[\s\S]*Nothing was found/);
    expect(complained).toMatch(did);
    expect(code).toBe(0);
    expect((await run(out)).said).toContain('Nothing was found');
  });

  it('writes over no file', async () => {
    const { code, complained } = await run(at('in-a-folder.zip'), '--mend', at('good.zip'));
    expect(code).toBe(1);
    expect(complained).toMatch(/There is a file of that name already/);
    expect(await readFile(at('good.zip'))).toEqual(Buffer.from(zipOf(SCORM_12)));
  });

  it.each([
    ['good', /nothing that --mend could put right/],
    ['two', /several packages in it: a\/, b\//],
    ['escapes', /can’t be mended: 1 file: names that lead out/],
  ])('leaves alone a zip that is %s', async (name, says) => {
    const { code, complained } = await run(at(`${name}.zip`), '--mend', at('never.zip'));
    expect(code).toBe(1);
    expect(complained).toMatch(says);
    await expect(readFile(at('never.zip'))).rejects.toThrow(/ENOENT/);
  });
});

it('finds the line in a page as well', async () => {
  await writeFile(
    at('page.zip'),
    zipOf(spoiled(SCORM_12, 'index.html', PAGE, `\n\n${PAGE.replace('<body>', '<body onunload="a()">')}`)),
  );
  expect((await run(at('page.zip'))).said).toContain('Where: index.html:3');
});
