/**
 * Chrome and Edge 111, Firefox 114, Safari 16.4: nothing newer is used in what is shipped, and whatever can't run it
 * says so in a plain sentence.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { STANDARDS } from '../../packaging/pack/standards.ts';
import type { Files } from '../../packaging/pack/zip.ts';
import { packageFile, unpack } from './packages.ts';
import { Stage, type Visit } from './stage.ts';

/** What came later than the oldest of the browsers, and fails rather than being left out where it is missing. */
const TOO_NEW: Readonly<Record<string, RegExp>> = {
  'Array.prototype.toSorted, toReversed, toSpliced (Firefox 115)': /\.(toSorted|toReversed|toSpliced)\(/,
  'Array.prototype.with (Firefox 115)': /\.with\(/,
  'Array.fromAsync': /Array\.fromAsync/,
  'Object.groupBy, Map.groupBy': /\b(Object|Map)\.groupBy/,
  'Promise.withResolvers, Promise.try': /Promise\.(withResolvers|try)\b/,
  'methods of Set':
    /\.(union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/,
  'URL.canParse, URL.parse': /URL\.(canParse|parse)\b/,
  'AbortSignal.any': /AbortSignal\.any\b/,
  'iterator helpers':
    /\bIterator\.(from|prototype)|\.(values|keys|entries)\(\)\.(map|filter|take|drop|flatMap|toArray|reduce|some|every|find)\(/,
  'String.prototype.isWellFormed': /\.(isWellFormed|toWellFormed)\(/,
  'Intl.Segmenter, Intl.DurationFormat': /Intl\.(Segmenter|DurationFormat)/,
  requestIdleCallback: /requestIdleCallback/,
  'popovers (Firefox 125)': /\b(showPopover|togglePopover|popovertarget)/i,
  'Element.checkVisibility (Safari 17.4)': /\.checkVisibility\(/,
  'view transitions': /startViewTransition/,
  'import attributes': /\bfrom\s*["'][^"']+["']\s*with\s*\{/,
  ':has() (Firefox 121)': /:has\(/,
  ':dir(), :state()': /:(dir|state)\(/,
  'nested rules (Firefox 117)': /[;{}]\s*&[\s:.[>+~]/,
  'light-dark() (Firefox 120)': /light-dark\(/,
  '@scope, @starting-style, @property': /@(scope|starting-style|property)\b/,
  'subgrid (Chrome 117)': /\bsubgrid\b/,
  'lh and rlh (Firefox 120)': /[\s:(]\d*\.?\d+r?lh\b/,
  'linear() easing': /\blinear\(/,
};

/** What stands behind a look whether it is there. */
const GUARDS: Readonly<Record<string, RegExp>> = {
  requestIdleCallback: /[`"']requestIdleCallback[`"']in globalThis/,
  'Intl.Segmenter, Intl.DurationFormat': /[`"']Segmenter[`"']in Intl/,
};

const stage = new Stage();
let visit: Visit;

beforeAll(() => stage.open());
afterAll(() => stage.close());
afterEach(() => visit?.context.close());

/** Of the page that is one file, what stands in it. */
async function codeOf(standard: string): Promise<Files> {
  if (standard !== 'offline') return unpack('short', standard);
  const html = await readFile(await packageFile('short', standard), 'utf8');
  const within = (pattern: RegExp, ending: string): [string, Uint8Array][] =>
    [...html.matchAll(pattern)].map(([, code = ''], at) => [
      `${at}.${ending}`,
      new TextEncoder().encode(code),
    ]);
  return new Map([
    ...within(/<script(?: type="module")?>([^]*?)<\/script>/g, 'js'),
    ...within(/<style>([^]*?)<\/style>/g, 'css'),
  ]);
}

describe.each(STANDARDS.map(({ id }) => id))('the %s package', (standard) => {
  test('uses nothing that the oldest of the browsers lacks', async () => {
    const files = await codeOf(standard);
    const found: string[] = [];
    for (const [name, bytes] of files) {
      if (!/\.(js|css)$/.test(name)) continue;
      const text = new TextDecoder().decode(bytes);
      for (const [what, pattern] of Object.entries(TOO_NEW)) {
        const at = text.search(pattern);
        if (at >= 0 && !GUARDS[what]?.test(text))
          found.push(`${name}: ${what}: …${text.slice(Math.max(0, at - 40), at + 40)}…`);
      }
    }
    expect(found).toEqual([]);
  });

  test('ships no decorator and no type that a browser would choke on', async () => {
    const files = await codeOf(standard);
    expect([...files.keys()].some((name) => name.endsWith('.js'))).toBe(true);
    for (const [name, bytes] of files) {
      if (name.endsWith('.js'))
        expect(new TextDecoder().decode(bytes), name).not.toMatch(/@(customElement|property|state|query)\(/);
    }
  });
});

describe('where the course can’t run', () => {
  let files: Files;

  beforeAll(async () => {
    files = await unpack('short', 'scorm12');
  });

  function withPage(change: (html: string) => string): Files {
    const html = new TextDecoder().decode(files.get('index.html'));
    return new Map(files).set('index.html', new TextEncoder().encode(change(html)));
  }

  async function open(name: string, package_: Files): Promise<Page> {
    stage.server.addPackage(name, package_);
    await visit.page.goto(`${stage.server.origin}/${name}/index.html`);
    return visit.page;
  }

  const visible = (page: Page): Promise<string[]> =>
    page.locator('.plain:visible').evaluateAll((all) => all.map(({ id, className }) => id || className));

  test('a page opened as a file says so', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'as-file-'));
    for (const [name, bytes] of files) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), bytes);
    }
    visit = await stage.visit();
    await visit.page.goto(pathToFileURL(path.join(folder, 'index.html')).href);
    await visit.page.locator('#from-file').waitFor();
    expect(await visible(visit.page)).toEqual(['from-file']);
    expect(await visit.page.locator('#from-file').innerText()).toMatch(
      /opened as a file[\s\S]*se abrió como un archivo/,
    );
    await rm(folder, { recursive: true });
  });

  test('a browser that runs no modules says so', async () => {
    visit = await stage.visit();
    await visit.context.addInitScript('delete Array.prototype.findLast;');
    const page = await open(
      'no-modules',
      withPage((html) => html.replace(/<script type="module"[^>]*><\/script>/g, '')),
    );
    await page.locator('#too-old').waitFor();
    expect(await visible(page)).toEqual(['too-old']);
  });

  test('a browser that runs modules and lacks what the player uses says so', async () => {
    visit = await stage.visit();
    await visit.context.addInitScript('delete Array.prototype.findLast;');
    const page = await open('lacking', files);
    await page.locator('#too-old').waitFor();
    expect(await page.locator('#too-old').innerText()).toContain('newer one');
  });

  test('a browser without JavaScript says so', async () => {
    visit = await stage.visit({ javaScriptEnabled: false });
    const page = await open('no-script', files);
    expect(await page.locator('noscript p').allInnerTexts()).toEqual([
      expect.stringContaining('This course needs JavaScript'),
      expect.stringContaining('JavaScript'),
    ]);
    expect(await visible(page)).toEqual(['plain']);
  });

  test('a browser that can run it sees none of these sentences', async () => {
    visit = await stage.visit();
    stage.server.addPackage('tea', await unpack('short', 'web'));
    await visit.page.goto(`${stage.server.origin}/tea/index.html`);
    await visit.page.locator('cm-cover .start').waitFor();
    expect(await visible(visit.page)).toEqual([]);
    expect(visit.watch.faults).toEqual([]);
  });
});

test('a frame that lets nothing be printed says so', async () => {
  visit = await stage.visit();
  stage.server.addPackage('tea', await unpack('short', 'web'));
  stage.server.addPage(
    '/no-print.html',
    `<!doctype html><iframe width="900" height="700" sandbox="allow-scripts allow-same-origin" src="/tea/index.html#water-takeaway"></iframe>`,
  );
  await visit.page.goto(`${stage.server.origin}/no-print.html`);
  const frame = visit.page.frameLocator('iframe');
  await frame.locator('cm-takeaway').getByRole('button', { name: 'Print' }).click();
  await frame.getByText('Nothing was printed').waitFor();
});
