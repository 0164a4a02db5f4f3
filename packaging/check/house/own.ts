/** A package that this project made: is it ours, and whole? Held against what was assembled. */
import type { Packed } from '../../pack/packages.ts';
import type { PlayerFiles } from '../../pack/player-files.ts';
import type { Files } from '../../pack/zip.ts';
import type { Finding } from '../findings.ts';
import { checkFiles } from './files.ts';
import { foreign } from './foreign.ts';
import { checkOneFile } from './one-file.ts';
import { OWN_CHECKS } from './standards.ts';

/** @param files what was read back from the zip, if it is one */
export function checkOwn(files: Files, packed: Packed, player: PlayerFiles): Finding[] {
  const { standard, manifests, facts } = packed;
  if (standard.oneFile) return checkOneFile(packed, player);
  const check = OWN_CHECKS.find(({ id }) => id === standard.id);
  return [
    ...sameFiles(files, packed.files),
    ...(check?.check(manifests[check.manifest] ?? '', facts) ?? []),
    ...checkFiles(files, new Set(Object.keys(manifests))),
    ...foreign([...files.keys()], Object.keys(manifests), standard.driver, player),
  ];
}

function sameFiles(files: Files, expected: Files): Finding[] {
  return [
    ...[...expected]
      .filter(([name, bytes]) => !isSame(files.get(name), bytes))
      .map(([name]) => findingIn(name, 'This is missing, cut short or changed.')),
    ...[...files.keys()]
      .filter((name) => !expected.has(name))
      .map((name) => findingIn(name, 'This should not be there.')),
  ];
}

function findingIn(file: string, message: string): Finding {
  return { id: 'own-whole', kind: 'house', severity: 'error', message, file };
}

function isSame(read: Uint8Array | undefined, put: Uint8Array): boolean {
  return read?.byteLength === put.byteLength && read.every((byte, at) => byte === put[at]);
}
