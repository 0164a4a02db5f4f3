/**
 * `npm run mutation`: changes the code in small ways, one at a time, and says which changes no test notices. `learning` and
 * `lms` are tried whole; of `tracking`, which takes hours, a sample of files that is drawn anew each time.
 *
 *     npm run mutation -- [learning] [lms] [tracking] [--seed 20260105] [--share 25] [--file src/…]… [--again]
 *
 * `--seed` draws an earlier sample once more, `--share` is how much of tracking is drawn, in per cent of its lines; `--file`
 * tries these files alone. What was found out is kept between runs, outside of the project, and only what changed is tried
 * again, unless `--again` says otherwise.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { drawn, scoreOf } from './sample.ts';

const WHOLE = ['learning', 'lms'];
const ROOMS = [...WHOLE, 'tracking'];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    share: { type: 'string', default: '25' },
    file: { type: 'string', multiple: true, default: [] },
    again: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((room) => !ROOMS.includes(room));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; there are ${ROOMS.join(', ')}.`);

const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));
const cache = path.join(
  process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'),
  'ethics-course-module',
);
mkdirSync(cache, { recursive: true });

const rooms = positionals.length > 0 ? positionals : ROOMS;
for (const room of rooms) {
  const own = values.file.filter((file) => file.startsWith(`src/${room}/`));
  const mutate = values.file.length > 0 ? own : filesOf(room);
  if (mutate.length > 0) await tryOut(room, mutate);
}

/** Stryker's own processes read from the environment which room's tests they run. */
async function tryOut(room: string, mutate: string[]): Promise<void> {
  process.env['MUTATION_ROOM'] = room;
  const results = await new Stryker({
    mutate,
    concurrency: availableParallelism(),
    incrementalFile: path.join(cache, `mutation-${room}.json`),
    force: values.again,
  }).runMutationTest();
  console.log(`src/${room}: ${scoreOf(results.map(({ status }) => status))}`);
}

function filesOf(room: string): string[] {
  const files = readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${room}/${file.split(path.sep).join('/')}`);
  if (WHOLE.includes(room)) return files;
  const lines = (file: string): number => readFileSync(file, 'utf8').split('\n').length;
  const sample = drawn(files, lines, Number(values.share) / 100, seed);
  console.log(`src/${room}, drawn with --seed ${seed} --share ${values.share}:\n  ${sample.join('\n  ')}`);
  return sample;
}
