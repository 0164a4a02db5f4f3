/** `npm run soak`: random learners with random faults, over every driver and every LMS that is known by its habits. */
import { parseArgs } from 'node:util';
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chosen, tryOut } from './laboratory.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    only: { type: 'string', default: '' },
    launches: { type: 'string', default: '20000' },
    from: { type: 'string', default: '1' },
    // Ends with the first story, and does not take the time to shorten it
    first: { type: 'boolean', default: false },
    worker: { type: 'string' },
  },
});

/** Interrupted: the seed under way is told to its end, and what there was so far is said. */
const interrupted = new AbortController();
process.on('SIGINT', () => interrupted.abort());

/** Failures of one counterpart that are told; more would be of the same kind. */
const MOST_TOLD = 3;

async function replay(seed: number): Promise<void> {
  for (const of of chosen(values.only)) {
    const { failure } = await tryOut(seed, of);
    console.log(failure ?? `${of}, seed ${seed}: the promise held`);
    if (failure) process.exitCode = 1;
  }
}

/** Every so-manieth seed, until there were enough launches. */
async function work(first: number, step: number, wanted: number): Promise<void> {
  let launches = 0;
  const failed = new Map<string, number>();
  let seed = first;
  const summary = (): void =>
    console.log(
      `${launches} launches, ${[...failed.values()].reduce((sum, one) => sum + one, 0)} broken promises; go on with --from ${seed - first + Number(values.from)}`,
    );
  for (; launches < wanted && !interrupted.signal.aborted; seed += step)
    for (const of of chosen(values.only)) {
      if ((failed.get(of) ?? 0) >= MOST_TOLD) continue;
      const tried = await tryOut(seed, of, !values.first);
      launches += tried.launches;
      if (!tried.failure) {
        if (launches >= wanted) break;
        continue;
      }
      failed.set(of, (failed.get(of) ?? 0) + 1);
      process.exitCode = 1;
      console.log(`\n${tried.failure}`);
      if (values.first) return summary();
      if (chosen(values.only).every((name) => (failed.get(name) ?? 0) >= MOST_TOLD)) return summary();
    }
  summary();
}

async function all(): Promise<void> {
  const began = Date.now();
  const workers = availableParallelism();
  const codes = await Promise.all(
    Array.from({ length: workers }, (_, index) => {
      const child = fork(fileURLToPath(import.meta.url), [
        `--worker=${index}/${workers}`,
        `--only=${values.only}`,
        `--launches=${Math.ceil(Number(values.launches) / workers)}`,
        `--from=${values.from}`,
      ]);
      return new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
    }),
  );
  console.log(`${Math.round((Date.now() - began) / 1_000)} s`);
  if (codes.some((code) => code !== 0)) process.exitCode = 1;
}

if (chosen(values.only).length === 0) {
  console.error(`There is no counterpart "${values.only}".`);
  process.exitCode = 2;
} else if (values.seed !== undefined) await replay(Number(values.seed));
else if (values.worker !== undefined) {
  const [index = 0, of = 1] = values.worker.split('/').map(Number);
  await work(Number(values.from) + index, of, Number(values.launches));
} else await all();
