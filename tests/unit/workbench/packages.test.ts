import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describe as described } from '../../../src/workbench/server/manifest.ts';
import { ZipFile } from '../../../src/workbench/server/zip-file.ts';
import { rawZip } from '../check/raw-zip.ts';
import { zipped } from '../../fixtures/packages/zipped.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'zips-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  const file = path.join(folder, `${Math.random()}.zip`);
  await writeFile(file, bytes);
  return ZipFile.open(file);
}

const made = (files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> => {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array' });
};

/** What a zip of these files says of itself. */
async function told(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Awaited<ReturnType<typeof described>>> {
  const zip = await opened(await made(files));
  try {
    return await described(zip);
  } finally {
    await zip.close();
  }
}

function manifest(version: string, kind: string, item: string): string {
  return `<?xml version="1.0"?><manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:s="http://www.imsglobal.org/xsd/imsss"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_${version}"><organizations default="o"><organization identifier="o"><title>O</title>${item}</organization></organizations>
    <resources><resource identifier="r" type="webcontent" adlcp:${kind}="sco" href="a.html"/></resources></manifest>`;
}

describe('a package says what it is', () => {
  it('SCORM 1.2 with a file name that has a space', async () => {
    const zip = await opened(await zipped('plain-scorm12'));
    expect(await described(zip)).toEqual({
      kind: 'scorm12',
      standard: 'SCORM 1.2',
      title: 'Plain and old',
      parts: [{ id: 'one', title: 'The only page', href: 'start page.html', passMark: 80 }],
    });
    const stream = await zip.stream('start page.html');
    // a list that was given back is read again, and whoever reads a file already goes on
    zip.forgetList();
    expect(await new Response(stream).text()).toContain('findApi');
    expect(new TextDecoder().decode(await zip.read('start page.html'))).toContain('findApi');
    await zip.close();
  });

  it('SCORM 2004 with several SCOs and their parameters', async () => {
    const zip = await opened(await zipped('several-scos'));
    expect(await described(zip)).toMatchObject({
      kind: 'scorm2004',
      standard: 'SCORM 2004 4th Edition',
      parts: [
        { id: 'first', href: 'content/part.html?part=1' },
        { id: 'second', href: 'content/part.html?part=2' },
      ],
    });
    await zip.close();
  });

  it('what SCORM 1.2 wants said to the course', async () => {
    const item = `<item identifier="i" identifierref="r"><title>I</title><adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed>
      <adlcp:timelimitaction>exit,message</adlcp:timelimitaction><adlcp:datafromlms>eyJhIjoxfQ==</adlcp:datafromlms></item>`;
    expect((await told({ 'imsmanifest.xml': manifest('rootv1p2', 'scormtype', item) })).parts).toEqual([
      {
        id: 'i',
        title: 'I',
        href: 'a.html',
        launchData: 'eyJhIjoxfQ==',
        timeLimit: '00:30:00',
        timeLimitAction: 'exit,message',
      },
    ]);
  });

  it('what SCORM 2004 wants said, and the measures that decide', async () => {
    const item = `<item identifier="i" identifierref="r"><title>I</title><adlcp:timeLimitAction>continue,no message</adlcp:timeLimitAction>
      <adlcp:dataFromLMS>x=1</adlcp:dataFromLMS><adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.9"/>
      <s:sequencing><s:limitConditions attemptAbsoluteDurationLimit="PT30M"/><s:objectives><s:primaryObjective objectiveID="p" satisfiedByMeasure="true">
      <s:minNormalizedMeasure>0.55</s:minNormalizedMeasure></s:primaryObjective></s:objectives></s:sequencing></item>`;
    const [part] = (await told({ 'imsmanifest.xml': manifest('v1p3', 'scormType', item) })).parts;
    expect(part).toMatchObject({
      passMark: 55,
      launchData: 'x=1',
      timeLimit: 'PT30M',
      timeLimitAction: 'continue,no message',
      completionThreshold: '0.9',
      objectives: ['p'],
    });
    const undecided = item.replace('satisfiedByMeasure="true"', 'satisfiedByMeasure="false"');
    const [other] = (await told({ 'imsmanifest.xml': manifest('v1p3', 'scormType', undecided) })).parts;
    expect(other).not.toHaveProperty('passMark');
  });

  it('in whatever encoding its manifest is', async () => {
    const text = manifest(
      'rootv1p2',
      'scormtype',
      '<item identifier="i" identifierref="r"><title>Té</title></item>',
    );
    for (const bytes of [
      Buffer.from(text.replace('?>', ' encoding="ISO-8859-1"?>'), 'latin1'),
      Buffer.from(`\uFEFF${text.replace('?>', ' encoding="UTF-16"?>')}`, 'utf16le'),
    ])
      expect((await told({ 'imsmanifest.xml': bytes })).parts).toMatchObject([{ title: 'Té' }]);
  });

  it('cmi5 with a mark at the beginning of the file, xAPI, a page alone', async () => {
    const cmi5 = `\uFEFF<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
      <course id="urn:c"><title><langstring lang="en">C</langstring></title></course>
      <au id="urn:a" masteryScore="0.7" moveOn="Passed"><title><langstring lang="en">A</langstring></title>
      <url>a.html?x=1</url><launchParameters>p</launchParameters></au></courseStructure>`;
    expect(await told({ 'cmi5.xml': cmi5 })).toEqual({
      kind: 'cmi5',
      standard: 'cmi5',
      title: 'C',
      parts: [
        { id: 'urn:a', title: 'A', href: 'a.html?x=1', passMark: 70, launchData: 'p', moveOn: 'Passed' },
      ],
    });
    const tincan = `<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities><activity id="urn:t" type="x">
      <name>T</name><launch lang="en">t.html</launch></activity><activity id="urn:q" type="y"><name>Q</name></activity></activities></tincan>`;
    expect((await told({ 'tincan.xml': tincan })).parts).toEqual([
      { id: 'urn:t', title: 'T', href: 't.html' },
    ]);
    expect(await told({ 'index.html': '' })).toMatchObject({ kind: 'web', parts: [{ href: 'index.html' }] });
  });

  it.each([
    [{ 'course/imsmanifest.xml': '<manifest/>' }, 'lies in the folder "course"'],
    [{ 'imsmanifest.xml': '<manifest>' }, 'not well-formed'],
    [{ 'imsmanifest.xml': '<manifest/>' }, 'nothing that could be launched'],
    [{ 'course.au': '', 'course.crs': '', 'course.des': '', 'index.html': '' }, 'This is an AICC course.'],
    [{ 'course.zip': 'PK', 'index.html': '' }, 'There is "course.zip" in it'],
    [{ 'readme.txt': '' }, 'none of imsmanifest.xml'],
  ])('and what is wrong with %o', async (files, trouble) => {
    expect((await told(files as unknown as Record<string, string>)).trouble).toContain(trouble);
  });
});

describe('a zip that means no good', () => {
  it.each(['../evil.html', '/etc/evil', 'C:/evil', 'a/../../evil'])(
    'is refused for the name %s',
    async (name) => {
      await expect(made({ [name]: 'x' }).then(opened)).rejects.toThrow('lead out of the package');
    },
  );

  it('is refused where it is none', async () => {
    await expect(opened(new TextEncoder().encode('This is no zip.'))).rejects.toThrow('no zip');
  });

  it('is refused by the number at its end, before its list is read', async () => {
    const zip = rawZip([{ name: 'a.txt' }]);
    new DataView(zip.buffer, zip.byteOffset).setUint16(zip.byteLength - 22 + 10, 30_001, true);
    await expect(opened(zip)).rejects.toThrow('more than 30,000 files');
  });

  it.each([
    ['encrypted', { flags: 0x801 }, 'encrypted'],
    ['a bomb', { size: 0xfffffff0, method: 8 }, 'would become'],
  ])('is refused as the check refuses it: %s', async (_, entry, why) => {
    const entries = [1, 2].map((at) => ({ name: `${at}.txt`, data: 'x', ...entry }));
    await expect(opened(rawZip(entries))).rejects.toThrow(why);
  });

  it.each([
    ['is longer than it says', { size: 10 }, 'uncompressed size'],
    ['is shorter than it says', { size: 200_000 }, 'CRC32'],
    ['has another checksum', { crc: 1 }, 'CRC32'],
    ['has another name before it', { local: { name: '../x' } }, 'says something else of itself'],
    ['has another method before it', { local: { method: 0 } }, 'says something else of itself'],
  ])('breaks off where a file %s', async (_, entry, why) => {
    const data = 'x'.repeat(100_000);
    const zip = await opened(rawZip([{ name: 'imsmanifest.xml', data, method: 8, ...entry }]));
    await expect(new Response(await zip.stream('imsmanifest.xml')).text()).rejects.toThrow(why);
    // whatever else is tried goes on: this one is named, and can't be launched
    await expect(described(zip)).rejects.toThrow('imsmanifest.xml can’t be unpacked');
    await zip.close();
  });

  it('gives nothing of a link, or of what is packed in another way', async () => {
    const zip = await opened(
      rawZip([
        { name: 'passwords', data: '/etc/passwd', mode: 0o120777 },
        { name: 'odd.bin', data: 'x', method: 14 },
      ]),
    );
    for (const name of ['passwords', 'odd.bin']) expect(await zip.stream(name)).toBeUndefined();
    expect(await zip.names()).toHaveLength(2);
    await zip.close();
  });
});
