/** Starts that fail, each by a server or a frame that does it: the page names the true cause, and offers to try again. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Files } from '../../packaging/pack/zip.ts';
import { unpack } from './packages.ts';
import { Stage, type Visit } from './stage.ts';

const ENTRY = /\/player\/web-[^/]*\.js$/;
const FIRST = /\/player\/first-[^/]*\.js$/;
const PLAYER = /\/player\/player-[^/]*\.js$/;
const CONTENT = /\/content\/[^/]*\.json$/;

const stage = new Stage();
let visit: Visit;
let files: Files;

beforeAll(async () => {
  await stage.open();
  files = await unpack('short', 'web');
  stage.server.addPackage('tea', files);
});
afterAll(() => stage.close());
afterEach(() => visit.context.close());

type Answer = Parameters<Parameters<Page['route']>[1]>[0];

const loginPage = (answer: Answer): Promise<void> =>
  answer.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html><h1>Log in</h1>' });

/** What goes wrong, and what the page must say; the files that it goes wrong with. */
const STARTS: Record<string, { answer: (route: Answer) => Promise<void>; says: RegExp; line?: RegExp }> = {
  'is not delivered': { answer: (route) => route.abort(), says: /check your connection/ },
  'is refused': {
    answer: (route) => route.fulfill({ status: 403, body: '' }),
    says: /doesn’t hand out one of its files/,
    line: /^(player|content)\/\S+: 403$/,
  },
  'is not there': {
    answer: (route) => route.fulfill({ status: 404, body: '' }),
    says: /doesn’t hand out one of its files/,
    line: /^(player|content)\/\S+: 404$/,
  },
  'is a login page': { answer: loginPage, says: /You may have been signed out/ },
  'leads to a login page': {
    answer: (route) => route.fulfill({ status: 302, headers: { location: '/login' } }),
    says: /You may have been signed out/,
  },
};

/** All sentences that can be seen. */
async function said(page: Page): Promise<string> {
  await page.locator('.plain:not(.late):visible').first().waitFor();
  const boxes = await page.locator('.plain:visible').allInnerTexts();
  expect(boxes).toHaveLength(1);
  return boxes.join('\n');
}

async function open(pattern: RegExp, answer: (route: Answer) => Promise<void>): Promise<Page> {
  visit = await stage.visit();
  stage.server.addPage('/login', '<!doctype html><h1>Log in</h1>');
  await visit.page.route(pattern, answer);
  await visit.page.goto(`${stage.server.origin}/tea/index.html`);
  return visit.page;
}

describe.each([
  ['the entry script', ENTRY],
  ['the script for the LMS’s answer', FIRST],
  ['the player, once something is pressed', PLAYER],
  ['the course’s content', CONTENT],
])('%s', (_what, pattern) => {
  test.each(Object.entries(STARTS))('%s', async (_case, { answer, says, line }) => {
    const page = await open(pattern, answer);
    if (pattern === PLAYER) await page.locator('cm-cover .start').click();
    const words = await said(page);
    expect(words).toMatch(says);
    expect(words).not.toContain('can’t run in this browser');
    if (line) expect(await page.locator('#not-started code').innerText()).toMatch(line);
    // both languages, in one sentence each
    expect(await page.locator('#not-started [data-cause]:visible').count()).toBe(1);
    expect(words).toContain('curso');
    // and once all is well again, a press is enough
    await page.unroute(pattern);
    await page.getByRole('link', { name: /Try again/ }).click();
    await page.locator('cm-cover .start').waitFor();
    expect(await page.locator('.plain:visible').count()).toBe(0);
  });
});

test.each(['application/octet-stream', 'text/plain'])(
  'scripts of the wrong type: %s',
  async (contentType) => {
    const page = await open(/\/player\/[^/]*\.js$/, async (route) =>
      route.fulfill({ response: await route.fetch(), contentType }),
    );
    expect(await said(page)).toMatch(/another kind of file.*Your browser is fine/s);
    expect(await page.locator('#not-started code').innerText()).toContain(`: ${contentType}`);
  },
);

test('a frame without allow-same-origin', async () => {
  visit = await stage.visit();
  const { origin } = stage.server;
  stage.server.addPage(
    '/closed.html',
    `<!doctype html><iframe sandbox="allow-scripts allow-forms" src="${origin}/tea/index.html"></iframe>`,
  );
  await visit.page.goto(`${origin}/closed.html`);
  const frame = visit.page.frameLocator('iframe');
  await frame.locator('#not-started').waitFor();
  expect(await frame.locator('#closed-frame').innerText()).toContain('needs allow-same-origin');
  expect(await frame.locator('.plain:visible').count()).toBe(1);
});

test('a script that fails while it runs', async () => {
  const page = await open(ENTRY, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("made for this test")' }),
  );
  expect(await said(page)).toContain('could not be started');
});

test('scripts none of which come, where even the one that says why is missing', async () => {
  const page = await open(/\.js$/, (route) => route.abort());
  const late = page.locator('#late');
  expect(await late.evaluate((one) => one.getAnimations()[0]?.effect?.getTiming().delay)).toBe(20_000);
  // and nobody has to wait for it here
  await late.evaluate((one) => one.getAnimations()[0]?.finish());
  await late.waitFor();
  expect(await late.innerText()).toMatch(/still on its way[\s\S]*aún está en camino/);
});

test('a page that starts shows none of it, however long it stands', async () => {
  visit = await stage.visit();
  await visit.page.goto(`${stage.server.origin}/tea/index.html`);
  await visit.page.locator('cm-cover .start').waitFor();
  expect(await visit.page.locator('#late').evaluate((late) => getComputedStyle(late).display)).toBe('none');
  expect(visit.watch.faults).toEqual([]);
});

test('the page names no file twice', () => {
  const html = new TextDecoder().decode(files.get('index.html'));
  const named = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, file]) => file);
  expect(named).toEqual([...new Set(named)]);
});
