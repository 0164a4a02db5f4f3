/** The cmi5 LMS (AICC, June 2016) by its own rules: each refused once for its reason, and its neighbour taken. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ANNA, Cmi5Lms, type Cmi5Launch } from '../../../src/lms/cmi5.ts';
import { BEN } from '../../fakes/ben.ts';

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const CMI5 = 'https://w3id.org/xapi/cmi5/context/';
const MASTERY = `${CMI5}extensions/masteryscore`;
const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
const uuid = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

type Json = Record<string, unknown>;

let lms: Cmi5Lms;
let asked: URLSearchParams;
let count = 0;
beforeEach(() => {
  lms = new Cmi5Lms();
});

const ask = (method: string, resource: string, body?: unknown): Promise<Response> =>
  lms.fetch(lms.endpoint + resource, {
    method,
    headers: {
      Authorization: lms.auth,
      'Content-Type': 'application/json',
      'X-Experience-API-Version': '1.0.3',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

const agent = (): string => asked.get('actor')!;
const about = (more: Record<string, string>): string =>
  `activities/state?${new URLSearchParams({
    agent: agent(),
    activityId: lms.activity,
    registration: asked.get('registration')!,
    ...more,
  })}`;
const launchData = (): Promise<Response> => ask('GET', about({ stateId: 'LMS.LaunchData' }));
const preferences = (): Promise<Response> =>
  ask(
    'GET',
    `agents/profile?${new URLSearchParams({ agent: agent(), profileId: 'cmi5LearnerPreferences' })}`,
  );

/** A launch whose token was fetched. */
async function launch(choices: Cmi5Launch = {}): Promise<void> {
  asked = new URLSearchParams(lms.launch(choices));
  const answer = await lms.fetch(asked.get('fetch')!, { method: 'POST' });
  const { 'auth-token': token } = (await answer.json()) as Record<string, string>;
  lms.auth = `Basic ${token}`;
}

/** And whose launch data and preferences were read. */
async function begin(choices: Cmi5Launch = {}): Promise<void> {
  await launch(choices);
  await launchData();
  await preferences();
}

const RESULTS: Record<string, Json> = {
  completed: { completion: true, duration: 'PT1M' },
  passed: { success: true, score: { scaled: 0.9, raw: 90, min: 0, max: 100 }, duration: 'PT1M' },
  failed: { success: false, score: { scaled: 0.5, raw: 50, min: 0, max: 100 }, duration: 'PT1M' },
  terminated: { duration: 'PT2M' },
};

interface Told {
  /** What the categories are; by itself those of the verb. */
  categories?: string[];
  result?: Json;
  extensions?: Json;
  context?: Json;
  [changed: string]: unknown;
}

/** A statement as the standard wants it, but for what is changed. */
function say(verb: string, { categories, result, extensions, context, ...changes }: Told = {}): Json {
  const session = lms.sessions.at(-1)!;
  const isDefined = verb in RESULTS || verb === 'initialized';
  const moves = ['completed', 'passed', 'failed'].includes(verb);
  const own = [...(isDefined ? ['cmi5'] : []), ...(moves ? ['moveon'] : [])];
  const mastery = session.launch.masteryScore;
  return {
    id: uuid(++count),
    actor: session.actor,
    verb: { id: VERBS + verb, display: { en: verb } },
    object: { id: lms.activity },
    timestamp: '2026-01-05T10:00:00.000Z',
    ...((result ?? RESULTS[verb]) && { result: result ?? RESULTS[verb] }),
    context: {
      registration: session.registration,
      contextActivities: {
        grouping: session.template.contextActivities?.grouping,
        category: (categories ?? own).map((name) => ({ id: `${CMI5}categories/${name}` })),
      },
      extensions: {
        ...session.template.extensions,
        ...(mastery !== undefined && (verb === 'passed' || verb === 'failed') && { [MASTERY]: mastery }),
        ...extensions,
      },
      ...context,
    },
    ...changes,
  };
}

/** Why it was refused; nothing when it was taken. */
async function send(...statements: Json[]): Promise<string> {
  const before = lms.refusals.length;
  const { status } = await ask('POST', 'statements', statements);
  return status === 200 ? '' : lms.refusals.slice(before).join('; ').replace('POST statements: ', '');
}

describe('the launch', () => {
  it('is told in the address, as the standard names it (8.1)', () => {
    asked = new URLSearchParams(lms.launch());
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
    asked = new URLSearchParams(lms.launch());
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
    asked = new URLSearchParams(lms.launch());
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

describe('a statement', () => {
  beforeEach(async () => {
    await begin({ masteryScore: 0.8 });
    expect(await send(say('initialized'))).toBe('');
  });

  it.each<[string, () => Json, string]>([
    ['of somebody else', () => say('completed', { actor: BEN }), 'the actor is not the launch actor'],
    [
      'of another registration',
      () => say('completed', { context: { registration: uuid(4) } }),
      'registration',
    ],
    [
      'without an extension of the template',
      () => say('completed', { extensions: { 'https://lms.example/extensions/shift': 'day' } }),
      'extension https://lms.example/extensions/shift of the template',
    ],
    [
      'without any extension',
      () => say('completed', { context: { extensions: undefined } }),
      'of the template',
    ],
    [
      'without the template’s grouping',
      () => say('completed', { context: { contextActivities: {} } }),
      "an activity of the template's grouping is missing",
    ],
    ['that is initialized again', () => say('initialized'), 'initialized comes first, once'],
    ['without the category cmi5', () => say('terminated', { categories: [] }), 'category cmi5'],
    [
      'of its own verb with the category',
      () => say('experienced', { categories: ['cmi5'] }),
      'category cmi5',
    ],
    [
      'about something else with the category',
      () => say('completed', { object: { id: 'https://example.org/part' } }),
      'category cmi5',
    ],
    ['without the category moveon', () => say('completed', { categories: ['cmi5'] }), 'category moveon'],
    [
      'with the category moveon where it moves nothing',
      () => say('terminated', { categories: ['cmi5', 'moveon'] }),
      'category moveon',
    ],
    ['without a duration', () => say('completed', { result: { completion: true } }), 'duration'],
    [
      'with another duration',
      () => say('completed', { result: { completion: true, duration: '1 minute' } }),
      'duration',
    ],
    [
      'that completes without saying so',
      () => say('completed', { result: { duration: 'PT1M' } }),
      'completion',
    ],
    [
      'that ends and completes',
      () => say('terminated', { result: { completion: true, duration: 'PT1M' } }),
      'completion',
    ],
    [
      'that passes without success',
      () => say('passed', { result: { duration: 'PT1M', score: RESULTS['passed']!['score'] } }),
      'success',
    ],
    [
      'that passes without having succeeded',
      () => say('passed', { result: { ...RESULTS['passed'], success: false } }),
      'success',
    ],
    [
      'that fails and succeeds',
      () => say('failed', { result: { ...RESULTS['failed'], success: true } }),
      'success',
    ],
    [
      'that completes with success',
      () => say('completed', { result: { ...RESULTS['completed'], success: true } }),
      'success',
    ],
    [
      'that completes with a score',
      () => say('completed', { result: { ...RESULTS['completed'], score: RESULTS['passed']!['score'] } }),
      'score',
    ],
    [
      'that passes below the mastery score',
      () =>
        say('passed', {
          result: { ...RESULTS['passed'], score: { scaled: 0.79, raw: 79, min: 0, max: 100 } },
        }),
      'score against mastery score',
    ],
    [
      'that fails at the mastery score',
      () =>
        say('failed', {
          result: { ...RESULTS['failed'], score: { scaled: 0.8, raw: 80, min: 0, max: 100 } },
        }),
      'score against mastery score',
    ],
    ['with another mastery score', () => say('passed', { extensions: { [MASTERY]: 0.5 } }), 'mastery score'],
    [
      'with a mastery score where it has no place',
      () => say('completed', { extensions: { [MASTERY]: 0.8 } }),
      'mastery score',
    ],
    ...[-1, 100, 1.5, '50'].map((progress): [string, () => Json, string] => [
      `with a progress of ${JSON.stringify(progress)}`,
      () => say('progressed', { result: { extensions: { [PROGRESS]: progress } } }),
      'progress',
    ]),
  ])('%s is refused', async (_what, make, why) => {
    const told = await send(make());
    expect(told).toMatch(/^403 /);
    expect(told.endsWith(why), told).toBe(true);
    expect(lms.verbs('initialized')).toHaveLength(1);
    expect(lms.statements).toHaveLength(1);
  });

  it('says which verb was refused', async () => {
    expect(await send(say('completed', { actor: BEN }))).toBe(
      '403 completed: the actor is not the launch actor',
    );
  });

  it.each<[string, () => Json]>([
    ['completed', () => say('completed')],
    ['passed at the mastery score', () => passedAt(0.8)],
    ['passed without a score', () => say('passed', { result: { success: true, duration: 'P1D' } })],
    ['failed', () => say('failed')],
    ['of a verb of its own', () => say('experienced')],
    ['of progress 0', () => say('progressed', { result: { extensions: { [PROGRESS]: 0 } } })],
    ['of progress 99', () => say('progressed', { result: { extensions: { [PROGRESS]: 99 } } })],
    [
      'with more grouping after the template’s',
      () => {
        const made = say('completed');
        const { contextActivities } = made['context'] as { contextActivities: { grouping: Json[] } };
        contextActivities.grouping = [...contextActivities.grouping, { id: 'https://example.org/more' }];
        return made;
      },
    ],
    [
      'of a defined verb about something else, as its own',
      () => say('completed', { object: { id: 'https://example.org/part' }, categories: [] }),
    ],
  ])('%s is taken', async (_what, make) => {
    expect(await send(make())).toBe('');
    expect(lms.statements).toHaveLength(2);
  });

  const passedAt = (scaled: number): Json =>
    say('passed', {
      result: { ...RESULTS['passed'], score: { scaled, raw: scaled * 100, min: 0, max: 100 } },
    });

  it('needs no score to go by where the launch has no mastery score', async () => {
    await begin();
    expect(await send(say('initialized'), passedAt(0.1))).toBe('');
  });

  it.each(['completed', 'passed'])('%s comes once in a registration', async (verb) => {
    expect(await send(say(verb))).toBe('');
    await begin({ masteryScore: 0.8 });
    expect(await send(say('initialized'))).toBe('');
    expect(await send(say(verb))).toMatch(/once in a registration$/);
    await begin({ masteryScore: 0.8, registration: uuid(8) });
    expect(await send(say('initialized'), say(verb))).toBe('');
  });

  it('failed never comes after passed, and comes again in another session', async () => {
    expect(await send(say('failed'))).toBe('');
    await begin({ masteryScore: 0.8 });
    expect(await send(say('initialized'), say('failed'))).toBe('');
    await begin({ masteryScore: 0.8 });
    expect(await send(say('initialized'), say('passed'))).toBe('');
    await begin({ masteryScore: 0.8 });
    expect(await send(say('initialized'))).toBe('');
    expect(await send(say('failed'))).toMatch(/after passed$/);
  });

  it.each([
    ['failed', 'passed'],
    ['failed', 'failed'],
  ])('%s and %s are too much for one session', async (first, second) => {
    expect(await send(say(first))).toBe('');
    expect(await send(say(second))).toMatch(/one of passed and failed in a session$/);
  });

  it('comes not after terminated, not even in the same request', async () => {
    const late = say('completed');
    expect(await send(say('terminated'), late)).toMatch(/after terminated$/);
    expect(lms.statements, 'all or nothing').toHaveLength(1);
    expect(lms.sessions[0]!.state).toBe('open');
    expect(await send(say('terminated'))).toBe('');
    expect(lms.sessions[0]!.state).toBe('terminated');
    expect(await send(late)).toMatch(/after terminated$/);
  });

  it('is told apart from a terminated of the course’s own', async () => {
    expect(
      await send(say('terminated', { object: { id: 'https://example.org/part' }, categories: [] })),
    ).toBe('');
    expect(lms.sessions[0]!.state).toBe('open');
    expect(await send(say('completed'))).toBe('');
  });
});

describe('the beginning', () => {
  it('is initialized', async () => {
    await begin();
    expect(await send(say('experienced'))).toMatch(/initialized comes first, once$/);
    expect(await send(say('initialized'), say('experienced'))).toBe('');
  });

  it.each([
    ['nothing', () => Promise.resolve()],
    ['the launch data', launchData],
    ['the preferences', preferences],
  ])('comes not after %s alone', async (_what, read) => {
    await launch();
    await read();
    expect(await send(say('initialized'))).toMatch(/launch data and preferences are read first$/);
  });

  it.each(['Browse', 'Review'] as const)('in %s has nothing but an end', async (launchMode) => {
    await begin({ launchMode });
    expect(await send(say('initialized'))).toBe('');
    for (const verb of ['completed', 'passed', 'experienced'])
      expect(await send(say(verb))).toMatch(new RegExp(`not in ${launchMode}$`));
    expect(await send(say('terminated'))).toBe('');
  });
});
