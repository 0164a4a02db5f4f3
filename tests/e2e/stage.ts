/** What each file of end-to-end tests needs once: a server, a browser, and an eye on everything that goes wrong in a page. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { Course, unpack, type Made } from './packages.ts';
import { PackageServer } from './server.ts';
import { IN_FIREFOX, launchForLearners } from './which-browser.ts';

/** Things that must never happen in a page: errors, words on the console, violations of its policy, other hosts. */
export class Watch {
  private readonly seen: string[] = [];
  private readonly allowed: RegExp[] = [];

  constructor(context: BrowserContext, origin: string) {
    context.on('page', (page) => this.follow(page));
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url))
        this.seen.push(`asked another host: ${url}`);
    });
  }

  /** What a test brings about on purpose, such as a request that fails while the browser is offline. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  get faults(): string[] {
    return this.seen.filter((fault) => !this.allowed.some((pattern) => pattern.test(fault)));
  }

  private follow(page: Page): void {
    page.on('pageerror', (error) => this.seen.push(`page error: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        this.seen.push(`console ${message.type()}: ${message.text()}`);
    });
  }
}

/** Tells the console of each violation of the page's Content-Security-Policy. */
const REPORT_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) => console.error(
  'policy violated: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber));`;

export interface Visit {
  page: Page;
  context: BrowserContext;
  watch: Watch;
}

export class Stage {
  readonly server = new PackageServer();
  private browser: Browser | undefined;

  async open(): Promise<void> {
    await this.server.start();
    this.browser = await launchForLearners();
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await this.server.stop();
  }

  /** Puts a package on the server and tells what is in it. */
  async put(name: string, course: Made, standard: string): Promise<Course> {
    const files = await unpack(course, standard);
    this.server.addPackage(name, files);
    return new Course(files);
  }

  /** A fresh browser: nothing kept on the device. */
  async visit(options: BrowserContextOptions = {}): Promise<Visit> {
    if (!this.browser) throw new Error('The stage is not open.');
    const context = await this.browser.newContext({
      locale: 'en-US',
      viewport: { width: 1280, height: 800 },
      // Firefox lets nobody choose it from outside
      ...(IN_FIREFOX ? {} : { timezoneId: zoneOfNoon() }),
      ...options,
    });
    context.setDefaultTimeout(60_000);
    await context.addInitScript(REPORT_VIOLATIONS);
    const watch = new Watch(context, this.server.origin);
    return { context, watch, page: await context.newPage() };
  }
}

/** Where it is about noon: practice comes back by the learner's days, so no journey may last beyond midnight. */
function zoneOfNoon(): string {
  const east = 12 - new Date().getUTCHours();
  // these names have the sign of the ships' clocks: -3 is three hours east of Greenwich
  return `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}
