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
