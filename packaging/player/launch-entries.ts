/**
 * The entry of each standard's page: `virtual:launch/<driver>` starts the player with that driver. One build of the
 * player makes them all; a package takes only the chunks that its entry reaches.
 */
import type { Plugin } from 'vite';

const PREFIX = 'virtual:launch/';

export function launchEntries(): Plugin {
  return {
    name: 'launch-entries',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(`\0${PREFIX}`) ? entry(id.slice(PREFIX.length + 1)) : undefined),
  };
}

function entry(driver: string): string {
  return `import '/player/design/theme.css';
import { launch } from '/player/launch.ts';
import { createDriver } from '/tracking/${driver}.ts';
void launch(createDriver);
`;
}
