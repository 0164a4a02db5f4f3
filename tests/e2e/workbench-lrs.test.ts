/** The switchboard between a course and its LRS: what the learner's page says under each fault, and what the record holds after it. */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { Learner } from './learner.ts';
import { Course, unpack } from './packages.ts';
import { Bench, Visitor } from './workbench.ts';

let browser: Browser;
let bench: Bench;

beforeAll(async () => {
  browser = await launchBrowser();
  bench = await Bench.make(path.join(inject('packages'), 'short'));
});
afterAll(async () => {
  await browser?.close();
  await bench?.end();
});

/** Until the course has told all: the browser says that there is a connection, so that it doesn't wait for its next try. */
async function toldAll(me: Learner): Promise<void> {
  const status = async (): Promise<string> => {
    await me.frame.evaluate(() => dispatchEvent(new Event('online')));
    return me.saveStatus();
  };
  await expect.poll(status).toBe('Saved');
  expect(await me.whoHasMyWork()).toMatch(/^Your learning site has everything/);
}

/** A fault under which nothing arrives: what the page says of it, with the choice on the switchboard. */
const NOTHING_ARRIVES: readonly (readonly [words: RegExp, label: string, choice?: string])[] = [
  [/^There is no connection\. .* kept on this device/, 'The connection', 'Offline'],
  [
    /^Your learning site has not confirmed .* kept on this device, and we keep trying/,
    'The connection',
    'Server error',
  ],
  [/^There is no connection\. .* kept on this device/, "The LMS's window is closed"],
];

test('each fault before an LRS is told as it is, and what was done under it is in the record, once', async () => {
  const visitor = await Visitor.come(browser, bench.address);
  const course = new Course(await unpack('short', 'cmi5'));
  const launch = { package: 'cmi5', lms: 'CATAPULT' };
  const before = new Learner(await visitor.launch(launch), course);
  await before.waitForSection('water-start');
  await before.waitForStatus('Saved');

  for (const [words, label, choice] of NOTHING_ARRIVES) {
    await visitor.fault(label, choice);
    await before.readOn();
    await before.waitForStatus('Not saved');
    expect(await before.whoHasMyWork(), choice ?? label).toMatch(words);
    expect((await visitor.lines()).at(-1), choice ?? label).toMatch(/^tried: .*a fault of the switchboard/);
    await visitor.allWell();
    await toldAll(before);
  }

  // one request is refused, and tried again
  await visitor.fault('The next request', 'It is refused');
  await before.readOn();
  await expect
    .poll(() => visitor.lines())
    .toContainEqual(expect.stringMatching(/^tried: .* refused with 400/));
  await toldAll(before);

  // what the device can't keep is in the LRS all the same
  await visitor.fault("The device's storage is full");
  await before.readOn();
  await toldAll(before);
  await visitor.allWell();

  // this session is over, and another one has what was done
  await visitor.fault('The connection', 'Logged out');
  await before.readOn();
  await before.waitForStatus('Not saved');
  expect(await before.whoHasMyWork()).toMatch(
    /^Your learning site has ended this session.* kept on this device/,
  );
  await visitor.allWell();
  const me = new Learner(await visitor.launch(launch), course);
  await me.waitForSection('leaves-ready');
  await toldAll(me);

  await me.readToTheEnd();
  await me.readOn();
  await me.begin();
  await me.fillIn(() => 'right');
  await me.submit();
  await toldAll(me);
  await expect.poll(() => visitor.facts()).toMatchObject({ Completion: 'completed', Success: 'passed' });
  expect(await visitor.answers()).toHaveLength(9);
  const told = (await visitor.lines()).filter((line) => !line.startsWith('tried: '));
  expect(told.filter((line) => /passed A good cup of tea/.test(line))).toHaveLength(1);
  await visitor.page.close();
});
