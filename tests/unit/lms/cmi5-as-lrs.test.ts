/** The cmi5 LMS as an LRS: a session by the rules, faults and habits. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Cmi5Lms } from '../../../src/lms/cmi5.ts';
import { CATAPULT_HABITS, LRS_HABITS } from '../../../src/lms/lrs-habits.ts';
import { ask, send, state, statement, useLrs, VERBS } from './lrs-sent.ts';

describe('the cmi5 LMS', () => {
  const CMI5 = 'https://w3id.org/xapi/cmi5/context/';
  let lms: Cmi5Lms;
  beforeEach(() => {
    lms = new Cmi5Lms();
    useLrs(lms);
  });

  /** A launch with its token fetched and its data read. */
  async function launched() {
    const query = new URLSearchParams(lms.launch());
    const session = lms.sessions.at(-1)!;
    const { 'auth-token': token } = (await (
      await lms.fetch(query.get('fetch')!, { method: 'POST' })
    ).json()) as Record<string, string>;
    lms.auth = `Basic ${token}`;
    const agent = query.get('actor')!;
    const about = { agent, activityId: lms.activity, registration: lms.registration };
    await ask('GET', `activities/state?${new URLSearchParams({ ...about, stateId: 'LMS.LaunchData' })}`);
    await ask('GET', `agents/profile?${new URLSearchParams({ agent, profileId: 'cmi5LearnerPreferences' })}`);
    const said = (nth: number, verb: string, result?: object): Record<string, unknown> =>
      statement(nth, {
        verb: { id: VERBS + verb, display: { en: verb } },
        object: { id: lms.activity },
        ...(result && { result }),
        context: {
          registration: lms.registration,
          contextActivities: {
            ...session.template.contextActivities,
            category: [{ id: `${CMI5}categories/cmi5` }],
          },
          extensions: session.template.extensions,
        },
      });
    return { session, said };
  }

  it('hands its token out once', async () => {
    const fetchUrl = new URLSearchParams(lms.launch()).get('fetch')!;
    const fetched = async (): Promise<object> => (await lms.fetch(fetchUrl, { method: 'POST' })).json();
    expect(await fetched()).toHaveProperty('auth-token');
    expect(await fetched()).toHaveProperty('error-code', '1');
  });

  it('takes a session that goes by the rules', async () => {
    const { session, said } = await launched();
    expect(await send(said(1, 'initialized'), said(2, 'terminated', { duration: 'PT1S' }))).toBe(200);
    expect(session.state).toBe('terminated');
  });

  it.each([
    ['among its own, in another order and spelling', 'moved', 200],
    ['all but one', 'short', 403],
    ['none', 'gone', 403],
  ])('wants the groups of the launch in each statement: %s', async (_what, how, status) => {
    const { session, said } = await launched();
    const groups = session.template.contextActivities?.grouping ?? [];
    const own = { id: 'https://example.org/own' };
    const grouping = {
      moved: [own, ...groups.toReversed().map(({ id }) => ({ id, objectType: 'Activity' }))],
      short: groups.slice(1),
      gone: [],
    }[how];
    const first = said(1, 'initialized') as { context: { contextActivities: object } };
    Object.assign(first.context.contextActivities, { grouping });
    expect(await send(first)).toBe(status);
  });

  it('takes the verbs of cmi5 about something else for words of the course’s own', async () => {
    const { said } = await launched();
    await send(said(1, 'initialized'));
    const other = said(2, 'initialized') as { context: { contextActivities: { category?: unknown } } };
    Object.assign(other, { object: { id: 'https://example.org/slide' } });
    delete other.context.contextActivities.category;
    expect(await send(other)).toBe(200);
    expect(await send(said(3, 'initialized'))).toBe(403);
  });

  it('a fault takes the state of the session back as well', async () => {
    const { session, said } = await launched();
    await send(said(1, 'initialized'));
    lms.fault = () => 'unstored';
    expect(await send(said(2, 'terminated', { duration: 'PT1S' }))).toBe(200);
    expect([session.state, lms.statements.length]).toEqual(['open', 1]);
  });

  it('as CATAPULT: wants "initialized" alone, since it judges by what was stored before the request', async () => {
    for (const habit of CATAPULT_HABITS) lms.habits.add(habit);
    const { said } = await launched();
    const [first, last] = [said(1, 'initialized'), said(2, 'terminated', { duration: 'PT1S' })];
    expect(await send(first, last)).toBe(403);
    expect(lms.statements).toEqual([]);
    expect(await send(first)).toBe(200);
    expect(await send(last)).toBe(200);
  });

  it.each([
    [false, 400],
    [true, 403],
  ])('as CATAPULT or not (%s): a statement that no LRS would take gives %i', async (isCatapult, status) => {
    if (isCatapult) lms.habits.add('forbids-everything');
    const { said } = await launched();
    expect(await send({ ...said(1, 'initialized'), timestamp: 'now' })).toBe(status);
  });

  it.each([
    [false, 403],
    [true, 401],
  ])('as CATAPULT or not (%s): an abandoned session gives %i, to state too', async (isCatapult, status) => {
    if (isCatapult) lms.habits.add('unauthorised-when-over');
    const { said } = await launched();
    lms.launch();
    expect(await send(said(1, 'initialized'))).toBe(status);
    expect((await ask('GET', state())).status).toBe(status);
  });
});

it('says of each habit where it is known from, in a sentence', () => {
  for (const { says, from } of Object.values(LRS_HABITS)) {
    expect(says).toMatch(/^[A-Z].+\.$/);
    expect(from.length).toBeGreaterThan(10);
  }
});
