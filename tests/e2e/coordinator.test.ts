/** The workbench's check and hand over, from a coordinator's side. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { hash } from '../../packaging/hash.ts';
import { SCORM_12, spoiled, type FileMap } from '../unit/check/packages.ts';
import { faultsOf } from './axe.ts';
import { file, useRooms } from './rooms.ts';

const rooms = useRooms();

async function zip(files: FileMap, folder = ''): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const [name, text] of Object.entries(files))
    archive.file(folder + name, text, { createFolders: false });
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

describe('a coordinator with a zip', () => {
  let page: Page;
  beforeAll(async () => {
    page = await rooms.open('check');
  });
  afterAll(() => page.close());

  const drop = (name: string, bytes: Uint8Array): Promise<void> =>
    page.locator('input#package').setInputFiles(file(name, bytes, 'application/zip'));

  test('reads what is wrong, where, and what to do', async () => {
    const twice = spoiled(
      SCORM_12,
      'imsmanifest.xml',
      '<title>Tea</title>',
      '<title>Tea</title><title>Twice</title>',
    );
    await drop('twice.zip', await zip(twice));
    await page.getByText('It may work; look at the warnings first.').waitFor();
    const finding = page.locator('article.warning');
    expect(await finding.count()).toBe(1);
    expect(await finding.innerText()).toMatch(/Where\s+imsmanifest.xml, line 6\s[\s\S]*What to do/);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
  });

  test('is offered a zip that is put right, in which nothing is found', async () => {
    await drop('folder.zip', await zip(SCORM_12, 'course/'));
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the mended zip' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('folder-mended.zip');
    await page.locator('input#package').setInputFiles(await saved.path());
    await page.getByText('Nothing speaks against uploading it.').waitFor();
  });
});

describe('a coordinator who hands the course over', () => {
  test('makes the zip that the command line makes', async () => {
    const page = await rooms.open('hand-over');
    await page.getByRole('heading', { name: 'Which package' }).waitFor();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.getByRole('button', { name: 'Make the package' }).click();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Save / }).click(),
    ]);
    const made = await readFile(await saved.path());
    const expected = await readFile(path.join(inject('packages'), 'short', saved.suggestedFilename()));
    expect(hash(new Uint8Array(made))).toBe(hash(new Uint8Array(expected)));
    await page.close();
  });
});
