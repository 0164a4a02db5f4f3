import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { face } from './packaging/player/faces.ts';
import { launchEntries } from './packaging/player/launch-entries.ts';
import { leanPlayer } from './packaging/player/lean.ts';

/** Chrome and Edge 111, Firefox 114, Safari 16.4 and later: one list, used for scripts and style sheets. */
const TARGET = ['chrome111', 'edge111', 'firefox114', 'safari16.4'];

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('src'),
  base: './',
  publicDir: false,
  plugins: [leanPlayer(), launchEntries(), face('heading-face'), face('reading-face')],
  // as tsconfig.json has it, and said here: its `include` is a pattern, which finds nothing in a folder named `[draft]`
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  build: {
    target: TARGET,
    cssTarget: TARGET,
    outDir: here('dist/player'),
    emptyOutDir: true,
    manifest: true,
    // the page names what it needs; the helper that Vite would add costs more than it saves
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // on a slow machine it would tell whoever makes packages how long our own plugins took
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
