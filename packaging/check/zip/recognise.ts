/** What a file is that should have been a zip, or what stands around one: by its first bytes. */
import type { Finding } from '../findings.ts';
import { found } from '../rules/index.ts';

interface Known {
  what: string;
  /** What its bytes begin with, as hexadecimal digits. */
  start: string;
  /** Where they stand. */
  at?: number;
  /** What is in it can be taken out and zipped. */
  archive?: true;
}

const BINARY: readonly Known[] = [
  { what: 'a RAR archive', start: '52617221', archive: true },
  { what: 'a 7-Zip archive', start: '377abcaf271c', archive: true },
  { what: 'a gzip archive (.tar.gz, or a Moodle backup)', start: '1f8b', archive: true },
  { what: 'a tar archive', start: '7573746172', at: 257, archive: true },
  { what: 'a bzip2 archive', start: '425a68', archive: true },
  { what: 'an xz archive', start: 'fd377a585a00', archive: true },
  { what: 'a Zstandard archive', start: '28b52ffd', archive: true },
  { what: 'a Windows cabinet', start: '4d534346', archive: true },
  { what: 'a PDF', start: '25504446' },
  { what: 'an old Office file', start: 'd0cf11e0' },
  { what: 'a PNG picture', start: '89504e47' },
  { what: 'a JPEG picture', start: 'ffd8ff' },
  { what: 'a film (MP4)', start: '66747970', at: 4 },
  { what: 'a Windows program', start: '4d5a' },
];

/** Shown of a text. */
const MOST_SHOWN = 80;

/** @param start at least 262 bytes, where there are so many */
export function recognise(start: Uint8Array): Finding | undefined {
  if (start.byteLength === 0) return found('zip-not', 'The file is empty.');
  const binary = binaryOf(start);
  if (binary) {
    const todo = binary.archive ? ' Unpack it, and zip what is in it.' : '';
    return found('zip-not', `The file is ${binary.what}, and no zip.${todo}`);
  }
  const text = textOf(start);
  return text === undefined ? undefined : found('zip-not', `The file is ${kindOfText(text)}`);
}

/** Such a file holds zips at most as it holds others. */
export const isOtherArchive = (start: Uint8Array): boolean =>
  start.byteLength === 0 || binaryOf(start)?.archive === true;

/** In some words, for what stands before or behind a zip. */
export function stuffOf(bytes: Uint8Array): string {
  if (bytes.every((byte) => byte === 0)) return 'zeros';
  if (startsWith(bytes, '504b')) return 'parts of another zip';
  const text = textOf(bytes);
  if (text !== undefined) return wordsOf(text) === '' ? 'blanks or empty lines' : `the text ${quoted(text)}`;
  const what = binaryOf(bytes)?.what;
  return what === 'a Windows program' ? 'a program that unpacks it' : (what ?? 'something that is no zip');
}

const binaryOf = (bytes: Uint8Array): Known | undefined =>
  BINARY.find(({ start, at = 0 }) => startsWith(bytes.subarray(at), start));

function startsWith(bytes: Uint8Array, digits: string): boolean {
  const front = [...bytes.subarray(0, digits.length / 2)];
  return front.map((byte) => byte.toString(16).padStart(2, '0')).join('') === digits;
}

/** Undefined where the bytes are no text. */
function textOf(bytes: Uint8Array): string | undefined {
  const label = startsWith(bytes, 'fffe') ? 'utf-16le' : startsWith(bytes, 'feff') ? 'utf-16be' : 'utf-8';
  try {
    // it may end within a character
    const text = new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    // eslint-disable-next-line no-control-regex
    return /[\0-\x08\x0E-\x1F]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function kindOfText(text: string): string {
  if (/^\s*<\?xml/.test(text)) return 'an XML file, and no zip.';
  if (!/^(?:\s|<!--[\s\S]*?-->)*<(?:!doctype\s+html|html|head|body|title|script)\b/i.test(text))
    return wordsOf(text) === ''
      ? 'blank, and no zip.'
      : `a text that begins with ${quoted(text)}, and no zip.`;
  const [, title = ''] = /<title[^>]*>([^<]*)/i.exec(text) ?? [];
  const named = wordsOf(title) === '' ? '' : `, ${quoted(title)}`;
  return `a web page${named}, and no zip. A login or error page is often saved in place of a download: sign in, and download it anew.`;
}

/** Without the marks of HTML. */
const wordsOf = (text: string): string =>
  text
    .replaceAll(/<(?:br|p|div|li|h\d|td)\b[^>]*>/gi, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim();

function quoted(text: string): string {
  const words = wordsOf(text);
  return `"${words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN)}…` : words}"`;
}
