/**
 * How long a learner waits, on a slow device and a slow network (CPU four times slower, 1.6 Mbit/s, 150 ms): for the cover, from *Start* to the
 * first section, and for the section where they left. Each in a fresh browser that has kept nothing, in turn with the minimal Lit page.
 */
import type { Browser, Page } from 'playwright-core';
import type { Files } from '../../packaging/pack/zip.ts';
import { launchBrowser } from '../browser.ts';
import { Learner } from '../e2e/learner.ts';
import { Lms, type Cmi } from '../e2e/lms.ts';
import { Course } from '../e2e/packages.ts';
import { PackageServer } from '../e2e/server.ts';

/** Milliseconds, and bytes a second: 1.6 Mbit/s. */
const LATENCY = 150;
const RATE = 1.6e6 / 8;

/** What had come until something stood, and when it stood: milliseconds since the frame was sent to the page. */
export interface Shown {
  time: number;
  requests: number;
  /** With gzip. */
  bytes: number;
}

/** One of each round. */
export interface Rounds {
  minimal: Shown[];
  cover: Shown[];
  /** From the press of *Start*, which comes as soon as it can be pressed. */
  start: number[];
  returner: Shown[];
}

export async function learnerScreens(course: Files, minimal: Files, rounds: number): Promise<Rounds> {
  const server = new PackageServer();
  await server.start();
  server.addPackage('course', course);
  server.addPackage('minimal', minimal);
  const browser = await launchBrowser();
  const held = await stateOfReturner(browser, server, new Course(course));
  // Chromium's emulation leaves out the page of a frame that is opened: it waits as long at the server
  server.pageDelay = (gzip) => LATENCY + (gzip / RATE) * 1000;
  const found: Rounds = { minimal: [], cover: [], start: [], returner: [] };
  for (let round = 0; round < rounds; round++) {
    const launch = (name: string, state: Cmi = {}): Promise<Page> => open(browser, server, name, state);
    let page = await launch('minimal');
    found.minimal.push(await page.evaluate(waitForMark));
    await page.close();
    page = await launch('course');
    found.cover.push(await page.evaluate(waitForMark));
    found.start.push(await page.evaluate(pressStart));
    await page.close();
    page = await launch('course', held);
    found.returner.push(await page.evaluate(waitForSection));
    await page.close();
  }
  await browser.close();
  await server.stop();
  return found;
}

/** Of somebody who left in the middle of the second lesson. */
async function stateOfReturner(browser: Browser, server: PackageServer, course: Course): Promise<Cmi> {
  const page = await browser.newPage();
  const lms = new Lms('1.2', server, 'course');
  const me = new Learner(await lms.launch(page), course);
  await me.waitForSection(course.sections[0] ?? '');
  await me.goTo(course.structure.lessons[1]?.sections[1]?.id ?? '');
  const held = await lms.leave();
  await page.close();
  return held;
}

async function open(browser: Browser, server: PackageServer, name: string, held: Cmi): Promise<Page> {
  const page = await browser.newPage();
  const lms = new Lms('1.2', server, name);
  lms.held = held;
  await lms.visit(page);
  // Playwright's own script is in the page before anything is measured
  await page.waitForSelector('body', { state: 'attached' });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY,
    downloadThroughput: RATE,
    uploadThroughput: RATE,
  });
  await lms.open();
  return page;
}

// ---- run in the LMS's page: looked at from inside the frame, Playwright's script would be measured too ----

/** The page says itself when what it drew has been painted. */
async function waitForMark(): Promise<Shown> {
  const inside = document.querySelector('iframe')?.contentWindow?.performance;
  if (!inside) throw new Error('The LMS opened no frame.');
  for (let tries = 0; tries < 1200; tries++) {
    const time = inside.getEntriesByName('first-screen')[0]?.startTime;
    if (time !== undefined) {
      const files = [...inside.getEntriesByType('navigation'), ...inside.getEntriesByType('resource')];
      // what is on its way behind it is none of what it waited for
      const before = (files as PerformanceResourceTiming[]).filter(({ responseEnd }) => responseEnd <= time);
      return {
        time,
        requests: before.length,
        bytes: before.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The first screen never came.');
}

/** Milliseconds from the press until the section stands, and was painted. */
async function pressStart(): Promise<number> {
  const inside = document.querySelector('iframe')?.contentWindow;
  const start = inside?.document.querySelector('cm-cover')?.shadowRoot?.querySelector<HTMLElement>('.start');
  if (!inside || !start) throw new Error('There is no Start to press.');
  const before = inside.performance.now();
  start.click();
  for (let tries = 0; tries < 3000; tries++) {
    // there is none before the player has come
    const course = inside.document.querySelector('cm-course')?.shadowRoot;
    const page = course?.querySelector('cm-section-page')?.shadowRoot;
    if (page?.querySelector('.blocks') && page.querySelector('#heading')?.textContent) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await new Promise((resolve) => inside.requestAnimationFrame(() => setTimeout(resolve)));
  return inside.performance.now() - before;
}

/** The same without a press, and all that it took. */
async function waitForSection(): Promise<Shown> {
  const inside = document.querySelector('iframe')?.contentWindow;
  if (!inside) throw new Error('The LMS opened no frame.');
  for (let tries = 0; tries < 3000; tries++) {
    const course = inside.document.querySelector('cm-course')?.shadowRoot;
    const page = course?.querySelector('cm-section-page')?.shadowRoot;
    if (page?.querySelector('.blocks') && page.querySelector('#heading')?.textContent) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await new Promise((resolve) => inside.requestAnimationFrame(() => setTimeout(resolve)));
  const { performance } = inside;
  const time = performance.now();
  const files = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ] as PerformanceResourceTiming[];
  return {
    time,
    requests: files.length,
    bytes: files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  };
}
