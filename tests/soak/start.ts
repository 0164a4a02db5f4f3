/** Builds the laboratory and runs it; a story's time is not the machine's. */
import { fork } from 'node:child_process';
import { buildLaboratory } from './build.ts';

// The workers say how far they came
process.on('SIGINT', () => {});

fork(await buildLaboratory('whole'), process.argv.slice(2)).on(
  'exit',
  (code) => (process.exitCode = code ?? 1),
);
