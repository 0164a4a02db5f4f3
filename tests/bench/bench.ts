/**
 * `npm run bench`: speed and size against committed budgets (budgets.json). Times are ratios between two things measured
 * in turn in the same run, since machines differ.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildPlayer } from '../../packaging/player/build.ts';
import { makePackages } from '../../packaging/commands/make.ts';
import { unzip } from '../../packaging/pack/zip.ts';
import budgets from './budgets.json' with { type: 'json' };
import { learnerScreens, type Shown } from './learner-screens.ts';
import { minimalLitPage } from './minimal-lit.ts';
import { nextPresses } from './next-presses.ts';
import { workbenchScreen } from './workbench-screen.ts';

const RUNS = 9;
const ROOT = path.resolve(import.meta.dirname, '../..');
const COURSE = path.join(ROOT, 'course');

interface Row {
  what: string;
  measured: number;
  budget: number;
  unit: string;
}

/** `npm run bench -- learner` measures that part alone. */
const PARTS = { packaging, learner, workbench };
const asked = process.argv.slice(2);
const rows: Row[] = [];
for (const [name, measure] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(name)) rows.push(...(await measure()));
for (const { what, measured, budget, unit } of rows) {
  const verdict = measured <= budget ? 'ok  ' : 'OVER';
  console.log(`${verdict} ${what}: ${Number(measured.toFixed(2))} ${unit} (budget ${budget})`);
}
process.exitCode = rows.every(({ measured, budget }) => measured <= budget) ? 0 : 1;

/** The command that makes all packages against a plain build of the player, in turn, the quicker of three each. */
async function packaging(): Promise<Row[]> {
  const out = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  const plain: number[] = [];
  const whole: number[] = [];
  for (let run = 0; run < 3; run++) {
    plain.push(await seconds(() => command('tests/bench/plain-build.ts')));
    whole.push(await seconds(() => command('packaging/commands/run.ts', 'package', '--out', out)));
  }
  await rm(out, { recursive: true });
  const [quickest, all] = [Math.min(...plain), Math.min(...whole)];
  console.log(`     plain build of the player ${quickest.toFixed(2)} s, all packages ${all.toFixed(2)} s`);
  return [
    {
      what: 'all packages / plain build of the player',
      measured: all / quickest,
      budget: budgets.packagingTimes,
      unit: 'times',
    },
  ];
}

function command(script: string, ...args: string[]): Promise<unknown> {
  return promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args], { cwd: ROOT });
}

/** What a learner waits for (learner-screens.ts), against the minimal Lit page; and *Next*, on this machine as it is. */
async function learner(): Promise<Row[]> {
  const out = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  const [made] = await makePackages(
    { course: COURSE, out, choices: { standards: ['scorm12'] } },
    () => undefined,
    await buildPlayer(),
  );
  const files = await unzip(await readFile(made?.file ?? ''));
  const found = await learnerScreens(files, await minimalLitPage(ROOT), RUNS);
  const { rest, times: unsorted } = await nextPresses(files);
  const presses = unsorted.toSorted((a, b) => a - b);
  await rm(out, { recursive: true });
  const times = (shown: readonly Shown[]): number[] => shown.map(({ time }) => time);
  const minimal = median(times(found.minimal));
  const against = (what: string, all: readonly number[], budget: number): Row => {
    console.log(`     ${what}; ms: ${all.map(Math.round).join(' ')}`);
    return { what: `${what} / minimal Lit page`, measured: median(all) / minimal, budget, unit: 'times' };
  };
  console.log(`     minimal Lit page; ms: ${times(found.minimal).map(Math.round).join(' ')}`);
  for (const name of ['minimal', 'cover', 'returner'] as const) {
    const { requests = 0, bytes = 0 } = found[name][0] ?? {};
    console.log(`     ${name}: ${requests} requests, ${bytes} bytes (gzip) until it stands`);
  }
  return [
    against('the cover, with Start', times(found.cover), budgets.coverTimes),
    against('from Start, pressed at once, to the first section', found.start, budgets.startTimes),
    against('the section of who returns in a new browser', times(found.returner), budgets.returnerTimes),
    {
      what: `from Next to the page that is there, 95 of 100 of all ${presses.length}`,
      measured: presses[Math.ceil(presses.length * 0.95) - 1] ?? Infinity,
      budget: budgets.nextMilliseconds,
      unit: 'ms',
    },
    {
      what: 'until all of the course is there by itself, in idle moments',
      measured: rest,
      budget: budgets.restMilliseconds,
      unit: 'ms',
    },
    {
      what: 'zip of SCORM 1.2, both languages',
      measured: made?.bytes ?? Infinity,
      budget: budgets.zipBothLanguages,
      unit: 'bytes',
    },
  ];
}

/** The workbench's first useful screen, on this machine as it is. */
async function workbench(): Promise<Row[]> {
  const times = await workbenchScreen(ROOT, COURSE, RUNS);
  const [shown, minimal] = [median(times.workbench), median(times.minimal)];
  console.log(
    `     minimal Lit page ${minimal.toFixed(0)} ms, the workbench's first useful screen ${shown.toFixed(0)} ms (median of ${RUNS})`,
  );
  return [
    {
      what: "the workbench's first useful screen / minimal Lit page",
      measured: shown / minimal,
      budget: budgets.workbenchScreenTimes,
      unit: 'times',
    },
  ];
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity;
}
