/** What a file is that should have been a zip, by its first bytes. */
import type { Finding } from '../findings.ts';
import { found } from '../rules/index.ts';

/** As hexadecimal digits. */
const BINARY: readonly (readonly [what: string, start: string])[] = [
  ['a RAR archive', '52617221'],
  ['a 7-Zip archive', '377abcaf'],
  ['a gzip archive', '1f8b'],
  ['a PDF', '25504446'],
  ['an old Office file', 'd0cf11e0'],
];

const STARTS: readonly (readonly [what: string, start: RegExp])[] = [
  ['an XML file', /^(?:\xEF\xBB\xBF)?\s*<\?xml/],
  [
    'a web page (a login or error page is often saved in place of a download)',
    /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html)/i,
  ],
];

export function recognise(start: Uint8Array): Finding | undefined {
  if (start.byteLength === 0) return found('zip-not', 'The file is empty.');
  const text = String.fromCharCode(...start);
  if (text.startsWith('PK')) return undefined;
  const digits = [...start.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const binary = BINARY.find(([, front]) => digits.startsWith(front))?.[0];
  const what = binary ?? STARTS.find(([, form]) => form.test(text))?.[0];
  if (what) return found('zip-not', `The file is ${what}, and no zip.`);
  // something may stand before a zip, such as a program that unpacks it
  const isText = start.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
  return isText ? found('zip-not', 'The file is a text, and no zip.') : undefined;
}
