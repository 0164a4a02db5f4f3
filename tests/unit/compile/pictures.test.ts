/** Sizes of pictures, from files written by hand: their first bytes, and no more. */
import { describe, expect, it } from 'vitest';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { pictureSize } from '../../../packaging/compile/picture-size.ts';
import { baseText, baseWith, toldOf } from './fixtures.ts';

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const two = (value: number): number[] => [value >> 8, value & 0xff];
const four = (value: number): number[] => [...two(value >>> 16), ...two(value & 0xffff)];

/** EXIF 2.32, 4.6: one entry in the first directory, the orientation (tag 0x0112, SHORT). */
function exif(orientation: number): number[] {
  const entry = [...two(0x0112), ...two(3), ...four(1), ...two(orientation), ...two(0)];
  const tiff = [...ascii('MM'), ...two(42), ...four(8), ...two(1), ...entry, ...four(0)];
  const body = [...ascii('Exif'), 0, 0, ...tiff];
  return [0xff, 0xe1, ...two(body.length + 2), ...body];
}

/** JFIF 1.02: what most programs put first. */
const JFIF = [0xff, 0xe0, ...two(16), ...ascii('JFIF'), 0, 1, 2, 0, ...two(1), ...two(1), 0, 0];

/** A baseline frame of one component, after what stands before it. */
function jpeg(width: number, height: number, before: readonly number[] = []): Uint8Array {
  const frame = [8, ...two(height), ...two(width), 1, 1, 0x11, 0];
  return Uint8Array.from([0xff, 0xd8, ...before, 0xff, 0xc0, ...two(frame.length + 2), ...frame, 0xff, 0xd9]);
}

function png(width: number, height: number): Uint8Array {
  const head = [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a];
  return Uint8Array.from([
    ...head,
    ...four(13),
    ...ascii('IHDR'),
    ...four(width),
    ...four(height),
    8,
    2,
    0,
    0,
    0,
  ]);
}

describe('the size of a picture', () => {
  it.each([1, 2, 3, 4])(
    'is as it lies in the file where the photo was turned by %i: upright, mirrored, headlong',
    (orientation) => {
      expect(pictureSize(jpeg(40, 20, exif(orientation)))).toEqual({ kind: 'jpeg', width: 40, height: 20 });
    },
  );

  it('has its sides swapped where EXIF comes second, too', () => {
    expect(pictureSize(jpeg(40, 20, [...JFIF, ...exif(6)]))).toEqual({ kind: 'jpeg', width: 20, height: 40 });
  });

  it.each([5, 6, 7, 8])(
    'has its sides swapped where a phone was held upright: orientation %i',
    (orientation) => {
      expect(pictureSize(jpeg(40, 20, exif(orientation)))).toEqual({ kind: 'jpeg', width: 20, height: 40 });
    },
  );

  it('is found without EXIF, and in a PNG', () => {
    expect(pictureSize(jpeg(40, 20, JFIF))).toEqual({ kind: 'jpeg', width: 40, height: 20 });
    expect(pictureSize(png(7, 300))).toEqual({ kind: 'png', width: 7, height: 300 });
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['text', Uint8Array.from(ascii('no picture at all, but longer than a header'))],
    ['a picture that was cut off', png(7, 300).slice(0, 14)],
    ['a picture without width', png(0, 300)],
    ['a GIF, which is not shown', Uint8Array.from([...ascii('GIF89a'), 40, 0, 20, 0, 0, 0, 0, 0x3b])],
  ])('is none of %s', (_, bytes) => expect(pictureSize(bytes)).toBeUndefined());
});

it('reaches the figure turned, so that the page keeps the right place for it', () => {
  const folder = baseWith({
    'en/lessons/one.md': `${baseText('en/lessons/one.md')}\n:::figure{src="photo.jpg" alt="A street."}\n:::\n`,
  });
  const files = new Map([...folder.files, ['media/photo.jpg', jpeg(40, 20, exif(6))] as const]);
  const { course } = compileFolder({ ...folder, files }, { ledger: 'propose' });
  const blocks = course.lessons['en']?.['one']?.sections.flatMap((section) => section.blocks) ?? [];
  expect(blocks.find((block) => block.kind === 'figure' && 'src' in block.picture)).toMatchObject({
    picture: { width: 20, height: 40 },
  });
});

describe('a picture in a lesson', () => {
  const shown = (name: string, bytes: Uint8Array) => {
    const { files, ...rest } = baseWith({
      'en/lessons/one.md': `${baseText('en/lessons/one.md')}\n:::figure{src="${name}" alt="A street."}\n:::\n`,
    });
    return toldOf({ ...rest, files: new Map([...files, [`media/${name}`, bytes] as const]) });
  };
  const chunk = (type: string, data: readonly number[] = []): number[] => [
    ...four(data.length),
    ...ascii(type),
    ...data,
    ...four(0),
  ];
  const wholePng = Uint8Array.from([...png(4, 4), ...four(0), ...chunk('IDAT', [1, 2, 3]), ...chunk('IEND')]);
  const scan = [0xff, 0xda, ...two(8), 1, 1, 0, 0, 63, 0, 9, 9, 9];
  const wholeJpeg = jpeg(4, 4, JFIF).slice(0, -2);
  const scanned = Uint8Array.from([...wholeJpeg, ...scan, 0xff, 0xd9, 0, 0]);
  const vp8 = [...ascii('VP8 '), 21, 0, 0, 0, 0x30, 1, 0, 0x9d, 1, 0x2a, 4, 0, 4, 0, ...ascii('words of it')];
  const wholeWebp = Uint8Array.from([...ascii('RIFF'), vp8.length + 4, 0, 0, 0, ...ascii('WEBP'), ...vp8]);

  it.each([
    ['a PNG', 'a.png', wholePng],
    ['a PNG with more behind its end', 'a.png', Uint8Array.from([...wholePng, 1, 2, 3])],
    ['a JPEG with more behind its end', 'a.jpg', scanned],
    ['a WebP', 'a.webp', wholeWebp],
  ])('is fine as %s', (_, name, bytes) => expect(shown(name, bytes)).toEqual([]));

  it.each([
    ['a PNG of its head alone', 'a.png', wholePng.slice(0, 33), 'cut off'],
    [
      'a PNG without its data',
      'a.png',
      Uint8Array.from([...wholePng.slice(0, 33), ...chunk('IEND')]),
      'cut off',
    ],
    ['a PNG cut off in its data', 'a.png', wholePng.slice(0, 43), 'cut off'],
    ['a PNG cut off at its end', 'a.png', wholePng.slice(0, -4), 'cut off'],
    ['a PNG whose data claim more than there is', 'a.png', wholePng.with(33, 0xff), 'cut off'],
    ['a JPEG cut off in its scan', 'a.jpg', scanned.slice(0, -6), 'cut off'],
    ['a JPEG of its head alone', 'a.jpg', wholeJpeg, 'cut off'],
    ['a WebP cut off', 'a.webp', wholeWebp.slice(0, -1), 'cut off'],
    [
      'one that no phone could unpack',
      'a.png',
      Uint8Array.from([...png(40_000, 40_000), ...wholePng.slice(29)]),
      '40000 × 40000',
    ],
  ])('is refused as %s', (_, name, bytes, words) => {
    expect(shown(name, bytes)).toEqual([
      expect.objectContaining({ code: 'media.kind', message: expect.stringContaining(words) }),
    ]);
  });
});
