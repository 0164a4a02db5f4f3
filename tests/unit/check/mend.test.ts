/** What writing a zip anew puts right: the check finds nothing in it afterwards. */
import { describe, expect, it } from 'vitest';
import { mend, NotMended } from '../../../packaging/check/mend.ts';
import { checkPackage } from '../../../packaging/check/package.ts';
import { fromBytes } from '../../../packaging/check/zip/source.ts';
import { SCORM_12 } from './packages.ts';
import { zipOf } from './raw-zip.ts';

const good = zipOf(SCORM_12);
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const inFolder = zipOf(
  Object.fromEntries(Object.entries(SCORM_12).map(([name, data]) => [`My course/${name}`, data])),
);

const AROUND = 'what stood before or behind it was taken away';

describe('a zip is mended', () => {
  it.each<[string, Uint8Array, string[]]>([
    ['with text before it', Buffer.concat([text('Warning: old\n'), good]), [AROUND]],
    ['with text behind it', Buffer.concat([good, text('<!-- done -->')]), [AROUND]],
    [
      'in a zip, as it is',
      zipOf({ 'course.zip': good, 'readme.txt': '' }),
      ['"course.zip" was taken out of the zip around it'],
    ],
    [
      'in a zip, and itself in a folder',
      zipOf({ 'course.zip': inFolder }),
      [
        '"course.zip" was taken out of the zip around it',
        'the folder "My course" around everything was taken away',
      ],
    ],
  ])('%s', async (_, bytes, did) => {
    const mended = await mend(fromBytes(bytes));
    expect(mended.did).toEqual(did);
    expect((await checkPackage(fromBytes(mended.bytes))).findings).toEqual([]);
  });

  it('byte for byte where it was only in another one', async () => {
    const { bytes } = await mend(fromBytes(zipOf({ 'course.zip': good })));
    expect(Buffer.from(bytes).equals(good)).toBe(true);
  });

  it.each<[string, Uint8Array, RegExp]>([
    [
      'several zips are in it',
      zipOf({ 'a.zip': good, 'b.zip': good }),
      /several zips in it: upload each by itself/,
    ],
    ['the zip in it is no package', zipOf({ 'a.zip': zipOf({ 'a.txt': 'a' }) }), /There is none of/],
    ['it lies in a zip in a zip', zipOf({ 'a.zip': zipOf({ 'b.zip': good }) }), /There is none of/],
    ['it is no zip', text('no zip'), /can’t be mended: The file is a text/],
  ])('never where %s', async (_, bytes, why) => {
    const error: unknown = await mend(fromBytes(bytes)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NotMended);
    expect((error as Error).message).toMatch(why);
  });
});
