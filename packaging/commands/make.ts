/** Course files in, checked zips out. The command line and the tests both call this. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { assemble } from '../pack/assemble.ts';
import { buildPlayer, type PlayerBuild } from '../player/build.ts';
import { compileCourse } from '../compile/index.ts';
import type { CompiledCourse } from '../compile/types.ts';
import { contentFiles, type InterfaceStrings } from '../pack/content.ts';
import { PackageError } from '../failures.ts';
import type { PackageOptions } from './options.ts';
import { checkSavedState } from '../pack/saved-state.ts';
import { STANDARDS, type Standard } from '../pack/standards.ts';
import { checkPackage } from '../check/package.ts';
import { zip } from '../pack/zip.ts';

export interface MadePackage {
  standard: string;
  name: string;
  /** Path of the zip. */
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
 * No zip is written before the course has compiled, its saved state is proven to fit, and every package has passed its
 * checks.
 */
export async function makePackages(
  options: PackageOptions,
  say: Say,
  player?: PlayerBuild,
): Promise<MadePackage[]> {
  say(`Reading the course in ${options.course}, building the player …`);
  const building = player ?? buildPlayer();
  // a mistake in the course is told first; the build's own failure is met below
  if (building instanceof Promise) building.catch(() => undefined);
  const { course } = await compileCourse(options.course, overrides(options));
  const proof = checkSavedState(course);
  say(`  ${describe(course)}; saved state at most ${proof.characters} of ${proof.limit} characters`);
  await writing(options.out, () => makeFolder(options.out));
  const built = await building;
  const content = contentFiles(course, await interfaceStrings());
  const checked: CheckedPackage[] = [];
  for (const standard of STANDARDS.filter(({ id }) => options.standards.includes(id))) {
    say(`Making and checking ${standard.name} …`);
    checked.push(await makeOne(standard, built, content, options.out));
  }
  for (const { bytes, made } of checked) await writing(options.out, () => writeWhole(made.file, bytes));
  return checked.map(({ made }) => made);
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

/** Written beside and moved into place, so that a full disk leaves no half of a zip. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.part`;
  try {
    await writeFile(part, bytes);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
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
  player: PlayerBuild,
  content: ReturnType<typeof contentFiles>,
  out: string,
): Promise<CheckedPackage> {
  const assembled = await assemble(standard, player, content);
  const bytes = await zip(assembled.files);
  const faults = await checkPackage(bytes, standard, assembled, player);
  if (faults.length > 0) {
    throw new PackageError(
      [`The ${standard.name} package failed its checks:`, ...faults.map((fault) => `  - ${fault}`)].join(
        '\n',
      ),
    );
  }
  const file = path.join(out, `${content.structure.id}-${content.structure.version}-${standard.id}.zip`);
  return {
    bytes,
    made: {
      standard: standard.id,
      name: standard.name,
      file,
      bytes: bytes.byteLength,
      files: assembled.files.size,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  };
}

function overrides({
  languages,
  passMark,
  title,
  organisation,
  logo,
}: PackageOptions): Parameters<typeof compileCourse>[1] {
  return {
    ...(languages ? { languages } : {}),
    ...(passMark === undefined ? {} : { passMark }),
    ...(title === undefined ? {} : { title }),
    ...(organisation === undefined && logo === undefined
      ? {}
      : {
          organisation: {
            ...(organisation === undefined ? {} : { name: organisation }),
            ...(logo === undefined ? {} : { logo }),
          },
        }),
  };
}

function describe(course: CompiledCourse): string {
  const { structure, banks } = course;
  const items = banks[structure.languages[0] ?? '']?.items.length ?? 0;
  return `${structure.lessons.length} lessons, ${items} items, ${structure.languages.join(' and ')}`;
}

/** The interface's words in every language that it speaks. */
export async function interfaceStrings(): Promise<InterfaceStrings> {
  const folder = path.resolve(import.meta.dirname, '../../src/player/strings');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const read = async (name: string): Promise<[string, Record<string, string>]> => [
    path.basename(name, '.json'),
    JSON.parse(await readFile(path.join(folder, name), 'utf8')) as Record<string, string>,
  ];
  return Object.fromEntries(await Promise.all(names.map(read)));
}
