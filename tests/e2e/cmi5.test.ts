/** The cmi5 package in a browser, against an LMS that refuses whatever breaks a rule. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Cmi5Lms } from '../fakes/lrs.ts';
import { LrsServer } from '../fakes/lrs-server.ts';
import type { Learner } from './learner.ts';
import { LrsJourney, weather } from './lrs-journey.ts';
import { Stage, type Visit } from './stage.ts';
import { SAYS } from './which-browser.ts';

describe('the whole course in cmi5, with the network cut at random moments', () => {
  const stage = new Stage();
  const server = new LrsServer(new Cmi5Lms());
  const { lrs: lms } = server;
  let visit: Visit;
  let journey: LrsJourney;
  let me: Learner;

  beforeAll(async () => {
    await Promise.all([stage.open(), server.start()]);
    const course = await stage.put('tea', 'short', 'cmi5');
    visit = await stage.visit();
    visit.watch.allow(new RegExp(`asked another host: ${server.origin}`));
    visit.watch.allow(SAYS.connectionCut);
    visit.watch.allow(SAYS.requestRefused);
    const back = `${stage.server.origin}/tea/index.html?back`;
    journey = new LrsJourney(
      visit.page,
      lms,
      course,
      () =>
        `${stage.server.origin}/tea/index.html${lms.launch({ masteryScore: 0.8, returnURL: back, languagePreference: 'en-US' })}`,
    );
  });
  afterAll(() => Promise.all([stage.close(), server.stop()]));
  afterEach(() => {
    expect(visit.watch.faults).toEqual([]);
    // What a closing page sends last may arrive after the next launch has ended its session
    expect(lms.refusals.filter((words) => !words.endsWith('the session is over'))).toEqual([]);
  });

  test('begins and leaves', async () => {
    lms.fault = weather(1, 0.3);
    await journey.beginAndLeave();
    expect(lms.story[0]).toBe('initialized 42');
    // A closed window is no exit: the session stays open, and the LMS abandons it at the next launch
    expect(lms.verbs('terminated')).toEqual([]);
  });

  test('comes back, reads the rest, and survives a reload without a second token', async () => {
    me = await journey.resumeAndRead();
    await journey.clear(me);
    const { fetches } = lms;
    await visit.page.reload();
    // The address names the section, so the page opens there
    await me.waitForSection('leaves-ready');
    expect(lms.fetches).toBe(fetches);
  });

  test('fails, and passes at the next try', async () => {
    lms.fault = weather(7, 0.4);
    await journey.take(me, 'wrong', true);
    expect(await me.heading()).toBe('Not yet');
    await journey.take(me, 'right', false);
    expect(await me.heading()).toBe('You passed');
    await journey.clear(me);
  });

  test('leaves, and the LRS holds everything once, in order', async () => {
    await me.frame.locator('cm-header .exit').click();
    // all is saved: the learning site's page, which the launch named, takes over at once
    await visit.page.waitForURL(/\?back$/);
    await expect.poll(() => lms.story.at(-1)).toBe('terminated 42');
    journey.expectAnswers();
    journey.expectReading();
    journey.expectOnce();
    expect(lms.verbs('passed')[0]?.result?.score).toEqual({ scaled: 1, raw: 100, min: 0, max: 100 });
    expect(lms.verbs('failed')).toEqual([]);
    expect(lms.verbs('resumed')).toHaveLength(1);
  });

  test('the credential is nowhere on the device but in the session', async () => {
    const tokens = lms.sessions.map(({ token }) => token);
    const kept = await visit.page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), document.documentElement.outerHTML]),
    );
    for (const token of tokens) expect(kept).not.toContain(token);
    expect(kept).not.toContain('Anna Arendt');
  });
});
