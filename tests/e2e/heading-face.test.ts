/** The headings' face in the built package: it is there, it comes after the first screen, and nothing moves when it does. */
import { beforeAll, expect, test } from 'vitest';
import { unpack } from './packages.ts';
import { Lms } from './lms.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
let sizes: Map<string, number>;

beforeAll(async () => {
  const files = await unpack('real', 'scorm12');
  sizes = new Map([...files].map(([name, bytes]) => [name, bytes.byteLength]));
  stage.server.addPackage('ethics', files);
});

test.each([390, 1280])('at %i px the cover stands still when it comes', async (width) => {
  const visit = await stage.visit({ viewport: { width, height: 800 } });
  let release = (): void => undefined;
  const waits = new Promise<void>((resolve) => (release = resolve));
  await visit.page.route(/\.woff2$/, async (route) => {
    await waits;
    await route.continue();
  });
  const frame = await new Lms('1.2', stage.server, 'ethics').launch(visit.page, { width });
  await frame.locator('cm-footer').waitFor({ state: 'attached' });
  const face = [...sizes].find(([name]) => name.includes('heading-face'));
  expect(face?.[1]).toBeLessThanOrEqual(30 * 1024);

  const places = (): Promise<number[]> =>
    frame.evaluate(() => {
      const cover = document.querySelector('cm-cover')?.shadowRoot;
      const parts = ['h1', '.lead', '.start', 'ul', 'summary'];
      return parts.flatMap((part) => {
        const { top = -1, height = -1 } = cover?.querySelector(part)?.getBoundingClientRect() ?? {};
        return [Math.round(top), Math.round(height)];
      });
    });
  const before = await places();
  expect(before).not.toContain(-1);
  release();
  await expect
    .poll(() => frame.evaluate(() => [...document.fonts].some(({ family }) => family === 'Heading')))
    .toBe(true);
  await frame.evaluate(() => document.fonts.ready.then(() => undefined));
  expect(await places()).toEqual(before);
});

test('its words stand apart as far beside one letter as beside another, and its letters keep their pairs', async () => {
  const visit = await stage.visit();
  const frame = await new Lms('1.2', stage.server, 'ethics').launch(visit.page);
  await expect
    .poll(() => frame.evaluate(() => [...document.fonts].some(({ family }) => family === 'Heading')))
    .toBe(true);
  const apart = (texts: string[]): Promise<number[]> =>
    frame.evaluate((all) => {
      const line = document.createElement('span');
      line.style.cssText =
        'position: absolute; white-space: pre; font: 700 100px Heading; text-rendering: optimizeLegibility';
      document.body.append(line);
      const wide = (text: string): number => {
        line.textContent = text;
        return line.getBoundingClientRect().width;
      };
      return all.map((text) => wide(text) - wide(text.at(0)!) - wide(text.at(-1)!));
    }, texts);
  for (const space of await apart(['A w', 'n o', '. W', 'W A', '1 A', '3 W', 'r “', 'A\u00a0w']))
    expect(space).toBeCloseTo(27, 0);
  for (const pair of await apart(['AV', 'To', 'Wa'])) expect(pair).toBeLessThan(-3);
});

test('headings stay readable where it can’t be had', async () => {
  const visit = await stage.visit();
  visit.watch.allow(/Failed to load resource/);
  await visit.page.route(/\.woff2$/, (route) => route.abort());
  const frame = await new Lms('1.2', stage.server, 'ethics').launch(visit.page);
  await frame.locator('cm-cover .start').click();
  await frame.locator('cm-section-page h1').waitFor();
});
