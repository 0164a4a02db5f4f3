/** One place that knows which Chromium there is: from npm, or the one that an environment variable names. */
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import chromiumFromNpm from '@sparticuz/chromium';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * For synchronous callers. Chromium from npm unpacks itself to the temporary folder at `prepareBrowser`, which the
 * test command runs first.
 */
export function launchOptions(): LaunchOptions & { executablePath: string; args: string[] } {
  return {
    executablePath: process.env['CHROMIUM_PATH'] ?? path.join(os.tmpdir(), 'chromium'),
    args: ARGS,
    headless: true,
  };
}

/** Makes sure that the browser is there; returns its path. */
export async function prepareBrowser(): Promise<string> {
  const own = process.env['CHROMIUM_PATH'];
  if (own) {
    if (!existsSync(own)) throw new Error(`CHROMIUM_PATH names ${own}, where there is no file.`);
    return own;
  }
  return chromiumFromNpm.executablePath();
}

export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = await prepareBrowser();
  return chromium.launch({ ...launchOptions(), executablePath, ...options });
}
