/**
 * One learner, one browser, the course opened twice in cmi5: the LMS abandons the older session, both tabs share the
 * device's store, and each has a token of its own.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { decode } from '../../src/learning/index.ts';
import { unseal } from '../../src/tracking/envelope.ts';
import type { Statement } from '../../src/tracking/lrs/types.ts';
import { Cmi5Lms } from '../fakes/lrs.ts';
import { LrsServer } from '../fakes/lrs-server.ts';
import { Learner } from './learner.ts';
import type { Course } from './packages.ts';
import { Stage, type Visit } from './stage.ts';
import { SAYS } from './which-browser.ts';

const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const ENDED = 'Your learning site has ended this session';

describe('the course in two tabs, in cmi5', () => {
  const stage = new Stage();
  const server = new LrsServer(new Cmi5Lms());
  const { lrs: lms } = server;
  let course: Course;
  let visit: Visit;
  let older: Learner;
  let newer: Learner;

  beforeAll(async () => {
    await Promise.all([stage.open(), server.start()]);
    course = await stage.put('tea', 'short', 'cmi5');
    visit = await stage.visit();
    visit.watch.allow(new RegExp(`asked another host: ${server.origin}`));
    visit.watch.allow(SAYS.connectionCut);
    visit.watch.allow(SAYS.requestRefused);
  });
  afterAll(() => Promise.all([stage.close(), server.stop()]));
  afterEach(() => {
    expect(visit.watch.faults).toEqual([]);
    expect(lms.refusals.filter((words) => !words.endsWith('the session is over'))).toEqual([]);
  });

  const address = (): string => `${stage.server.origin}/tea/index.html${lms.launch({ masteryScore: 0.6 })}`;

  async function open(at: string): Promise<Learner> {
    const page = await visit.context.newPage();
    await page.goto(at);
    return new Learner(page.mainFrame(), course);
  }

  /** Which of the sessions said these. */
  const saidBy = (statements: readonly Statement[]): number[] =>
    statements.map(({ context }) => lms.sessions.findIndex(({ id }) => id === context.extensions?.[SESSION]));

  const checks = (): Statement[] =>
    lms.verbs('answered').filter(({ object }) => object.id.includes('/activities/'));

  test('what the older tab could not deliver goes out with the newer one, once', async () => {
    older = await open(address());
    await older.waitForSection('water-start');
    await older.readOn();
    await older.waitForStatus('Saved');
    lms.fault = ({ method }) => (method === 'GET' ? undefined : 'offline');
    await older.activities.doAll();
    await older.waitForStatus('Not saved');
    expect(checks()).toEqual([]);

    const second = address();
    lms.fault = () => undefined;
    newer = await open(second);
    await newer.resume();
    await newer.waitForSection('water-heat');
    await newer.waitForStatus('Saved');
    await expect
      .poll(() => checks().map(({ object }) => object.id.split('/').at(-1)))
      .toEqual(['water-check-heat', 'water-check-true']);
    expect(saidBy(checks())).toEqual([1, 1]);
  });

  test('the older one says that its session is over, and what is done in it reaches the LMS by the newer one', async () => {
    await older.readOn();
    await expect.poll(() => older.banners()).toEqual([expect.stringContaining(ENDED)]);
    await older.readTo('water-takeaway');
    const takeaway =
      course.structure.lessons[0]?.sections.find(({ id }) => id === 'water-takeaway')?.no ?? NaN;
    const held = (): ReadonlySet<number> => {
      const { saved } = lms.documentOf('resume') as { saved: string };
      return decode(unseal(saved)?.body ?? '').state.done;
    };
    await expect.poll(() => held().has(takeaway)).toBe(true);
    expect((await newer.outlineLines())[0]).toContain('Read');
    expect(await newer.banners()).toEqual([]);
  });

  test('a token is given out once: a reload has it, a copy of the address does not, and harms nobody', async () => {
    const { fetches } = lms;
    const at = newer.frame.url();
    await newer.frame.page().reload();
    await newer.waitForSection('water-heat');
    expect(lms.fetches).toBe(fetches);

    const copy = await open(at);
    await expect.poll(() => copy.banners()).toEqual([expect.stringContaining('has been used before')]);
    expect(await copy.banners(), 'what to do').toEqual([
      expect.stringContaining('Start the course from your learning site: this page can’t do that'),
    ]);
    const again = copy.frame.getByRole('button', { name: 'Open the course again' });
    expect(await again.count(), 'its address would find the token gone once more').toBe(0);
    expect(lms.fetches).toBe(fetches + 1);
    const said = await copy.saveAndExit();
    expect(said).toContain('You have left the course');
    expect(said).toContain(
      'Nothing that you did here was sent to your learning site. It is kept on this device',
    );
    expect(said).toContain('Start the course from your learning site: this page can’t do that');
    expect(await again.count()).toBe(0);
    await copy.frame.page().close();
    await newer.readTo('leaves-ready');
    await newer.waitForStatus('Saved');
    expect(await newer.banners()).toEqual([]);
  });

  test('it is passed and left in the newer one, and the older session has said nothing since it was abandoned', async () => {
    await newer.openAssessment();
    await newer.begin();
    await newer.fillIn(() => 'right');
    await newer.submit();
    await newer.waitForStatus('Saved');
    await newer.saveAndExit();
    await older.frame.page().close();
    await expect.poll(() => lms.story.at(-1)).toBe('terminated 42');
    const sessions = saidBy(lms.statements);
    expect(sessions).toEqual(sessions.toSorted((one, other) => one - other));
    const ids = lms.statements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(lms.verbs('initialized')).toHaveLength(2);
    expect(lms.verbs('passed')).toHaveLength(1);
    expect(lms.story.filter((words) => words === 'completed 42')).toHaveLength(1);
    // The lesson that was finished in the older one, too
    const lessons = lms.verbs('completed').filter(({ object }) => object.id.includes('/lessons/'));
    const names = new Set(lessons.map(({ object }) => object.id.split('/').at(-1)));
    expect(names).toEqual(new Set(['leaves', 'water']));
    expect(saidBy(lessons)).toEqual([1, 1]);
  });
});
