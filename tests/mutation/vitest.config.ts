/**
 * The tests that mutants are tried on: the quick ones of the mutants' own room. Those of other rooms reach its lines as well,
 * but what a room promises is said by its own tests; whole random sessions find mutants too, but late.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const TESTS: Record<string, string[]> = {
  learning: ['tests/unit/learning/**/*.test.ts'],
  lms: ['tests/unit/lms/**/*.test.ts'],
  tracking: ['tests/unit/{tracking,xapi}/**/*.test.ts', 'tests/contract/**/*.test.ts'],
};

const room = process.env['MUTATION_ROOM'] ?? 'learning';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    environment: 'node',
    // what a mutant costs is mostly loading modules, once for each file of tests
    isolate: false,
    unstubGlobals: true,
    include: TESTS[room] ?? [],
    exclude: ['**/{invariants,random,saved-states,speed,worst-case-random}.test.ts'],
    setupFiles: [fileURLToPath(new URL('fewer-runs.ts', import.meta.url))],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
