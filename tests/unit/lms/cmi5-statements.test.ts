/** The cmi5 LMS by its rules for statements: each refused once for its reason, and its neighbour taken. */
import { beforeEach, describe, expect, it } from 'vitest';
import { BEN } from '../../fakes/ben.ts';
import {
  begin,
  type Json,
  launch,
  launchData,
  lms,
  MASTERY,
  preferences,
  PROGRESS,
  renew,
  RESULTS,
  say,
  send,
  uuid,
} from './cmi5-launched.ts';

beforeEach(renew);

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
