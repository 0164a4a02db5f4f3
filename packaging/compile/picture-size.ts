/** Width and height of a raster picture, as a browser shows it: a phone's upright photo lies on its side in the file. */
import { imageSize } from 'image-size';

const KINDS = { png: 'png', jpg: 'jpeg', webp: 'webp' } as const;

export interface PictureSize {
  kind: 'png' | 'jpeg' | 'webp';
  width: number;
  height: number;
}

/** EXIF's orientations from 5 to 8 turn the picture by a quarter (EXIF 2.32, 4.6.4, tag 0x0112). */
const FIRST_TURNED = 5;

/** Undefined where the bytes are no PNG, JPEG or WebP. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  try {
    const { type, width, height, orientation = 1 } = imageSize(bytes);
    const kind = KINDS[type as keyof typeof KINDS];
    if (!kind || !(width > 0 && height > 0)) return undefined;
    return orientation >= FIRST_TURNED ? { kind, width: height, height: width } : { kind, width, height };
  } catch {
    return undefined; // of another kind, or cut off in the middle of its header
  }
}

export const MOVING = {
  message: 'This picture moves by itself, and no reader could stop it.',
  expected: 'a picture that stands still',
};

/**
 * Pictures that move, by what their headers say. A GIF may, and is refused for that. WebP: the flag of the extended header (RFC 9649, 2.7). PNG: a chunk acTL before the first IDAT (PNG 3rd edition, 11.3.6.1).
 */
export function isMoving(bytes: Uint8Array): boolean {
  const at = (offset: number, length = 4): string =>
    String.fromCharCode(...bytes.subarray(offset, offset + length));
  if (at(0, 3) === 'GIF') return true;
  if (at(0) === 'RIFF' && at(8) === 'WEBP') return at(12) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0;
  if (at(1, 3) !== 'PNG') return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let chunk = 8; chunk + 8 <= bytes.length; chunk += 12 + view.getUint32(chunk)) {
    if (at(chunk + 4) === 'acTL') return true;
    if (at(chunk + 4) === 'IDAT') return false;
  }
  return false;
}
