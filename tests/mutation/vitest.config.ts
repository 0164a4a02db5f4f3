/** The tests that mutants are tried on: quick ones of learning, tracking and the LMSs. Random sessions find mutants too, but late. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    environment: 'node',
    // what a mutant costs is mostly loading modules, once for each file of tests
    isolate: false,
    unstubGlobals: true,
    include: ['tests/unit/{learning,tracking,xapi,lms}/**/*.test.ts', 'tests/contract/**/*.test.ts'],
    exclude: ['**/{invariants,random,speed,worst-case,sittings}.test.ts'],
    testTimeout: 60_000,
  },
});
