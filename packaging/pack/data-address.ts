/** A file as an address that holds it: for pages that fetch nothing. */
import { base64 } from './portable.ts';

/** Of what a course or the player may show. */
export const TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export function dataAddress(name: string, bytes: Uint8Array): string {
  const type = TYPES[name.slice(name.lastIndexOf('.'))];
  if (type === undefined) throw new Error(`Nobody knows what kind of file "${name}" is.`);
  return `data:${type};base64,${base64(bytes)}`;
}
