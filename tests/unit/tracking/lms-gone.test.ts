/** An LMS that is not what it was: another window's, an earlier launch's, one that has forgotten the learner. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LMSS } from '../../../src/lms/habits.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import type { Problem } from '../../../src/tracking/record.ts';
import { isKnown, LostSession } from '../../../src/tracking/scorm/lost-session.ts';
import { createDriver as create12 } from '../../../src/tracking/scorm/scorm12.ts';
import { createDriver as create2004 } from '../../../src/tracking/scorm/scorm2004.ts';
import { COURSE, LESS, PASSED, report, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeStore } from '../../fakes/store.ts';
import { Harness } from './harness.ts';

type Window = Record<string, unknown>;

const driver12 = (scope: object) => create12(COURSE, { scope, clock: new FakeClock(), online: () => true });

/** A window of its own whose LMS is in the window behind it. */
function popup(lms: Scorm12Lms): { opener: Window; scope: Window } {
  const opener: Window = { API: lms.api, closed: false };
  opener.parent = opener;
  const scope: Window = { opener };
  scope.parent = scope;
  return { opener, scope };
}

describe('the window of the LMS', () => {
  it.each<[string, (opener: Window) => void]>([
    ['is closed', (opener) => (opener.closed = true)],
    ['shows another page', (opener) => delete opener.API],
    ['holds another launch', (opener) => (opener.API = new Scorm12Lms().api)],
  ])('T18 %s: its object goes on saying true, and nobody believes it', async (_, happens) => {
    const lms = new Scorm12Lms();
    const { opener, scope } = popup(lms);
    const { writer } = await begin(driver12(scope));
    expect(await writer.write(writing())).toEqual({ stored: true });
    happens(opener);
    expect(await writer.write(writing(PASSED))).toMatchObject({
      stored: false,
      problem: { code: 'session-over' },
    });
    expect(lms.seen().success, 'nothing is told to a page that has moved on').toBe('unknown');
  });

  it('is named as the one that another session is had from, and the page around as one that may be loaded again', async () => {
    const behind = new Scorm12Lms();
    expect((await driver12(popup(behind).scope).open()).again).toBe('elsewhere');
    const around: Window = { API: new Scorm12Lms().api };
    around.parent = around;
    expect((await driver12({ parent: around }).open()).again).toBe('around');
  });

  it('T18 is gone before it has named the learner, who is nobody then, and not another one without a name', async () => {
    const lms = new Scorm12Lms([], { learnerId: 'anna-1', learnerName: 'Anna' });
    const { opener, scope } = popup(lms);
    const { LMSGetValue } = lms.api;
    lms.api.LMSGetValue = (element) => {
      if (element === 'cmi.core.student_name') opener.closed = true;
      return opener.closed ? '' : LMSGetValue(element);
    };
    expect((await driver12(scope).open()).launch.learner).toBeUndefined();
  });

  it('is asked once more for a name that it did not give', async () => {
    const lms = new Scorm12Lms([], { learnerId: 'anna-1', learnerName: 'Anna' });
    const { LMSGetValue } = lms.api;
    let asked = 0;
    lms.api.LMSGetValue = (element) =>
      element === 'cmi.core.student_name' && asked++ === 0 ? '' : LMSGetValue(element);
    const { learner } = (await driver12(popup(lms).scope).open()).launch;
    expect(learner).toEqual({ id: 'anna-1', name: 'Anna' });
  });

  it('T18 is gone by the time of the answer', async () => {
    const lms = new Scorm12Lms();
    const { opener, scope } = popup(lms);
    const { writer } = await begin(driver12(scope));
    const { LMSCommit } = lms.api;
    lms.api.LMSCommit = (parameter) => {
      opener.closed = true;
      return LMSCommit(parameter);
    };
    expect((await writer.write(writing())).stored).toBe(false);
  });

  it('T7 still gets the last words of a page that closes with it', async () => {
    const lms = new Scorm12Lms();
    const parent: Window = { API: lms.api, closed: true };
    parent.parent = parent;
    const { writer } = await begin(driver12({ parent }));
    expect(await writer.finish(writing(PASSED), 'page')).toEqual({ stored: true });
  });

  it('T16 may make a new object whenever it is asked', async () => {
    const lms = new Scorm12Lms();
    const parent: Window = {
      get API() {
        return { ...lms.api };
      },
    };
    parent.parent = parent;
    const { writer } = await begin(driver12({ parent }));
    expect(await writer.write(writing())).toEqual({ stored: true });
  });
});

describe.each([
  { version: '1.2', Lms: Scorm12Lms, create: create12 },
  { version: '2004', Lms: Scorm2004Lms, create: create2004 },
] as const)('SCORM $version, a page that Back brought out of the cache', ({ version, Lms, create }) => {
  it('J2 says so, asks nothing, writes nothing and closes nothing; what is done in it is kept and sent later', async () => {
    const clock = new FakeClock();
    const store = new FakeStore();
    const first = new Lms(LMSS.moodle[version], { learnerId: 'anna-1', learnerName: 'Anna' });
    const on = async (lms: typeof first) =>
      Harness.open(create(COURSE, { scope: lms.scope, clock, online: () => true }), store, clock);
    const visit = await on(first);
    visit.session.update(report({ ...PASSED, completion: 'incomplete', saved: 'seven' }), 'now');
    await visit.settled();
    visit.page.happens('pagehide');
    const before = first.seen();

    const stale = first.relaunch({ page: first.delivered });
    const back = await on(stale);
    expect(back.opening.launch).toMatchObject({ connected: false, problem: { code: 'session-over' } });
    expect(back.opening.offer).toBeUndefined();
    back.session.update(report({ ...LESS, saved: 'two' }), 'now');
    await back.session.end(report({ ...LESS, saved: 'two' }));
    back.page.happens('pagehide');
    expect(back.status).toMatchObject({ kind: 'not-saved', problem: { code: 'session-over' } });
    expect(stale.seen()).toMatchObject({ ...before, opened: 1, closed: 0, commits: 0 });
  });

  it('T3 goes on where the LMS itself was asked for the page again', async () => {
    const lms = new Lms();
    const scope = {
      ...lms.scope,
      performance: { getEntriesByType: () => [{ type: 'back_forward', transferSize: 31_000 }] },
    };
    const { launch } = await create(COURSE, { scope, clock: new FakeClock(), online: () => true }).open();
    expect(launch.connected).toBe(true);
  });
});

describe('a session that the LMS has lost', () => {
  it('T18 is over when the LMS has sent the learner to its door', async () => {
    const lost = new LostSession(() => Promise.resolve(false));
    expect(lost.failed()).toBeUndefined();
    await Promise.resolve();
    expect(lost.failed()).toMatchObject({ code: 'session-over', cause: 'signed-out' });
  });

  it('T18 asks a door for nothing more: some open, after signing in, what they were asked for last', async () => {
    const asked = vi.fn<() => Promise<object>>(() =>
      Promise.resolve({ type: 'opaqueredirect', ok: false, status: 0 }),
    );
    vi.stubGlobal('fetch', asked);
    vi.stubGlobal('location', { href: 'https://lms.example.org/content/index.html' });
    try {
      const lms = new Scorm12Lms();
      const { writer } = await begin(driver12(lms.scope));
      lms.fault = 'refuses';
      await writer.write(writing(PASSED));
      await new Promise((answered) => setTimeout(answered));
      const over = { stored: false, problem: { code: 'session-over', cause: 'signed-out' } };
      expect(await writer.write(writing(PASSED))).toMatchObject(over);
      expect(await writer.finish(undefined, 'page')).toMatchObject(over);
      expect(lms.calls.map(({ name }) => name)).not.toContain('LMSFinish');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  describe('asks, of an LMS that has signed the learner out, last for the page around: that opens after signing in', () => {
    const HERE = 'https://lms.example.org/content/index.html';
    const asked: string[] = [];
    let lms: Scorm12Lms;

    /** A course in a frame of this page. */
    function within(location: { href: string; search: string }, referrer: string): void {
      const around: Window = { location, document: { referrer } };
      around.parent = around;
      vi.stubGlobal('location', { href: HERE, search: '' });
      vi.stubGlobal('parent', around);
      vi.stubGlobal('fetch', async (url: string) => {
        asked.push(url);
        return { type: 'opaqueredirect', ok: false, status: 0 };
      });
    }

    async function turnedAway() {
      lms = new Scorm12Lms();
      const { writer } = await begin(driver12(lms.scope));
      lms.fault = 'refuses';
      await writer.write(writing(PASSED));
      await new Promise((answered) => setTimeout(answered));
      return writer;
    }

    beforeEach(() => void (asked.length = 0));
    afterEach(() => vi.unstubAllGlobals());

    it('T18 as soon as that is known, and after each commit that failed since', async () => {
      const around = 'https://lms.example.org/player.php?id=7';
      within({ href: around, search: '?id=7' }, 'https://lms.example.org/view.php?id=7');
      const writer = await turnedAway();
      expect(asked).toEqual([HERE, around]);
      await writer.write(writing(PASSED));
      expect(asked).toEqual([HERE, around, around]);
    });

    it('T18 where the LMS takes the page away before the next commit: then nothing else is asked', async () => {
      within({ href: 'https://lms.example.org/player.php?id=7', search: '?id=7' }, '');
      const writer = await turnedAway();
      const commits = lms.calls.length;
      await writer.finish(writing(PASSED), 'page');
      expect(lms.calls.slice(commits)).toEqual([]);
      expect(asked).toHaveLength(2);
    });

    it('T18 or for the page that led to it, where a form was sent to it: its address alone opens nothing', async () => {
      const before = 'https://lms.example.org/view.php?id=7';
      within({ href: 'https://lms.example.org/player.php', search: '' }, before);
      await turnedAway();
      expect(asked).toEqual([HERE, before]);
    });

    it('T18 but for no page of another site', async () => {
      within({ href: 'https://lms.example.org/player.php', search: '' }, 'https://portal.example.com/?x=1');
      await turnedAway();
      expect(asked).toEqual([HERE, 'https://lms.example.org/player.php']);
    });
  });

  it('T18 is over when the LMS answers well and takes nothing for minutes; a yes in between begins anew', async () => {
    const lost = new LostSession(() => Promise.resolve(true));
    const fail = async (): Promise<Problem | undefined> => {
      const why = lost.failed();
      await Promise.resolve();
      return why;
    };
    for (let n = 0; n < 5; n++) expect(await fail()).toBeUndefined();
    lost.stored();
    for (let n = 0; n < 5; n++) expect(await fail()).toBeUndefined();
    expect(await fail()).toMatchObject({ code: 'session-over', cause: 'not-heard' });
  });

  it.each([
    [200, true],
    [403, true],
    [404, true],
    [410, true],
    [401, false],
    [408, undefined],
    [429, undefined],
    [500, undefined],
    [503, undefined],
  ])('T18 of the page at whose address %i is answered: the LMS is there: %s', async (status, known) => {
    vi.stubGlobal('fetch', async () => new Response('<!doctype html><title>No</title>', { status }));
    try {
      expect(await isKnown('https://lms.example.org/content/index.html')).toBe(known);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('T18 is not over where nobody can tell it from a server that is down', async () => {
    const lost = new LostSession(() => Promise.resolve(undefined));
    for (let n = 0; n < 20; n++) {
      expect(lost.failed()).toBeUndefined();
      await Promise.resolve();
    }
  });
});
