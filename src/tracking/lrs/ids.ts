/** Identifiers, without `crypto.subtle` and `randomUUID`: those are absent where an LMS serves pages without https. */

/** RFC 4122 version 4. */
export function randomUuid(): string {
  return spell(crypto.getRandomValues(new Uint8Array(16)), 4);
}

/**
 * RFC 4122 version 5 below this project's own name: the same text gives the same id, so that one event that is told
 * twice is one statement.
 */
export function namedUuid(text: string): string {
  return spell(sha1(`${NAMESPACE}\n${text}`).slice(0, 16), 5);
}

const NAMESPACE = '8f1c2f4e-0a55-4a43-9d0c-5f2d6a1b7c30';

function spell(bytes: Uint8Array, version: number): string {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const all = hex(bytes);
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-');
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** FIPS 180-4. Names things; keeps no secret. */
export function sha1(text: string): Uint8Array {
  const message = new TextEncoder().encode(text);
  const blocks = new DataView(new ArrayBuffer(((message.length + 72) >> 6) << 6));
  message.forEach((byte, index) => blocks.setUint8(index, byte));
  blocks.setUint8(message.length, 0x80);
  blocks.setUint32(blocks.byteLength - 4, message.length * 8);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const words = new Uint32Array(80);
  for (let start = 0; start < blocks.byteLength; start += 64) mix(state, words, blocks, start);
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((word, index) => digest.setUint32(index * 4, word));
  return new Uint8Array(digest.buffer);
}

function mix(state: number[], words: Uint32Array, blocks: DataView, start: number): void {
  for (let n = 0; n < 80; n++) {
    words[n] =
      n < 16
        ? blocks.getUint32(start + n * 4)
        : turn(words[n - 3]! ^ words[n - 8]! ^ words[n - 14]! ^ words[n - 16]!, 1);
  }
  let [a, b, c, d, e] = state as [number, number, number, number, number];
  for (let n = 0; n < 80; n++) {
    const [f, k] =
      n < 20
        ? [(b & c) | (~b & d), 0x5a827999]
        : n < 40
          ? [b ^ c ^ d, 0x6ed9eba1]
          : n < 60
            ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
            : [b ^ c ^ d, 0xca62c1d6];
    const next = (turn(a, 5) + f + e + k + words[n]!) | 0;
    [a, b, c, d, e] = [next, a, turn(b, 30), c, d];
  }
  [a, b, c, d, e].forEach((word, index) => (state[index] = (state[index]! + word) >>> 0));
}

const turn = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/**
 * Twenty hex digits, in place of a learner, an endpoint and an attempt: ids of statements in LRSs are made of it, and what
 * waits on devices to be sent is found under it, so it stays as it is. (Other keys on the device are of `device/hash.ts`.)
 */
export const ownerHash = (text: string): string => hex(sha1(text).slice(0, 10));
