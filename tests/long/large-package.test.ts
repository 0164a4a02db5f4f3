/** A package of 300 MB and 10,000 files in the workbench: it is taken in piece by piece, shows how far it is, and can be cancelled. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { workbenchPage } from '../../packaging/commands/workbench-page.ts';
import type { WorkbenchState } from '../../src/workbench/shapes.ts';
import { launchBrowser } from '../browser.ts';
import { Visitor } from '../e2e/workbench.ts';
import { writeLargeZip } from './large-zip.ts';
import type { Told } from './workbench-alone.ts';

const BYTES = 300_000_000;
/** Of the server, beyond what it needs for itself: it would hold the zip whole if it didn't read by range. */
const MOST_MEMORY = 250_000_000;
/** Milliseconds: the check of so much takes its time where the machine is busy. */
const PATIENCE = 240_000;
/** A heap that is smaller than the zip, and given back early: what stays is needed. */
const HEAP = ['--max-old-space-size=256', '--max-semi-space-size=4'];

let folder: string;
let zip: string;
let server: ChildProcess;
let address: string;
let browser: Browser;

async function told(): Promise<Told> {
  const answer = once(server, 'message');
  server.send('how much?');
  return ((await answer) as [Told])[0];
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'large-'));
  zip = path.join(folder, 'large.zip');
  await writeLargeZip(zip, { files: 10_000, bytes: BYTES });
  // here, since a build needs more memory than what is measured
  await workbenchPage(() => undefined);
  server = fork(
    path.join(import.meta.dirname, 'workbench-alone.ts'),
    [path.join(folder, 'data'), path.join(inject('packages'), 'short'), '46570'],
    { execArgv: [...HEAP, '--import', 'tsx'] },
  );
  [{ address }] = (await once(server, 'message')) as [Told];
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  const ended = once(server, 'exit');
  server.disconnect();
  await ended;
  await rm(folder, { recursive: true });
});

/** As a slow disk or a slow machine would. */
async function slowly(page: Page, bytesASecond: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesASecond,
  });
}

const state = async (): Promise<WorkbenchState> =>
  (await fetch(`${address}/api/state`)).json() as Promise<WorkbenchState>;

test('it is cancelled, taken in, looked at and opened, and the server needs no memory for it', async () => {
  const page = await browser.newPage();
  await page.goto(address);
  const visitor = await Visitor.meet(page);
  page.setDefaultTimeout(PATIENCE);
  const input = page.locator('input#zip');
  const share = (): Promise<number> =>
    page.getByRole('progressbar').evaluate((bar) => (bar as HTMLProgressElement).value);
  await page.getByText('Add any zip').click();
  const before = await told();

  await slowly(page, BYTES / 60);
  await input.setInputFiles(zip);
  await page.getByText('Taking in large.zip').waitFor();
  await expect.poll(share).toBeGreaterThan(0.02);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await expect.poll(() => readdir(path.join(folder, 'data/packages'))).toEqual([]);
  expect((await state()).packages.map(({ made }) => made)).not.toContain(false);

  await slowly(page, -1);
  await input.setInputFiles(zip);
  await page.getByText('Looking at large.zip').waitFor();
  // it can be launched while the check is still at it
  const course = await visitor.launch({ package: 'large.zip' });
  await course.getByText('Tea').first().waitFor();
  const first = await share();
  await expect.poll(share).toBeGreaterThan(first);
  await page.getByText('Check found no error and no warning.').waitFor();
  const after = await told();
  expect(after.memory - before.memory).toBeLessThan(MOST_MEMORY);

  await page.getByRole('link', { name: 'All that it says' }).click();
  await page.getByText('Looking at large.zip').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Cancelled.').waitFor();
  await page.close();
});
