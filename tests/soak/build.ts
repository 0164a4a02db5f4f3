/** Builds the laboratory into one file, so that no module has to be waited for while a story is told. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Finding } from './findings.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** @param edits What is put in the place of the source. */
export async function buildLaboratory(name: string, edits: Finding['edits'] = []): Promise<string> {
  const outDir = here(`../../node_modules/.cache/soak/${name}`);
  await build({
    configFile: false,
    logLevel: 'warn',
    root: here('../..'),
    ssr: { noExternal: true },
    plugins: [
      {
        name: 'put-back',
        enforce: 'pre',
        transform(code, id) {
          const mine = edits.filter(({ file }) => id.endsWith(`/src/${file}`));
          return mine.reduce((text, { now, instead }) => text.replace(now, () => instead), code);
        },
      },
    ],
    build: {
      ssr: here('run.ts'),
      outDir,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'run.mjs', codeSplitting: false } },
    },
  });
  return `${outDir}/run.mjs`;
}
