/** The cmi5 LMS (AICC, June 2016) by its own rules: the launch, its token, and the state. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ANNA } from '../../../src/lms/cmi5.ts';
import { BEN } from '../../fakes/ben.ts';
import {
  about,
  agent,
  ask,
  asked,
  begin,
  CMI5,
  hear,
  type Json,
  launch,
  launchData,
  lms,
  preferences,
  renew,
  say,
  send,
  uuid,
} from './cmi5-launched.ts';

beforeEach(renew);

describe('the launch', () => {
  it('is told in the address, as the standard names it (8.1)', () => {
    hear(lms.launch());
    expect([...asked.keys()]).toEqual(['endpoint', 'fetch', 'actor', 'registration', 'activityId']);
    expect(asked.get('endpoint')).toBe('https://lrs.example/xapi');
    expect(JSON.parse(agent())).toEqual(ANNA);
    expect(ANNA).toMatchObject({ objectType: 'Agent', name: 'Anna Arendt' });
    expect(BEN).toMatchObject({ objectType: 'Agent', name: 'Ben Okri' });
    expect([asked.get('registration'), asked.get('activityId')]).toEqual([lms.registration, lms.activity]);
    expect(new URLSearchParams(lms.launch({ actor: BEN, registration: uuid(7) })).get('registration')).toBe(
      uuid(7),
    );
    expect(lms.sessions.map(({ actor }) => actor)).toEqual([ANNA, BEN]);
  });

  it('gives each session an id of its own, and a template that says it', async () => {
    await launch();
    const data = (await (await launchData()).json()) as { contextTemplate: Json };
    const { id } = lms.sessions[0]!;
    expect(data.contextTemplate).toEqual({
      contextActivities: {
        grouping: [
          { objectType: 'Activity', id: 'https://example.org/courses/test/au' },
          { objectType: 'Activity', id: 'https://lms.example/groups/7' },
        ],
      },
      extensions: { [`${CMI5}extensions/sessionid`]: id, 'https://lms.example/extensions/shift': 'night' },
    });
    lms.launch();
    expect(lms.sessions[1]!.id).not.toBe(id);
  });

  it('tells mode, mastery score and the way back where there are any', async () => {
    await launch({ masteryScore: 0.8, returnURL: 'https://lms.example/back', launchMode: 'Review' });
    expect(await (await launchData()).json()).toMatchObject({
      launchMode: 'Review',
      launchMethod: 'AnyWindow',
      moveOn: 'CompletedAndPassed',
      masteryScore: 0.8,
      returnURL: 'https://lms.example/back',
    });
    await launch();
    const bare = (await (await launchData()).json()) as Json;
    expect(bare['launchMode']).toBe('Normal');
    expect(Object.keys(bare)).not.toContain('masteryScore');
    expect(Object.keys(bare)).not.toContain('returnURL');
  });

  it('hands the token out once, to a POST, with status 200 whatever happens (8.2.3)', async () => {
    hear(lms.launch());
    const url = asked.get('fetch')!;
    await expect(lms.fetch(url, { method: 'GET' })).rejects.toThrow('POST');
    const first = await lms.fetch(url, { method: 'POST' });
    const second = await lms.fetch(url, { method: 'POST' });
    const unknown = await lms.fetch(`${lms.fetchBase}none`, { method: 'POST' });
    expect([first.status, second.status, unknown.status, lms.fetches]).toEqual([200, 200, 200, 3]);
    expect(await first.json()).toEqual({ 'auth-token': lms.sessions[0]!.token });
    for (const answer of [second, unknown])
      expect(await answer.json()).toEqual({ 'error-code': '1', 'error-text': 'already in use' });
  });

  it('knows no token before it was fetched, and none but its own', async () => {
    hear(lms.launch());
    lms.auth = `Basic ${lms.sessions[0]!.token}`;
    expect((await launchData()).status).toBe(401);
    await launch();
    lms.auth = 'Basic wrong';
    expect((await launchData()).status).toBe(401);
    expect(lms.refusals.at(-1)).toContain('token');
  });

  it('ends what was open in its registration, and nothing else', async () => {
    lms.launch();
    lms.launch({ registration: uuid(9) });
    await begin();
    expect(lms.sessions.map(({ state }) => state)).toEqual(['abandoned', 'open', 'open']);
    await send(say('initialized'), say('terminated'));
    lms.abandon();
    expect(lms.sessions.map(({ state }) => state)).toEqual(['abandoned', 'abandoned', 'terminated']);
    lms.launch();
    expect(lms.sessions[2]!.state, 'what has ended stays as it ended').toBe('terminated');
  });

  it.each([[403], [404], [500]] as const)('has preferences that answer %i', async (preferencesStatus) => {
    await launch({ preferencesStatus });
    await launchData();
    expect((await preferences()).status).toBe(preferencesStatus);
    expect(await send(say('initialized')), 'they were asked for').toBe('');
  });

  it('has a language that is preferred, and sound', async () => {
    await launch();
    expect(await (await preferences()).json()).toEqual({
      languagePreference: 'en-US',
      audioPreference: 'on',
    });
    await launch({ languagePreference: 'es' });
    expect(await (await preferences()).json()).toMatchObject({ languagePreference: 'es' });
  });
});

describe('state', () => {
  const write = (more: Record<string, string> = {}): Promise<Response> =>
    ask('PUT', about({ stateId: 'resume', ...more }), { a: 1 });

  it('is the course’s, but for the launch data', async () => {
    await begin();
    expect((await write()).status).toBe(204);
    expect(await (await ask('GET', about({ stateId: 'resume' }))).json()).toEqual({ a: 1 });
    expect(lms.documentOf('resume')).toEqual({ a: 1 });
    expect(lms.documentOf('other')).toBeUndefined();
    expect(lms.documentOf('resume', uuid(5))).toBeUndefined();
    expect(lms.documentOf('resume', lms.registration, BEN)).toBeUndefined();
    expect((await write({ stateId: 'LMS.LaunchData' })).status).toBe(403);
  });

  it('is written about the course’s activity, in a normal session that is open', async () => {
    await begin();
    expect((await write({ activityId: 'https://lms.example/other' })).status).toBe(403);
    await send(say('initialized'), say('terminated'));
    expect((await write()).status).toBe(403);
    expect(lms.refusals.at(-1)).toContain('the session is over');
    await begin({ launchMode: 'Review' });
    expect((await write()).status).toBe(403);
    expect(lms.refusals.at(-1)).toContain('state is written in Review');
    expect((await ask('GET', about({ stateId: 'resume' }))).status).toBe(404);
  });

  it('is out of reach where the session was abandoned', async () => {
    await begin();
    lms.launch();
    expect((await write()).status).toBe(403);
    expect(lms.refusals.at(-1)).toContain('the session was abandoned');
  });
});
