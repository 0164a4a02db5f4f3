/** Faces in the built package: its own policy lets them be seen, one file holds them all, and nothing moves when it comes. */
import type { Frame } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { unpack } from './packages.ts';
import { Lms } from './lms.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();

beforeAll(async () => {
  const files = await unpack('real', 'scorm12');
  expect([...files.keys()].filter((name) => /portraits|media\/.*-calm/.test(name))).toHaveLength(1);
  stage.server.addPackage('ethics', files);
});

const placesOf = (frame: Frame, selector: string): Promise<number[]> =>
  frame.locator(selector).evaluateAll((parts) =>
    parts.flatMap((part) => {
      const { top, height } = part.getBoundingClientRect();
      return [Math.round(top), Math.round(height)];
    }),
  );

/** Of those that are drawn. */
const drawn = (frame: Frame, selector: string): Promise<number> =>
  frame
    .locator(`${selector} cm-portrait img`)
    .evaluateAll((all) => all.filter((face) => (face as HTMLImageElement).naturalWidth > 0).length);

test.each([390, 1280])('at %i px the cover stands still when its people come', async (width) => {
  const visit = await stage.visit({ viewport: { width, height: 800 } });
  let release = (): void => undefined;
  const waits = new Promise<void>((resolve) => (release = resolve));
  // what draws them, and they
  await visit.page.route(/\/(deferred|portraits)-[\w-]+\.js(on)?$/, async (route) => {
    await waits;
    await route.continue();
  });
  const frame = await new Lms('1.2', stage.server, 'ethics').launch(visit.page, { width });
  const parts = 'cm-cover :is(.cover, h1, .lead, .start, ul)';
  await frame.locator('cm-cover .start').waitFor();
  const before = await placesOf(frame, parts);
  expect(before).toHaveLength(10);
  release();
  await expect.poll(() => drawn(frame, 'cm-cover-faces')).toBe(12);
  expect(await placesOf(frame, parts)).toEqual(before);
  // all of them stand in the room that was kept
  const overflow = await frame.locator('cm-cover-faces').evaluate((faces) => {
    const room = faces.getBoundingClientRect();
    const all = [...(faces.shadowRoot?.querySelectorAll('cm-portrait') ?? [])];
    return all.filter((face) => {
      const { top, bottom, left, right } = face.getBoundingClientRect();
      return top < room.top || bottom > room.bottom + 1 || left < room.left || right > room.right;
    }).length;
  });
  expect(overflow).toBe(0);
});

test.each([390, 1280])('at %i px a lesson’s opening stands still when they come', async (width) => {
  const visit = await stage.visit({ viewport: { width, height: 800 } });
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

  const opening = 'cm-section-page .opening';
  const places = (): Promise<number[]> =>
    placesOf(frame, `${opening}, ${opening} :is(cm-portrait, h1, .goals)`);
  // The heading face comes a second after the first screen, and may break a title elsewhere
  await frame.waitForFunction(() =>
    [...document.fonts].some(({ family, status }) => family === 'Heading' && status === 'loaded'),
  );
  const before = await places();
  release();
  await expect.poll(() => drawn(frame, opening)).toBe(2);
  expect(await places()).toEqual(before);
  expect(asked).toBe(1);
});
