/**
 * A browser that is killed without warning (a flat battery, a system that needs memory) brings nothing more to its disk. What
 * the page said was on this device is there at the next start.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANNA } from '../../src/lms/cmi5.ts';
import { Lrs } from '../fakes/lrs.ts';
import { LrsServer } from '../fakes/lrs-server.ts';
import { Learner } from './learner.ts';
import { ownBrowser, type OwnBrowser } from './own-browser.ts';
import type { Course } from './packages.ts';
import { Stage } from './stage.ts';

describe('a browser that is killed', () => {
  const stage = new Stage();
  const server = new LrsServer(new Lrs());
  const { lrs } = server;
  let course: Course;
  let folder: string;
  let browser: OwnBrowser;
  let query: URLSearchParams;

  beforeAll(async () => {
    await Promise.all([stage.server.start(), server.start()]);
    course = await stage.put('tea', 'short', 'xapi');
    folder = await mkdtemp(path.join(os.tmpdir(), 'killed-'));
    browser = ownBrowser(folder);
    query = new URLSearchParams({
      endpoint: lrs.endpoint,
      auth: lrs.auth,
      actor: JSON.stringify(ANNA),
      registration: randomUUID(),
      activity_id: course.structure.iri,
    });
  });
  afterAll(async () => {
    await browser.kill();
    await Promise.all([stage.close(), server.stop()]);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function open(): Promise<Learner> {
    const page = await browser.start();
    await page.goto(`${stage.server.origin}/tea/index.html?${query}`);
    return new Learner(page.mainFrame(), course);
  }

  test('loses nothing that the page said was on this device', async () => {
    const me = await open();
    await me.waitForSection('water-start');
    await me.readTo('leaves-ready');
    await me.waitForStatus('Saved');
    lrs.fault = () => 'offline';
    await me.openAssessment();
    await me.begin();
    const given = await me.fillIn(() => 'right');
    await me.submit();
    await me.waitForStatus('Not saved');
    expect(await me.whoHasMyWork()).toContain('this device');
    await browser.kill();

    lrs.fault = () => undefined;
    const later = await open();
    await later.frame.getByText('Welcome back').filter({ visible: true }).waitFor();
    await later.resume();
    await later.waitForStatus('Saved');
    const answers = lrs.verbs('answered').filter(({ object }) => object.id.includes('/items/'));
    expect(answers.map(({ object }) => object.id.split('/').at(-1) ?? '').toSorted()).toEqual(
      given.map(({ item }) => item.id).toSorted(),
    );
    expect(answers.every(({ result }) => result?.success)).toBe(true);
    expect(lrs.verbs('passed').map(({ result }) => result?.score?.raw)).toEqual([100]);
  });
});
