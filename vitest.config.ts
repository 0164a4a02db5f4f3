import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import { browserProvider } from './tests/browser-provider.ts';
import { packInNode } from './tests/browser/pack/command.ts';
import { E2E_FILES } from './tests/e2e/which-browser.ts';
import { filesOfChance, MORE_OFTEN } from './tests/runs.ts';
import player from './vite.config.ts';

/** Long enough for any machine: what is waited for comes when it comes, and only a fault takes so long. */
const PATIENCE = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 30_000 } },
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The tests see modules as the player's build does. */
export default mergeConfig(
  player,
  defineConfig({
    test: {
      root: here('.'),
      // as many as there are processors: by itself it leaves one idle, which is half of two
      maxWorkers: '100%',
      projects: [
        {
          extends: true,
          // Files share their modules, which are pure, and so are loaded once. What has to change the whole process, as the
          // laboratory does with time and chance, is a project of its own.
          test: {
            ...PATIENCE,
            name: 'unit',
            root: here('.'),
            environment: 'node',
            include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts'],
            isolate: false,
            unstubGlobals: true,
          },
        },
        {
          extends: true,
          test: {
            ...PATIENCE,
            name: 'laboratory',
            root: here('.'),
            environment: 'node',
            include: ['tests/soak/{laboratory,later-format}.test.ts'],
          },
        },
        {
          extends: true,
          test: {
            ...PATIENCE,
            name: 'browser',
            root: here('.'),
            include: ['tests/browser/**/*.test.ts'],
            setupFiles: [here('tests/browser/patience.ts')],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: browserProvider(),
              instances: [{ browser: 'chromium' as const }],
              commands: { packInNode },
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
            include: E2E_FILES,
            globalSetup: ['tests/e2e/build.ts'],
            maxWorkers: 2,
          },
        },
        {
          extends: true,
          test: {
            ...PATIENCE,
            name: 'chance',
            root: here('.'),
            environment: 'node',
            include: [...filesOfChance('unit'), ...filesOfChance('soak')],
            env: MORE_OFTEN,
            unstubGlobals: true,
          },
        },
        {
          extends: true,
          test: {
            ...PATIENCE,
            name: 'long',
            root: here('.'),
            environment: 'node',
            include: ['tests/long/**/*.test.ts', 'tests/soak/pages.test.ts', ...filesOfChance('e2e')],
            env: MORE_OFTEN,
            globalSetup: ['tests/e2e/build.ts'],
            fileParallelism: false,
          },
        },
      ],
    },
  }),
);
