/** How soon all of the course is there by itself, and what every *Next* takes then until its page stands. */
import type { Files } from '../../packaging/pack/zip.ts';
import { launchBrowser } from '../browser.ts';
import { Learner } from '../e2e/learner.ts';
import { Lms } from '../e2e/lms.ts';
import { Course } from '../e2e/packages.ts';
import { readByNext } from '../e2e/press-next.ts';
import { PackageServer } from '../e2e/server.ts';

/** Milliseconds without a request after which nothing more comes by itself. */
const QUIET = 3_000;

export interface Presses {
  /** Milliseconds from the first section until the last of the rest had come. */
  rest: number;
  /** Milliseconds of each press. */
  times: number[];
}

export async function nextPresses(files: Files): Promise<Presses> {
  const server = new PackageServer();
  await server.start();
  server.addPackage('course', files);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  // what runs this file wraps functions in a helper, which the page has not
  await page.addInitScript('globalThis.__name = (named) => named');
  let last = 0;
  page.on('requestfinished', () => (last = performance.now()));
  const me = new Learner(await new Lms('1.2', server, 'course').launch(page), new Course(files));
  await me.waitForSection(me.course.sections[0] ?? '');
  const begun = performance.now();
  for (let seen = -1; seen !== server.requests.length;) {
    seen = server.requests.length;
    await page.waitForTimeout(QUIET);
  }
  const rest = last - begun;
  const times = await readByNext(me);
  await browser.close();
  await server.stop();
  return { rest, times };
}
