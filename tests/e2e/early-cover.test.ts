/** The cover of whoever is new, while the player is still on its way: what it can do then, and that it stands still when the player comes. */
import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { faultsOf, oddNames, overhang } from './axe.ts';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import type { Visit } from './stage.ts';
import { useStage } from './use-stage.ts';
import { SAYS } from './which-browser.ts';

const PLAYER = /\/player\/player-[^/]*\.js(\?.*)?$/;

const stage = useStage('tea', 'short', 'scorm12');
let visit: Visit;
/** Lets the player come. */
let release: () => void;

afterEach(() => release());

async function withoutPlayer(width = 867): Promise<Lms> {
  visit = await stage.visit({ viewport: { width: Math.max(width, 900), height: 900 } });
  const waits = new Promise<void>((resolve) => (release = resolve));
  await visit.page.route(PLAYER, async (route) => {
    await waits;
    await route.continue();
  });
  return new Lms('1.2', stage.server, 'tea');
}

async function cover(width?: number): Promise<Frame> {
  const lms = await withoutPlayer(width);
  const frame = await lms.launch(visit.page, { until: 'commit', ...(width && { width }) });
  await frame.locator('cm-cover .start').waitFor();
  expect(await frame.evaluate(() => customElements.get('cm-course') === undefined)).toBe(true);
  return frame;
}

const focused = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent.trim() ?? '';
  });

describe('before there is a player', () => {
  test('Start is taken, says so, and is done when the player is there', async () => {
    const frame = await cover();
    const start = frame.locator('cm-cover .start');
    await start.press('Enter');
    await start.press('Enter');
    expect(await start.getAttribute('aria-busy')).toBe('true');
    release();
    const heading = frame.locator('cm-section-page [data-heading]');
    await heading.waitFor();
    await frame.locator('cm-footer').waitFor({ state: 'attached' });
    // it has it once the section is whole
    await expect.poll(() => focused(frame)).toBe((await heading.innerText()).trim());
    expect(await frame.locator('cm-cover').count()).toBe(0);
    expect(await frame.evaluate(() => location.hash)).toBe(`#${stage.course.sections[0]}`);
  });

  test('where the player could not be fetched and the server answers again, a press gives another page, in which Start works', async () => {
    visit = await stage.visit();
    release = () => undefined;
    visit.watch.allow(SAYS.requestRefused);
    visit.watch.allow(/dynamically imported module/);
    await visit.page.route(PLAYER, (route) => route.fulfill({ status: 503 }));
    const lms = new Lms('1.2', stage.server, 'tea');
    const frame = await lms.launch(visit.page, { until: 'commit' });
    await frame.locator('cm-cover .start').waitFor();
    await visit.page.unroute(PLAYER);
    const loaded = visit.page.waitForEvent('load');
    await frame.locator('cm-cover .start').press('Enter');
    await loaded;
    const me = new Learner(await lms.open(), stage.course);
    await me.waitForSection(stage.course.sections[0] ?? '');
    await me.waitForStatus('Saved');
    expect(await lms.errors()).toEqual([]);
  });

  test('so is a language', async () => {
    const frame = await cover();
    const before = await frame.locator('cm-cover h1').innerText();
    await frame.locator('cm-cover [lang="es"]').click();
    release();
    await frame.locator('cm-cover [lang="es"][aria-pressed="true"]').waitFor();
    expect(await frame.locator('cm-cover h1').innerText()).not.toBe(before);
    expect(await frame.evaluate(() => document.documentElement.lang)).toBe('es');
    expect(await focused(frame)).toBe('Español');
  });

  test.each([390, 867])(
    'it stands still when the player comes, and keeps the focus: %i px',
    async (width) => {
      const frame = await cover(width);
      await frame.locator('cm-cover .start').focus();
      const places = (): Promise<number[]> =>
        frame.locator('cm-cover :is(.cover, h1, .lead, .start, .languages button, li)').evaluateAll((parts) =>
          parts.flatMap((part) => {
            const { left, top, width: wide, height } = part.getBoundingClientRect();
            return [left, top, wide, height].map(Math.round);
          }),
        );
      const before = await places();
      expect(before.length).toBeGreaterThan(20);
      const main = frame.getByRole('main');
      expect(await main.count()).toBe(1);
      release();
      await frame.locator('cm-footer').waitFor({ state: 'attached' });
      expect(await places()).toEqual(before);
      expect(await focused(frame)).toBe('Start');
      expect(await main.count()).toBe(1);
      expect(await frame.locator('main').filter({ visible: true }).count()).toBe(1);
    },
  );
});

describe('nothing is wrong with it before there is a player', () => {
  test.each([
    ['light', 'none'],
    ['dark', 'none'],
    ['light', 'active'],
  ] as const)('in axe’s eyes, and in its names: %s, forced colours %s', async (colorScheme, forcedColors) => {
    const frame = await cover();
    await visit.page.emulateMedia({ colorScheme, forcedColors });
    expect(await faultsOf(frame)).toEqual([]);
    expect(await oddNames(frame)).toEqual([]);
  });

  test.each([320, 867])(
    'with letters of 200 %% all of it is there, and nothing scrolls sideways: %i px',
    async (width) => {
      const frame = await cover(width);
      const look = () =>
        frame.locator('cm-cover').evaluate((shown) => {
          const parts = [
            ...(shown.shadowRoot?.querySelectorAll<HTMLElement>('h1, .lead, .start, .languages button, li') ??
              []),
          ];
          return {
            letters: parseFloat(getComputedStyle(shown).fontSize),
            cut: parts
              .filter((part) => part.scrollWidth > part.clientWidth + 1)
              .map((part) => part.textContent),
            parts: parts.length,
          };
        });
      const before = await look();
      await frame.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      const { letters, cut, parts } = await look();
      expect(letters).toBe(2 * before.letters);
      expect(parts).toBeGreaterThan(5);
      expect(cut).toEqual([]);
      expect(await overhang(frame)).toBe(0);
    },
  );
});

test('whoever comes back never sees it', async () => {
  visit = await stage.visit();
  release = () => undefined;
  const first = new Lms('1.2', stage.server, 'tea');
  const me = new Learner(await first.launch(visit.page), stage.course);
  await me.waitForSection(stage.course.sections[0] ?? '');
  await me.goTo(stage.course.sections[1] ?? '');
  const held = await first.leave();
  await visit.context.close();

  const lms = await withoutPlayer();
  await visit.context.addInitScript(
    `new MutationObserver(() => { if (document.querySelector('cm-cover')) document.documentElement.dataset.covered = '' }).observe(document, { childList: true, subtree: true })`,
  );
  lms.held = held;
  const frame = await lms.launch(visit.page, { until: 'commit' });
  await frame.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/within-')),
  );
  release();
  await frame.locator('cm-section-page .blocks').waitFor({ state: 'attached' });
  expect(await frame.evaluate(() => 'covered' in document.documentElement.dataset)).toBe(false);
});
