/** What the list of a zip's files says before one of them is unpacked. */
import type { Entry } from '@zip.js/zip.js/lib/zip-core.js';
import { megabytes, several, type Finding, type Place } from '../findings.ts';
import { found, type RuleId } from '../rules/index.ts';
import { MOST_PLACES, type Found } from '../rules/rule.ts';

/** Unpacked, no course is so large. */
export const MOST_BYTES = 4 * 2 ** 30;
/** Few courses shrink to a tenth; a zip that shrinks so much, and is large, was made to do harm. */
const MOST_RATIO = 200;
const HARMLESS_BYTES = 100 * 2 ** 20;
/** Stored and deflated. */
const METHODS: ReadonlySet<number> = new Set([0, 8]);

export function checkEntries(entries: readonly Entry[]): Finding[] {
  const files = entries.filter(({ directory }) => !directory);
  return [
    ...some(
      'zip-traversal',
      'names that lead out of the package',
      entries.filter(({ filename }) => leavesFolder(filename)),
    ),
    ...bomb(files),
    ...some(
      'zip-encrypted',
      'encrypted',
      files.filter(({ encrypted }) => encrypted),
    ),
    ...some(
      'zip-link',
      'links, and no files',
      files.filter(({ symlink }) => symlink),
    ),
    ...twice(files),
    ...some(
      'zip-method',
      'packed in a way that few servers read',
      files.filter(({ encrypted, compressionMethod }) => !encrypted && !METHODS.has(compressionMethod)),
    ),
    ...some(
      'zip-names',
      'other letters than A to Z in the name, in an encoding that the zip doesn’t tell',
      entries.filter(isGuessed),
    ),
    ...(entries.some(({ zip64 }) => zip64)
      ? [found('zip64', 'The zip is written in the form for very large ones.')]
      : []),
  ];
}

function some(id: RuleId, what: string, those: readonly Entry[]): Finding[] {
  return counted(
    id,
    what,
    those.map(({ filename }) => filename),
  );
}

/** "3 files …", with where they are. */
export function counted(id: RuleId, what: string, names: readonly string[], more: Found = {}): Finding[] {
  if (names.length === 0) return [];
  const places: Place[] = names.slice(0, MOST_PLACES).map((file) => ({ file }));
  return [found(id, `${several(names.length, 'file')}: ${what}.`, { at: places, ...more })];
}

function leavesFolder(name: string): boolean {
  const parts = name.split(/[/\\]/);
  return parts.includes('..') || /^[/\\]|^[A-Za-z]:[/\\]/.test(name) || name.includes('\0');
}

function bomb(files: readonly Entry[]): Finding[] {
  const sum = (of: (entry: Entry) => number): number => files.reduce((total, entry) => total + of(entry), 0);
  const [unpacked, packed] = [
    sum(({ uncompressedSize }) => uncompressedSize),
    sum(({ compressedSize }) => compressedSize),
  ];
  const isBomb = unpacked > MOST_BYTES || (unpacked > HARMLESS_BYTES && unpacked / packed > MOST_RATIO);
  return isBomb ? [found('zip-bomb', `${megabytes(packed)} would become ${megabytes(unpacked)}.`)] : [];
}

function twice(files: readonly Entry[]): Finding[] {
  const byName = grouped(
    files.map(({ filename }) => filename),
    onDisk,
  );
  const again = [...byName.values()].filter(({ length }) => length > 1).flatMap((names) => names.slice(1));
  const byCase = grouped([...byName.keys()], (name) => name.toLowerCase());
  const alike = [...byCase.values()].filter(({ length }) => length > 1).flat();
  return [
    ...counted('zip-duplicate', 'there twice', again),
    ...counted('zip-duplicate', 'of the same name as a folder', alsoFolders([...byName.keys()])),
    ...counted('file-case', 'names that differ in capitals alone', alike),
  ];
}

function grouped(names: readonly string[], key: (name: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const group = groups.get(key(name));
    if (group) group.push(name);
    else groups.set(key(name), [name]);
  }
  return groups;
}

/** Where the file comes to lie: "." and a second "/" say nothing, and to macOS an accent is the same apart or not. */
function onDisk(name: string): string {
  const parts = name.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  return parts.join('/').normalize('NFC');
}

/** In order, and with the separator before all letters, what lies in "x" comes right after "x": no list of folders is made. */
function alsoFolders(names: readonly string[]): string[] {
  const sorted = names.map((name) => name.replaceAll('/', '\0')).toSorted();
  return sorted
    .filter((name, at) => sorted[at + 1]?.startsWith(`${name}\0`))
    .map((name) => name.replaceAll('\0', '/'));
}

/** Bit 11 says UTF-8, as does a field of its own; without either any reader must guess (APPNOTE, appendix D). */
function isGuessed({ rawFilename, filenameUTF8, extraFieldUnicodePath }: Entry): boolean {
  return !filenameUTF8 && !extraFieldUnicodePath && rawFilename.some((byte) => byte > 127);
}
