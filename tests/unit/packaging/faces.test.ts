/** The faces that come with the player are small, hold the letters of both languages, and bear no name that is reserved. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import subsetFont from 'subset-font';
import { cutFace } from '../../../packaging/player/faces.ts';

const KILOBYTE = 1024;

/** Without compression, so that names can be looked for. */
const opened = async (font: Uint8Array): Promise<Buffer> =>
  Buffer.from(
    await subsetFont(font, 'AÑñü¿—', { targetFormat: 'truetype', dropTables: [], noLayoutClosure: true }),
  );

it('the face for readers with dyslexia is small, and has another name than the one reserved for the whole', async () => {
  const cut = await cutFace('reading-face');
  expect(cut.byteLength).toBeLessThan(12 * KILOBYTE);
  const words = (await opened(cut)).toString('latin1');
  const plain = words.replaceAll('\0', '');
  expect(plain).not.toMatch(/OpenDyslexic/i);
  expect(plain).toContain('CourseLetter');
  // whose it is still stands in it
  expect(plain).toContain('Abbie Gonzalez');
});

it('the package that it is from still reserves that name', async () => {
  const require = createRequire(import.meta.url);
  const licence = await readFile(require.resolve('@fontsource/opendyslexic/LICENSE'), 'utf8');
  expect(licence).toContain('with Reserved Font Name OpenDyslexic.');
});

it('the face of headings is cut to what headings need', async () => {
  expect((await cutFace('heading-face')).byteLength).toBeLessThan(30 * KILOBYTE);
});
