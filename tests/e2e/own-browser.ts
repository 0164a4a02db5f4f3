/** A browser of its own with its own folder, as a learner has one, which can be killed as a system does it: no page hears of it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chromium, type Page } from 'playwright-core';
import { launchOptions, prepareBrowser } from '../browser.ts';
import { launchFirefoxIn } from '../firefox.ts';
import { IN_FIREFOX } from './which-browser.ts';

export interface OwnBrowser {
  start(): Promise<Page>;
  kill(): Promise<void>;
}

export const ownBrowser = (folder: string): OwnBrowser =>
  IN_FIREFOX ? new OwnFirefox(folder) : new OwnChromium(folder);

class OwnChromium implements OwnBrowser {
  readonly #folder: string;
  #process: ChildProcess | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async start(): Promise<Page> {
    const { args } = launchOptions();
    const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${this.#folder}`];
    const child = spawn(await prepareBrowser(), [...args, ...own, 'about:blank']);
    this.#process = child;
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stderr?.on('data', (words: Buffer) => {
        said += words.toString();
        const [, found] = /DevTools listening on (\S+)/.exec(said) ?? [];
        if (found) resolve(found);
      });
      child.on('error', reject);
    });
    const [context] = (await chromium.connectOverCDP(address)).contexts();
    if (!context) throw new Error('The browser has no context.');
    return context.newPage();
  }

  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}

class OwnFirefox implements OwnBrowser {
  readonly #folder: string;
  #kill: () => Promise<void> = async () => {};

  constructor(folder: string) {
    this.#folder = folder;
  }

  async start(): Promise<Page> {
    const { context, kill } = await launchFirefoxIn(this.#folder);
    this.#kill = kill;
    return context.newPage();
  }

  kill(): Promise<void> {
    return this.#kill();
  }
}
