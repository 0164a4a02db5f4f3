import { partsOf, type PlayerFiles } from '../../pack/player-files.ts';
import type { Finding } from '../findings.ts';
import { MANIFESTS } from '../manifest/manifests.ts';

/**
 * Nothing of another standard travels along: no script that only other drivers' pages reach, and in no script a module that
 * this driver's page never comes to run.
 */
export function foreign(
  names: readonly string[],
  manifests: readonly string[],
  driver: string,
  player: PlayerFiles,
): Finding[] {
  const own = new Set([...partsOf(player, driver).all, ...manifests]);
  const known = new Set([...player.files.keys(), ...MANIFESTS]);
  const strange = names.filter((name) => known.has(name) && !own.has(name));
  const reached = player.reached.get(driver);
  const modules = names.flatMap(
    (name) => player.chunks.get(name)?.modules.map((module) => ({ name, module })) ?? [],
  );
  // the bundler's own few lines belong to none
  const bundlers = '\0rolldown/';
  return [
    ...strange.map((name) => findingIn(name, 'This belongs to another standard.')),
    ...modules
      .filter(({ module }) => !module.startsWith(bundlers) && !reached?.has(module))
      .map(({ name, module }) => findingIn(name, `${module} in it belongs to another standard.`)),
  ];
}

function findingIn(file: string, message: string): Finding {
  return { id: 'own-standard', kind: 'house', severity: 'error', message, file };
}
