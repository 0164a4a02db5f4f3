/**
 * The course's files where they stand in the page: each is a block of JSON whose id is the name that it has in the other
 * packages, and pictures are one more, their data by their names.
 */
import { own } from '../../course/own.ts';
import { ContentError, type Reader } from '../read.ts';

/** The ids of two blocks that no file's name can be. */
export const LAUNCH = 'course';
const PICTURES = 'pictures';

let pictures: Readonly<Record<string, string>> | undefined;

/** The last two parts of an address are the file's name. */
export const readInlined: Reader = async (url) => {
  try {
    return readBlock(/content\/[^/?#]+$/.exec(url)?.[0] ?? '');
  } catch (cause) {
    throw new ContentError(url, cause);
  }
};

/** With the data of a picture wherever one is named. */
export function readBlock(id: string): unknown {
  pictures ??= JSON.parse(textOf(PICTURES)) as Record<string, string>;
  const known = pictures;
  return JSON.parse(textOf(id), (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith('media/') ? (own(known, value) ?? value) : value,
  );
}

function textOf(id: string): string {
  const block = document.getElementById(id);
  if (!block) throw new Error(`the page holds no "${id}"`);
  return block.textContent;
}
