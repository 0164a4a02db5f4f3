/**
 * Builds the laboratory into one file, so that no module has to be waited for while a story is told (a story's time is not
 * the machine's), and runs it.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const outDir = here('../../node_modules/.cache/soak');

await build({
  configFile: false,
  logLevel: 'warn',
  root: here('../..'),
  ssr: { noExternal: true },
  build: {
    ssr: here('run.ts'),
    outDir,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'run.mjs', codeSplitting: false } },
  },
});
fork(`${outDir}/run.mjs`, process.argv.slice(2)).on('exit', (code) => (process.exitCode = code ?? 1));
