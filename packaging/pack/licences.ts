/** The licences of what others made and a package carries, as one text file: code of npm packages, and drawings. */
import { OPEN_PEEPS } from '../compile/portraits.ts';
import type { Licence, PlayerFiles } from './player-files.ts';

/** CC0 asks for no word; whoever looks at a face may want to know where it is from. */
const DRAWINGS: Readonly<Record<string, string>> = {
  [OPEN_PEEPS]: `Portraits: Open Peeps by Pablo Stanley (CC0-1.0)

The portraits of people (content/portraits-*.json) are composed of drawings from Open Peeps, https://www.openpeeps.com/,
which Pablo Stanley has given to the public domain: https://creativecommons.org/publicdomain/zero/1.0/`,
};

export function licencesText(
  packages: readonly string[],
  player: PlayerFiles,
  drawnBy: readonly string[] = [],
): string {
  const sections = packages.toSorted().flatMap((name) => {
    const licence = player.licences[name];
    if (!licence) throw new Error(`The player came without the licence of ${name}.`);
    const brought = Object.entries(licence.brings ?? {}).map(([other, its]) =>
      section(other, its, `, as it stands within ${name}`),
    );
    return [section(name, licence)].concat(brought);
  });
  const drawings = drawnBy.map((name) => {
    const words = DRAWINGS[name];
    if (words === undefined) throw new Error(`Drawings came without the licence of ${name}.`);
    return words;
  });
  return [`The player\n\n${player.licence}`, ...sections, ...drawings]
    .map((text) => `${text.trim()}\n`)
    .join(`\n${'-'.repeat(78)}\n\n`);
}

function section(name: string, { version, license, text }: Licence, where = ''): string {
  return `${name} ${version} (${license})${where}\n\n${text}`;
}
