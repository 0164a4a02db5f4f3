/** What the list of a zip's files says before one of them is unpacked. */
import type { Entry } from '@zip.js/zip.js/lib/zip-core.js';
import { megabytes, several, type Finding, type Place } from '../findings.ts';
import { found, type RuleId } from '../rules/index.ts';
import { MOST_PLACES, type Found } from '../rules/rule.ts';

/** Unpacked, no course is so large. */
const MOST_BYTES = 4 * 2 ** 30;
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
  const [seen, again] = [new Set<string>(), new Set<string>()];
  for (const { filename } of files) (seen.has(filename) ? again : seen).add(filename);
  const byCase = new Map<string, string[]>();
  for (const name of seen) {
    const key = name.toLowerCase();
    byCase.set(key, [...(byCase.get(key) ?? []), name]);
  }
  const alike = [...byCase.values()].filter(({ length }) => length > 1).flat();
  return [
    ...counted('zip-duplicate', 'there twice', [...again]),
    ...counted('file-case', 'names that differ in capitals alone', alike),
  ];
}

/** Bit 11 says UTF-8, as does a field of its own; without either any reader must guess (APPNOTE, appendix D). */
function isGuessed({ rawFilename, filenameUTF8, extraFieldUnicodePath }: Entry): boolean {
  return !filenameUTF8 && !extraFieldUnicodePath && rawFilename.some((byte) => byte > 127);
}
