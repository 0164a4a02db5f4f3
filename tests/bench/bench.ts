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
import { launchBrowser } from '../browser.ts';
import { Lms } from '../e2e/lms.ts';
import { PackageServer } from '../e2e/server.ts';
import budgets from './budgets.json' with { type: 'json' };
import { minimalLitPage } from './minimal-lit.ts';
import { workbenchScreen } from './workbench-screen.ts';

const RUNS = 9;
/** Milliseconds, and bytes a second: 1.6 Mbit/s. */
const LATENCY = 150;
const RATE = 1.6e6 / 8;
const ROOT = path.resolve(import.meta.dirname, '../..');
const COURSE = path.join(ROOT, 'course');

interface Row {
  what: string;
  measured: number;
  budget: number;
  unit: string;
}

const rows = [...(await packaging()), ...(await firstScreen()), ...(await workbench())];
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

/** CPU four times slower, 1.6 Mbit/s, 150 ms: the first lesson screen against a minimal Lit page. */
async function firstScreen(): Promise<Row[]> {
  const out = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  const silent = (): void => undefined;
  const [made] = await makePackages(
    { course: COURSE, out, choices: { standards: ['scorm12'] } },
    silent,
    await buildPlayer(),
  );
  const server = new PackageServer();
  await server.start();
  server.addPackage('course', await unzip(await readFile(made?.file ?? '')));
  server.addPackage('minimal', await minimalLitPage(ROOT));
  // Chromium's emulation leaves out the page of a frame that is opened: it waits as long at the server
  server.pageDelay = (gzip) => LATENCY + (gzip / RATE) * 1000;
  const times: Record<'course' | 'minimal', Shown[]> = { course: [], minimal: [] };
  const browser = await launchBrowser();
  for (let run = 0; run < RUNS; run++) {
    for (const name of ['minimal', 'course'] as const)
      times[name].push(await timeToFirstScreen(browser, server, name));
  }
  await browser.close();
  await server.stop();
  await rm(out, { recursive: true });
  const [course, minimal] = [
    median(times.course.map(({ time }) => time)),
    median(times.minimal.map(({ time }) => time)),
  ];
  for (const name of ['minimal', 'course'] as const) {
    const [{ requests, bytes } = { requests: 0, bytes: 0 }] = times[name];
    const all = times[name].map(({ time }) => time.toFixed(0)).join(' ');
    console.log(`     ${name}: ${requests} requests, ${bytes} bytes (gzip) before it; ms: ${all}`);
  }
  console.log(
    `     minimal Lit page ${minimal.toFixed(0)} ms, first lesson screen ${course.toFixed(0)} ms (median of ${RUNS})`,
  );
  return [
    {
      what: 'first lesson screen / minimal Lit page',
      measured: course / minimal,
      budget: budgets.firstScreenTimes,
      unit: 'times',
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

/** What was asked for before the mark, and when the mark was set: milliseconds since the frame was sent to the page. */
interface Shown {
  time: number;
  requests: number;
  /** With gzip. */
  bytes: number;
}

async function timeToFirstScreen(
  browser: Awaited<ReturnType<typeof launchBrowser>>,
  server: PackageServer,
  name: string,
): Promise<Shown> {
  const page = await browser.newPage();
  const lms = new Lms('1.2', server, name);
  await lms.visit(page);
  // Playwright's own script is in the page before anything is measured
  await page.waitForSelector('body', { state: 'attached' });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY,
    downloadThroughput: RATE,
    uploadThroughput: RATE,
  });
  await lms.open();
  const shown = await page.evaluate(waitForMark);
  await page.close();
  return shown;
}

/** Runs in the LMS's page: looked at from inside the frame, Playwright's script would be measured too. */
async function waitForMark(): Promise<Shown> {
  const inside = document.querySelector('iframe')?.contentWindow?.performance;
  if (!inside) throw new Error('The LMS opened no frame.');
  for (let tries = 0; tries < 600; tries++) {
    const time = inside.getEntriesByName('first-screen')[0]?.startTime;
    if (time !== undefined) {
      const files = [...inside.getEntriesByType('navigation'), ...inside.getEntriesByType('resource')];
      const before = files.filter(({ startTime }) => startTime <= time) as PerformanceResourceTiming[];
      const bytes = before.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
      return { time, requests: before.length, bytes };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The first screen never came.');
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity;
}
