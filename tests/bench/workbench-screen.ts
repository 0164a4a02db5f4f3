/**
 * How long the workbench takes to show what can be done with it, from the moment its address is opened: the form with its
 * packages, in a workbench that was just started. Against the minimal Lit page, in the same browser and in turn.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { makePackages } from '../../packaging/commands/make.ts';
import { materialOf } from '../../packaging/commands/material.ts';
import { workbenchPage } from '../../packaging/commands/workbench-page.ts';
import { startWorkbench } from '../../src/workbench/server/index.ts';
import { launchBrowser } from '../browser.ts';
import { PackageServer } from '../e2e/server.ts';
import { minimalLitPage } from './minimal-lit.ts';

const PORT = 25_370;

export interface ScreenTimes {
  /** Milliseconds, one of each run. */
  workbench: number[];
  minimal: number[];
}

export async function workbenchScreen(root: string, course: string, runs: number): Promise<ScreenTimes> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  const packages = path.join(folder, 'made');
  await makePackages({ course, out: packages, choices: {} }, () => undefined);
  const built = await workbenchPage(() => undefined);
  const server = new PackageServer();
  await server.start();
  server.addPackage('minimal', await minimalLitPage(root));
  const browser = await launchBrowser();
  const times: ScreenTimes = { workbench: [], minimal: [] };
  for (let run = 0; run < runs; run++) {
    times.minimal.push(
      await timed(browser, `${server.origin}/minimal/index.html`, (page) =>
        page.getByRole('heading', { name: 'The first screen' }).waitFor(),
      ),
    );
    // anew each time: the first look into the packages is part of it
    const data = path.join(folder, `data-${run}`);
    const parts = { port: PORT, data, course, packages, page: built, material: materialOf(course) };
    const workbench = await startWorkbench(parts);
    times.workbench.push(
      await timed(browser, workbench.address, (page) =>
        page.getByRole('button', { name: 'Launch' }).waitFor(),
      ),
    );
    await workbench.close();
  }
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
  return times;
}

async function timed(
  browser: Browser,
  address: string,
  shown: (page: Page) => Promise<void>,
): Promise<number> {
  const page = await browser.newPage();
  const start = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await shown(page);
  const time = performance.now() - start;
  await page.close();
  return time;
}
