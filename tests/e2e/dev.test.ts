import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { compileCourse } from '../../packaging/compile/read-folder.ts';
import { courseInDevelopment } from '../../packaging/player/development.ts';
import { launchBrowser } from '../browser.ts';

let scratch: string;
let folder: string;
let server: ViteDevServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(os.tmpdir(), 'dev-'));
  folder = path.join(scratch, 'course');
  await cp('tests/fixtures/courses/short', folder, { recursive: true });
  server = await createServer({
    configFile: 'vite.config.ts',
    logLevel: 'silent',
    plugins: [courseInDevelopment(folder)],
    server: { port: 0, host: '127.0.0.1', watch: { usePolling: true, interval: 100 } },
    cacheDir: path.join(scratch, 'cache'),
  });
  await server.listen();
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? '');
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(scratch, { recursive: true });
});

/** Changes a lesson as an author's editor does, and gives back the text before. */
async function edit(change: (text: string) => string): Promise<string> {
  const { structure } = (await compileCourse('tests/fixtures/courses/short')).course;
  const file = path.join(folder, 'en/lessons', `${structure.lessons[0]?.id}.md`);
  const before = await readFile(file, 'utf8');
  expect(change(before)).not.toBe(before);
  await writeFile(file, change(before));
  return before;
}

it('shows the course, a change at once, and a mistake with the words of the build', async () => {
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();

  const before = await edit((text) => text.replace(/^## [^{\n]+/m, '## Changed while you look '));
  await page.getByRole('heading', { name: 'Changed while you look' }).first().waitFor();

  await edit((text) => text.replace(/^minutes: .*$/m, 'minutes: many'));
  const overlay = page.locator('vite-error-overlay .message-body');
  await overlay.waitFor();
  const built = await compileCourse(folder).then(
    () => 'no mistake',
    (error: unknown) => (error as Error).message,
  );
  expect((await overlay.textContent())?.trim()).toBe(built.trim());

  await edit(() => before);
  await page.locator('vite-error-overlay').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 2 }).first().waitFor();
});

it('tells a page that connects after a change', async () => {
  // the first page is told, but can't reload: as one that is just being left
  await page.route('**', (route) => route.abort());
  const late = await browser.newPage();
  const { promise: changed, resolve: release } = withResolvers();
  await late.routeWebSocket(/.*/, async (socket) => {
    await changed;
    socket.connectToServer();
  });
  await late.goto(server.resolvedUrls?.local[0] ?? '');
  // the device has the place of the other page, or nothing
  const start = late.getByRole('button', { name: 'Start' });
  const heading = late.getByRole('heading', { level: 2 }).first();
  await start.or(heading).waitFor();
  if (await start.isVisible()) await start.click();
  await heading.waitFor();

  const sent = vi.spyOn(server.ws, 'send');
  await edit((text) => text.replace(/^## [^{\n]+/m, '## Changed before you looked '));
  await expect
    .poll(() => sent.mock.calls.map(([message]) => message))
    .toContainEqual({ type: 'full-reload' });
  expect(await late.getByRole('heading', { name: 'Changed before you looked' }).count()).toBe(0);
  release();
  await late.getByRole('heading', { name: 'Changed before you looked' }).first().waitFor();
});

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
