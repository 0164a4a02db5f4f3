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

/** A browser unpacks a picture to four bytes a pixel: a phone with less memory shows nothing in its place. */
const MOST_PIXELS = 50_000_000;

/** What keeps a picture, whose head could be read, from being shown; undefined where nothing does. */
export function faultOf(
  bytes: Uint8Array,
  { kind, width, height }: PictureSize,
): { message: string; expected: string; fix: string } | undefined {
  if (width * height > MOST_PIXELS)
    return {
      message: `This picture has ${width} × ${height} pixels.`,
      expected: `at most ${MOST_PIXELS.toLocaleString('en')} pixels`,
      fix: 'Save it smaller: 2,000 pixels are enough for any screen.',
    };
  if (ENDS[kind](bytes)) return undefined;
  return {
    message: 'This picture is cut off: its file ends before it does.',
    expected: 'a whole file',
    fix: 'Save or copy it once more.',
  };
}

/** Whether the end of a picture is there. Fewer bytes come of copying or loading that broke off. */
const ENDS: Readonly<Record<PictureSize['kind'], (bytes: Uint8Array) => boolean>> = {
  /** PNG 3rd edition, 5.6: IEND stands last, and data before it. */
  png(bytes) {
    const view = viewOf(bytes);
    let hasData = false;
    for (let chunk = 8; chunk + 12 <= bytes.length; chunk += 12 + view.getUint32(chunk)) {
      const type = view.getUint32(chunk + 4);
      hasData ||= type === 0x49444154;
      if (type === 0x49454e44) return hasData;
    }
    return false;
  },
  /** ITU T.81, B.1: segments up to the scan, which goes on to the marker EOI. */
  jpeg(bytes) {
    const view = viewOf(bytes);
    for (let at = 2; at + 6 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
      const marker = view.getUint16(at);
      if (marker === 0xffda)
        return bytes.some((byte, index) => index > at && byte === 0xff && bytes[index + 1] === 0xd9);
      if (marker >> 8 !== 0xff) return false;
    }
    return bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
  },
  /** RFC 9649, 2.4: the size of all that follows stands behind RIFF. */
  webp: (bytes) => viewOf(bytes).getUint32(4, true) + 8 <= bytes.length,
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
