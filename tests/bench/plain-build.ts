/** The yardstick of packaging: a plain `vite build` of the player, all drivers, as a command of its own. */
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const drivers = ['scorm/scorm12', 'scorm/scorm2004', 'web', 'lrs/xapi', 'lrs/cmi5'];

await build({
  configFile: path.join(root, 'vite.config.ts'),
  logLevel: 'error',
  build: {
    write: false,
    rolldownOptions: {
      input: Object.fromEntries(drivers.map((driver) => [driver, `virtual:launch/${driver}`])),
    },
  },
});
