/** Opens a package's first page in Chromium, with the strict LMS around it, waits, leaves, and tells what was said. */
import type { BrowserContext, Page } from 'playwright-core';
import type { Call, LaunchRecord } from '../check/launch.ts';
import type { Source } from '../check/zip/source.ts';
import { launchBrowser } from './chromium.ts';
import type { Version } from '../../src/lms/version.ts';
import { lmsPage, lmsScript } from './lms-page.ts';
import { servePackage } from './serve.ts';

/** Milliseconds that a course has to call its LMS, and then to say what it has to say. */
const PATIENCE = 10_000;
const SETTLING_TIME = 2_000;

interface LmsReport {
  calls: Call[];
  refused: Call[];
  stored: Record<string, string>;
}

/** What the LMS's page has. */
interface LmsWindow {
  reported(): LmsReport;
  leave(): Promise<void>;
}

/** No name is looked up and no other host asked, whatever the package's scripts try. */
const ALONE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
/** WebRTC's packets go past names and pages' requests: without a proxy none leaves. */
const NO_PACKETS = '--force-webrtc-ip-handling-policy=disable_non_proxied_udp';

export async function launchPackage(source: Source, version: Version, page: string): Promise<LaunchRecord> {
  const address = `/package/${page.split('/').map(encodeURIComponent).join('/')}`;
  const served = await servePackage(source, { '/': lmsPage(version, address), '/lms.js': await lmsScript() });
  // only root needs to go without the sandbox: Chromium refuses to start otherwise
  const isRoot = process.getuid?.() === 0;
  const browser = await launchBrowser({ chromiumSandbox: !isRoot, args: sandboxed(isRoot) });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block', acceptDownloads: false });
    const faults = await watch(context, served.origin);
    const lms = await context.newPage();
    await lms.goto(`${served.origin}/`, { waitUntil: 'domcontentloaded' });
    const before = await begin(lms);
    await lms.evaluate(() => (globalThis as unknown as LmsWindow).leave());
    const after = await reported(lms);
    const { calls, refused, stored } = after;
    return {
      page,
      atStart: calls.slice(0, before.calls.length),
      onExit: calls.slice(before.calls.length),
      refused,
      stored,
      faults,
    };
  } finally {
    await browser.close();
    await served.close();
  }
}

function sandboxed(isRoot: boolean): string[] {
  return [
    ALONE,
    NO_PACKETS,
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}

/** Mistakes of the pages, as they come. Other hosts are refused: that is no fault of the course. */
async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const faults: string[] = [];
  await context.route(
    (url) => !url.href.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url.href),
    (route) => route.abort(),
  );
  context.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  context.on('weberror', (error) => faults.push(error.error().message.split('\n')[0] ?? ''));
  context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() === 404 && pathname.startsWith('/package/'))
      faults.push(`${decodeURI(pathname.slice('/package/'.length))} was not found`);
  });
  return faults;
}

async function begin(lms: Page): Promise<LmsReport> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const { calls } = await reported(lms);
    if (calls.some(({ name }) => name.endsWith('Initialize'))) break;
    await lms.waitForTimeout(200);
  }
  await lms.waitForTimeout(SETTLING_TIME);
  return reported(lms);
}

function reported(lms: Page): Promise<LmsReport> {
  return lms.evaluate(() => (globalThis as unknown as LmsWindow).reported());
}
