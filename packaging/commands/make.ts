/** Course files in, checked packages out. The command line and the tests both call this. */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { show, type Finding } from '../check/findings.ts';
import { checkOwn } from '../check/house/own.ts';
import { checkPackage } from '../check/package.ts';
import { fromBytes } from '../check/zip/source.ts';
import type { Schemas } from '../check/manifest/schema.ts';
import { checkStrings } from '../check/house/strings.ts';
import { compileCourse } from '../compile/read-folder.ts';
import type { CompiledCourse } from '../compile/types.ts';
import { PackageError } from '../failures.ts';
import { hash } from '../hash.ts';
import type { Choices } from '../pack/choices.ts';
import { contentFiles, type ContentFiles } from '../pack/content.ts';
import { chooseCourse, pack, type Packed } from '../pack/packages.ts';
import type { PlayerFiles } from '../pack/player-files.ts';
import type { Standard } from '../pack/standards.ts';
import { unzip } from '../pack/zip.ts';
import { buildPlayer } from '../player/build.ts';
import { readStrings } from '../player/strings.ts';
import { settingsSheet } from '../sheets/page.ts';
import { readSchemas } from './schemas.ts';
import { writeSet } from './write-set.ts';

export interface ToMake {
  /** The course's folder. */
  course: string;
  /** Where the packages go. */
  out: string;
  choices: Choices;
}

export interface MadePackage {
  standard: string;
  name: string;
  /** Path of the zip, or of the page that is one file. */
  file: string;
  bytes: number;
  files: number;
  sha256: string;
}

export type Say = (sentence: string) => void;

interface CheckedPackage {
  bytes: Uint8Array;
  made: MadePackage;
}

/**
 * No package is written before the course has compiled, its saved state is proven to fit, the interface speaks its languages,
 * and every package has passed its checks.
 */
export async function makePackages(
  { course: folder, out, choices }: ToMake,
  say: Say,
  player?: PlayerFiles,
): Promise<MadePackage[]> {
  say(`Reading the course in ${folder}, building the player …`);
  const building = player ?? buildPlayer();
  // a mistake in the course is told first; the build's own failure is met below
  if (building instanceof Promise) building.catch(() => undefined);
  const compiled = await compileCourse(folder, { languages: choices.languages });
  const { course, proof, standards } = chooseCourse(compiled.course, choices);
  refuse('The course can’t be packaged:', checkStrings(course.structure.languages, await readStrings()));
  say(`  ${describe(course)}; saved state at most ${proof.characters} of ${proof.limit} characters`);
  await writing(out, () => makeFolder(out));
  const built = await building;
  const content = contentFiles(course, built.strings);
  const schemas = await readSchemas();
  const checked: CheckedPackage[] = [];
  for (const standard of standards) {
    say(`Making and checking ${standard.name} …`);
    checked.push(await makeOne(standard, built, content, schemas, out));
  }
  const packages = checked.map(({ bytes, made }) => ({ name: path.basename(made.file), bytes }));
  const sheet = await settingsSheet(
    { ...course.structure, variant: course.variant },
    content.texts[0]?.title ?? '',
  );
  const set = [...packages, { name: sheet.name, bytes: new TextEncoder().encode(sheet.html) }];
  await writing(out, () => writeSet(out, set));
  say(`What to set in the LMS is in ${path.join(out, sheet.name)}`);
  return checked.map(({ made }) => made);
}

function refuse(what: string, findings: readonly Finding[]): void {
  if (findings.length > 0)
    throw new PackageError([what, ...findings.map((finding) => `  - ${show(finding)}`)].join('\n'));
}

/** With the folders above it. Node's own `recursive` never ends where there is no making folders, as below /proc. */
async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (found?.isDirectory()) return;
  if (!found) await makeFolder(path.dirname(folder));
  await mkdir(folder);
}

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'There is a file of this name, and no folder.',
  ENOTDIR: 'A part of this path is a file, and no folder.',
  EISDIR: 'There is a folder that has the name of a zip.',
  EACCES: 'You may not write there.',
  EPERM: 'You may not write there.',
  EROFS: 'Nothing can be written there.',
  ENOENT: 'No folder can be made there.',
  ENOSPC: 'The disk is full.',
  EBUSY: 'Another program has one of them open, or writes there.',
};

async function writing<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = REASONS[code] ?? `The system says: ${code || String(error)}.`;
    throw new PackageError(`The packages can't be written to ${folder}. ${reason}`, { cause: error });
  }
}

async function makeOne(
  standard: Standard,
  player: PlayerFiles,
  content: ContentFiles,
  schemas: Schemas,
  out: string,
): Promise<CheckedPackage> {
  const packed = await pack(standard, content, player);
  const failed = standard.oneFile
    ? checkOwn(packed.files, packed, player)
    : await checkZip(packed, player, schemas);
  refuse(`The ${standard.name} package failed its checks:`, failed);
  return {
    bytes: packed.bytes,
    made: {
      standard: standard.id,
      name: standard.name,
      file: path.join(out, packed.name),
      bytes: packed.bytes.byteLength,
      files: packed.files.size,
      sha256: hash(packed.bytes),
    },
  };
}

async function checkZip(packed: Packed, player: PlayerFiles, schemas: Schemas): Promise<Finding[]> {
  const { findings } = await checkPackage(fromBytes(packed.bytes), { schemas });
  return [
    ...findings.filter(({ severity }) => severity !== 'note'),
    ...checkOwn(await unzip(packed.bytes), packed, player),
  ];
}

function describe(course: CompiledCourse): string {
  const { structure, banks } = course;
  const items = banks[structure.languages[0] ?? '']?.items.length ?? 0;
  return `${structure.lessons.length} lessons, ${items} items, ${structure.languages.join(' and ')}`;
}
