/**
 * The entry of each standard's page: `virtual:launch/<driver>` starts the player with that driver. One build of the
 * player makes them all; a package takes only the chunks that its entry reaches. `virtual:offline/<driver>` starts it where
 * all is in one file.
 */
import type { Plugin } from 'vite';

/** What of the player begins, by what the entry's name begins with. */
const BEGINS: Readonly<Record<string, string>> = {
  'virtual:launch/': '/player/launch.ts',
  'virtual:offline/': '/player/offline/launch.ts',
};

export function launchEntries(): Plugin {
  return {
    name: 'launch-entries',
    resolveId: (id) => (prefixOf(id) === undefined ? undefined : `\0${id}`),
    load(id) {
      const prefix = id.startsWith('\0') ? prefixOf(id.slice(1)) : undefined;
      return prefix === undefined ? undefined : entry(BEGINS[prefix] ?? '', id.slice(prefix.length + 1));
    },
  };
}

const prefixOf = (id: string): string | undefined =>
  Object.keys(BEGINS).find((prefix) => id.startsWith(prefix));

function entry(begin: string, driver: string): string {
  return `import '/player/design/theme.css';
import { launch } from '${begin}';
import { createDriver } from '/tracking/${driver}.ts';
void launch(createDriver);
`;
}
