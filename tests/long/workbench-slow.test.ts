/** An LRS that takes its time, and one that answers when the page has given up: dear, since what they do is to wait. */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { Learner } from '../e2e/learner.ts';
import { Course, unpack } from '../e2e/packages.ts';
import { Bench, Visitor } from '../e2e/workbench.ts';

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

test('a slow LRS is waited for, and work whose answer comes too late is not called saved', async () => {
  const visitor = await Visitor.come(browser, bench.address);
  const me = new Learner(
    await visitor.launch({ package: 'xAPI', lms: 'Strict LRS' }),
    new Course(await unpack('short', 'xapi')),
  );
  await me.waitForSection('water-start');
  await me.waitForStatus('Saved');

  await visitor.fault('Slow');
  await me.readOn();
  await me.waitForStatus('Saving');
  await me.waitForStatus('Saved');
  await visitor.allWell();

  await visitor.fault('The next request', 'Its answer comes too late');
  await me.readOn();
  const section = await me.section();
  await me.waitForStatus('Not saved');
  expect(await me.whoHasMyWork()).toMatch(/kept on this device/);
  // it had arrived all the same, and is sent anew without harm
  await me.waitForStatus('Saved');
  expect((await visitor.lines()).join('\n')).toContain('the answer comes too late');
  await expect.poll(() => visitor.facts()).toMatchObject({ Completion: 'incomplete' });
  expect(await me.section()).toBe(section);
  await visitor.page.close();
});
