/**
 * What WCAG 2.2 asks for and axe can't see: text with more space (1.4.12), a focus that is seen and not covered (2.4.7, 2.4.11), a way out of
 * everything by Tab (2.1.2), and a title for each page (2.4.2).
 */
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { overhang } from '../e2e/axe.ts';
import { Lms } from '../e2e/lms.ts';
import { Course, unpack } from '../e2e/packages.ts';
import { Stage, type Visit } from '../e2e/stage.ts';
import { WALKS } from '../screens.ts';
import { Guest } from '../walks/guest.ts';

const stage = new Stage();
let course: Course;
let visit: Visit;

beforeAll(async () => {
  await stage.open();
  const files = await unpack('short', 'scorm12');
  stage.server.addPackage('tea', files);
  course = new Course(files);
});
afterAll(() => stage.close());
beforeEach(async () => {
  visit = await stage.visit({ reducedMotion: 'reduce' });
});
afterEach(() => visit.context.close());

const guestIn = (width: number, height: number): Guest =>
  new Guest(visit.page, new Lms('1.2', stage.server, 'tea'), course, { width, height });

/** Every element of the page, in shadow trees too. */
const ALL = `function all(root) {
  return [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
}`;

/** The spaces of 1.4.12, put over everything, and what is cut off then. */
const SPACED = `(() => {
  ${ALL}
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
  for (const root of [document, ...all(document).flatMap(({ shadowRoot }) => shadowRoot ?? [])])
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const visible = (one) => one.checkVisibility({ visibilityProperty: true });
  return all(document).filter((one) => {
    const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(one);
    const hides = [overflowX, overflowY].some((way) => way === 'hidden' || way === 'clip');
    if (!hides || one instanceof SVGElement || clipPath !== 'none' || textOverflow === 'ellipsis' || !visible(one)) return false;
    const box = one.getBoundingClientRect();
    return [...one.querySelectorAll('*')].some((part) => {
      const { right, left, bottom } = part.getBoundingClientRect();
      return visible(part) && (right > box.right + 1 || left < box.left - 1 || bottom > box.bottom + 1);
    });
  }).map((one) => one.outerHTML.slice(0, 120));
})()`;

describe.each(WALKS.filter(({ course: of }) => of === 'short').map((walk) => [walk.name, walk] as const))(
  '%s',
  (_name, { go }) => {
    test('nothing is cut off where text has more space, on a phone', async () => {
      const guest = guestIn(390, 780);
      const faults: string[] = [];
      await go(guest, async (screen) => {
        const cut = await guest.frame.evaluate<string[]>(SPACED);
        faults.push(...cut.map((one) => `${screen}: ${one}`));
        if ((await overhang(guest.frame)) > 0) faults.push(`${screen}: scrolls sideways`);
      });
      expect(faults).toEqual([]);
    });
  },
);

/** Of what has the focus: its name; whether anything of it can be seen; whether it, or what stands for it, has a ring. */
const FOCUSED = `(() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (!one || one === document.body) return undefined;
  const label = one.closest('label');
  const shown = label ?? one;
  const within = (hit) => {
    for (let up = hit; up; up = up.parentNode ?? up.host) if (up === shown) return true;
    return false;
  };
  const at = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const { left, top, width, height } = shown.getBoundingClientRect();
  const parts = [0.1, 0.5, 0.9];
  const seen = parts.some((x) => parts.some((y) => within(at(left + width * x, top + height * y))));
  const around = [one, label, one.parentElement, one.nextElementSibling, ...(label?.querySelectorAll('*') ?? [])];
  const ringed = around.some((part) => {
    if (!part) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  });
  return { name: one.outerHTML.slice(0, 100), seen, ringed };
})()`;

interface Focused {
  name: string;
  seen: boolean;
  ringed: boolean;
}

/** By Tab from the top to where the focus leaves the course. */
async function tabThrough(page: Page, frame: Frame): Promise<string[]> {
  await page.locator('iframe').focus();
  const faults: string[] = [];
  for (let tabs = 0; tabs < 200; tabs++) {
    await page.keyboard.press('Tab');
    if (!(await page.evaluate(() => document.activeElement?.tagName === 'IFRAME'))) return faults;
    const focused = await frame.evaluate<Focused | undefined>(FOCUSED);
    if (!focused) continue;
    if (!focused.seen) faults.push(`covered: ${focused.name}`);
    if (!focused.ringed) faults.push(`no ring: ${focused.name}`);
  }
  return [...faults, 'The focus never leaves the course.'];
}

describe.each([
  [1280, 800],
  [390, 780],
  // so low that most of what is asked would come to lie under the foot that stays
  [390, 520],
  [320, 256],
])('at %i by %i', (width, height) => {
  test('what has the focus is seen, has a ring, and lets it go', async () => {
    const guest = guestIn(width, height);
    await guest.begin();
    // the focus has to come back to the page around: there has to be something
    await guest.page.evaluate(() => document.body.append(document.createElement('button')));
    const faults: string[] = [];
    const look = async (screen: string): Promise<void> => {
      faults.push(...(await tabThrough(guest.page, guest.frame)).map((fault) => `${screen}: ${fault}`));
    };
    for (const section of ['water-start', 'water-heat', 'leaves-measure', 'leaves-guest', 'leaves-ready']) {
      await guest.follow(section);
      await guest.me.waitForSection(section);
      await look(section);
    }
    for (const page of ['glossary', 'notes', 'resources']) {
      await guest.me.goTo(page);
      // the page takes the focus a moment after it is there: Tab goes on from its heading
      await guest.frame.locator('main [data-heading]:focus').waitFor();
      await look(page);
    }
    await guest.me.openAssessment();
    await look('assessment');
    await guest.me.begin();
    await guest.me.answerShown('right');
    await look('form');
    expect(faults).toEqual([]);
  });
});

test('each page has a title of its own, with the course’s', async () => {
  const guest = guestIn(1280, 800);
  await guest.begin();
  const titles = new Set<string>();
  const pages = ['left', 'glossary', 'sources', 'notes', 'resources', 'assessment'];
  for (const address of [...course.sections, ...pages]) {
    await guest.follow(address);
    await expect
      .poll(() => guest.frame.title(), { message: address })
      .toSatisfy((title: string) => title.includes(course.text.title) && !titles.has(title));
    titles.add(await guest.frame.title());
  }
});
