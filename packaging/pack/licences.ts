/** The licences of the npm packages whose code travels in a package, as one text file. */
import type { Licence, PlayerFiles } from './player-files.ts';

export function licencesText(packages: readonly string[], player: PlayerFiles): string {
  const sections = packages.toSorted().flatMap((name) => {
    const licence = player.licences[name];
    if (!licence) throw new Error(`The player came without the licence of ${name}.`);
    const brought = Object.entries(licence.brings ?? {}).map(([other, its]) =>
      section(other, its, `, as it stands within ${name}`),
    );
    return [section(name, licence)].concat(brought);
  });
  return [`The player\n\n${player.licence}`, ...sections]
    .map((text) => `${text.trim()}\n`)
    .join(`\n${'-'.repeat(78)}\n\n`);
}

function section(name: string, { version, license, text }: Licence, where = ''): string {
  return `${name} ${version} (${license})${where}\n\n${text}`;
}
