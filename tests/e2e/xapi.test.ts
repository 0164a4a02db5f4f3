/** The xAPI package in a browser, against a strict LRS. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ANNA } from '../../src/lms/cmi5.ts';
import { Lrs } from '../fakes/lrs.ts';
import { LrsServer } from '../fakes/lrs-server.ts';
import type { Learner } from './learner.ts';
import { LrsJourney, weather } from './lrs-journey.ts';
import { Stage, type Visit } from './stage.ts';
import { SAYS } from './which-browser.ts';

const LIMIT = 55 * 1024;

describe('the whole course in xAPI, with the network cut at random moments', () => {
  const stage = new Stage();
  const server = new LrsServer(new Lrs());
  const { lrs } = server;
  const registration = randomUUID();
  let visit: Visit;
  let journey: LrsJourney;
  let me: Learner;

  beforeAll(async () => {
    await Promise.all([stage.open(), server.start()]);
    const course = await stage.put('tea', 'short', 'xapi');
    visit = await stage.visit();
    visit.watch.allow(new RegExp(`asked another host: ${server.origin}`));
    visit.watch.allow(SAYS.connectionCut);
    visit.watch.allow(SAYS.requestRefused);
    const query = new URLSearchParams({
      endpoint: lrs.endpoint,
      auth: lrs.auth,
      actor: JSON.stringify(ANNA),
      registration,
      activity_id: course.structure.iri,
    });
    journey = new LrsJourney(visit.page, lrs, course, () => `${stage.server.origin}/tea/index.html?${query}`);
  });
  afterAll(() => Promise.all([stage.close(), server.stop()]));
  afterEach(() => {
    expect(visit.watch.faults).toEqual([]);
    expect(lrs.refusals).toEqual([]);
  });

  test('begins with few bytes, and leaves', async () => {
    const fresh = await stage.visit();
    fresh.watch.allow(/asked another host/);
    await fresh.page.goto(journey['address']());
    await fresh.page.waitForFunction(() => performance.getEntriesByName('first-screen').length > 0);
    const before = await fresh.page.evaluate(() => {
      const shown = performance.getEntriesByName('first-screen')[0]!.startTime;
      return (
        performance
          .getEntriesByType('resource')
          // Firefox counts whole milliseconds: what is asked for next may bear the same one
          .filter(({ startTime }) => startTime < shown)
          .map(({ name }) => name)
      );
    });
    const asked = new Set(before.map((name) => new URL(name).pathname));
    asked.add('/tea/index.html');
    const bytes = new Map(stage.server.requests.map(({ path, gzip }) => [path, gzip]));
    const sum = [...asked].reduce((total, path) => total + (bytes.get(path) ?? 0), 0);
    expect(sum).toBeGreaterThan(20 * 1024);
    expect(sum).toBeLessThan(LIMIT);
    await fresh.context.close();
    lrs.statements.length = 0;
    lrs.documents.clear();

    lrs.fault = weather(3, 0.3);
    await journey.beginAndLeave();
    // A closed page ends its visit by a request that outlives it
    await expect.poll(() => lrs.story.at(-1)).toMatch(/^terminated/);
  });

  test('comes back and reads the rest', async () => {
    me = await journey.resumeAndRead();
  });

  test('fails; the page dies before the answers are delivered, and the next one delivers them', async () => {
    lrs.fault = ({ resource }) => (resource === 'statements' ? 'offline' : undefined);
    await journey.take(me, 'wrong', true);
    expect(await me.heading()).toBe('Not yet');
    await me.waitForStatus('Not saved');
    await visit.page.goto('about:blank');
    lrs.fault = weather(11, 0.3);
    me = await journey.launch();
    await me.frame.getByText('Welcome back').filter({ visible: true }).waitFor();
    await me.resume();
  });

  test('passes, and leaves', async () => {
    await me.frame.locator('cm-results-page').or(me.frame.locator('cm-section-page')).first().waitFor();
    if (!(await me.frame.locator('cm-results-page').isVisible())) await me.openAssessment();
    await journey.take(me, 'right', false);
    expect(await me.heading()).toBe('You passed');
    await journey.clear(me);
    await me.saveAndExit();
    await expect.poll(() => lrs.story.at(-1)).toMatch(/^terminated/);
  });

  test('the LRS holds everything once, in order', async () => {
    journey.expectAnswers();
    journey.expectReading();
    journey.expectOnce();
    const tries = lrs.verbs('scored').filter(({ object }) => object.id.includes('/tries/'));
    expect(tries.map(({ object, result }) => [object.id.split('/').at(-1), result?.score?.raw])).toEqual([
      ['1', 0],
      ['2', 100],
    ]);
  });

  test('what was written for oneself reached nobody', () => {
    expect(JSON.stringify([lrs.statements, [...lrs.documents]])).not.toContain('For me alone');
  });

  test('nothing of name, address or credential stays on the device', async () => {
    const kept = await visit.page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    );
    for (const secret of [lrs.auth.slice(6), 'Anna Arendt', lrs.endpoint]) expect(kept).not.toContain(secret);
  });
});
