/** The organisation's logo: a file beside the page, whichever kind it is. */
import { basename, extname } from 'node:path';
import { UsageError } from '../failures.ts';
import { pictureSize } from './picture-size.ts';
import type { Sources } from './files.ts';
import type { MediaStore } from './media.ts';
import type { Settings } from './settings.ts';
import { readSvg } from './svg.ts';

/**
 * @param given a file that an option names, by its path; any name can be given to a file, so it travels under a plain one
 * @returns the name that the structure refers to it by
 */
export function addLogo(
  settings: Settings,
  files: Sources,
  media: MediaStore,
  given?: { name: string; bytes: Uint8Array },
): string | undefined {
  const name = given?.name ?? settings.course?.organisation?.logo;
  if (name === undefined) return undefined;
  const { faults } = files;
  const path = `media/${name}`;
  const bytes = given?.bytes ?? files.bytes(path);
  const place = settings.place(['organisation', 'logo']);
  const carried = given ? plainName(name) : name;
  if (!bytes) {
    faults.add('media.missing', place, {
      message: `There is no logo "${name}".`,
      expected: `a file ${files.shown(path)}`,
    });
    return undefined;
  }
  if (/\.svg$/i.test(name)) {
    const text = new TextDecoder()
      .decode(bytes)
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
    const svg = readSvg({ path: given ? name : files.shown(path), text }, { alt: '', prefix: '' }, faults);
    return svg === undefined ? undefined : media.add(carried, new TextEncoder().encode(svg));
  }
  if (!/\.(?:png|jpe?g|webp)$/i.test(name) || !pictureSize(bytes)) {
    if (given)
      throw new UsageError(`The logo "${name}" is no picture that can be shown. Use SVG, PNG, JPEG or WebP.`);
    faults.add('media.kind', place, {
      message: `The logo "${name}" is no picture that can be shown.`,
      expected: 'an SVG, PNG, JPEG or WebP file',
    });
    return undefined;
  }
  return media.add(carried, bytes);
}

function plainName(file: string): string {
  const stem = basename(file, extname(file))
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${stem || 'logo'}${extname(file)}`;
}
