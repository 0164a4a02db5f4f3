/** Reads the licences of the npm packages whose code travels with the player. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageOf, type Licence } from '../pack/player-files.ts';

/** Licences that this project's own (MIT) may be combined with. Another one stops the build. */
const COMPATIBLE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'OFL-1.1'];

/**
 * Packages whose own files hold the code of others, and which: it is theirs, of the version that was built in, whatever
 * version npm puts beside it.
 */
const BRINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '@xapi/xapi': { axios: '1.15.2' },
};

interface Manifest {
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

export function ownLicence(root: string): Promise<string> {
  return readFile(path.join(root, 'LICENSE'), 'utf8');
}

/**
 * @param modules what the player is made of, relative to `root`
 * @throws where a licence may not be combined with ours, or code came along whose licence nobody looked at
 */
export async function readLicences(
  modules: readonly string[],
  root: string,
): Promise<Record<string, Licence>> {
  const files = new Map<string, string[]>();
  for (const module of modules) {
    const name = packageOf(module);
    if (name) files.set(name, [...(files.get(name) ?? []), module]);
  }
  const licences: Record<string, Licence> = {};
  for (const name of [...files.keys()].toSorted()) {
    const manifest = await manifestOf(name, root);
    const brings = BRINGS[name] ?? {};
    const code = await codeOf(files.get(name) ?? [], root);
    checkHidden(name, manifest, code, [...files.keys(), ...Object.keys(brings)]);
    checkVersions(name, brings, code);
    const own = await licenceOf(name, manifest, root);
    const others = Object.entries(brings).map(async ([other, version]): Promise<[string, Licence]> => {
      const beside = await manifestOf(other, root);
      return [other, await licenceOf(other, { ...beside, version }, root)];
    });
    const brought = Object.fromEntries(await Promise.all(others));
    checkHolders(name, code, [own, ...Object.values(brought)]);
    licences[name] = { ...own, ...(others.length > 0 && { brings: brought }) };
  }
  return licences;
}

const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const HOLDER = /copyright\s+(?:(?:\(c\)|©|\d{4}[\d, -]*)\s*)+(?:by\s+)?(?<holder>[^\n*<(,.;]{2,60})/gi;

/** Code that was copied in keeps the name of whoever holds it in a comment: a licence that travels along names them too. */
function checkHolders(name: string, code: string, licences: readonly Licence[]): void {
  const known = licences.map(({ text }) => text.toLowerCase()).join('\n');
  for (const [comment] of code.matchAll(COMMENT)) {
    for (const { groups } of comment.matchAll(HOLDER)) {
      const holder = groups?.['holder']?.trim() ?? '';
      if (known.includes(holder.toLowerCase())) continue;
      throw new Error(
        `A file of ${name} says that ${holder} holds the copyright of some of it, and no licence that travels along does. ` +
          'Look whose code it is, for packaging/player/licences.ts.',
      );
    }
  }
}

/**
 * What a package needs, or was made with, and its own files name though nobody bundles it: that code stands in these files.
 */
function checkHidden(
  name: string,
  { dependencies, devDependencies }: Manifest,
  code: string,
  known: readonly string[],
): void {
  const hidden = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (other) => !known.includes(other) && names(code, other),
  );
  if (hidden.length === 0) return;
  throw new Error(
    `The files of ${name} seem to hold the code of ${hidden.join(' and ')}. ` +
      'If so, say which version in packaging/player/licences.ts, so that its licence travels along.',
  );
}

function names(code: string, other: string): boolean {
  const word = other.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w@/-])${word}(?![\\w-])`).test(code);
}

function checkVersions(name: string, brings: Readonly<Record<string, string>>, code: string): void {
  for (const [other, version] of Object.entries(brings)) {
    if (names(code, other) && code.includes(version)) continue;
    throw new Error(
      `${name} doesn't hold ${other} ${version} any more. Look what it holds, for packaging/player/licences.ts.`,
    );
  }
}

async function codeOf(modules: readonly string[], root: string): Promise<string> {
  const texts = await Promise.all(modules.map((module) => readFile(path.join(root, module), 'utf8')));
  return texts.join('\n');
}

async function manifestOf(name: string, root: string): Promise<Manifest> {
  const file = path.join(root, 'node_modules', name, 'package.json');
  return JSON.parse(await readFile(file, 'utf8')) as Manifest;
}

async function licenceOf(name: string, { version, license }: Manifest, root: string): Promise<Licence> {
  if (!license || !COMPATIBLE.includes(license))
    throw new Error(`${name} has the licence "${license}", which is not among: ${COMPATIBLE.join(', ')}.`);
  const folder = path.join(root, 'node_modules', name);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  const text = file && (await readFile(path.join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
  return { version, license, text: text ?? `(${name} carries no licence text of its own.)` };
}
