/** The one hash of packaging: SHA-256 in hex, the same in Node and in a browser, at once. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export function hash(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** As many of its first characters as a file's name carries. */
export function shortHash(bytes: Uint8Array, characters: number): string {
  return hash(bytes).slice(0, characters);
}

/** As a Content-Security-Policy names it. */
export function sha256Base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...sha256(bytes)));
}
