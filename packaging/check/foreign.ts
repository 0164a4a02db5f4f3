import { partsOf, type PlayerBuild } from '../player/build.ts';

/**
 * Nothing of another standard travels along: no script that only other drivers' pages reach, and in no script a module that
 * this driver's page never comes to run.
 */
export function foreign(
  names: readonly string[],
  manifests: readonly string[],
  driver: string,
  player: PlayerBuild,
): string[] {
  const own = new Set([...partsOf(player, driver).all, ...manifests]);
  const known = [...player.files.keys(), 'imsmanifest.xml', 'cmi5.xml', 'tincan.xml'];
  const strange = known.filter((name) => names.includes(name) && !own.has(name));
  const reached = player.reached.get(driver);
  const modules = names.flatMap(
    (name) => player.chunks.get(name)?.modules.map((module) => ({ name, module })) ?? [],
  );
  // the bundler's own few lines belong to none
  const bundlers = '\0rolldown/';
  return [
    ...strange.map((name) => `${name} belongs to another standard`),
    ...modules
      .filter(({ module }) => !module.startsWith(bundlers) && !reached?.has(module))
      .map(
        ({ name, module }) =>
          `${name} has ${module.replace(/^.*\/(?=src\/|node_modules\/)/, '')} of another standard`,
      ),
  ];
}
