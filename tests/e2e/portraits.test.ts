/** Faces in the built package: its own policy lets them be seen, one file holds them all, and nothing moves when it comes. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { unpack } from './packages.ts';
import { Lms } from './lms.ts';
import { Stage, type Visit } from './stage.ts';

const stage = new Stage();
let visit: Visit;

beforeAll(async () => {
  await stage.open();
  const files = await unpack('real', 'scorm12');
  expect([...files.keys()].filter((name) => /portraits|media\/.*-calm/.test(name))).toHaveLength(1);
  stage.server.addPackage('ethics', files);
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(visit.watch.faults).toEqual([]);
  await visit.context.close();
});

test.each([390, 1280])('at %i px a lesson’s opening stands still when they come', async (width) => {
  visit = await stage.visit({ viewport: { width, height: 800 } });
  let release = (): void => undefined;
  const waits = new Promise<void>((resolve) => (release = resolve));
  let asked = 0;
  await visit.page.route(/\/portraits-\w+\.json$/, async (route) => {
    asked += 1;
    await waits;
    await route.continue();
  });
  const frame = await new Lms('1.2', stage.server, 'ethics').launch(visit.page, { width });
  await frame.locator('cm-cover .start').click();
  const faces = frame.locator('cm-section-page .people cm-portrait');
  await expect.poll(() => faces.count()).toBe(2);

  const places = (): Promise<number[]> =>
    frame.locator('cm-section-page .opening').evaluate((opening) =>
      [opening, ...opening.querySelectorAll('cm-portrait, h1, .goals')].flatMap((part) => {
        const { top, height } = part.getBoundingClientRect();
        return [Math.round(top), Math.round(height)];
      }),
    );
  const before = await places();
  release();
  const widths = (): Promise<number[]> =>
    faces.locator('img').evaluateAll((all) => all.map((face) => (face as HTMLImageElement).naturalWidth));
  await expect.poll(async () => (await widths()).filter((size) => size > 0)).toHaveLength(2);
  expect(await places()).toEqual(before);
  expect(asked).toBe(1);
});
