/**
 * SHA-1 in hexadecimal (FIPS 180-4): an LRS names the version of a document by it (xAPI 1.0.3, part three, 3.1). The
 * browser's own is asynchronous, and a handler answers at once.
 */

const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0] as const;

type State = [number, number, number, number, number];

export function sha1(text: string): string {
  const state: State = [...START];
  const blocks = padded(new TextEncoder().encode(text));
  for (let at = 0; at < blocks.byteLength; at += 64) digest(state, new DataView(blocks.buffer, at, 64));
  return state.map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** A one, noughts, and the length in bits fill the last block. */
function padded(bytes: Uint8Array): Uint8Array {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 0x2000_0000));
  view.setUint32(blocks.length - 4, (bytes.length * 8) >>> 0);
  return blocks;
}

const turned = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0;

function digest(state: State, block: DataView): void {
  const words = Array.from({ length: 16 }, (_, index) => block.getUint32(index * 4));
  for (let at = 16; at < 80; at++)
    words[at] = turned(words[at - 3]! ^ words[at - 8]! ^ words[at - 14]! ^ words[at - 16]!, 1);
  let [a, b, c, d, e] = state;
  words.forEach((word, at) => {
    const next = (turned(a, 5) + mixed(at, b, c, d) + e + word) >>> 0;
    [e, d, c, b, a] = [d, c, turned(b, 30), a, next];
  });
  [a, b, c, d, e].forEach((word, index) => {
    state[index] = (state[index]! + word) >>> 0;
  });
}

function mixed(at: number, b: number, c: number, d: number): number {
  if (at < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (at < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (at < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
