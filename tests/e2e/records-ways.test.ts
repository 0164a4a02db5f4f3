/** What a supervisor sees where statements tell which ways people took, on a desk and on a phone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from './axe.ts';
import { file, useRooms } from './rooms.ts';

const rooms = useRooms();
const COURSE = 'https://w3id.org/cps-code-of-ethics';

/** One way through a dilemma of the course. */
const took = (who: string, way: string): string =>
  JSON.stringify({
    actor: { name: who, mbox: `mailto:${who.toLowerCase()}@example.org` },
    verb: { id: 'http://adlnet.gov/expapi/verbs/responded' },
    object: {
      id: `${COURSE}/lessons/compass/activities/compass-scenario-story`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        interactionType: 'sequencing',
      },
    },
    result: { completion: true, response: way, extensions: { [`${COURSE}/extensions/ending`]: 'poor' } },
    context: { contextActivities: { grouping: [{ id: COURSE }] } },
    timestamp: '2026-11-25T17:51:30.368Z',
  });

const WAYS = {
  Ana: 'corner.a[,]your-story.a',
  Bo: 'corner.a[,]your-story.a',
  Cy: 'corner.b',
  Di: 'corner.b[,]gone.a',
};

/** Moodle's Objectives report. */
function objectives(): string {
  const ids = Array.from({ length: 9 }, (_, n) => `objNumber${n}`);
  const head = ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score', 'The course'];
  const when = 'Wednesday, 4 November 2026, 1:14 PM';
  return [
    [...head, ...ids.flatMap((id) => [`${id} status`, `${id} score`])],
    ...['Ana', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'].map((who) => [
      who,
      `${who.toLowerCase()}@example.org`,
      '1',
      when,
      when,
      '50',
      '50',
      ...ids.flatMap((_, n) => ['passed', String(n * 10)]),
    ]),
  ]
    .map((cells) => cells.map((cell) => `"${cell}"`).join('\t'))
    .join('\n');
}

describe('a supervisor with statements', () => {
  let page: Page;
  beforeAll(async () => {
    page = await rooms.open('records');
    const statements = Object.entries(WAYS).map(([who, way]) => took(who, way));
    // more than a picture has room for, and none of them has answered anything
    const others = Array.from({ length: 40 }, (_, n) => `Other ${n},In progress`);
    await page
      .locator('#files')
      .setInputFiles([
        file('ways.ndjson', statements.join('\n')),
        file('objectives.csv', objectives()),
        file('others.csv', `Name,Status\n${others.join('\n')}\n`),
      ]);
    await page.getByText('a table, 40 rows.').waitFor();
  });
  afterAll(() => page.close());
  const go = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();

  test('reads ways in the course’s words, and which have left it', async () => {
    await go('Dilemmas');
    await page.getByRole('heading', { name: 'Dilemmas', exact: true }).waitFor();
    const first = page.getByRole('rowheader').first();
    await first.waitFor();
    expect(await first.innerText()).toMatch(
      /^Tell her how you got through your own case\.[^]*\n.*That was my story/,
    );
    await page.getByText('Where an id stands, as “gone.a”, the choice is not in this course').waitFor();
    expect(await faultsOf(page.mainFrame())).toEqual([]);
  });

  test('reads on Thursday how the group is divided, and by what', async () => {
    await go('Thursday');
    await page.getByText('Of the 4 people who came here:').waitFor();
    const sides = page
      .locator('.card', { hasText: 'The dilemma that divides it most' })
      .getByRole('listitem');
    expect(await sides.allInnerTexts()).toEqual([
      expect.stringMatching(/^2\u00A0people: Tell her how .* Then: .*That was my story/),
      expect.stringMatching(/^1\u00A0person: Say you’re sorry/),
      '1\u00A0person went another way.',
    ]);
  });

  test('is told on a phone where a picture or a table goes on at the side, and reaches it by keyboard', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await go('Dilemmas');
    const more = page.getByText('There is more at the side');
    const picture = page.getByRole('region', { name: 'Picture: Ways taken: Time for your story?' });
    await picture.waitFor();
    expect(await more.count()).toBe(1);
    expect(await picture.getAttribute('tabindex')).toBe('0');
    await go('Principles');
    const table = page.getByRole('region', { name: 'Who holds what' });
    await expect.poll(() => table.getAttribute('tabindex')).toBe('0');
    // of the picture and of the table
    await expect.poll(() => more.count()).toBe(2);
    await table.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => table.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
    expect(await faultsOf(page.mainFrame())).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await expect.poll(() => more.count()).toBe(0);
    expect(await table.getAttribute('tabindex'), 'what has room is no stop').toBeNull();
  });

  test('is told of nobody left out, where nobody is, while names are hidden', async () => {
    await page.getByRole('switch', { name: 'Hide names' }).click();
    await page.waitForURL('**names=hidden**');
    await page.getByText('Names are hidden.', { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('rowheader', { name: /^Person/ }).count()).toBe(6);
    await page.getByText('Empty: not asked.').waitFor();
    expect(await page.getByText(/The first \d/).count()).toBe(0);
  });
});
