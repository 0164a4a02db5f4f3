/** A look-back that was missed, in the real course: asked again when the learner comes back, and never the LMS's to know. */
import type { Frame } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { CheckBlock } from '../../src/course/compiled.ts';
import { runs } from '../runs.ts';
import { strict } from './engines.ts';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import type { Visit } from './stage.ts';
import { useStage } from './use-stage.ts';

const [SECTION, LOOK_BACK] = ['boundaries-lookback', 'boundaries-look-five'];

const stage = useStage('ethics', 'real', 'scorm12');
let visit: Visit;
let lms: Lms;

beforeAll(async () => {
  visit = await stage.visit();
  lms = new Lms(await strict('1.2'), stage.server, 'ethics');
});

/** The text of an option that is not right. */
function wrongOption(): string {
  const { blocks } = stage.course.content(SECTION);
  const { question } = blocks.find((block) => 'id' in block && block.id === LOOK_BACK) as CheckBlock;
  const options = question.type === 'one' ? question.options : [];
  return options.find(({ right }) => !right)?.plain ?? 'none';
}

interface Shift extends PerformanceEntry {
  sources: { node: Node | null }[];
}

/** Counts what moves by itself from now on (the layout shifts of which CLS is made), in the frame's own `moved`. */
const watchMoves = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    const moved: string[] = [];
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const { node } of (list.getEntries() as Shift[]).flatMap(({ sources }) => sources))
        moved.push(node instanceof Element ? node.localName : (node?.textContent ?? 'what is gone now'));
    }).observe({ type: 'layout-shift' });
  });

const choose = (frame: Frame, option: string): Promise<void> =>
  frame.getByRole('radio', { name: option }).first().check({ force: true });

test('a look-back that was missed is offered when the learner comes back, and answered there', async () => {
  const frame = await lms.launch(visit.page);
  const me = new Learner(frame, stage.course);
  await me.enter();
  await me.goTo(SECTION);
  await me.waitForSection(SECTION);
  await choose(frame, wrongOption());
  await frame.locator(`[data-block="${LOOK_BACK}"]`).getByRole('button', { name: 'Check my answer' }).click();
  await frame.locator('.verdict.wrong').waitFor();
  await me.goTo('notes');
  await frame.getByLabel('Keep on this device').check({ force: true });
  await me.goTo(SECTION);
  await me.waitForSection(SECTION);
  await me.waitForStatus('Saved');
  await lms.leave();

  const second = await lms.launch(visit.page);
  await new Learner(second, stage.course).resume();
  await second.getByText('1 quick question from last time').waitFor();
  await second.locator('cm-banners').getByRole('link', { name: 'Start' }).click();
  await second.getByRole('heading', { level: 1, name: 'A short practice' }).waitFor();
  await second.getByRole('radio', { name: wrongOption() }).first().waitFor();
  await choose(second, wrongOption());
  await second.getByRole('button', { name: 'Check my answer' }).click();
  await second.locator('.verdict.wrong').waitFor();
  await second.getByRole('button', { name: 'See how it went' }).click();
  await second.getByRole('heading', { name: '0 of 1 right' }).waitFor();
  await second.getByRole('link', { name: 'My progress' }).first().click();
  await second.getByText('1 question is due now.').waitFor();
  await lms.leave();
  expect(JSON.stringify(lms.held)).not.toMatch(/spaced:|mastery:/);
  expect(await lms.refused()).toEqual([]);
});

test.each(runs(1) > 1 ? [320, 390, 650, 1280] : [320, 1280])(
  'the offer moves nothing in a frame of %i px',
  async (width) => {
    let release = (): void => undefined;
    const waits = new Promise<void>((resolve) => (release = resolve));
    // the page stands before it is known what is due
    await visit.page.route(/\/due-[^/]*\.js$/, async (route) => {
      await waits;
      await route.continue();
    });
    // what is held may keep Firefox from saying that the page is loaded
    const frame = await lms.launch(visit.page, { width, height: 780, until: 'commit' });
    await new Learner(frame, stage.course).resume();
    await frame.locator('cm-banners .welcome').waitFor();
    await frame.locator('cm-section-page .blocks').waitFor();
    // what else comes by itself has come by then: only the offer is still missing
    await visit.page.waitForTimeout(2_000);
    await watchMoves(frame);
    release();
    await frame.getByText('1 quick question from last time').waitFor();
    // a shift is told with the frame that shows it, and what comes next is drawn after it
    await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await frame.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)).toEqual([]);
    await visit.page.unroute(/\/due-[^/]*\.js$/);
    await lms.leave();
  },
);
