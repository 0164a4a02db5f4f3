/** A language that is read from the right: the page says so, everything changes sides, and nothing is lost on the way. */
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, overhang } from '../e2e/axe.ts';
import { Lms } from '../e2e/lms.ts';
import { Course } from '../e2e/packages.ts';
import { Stage } from '../e2e/stage.ts';
import { WALKS } from '../screens.ts';
import { Guest } from '../walks/guest.ts';
import { FROM_THE_RIGHT, pseudoPackage } from './pseudo.ts';

const stage = new Stage();
let course: Course;

beforeAll(async () => {
  await stage.open();
  const files = await pseudoPackage();
  stage.server.addPackage('turned', files);
  course = new Course(files, FROM_THE_RIGHT);
});
afterAll(() => stage.close());

/** Drawings that point on or back and are not turned round. */
const notTurned = (frame: Frame): Promise<number> =>
  frame.evaluate(() => {
    const all = (root: Document | ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
    return all(document).filter(
      (one) => one.matches('svg.toward') && getComputedStyle(one).scale.split(' ')[0] !== '-1',
    ).length;
  });

test.each(WALKS.filter(({ course: of }) => of === 'short').map((walk) => [walk.name, walk] as const))(
  '%s, from the right',
  async (_name, { go }) => {
    const size = { width: 390, height: 780 };
    const { page, context } = await stage.visit({ reducedMotion: 'reduce', viewport: size });
    const guest = new Guest(page, new Lms('1.2', stage.server, 'turned'), course, size);
    const faults: string[] = [];
    await go(guest, async (screen) => {
      const said = await guest.frame.evaluate(() => {
        const { dir, lang } = document.documentElement;
        return `${lang}, ${dir}`;
      });
      if (said !== `${FROM_THE_RIGHT}, rtl`) faults.push(`${screen}: ${said}`);
      if ((await notTurned(guest.frame)) > 0) faults.push(`${screen}: an arrow points the wrong way`);
      if ((await overhang(guest.frame)) > 0) faults.push(`${screen}: scrolls sideways`);
      for (const fault of await faultsOf(guest.frame)) faults.push(`${screen}: ${fault}`);
    });
    await context.close();
    expect(faults).toEqual([]);
  },
);

test('the menu stands at the right, the way on at the left', async () => {
  const { page, context } = await stage.visit({ reducedMotion: 'reduce' });
  const guest = new Guest(page, new Lms('1.2', stage.server, 'turned'), course, { width: 390, height: 780 });
  await guest.begin();
  const middle = async (selector: string): Promise<number> => {
    const { x = 0, width = 0 } = (await guest.at(selector).boundingBox()) ?? {};
    return x + width / 2;
  };
  expect(await middle('cm-header .menu')).toBeGreaterThan(195);
  expect(await middle('cm-header .exit')).toBeLessThan(195);
  await context.close();
});
