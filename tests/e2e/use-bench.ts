/** A browser and a workbench, started before a file's tests and ended after them. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { Bench } from './workbench.ts';

interface Started {
  readonly browser: Browser;
  readonly bench: Bench;
}

/** @param course whose packages it has; none where it is left out */
export function useBench(course?: string): Started {
  let browser: Browser | undefined;
  let bench: Bench | undefined;
  let none: string | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
    if (course === undefined) none = await mkdtemp(path.join(os.tmpdir(), 'no-packages-'));
    bench = await Bench.make(none ?? path.join(inject('packages'), course ?? ''));
  });
  afterAll(async () => {
    await browser?.close();
    await bench?.end();
    if (none !== undefined) await rm(none, { recursive: true });
  });
  return {
    get browser() {
      if (!browser) throw new Error('The browser has not been started yet.');
      return browser;
    },
    get bench() {
      if (!bench) throw new Error('The workbench has not been started yet.');
      return bench;
    },
  };
}
