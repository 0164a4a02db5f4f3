/** The Vite build of the workbench's pages and of the site's: as the player's, but with pages of their own. */
import path from 'node:path';
import { build, defaultClientConditions } from 'vite';
import player from '../../vite.config.ts';
import { inProduction } from '../player/build.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * What is in `out` goes.
 * @param from a folder below `src/workbench`, or that itself
 * @param pages their names in it
 * @param base what addresses begin with: `./` where nobody knows below which path the pages will lie
 */
export async function buildPages(
  from: string,
  pages: readonly string[],
  out: string,
  base: '/' | './',
): Promise<void> {
  const { oxc, build: target } = player as { oxc: object; build: { target: string[]; cssTarget: string[] } };
  const root = path.join(ROOT, 'src/workbench', from);
  await inProduction(() =>
    build({
      configFile: false,
      root,
      base,
      mode: 'production',
      logLevel: 'error',
      publicDir: false,
      oxc,
      // compiling is done in a worker: of packages that have a form with a document and one without, the latter
      resolve: { conditions: ['worker', ...defaultClientConditions] },
      // workers load the rest of their code when they are asked for something
      worker: { format: 'es' },
      build: {
        target: target.target,
        cssTarget: target.cssTarget,
        outDir: out,
        emptyOutDir: true,
        assetsInlineLimit: 0,
        modulePreload: false,
        reportCompressedSize: false,
        chunkSizeWarningLimit: 3000,
        rolldownOptions: {
          input: pages.map((name) => path.join(root, name)),
          // as for the player
          checks: { bundlerTimings: false },
        },
      },
    }),
  );
}
