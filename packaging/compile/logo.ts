/** The organisation's logo: a file beside the page, whichever kind it is. */
import { UsageError } from '../failures.ts';
import { CourseErrors } from './errors.ts';
import { Faults } from './faults.ts';
import type { Sources } from './files.ts';
import { mediaFile, type MediaFile, type MediaStore } from './media.ts';
import { faultOf, isMoving, MOVING, pictureSize } from './picture-size.ts';
import type { Settings } from './settings.ts';
import { readSvg } from './svg.ts';

const KINDS = 'SVG, PNG, JPEG or WebP';

/** The logo that `course.yaml` names. @returns the name that the structure refers to it by */
export function addLogo(settings: Settings, files: Sources, media: MediaStore): string | undefined {
  const name = settings.course?.organisation?.logo;
  if (name === undefined) return undefined;
  const { faults } = files;
  const path = `media/${name}`;
  const bytes = files.bytes(path);
  const place = settings.place(['organisation', 'logo']);
  if (!bytes) {
    faults.add('media.missing', place, {
      message: `There is no logo "${name}".`,
      expected: `a file ${files.shown(path)}`,
    });
    return undefined;
  }
  const shown = showable(name, files.shown(path), bytes, faults);
  if (shown === 'no picture') {
    faults.add('media.kind', place, {
      message: `The logo "${name}" is no picture that can be shown.`,
      expected: `an ${KINDS} file`,
    });
    return undefined;
  }
  return shown && media.add(name, shown);
}

/**
 * A logo that somebody else gives, by the name or path of its file: any name can be given to a file, so it travels under
 * a plain one.
 * @throws UsageError where it is no picture
 * @throws CourseErrors where it holds what may not reach a learner
 */
export function givenLogo(name: string, bytes: Uint8Array): MediaFile {
  const faults = new Faults();
  const shown = showable(name, name, bytes, faults);
  if (shown === 'no picture')
    throw new UsageError(`The logo "${name}" is no picture that can be shown. Use ${KINDS}.`);
  if (!shown) throw new CourseErrors(faults.errors());
  return mediaFile(plainName(name), shown);
}

/** The bytes that a package carries; undefined, with faults, for a drawing that is not allowed. */
function showable(
  name: string,
  path: string,
  bytes: Uint8Array,
  faults: Faults,
): Uint8Array | 'no picture' | undefined {
  if (!/\.svg$/i.test(name)) return rasterOf(name, path, bytes, faults);
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const svg = readSvg({ path, text }, { alt: '', prefix: '', colours: 'its own' }, faults);
  return svg === undefined ? undefined : new TextEncoder().encode(svg);
}

function rasterOf(
  name: string,
  path: string,
  bytes: Uint8Array,
  faults: Faults,
): Uint8Array | 'no picture' | undefined {
  if (isMoving(bytes)) {
    faults.addFile('media.moving', path, MOVING);
    return undefined;
  }
  const size = /\.(?:png|jpe?g|webp)$/i.test(name) ? pictureSize(bytes) : undefined;
  if (!size) return 'no picture';
  const fault = faultOf(bytes, size);
  if (fault) faults.addFile('media.kind', path, fault);
  return fault ? undefined : bytes;
}

function plainName(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const dot = name.lastIndexOf('.');
  const stem = name
    .slice(0, dot)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${stem || 'logo'}${name.slice(dot)}`;
}
