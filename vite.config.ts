import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { launchEntries } from './packaging/player/launch-entries.ts';
import { leanPlayer } from './packaging/player/lean.ts';
import { browserProvider } from './tests/browser-provider.ts';

/** Chrome and Edge 111, Firefox 114, Safari 16.4 and later: one list, used for scripts and style sheets. */
const TARGET = ['chrome111', 'edge111', 'firefox114', 'safari16.4'];

/** Long enough for any machine: what is waited for comes when it comes, and only a fault takes so long. */
const PATIENCE = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 30_000 } },
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('src'),
  base: './',
  publicDir: false,
  plugins: [leanPlayer(), launchEntries()],
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
  },
  test: {
    root: here('.'),
    projects: [
      {
        extends: true,
        test: {
          ...PATIENCE,
          name: 'unit',
          root: here('.'),
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...PATIENCE,
          name: 'browser',
          root: here('.'),
          include: ['tests/browser/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: browserProvider(),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
      {
        extends: true,
        test: {
          ...PATIENCE,
          name: 'e2e',
          root: here('.'),
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/build.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
