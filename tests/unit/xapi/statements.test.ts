/** Every statement type against a validator of other authors, in both standards, and its words in both languages. */
import { describe, expect, it } from 'vitest';
import type { Setting } from '../../../src/tracking/lrs/context.ts';
import type { MadeStatement } from '../../../src/tracking/lrs/statement-maker.ts';
import { Statements } from '../../../src/tracking/lrs/statements.ts';
import { define } from '../../../src/tracking/lrs/define.ts';
import { namedUuid } from '../../../src/tracking/lrs/ids.ts';
import { createCourseTexts } from '../../../src/tracking/lrs/course-texts.ts';
import { answers } from '../../contract/material.ts';
import { ANNA } from '../../../src/lms/cmi5.ts';
import { warnings } from '../../fakes/lrs.ts';
import { AT, COURSE, FILES, ACTIVITY_EVENTS } from './harness.ts';

const ID = '6d2f3a6e-0b1c-4d5e-8f90-a1b2c3d4e5f6';

const SETTINGS: Record<string, Setting> = {
  xapi: { activity: COURSE.iri, registration: ID, template: { platform: 'An LMS' }, since: 0 },
  cmi5: {
    activity: 'https://lms.example/activities/42',
    registration: ID,
    session: 'session-1',
    masteryScore: 0.8,
    since: 0,
    template: {
      contextActivities: { grouping: [{ objectType: 'Activity', id: 'https://lms.example/groups/7' }] },
      extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'session-1' },
    },
  },
};

async function words(loaded = true) {
  const made = createCourseTexts(COURSE, async (url) => new Response(JSON.stringify(FILES[url])));
  if (loaded) {
    await made.loadAll();
    await made.load({ of: 'block', lesson: 'compass', id: 'check-one' });
  }
  return made;
}

async function all(setting: Setting, loaded = true): Promise<MadeStatement[]> {
  const statements = new Statements(COURSE, setting, await words(loaded), 'who');
  return [
    statements.initialized(AT, ID),
    statements.resumed(AT, ID),
    statements.progressed(AT, ID, 34),
    statements.completed(AT, ID, 1050),
    statements.passedOrFailed('passed', AT, ID, 86_400_000, 83.33),
    statements.passedOrFailed('failed', AT, ID, 1050, 40),
    statements.terminated(AT, ID, 0),
    ...answers().map((answer) => statements.answered(answer, AT)),
    ...ACTIVITY_EVENTS.flatMap((event) => statements.activityDone(event)),
  ];
}

describe.each(Object.entries(SETTINGS))('%s', (_name, setting) => {
  it.each([true, false])('every statement type is good to others (words loaded: %s)', async (loaded) => {
    for (const { statement } of await all(setting, loaded)) {
      expect(warnings({ ...statement, actor: ANNA }), statement.verb.id).toEqual([]);
    }
  });

  it('uses verbs and activity types of ADL alone', async () => {
    for (const { statement } of await all(setting)) {
      expect(statement.verb.id).toMatch(/^http:\/\/adlnet\.gov\/expapi\/verbs\/[a-z]+$/);
      const type = statement.object.definition?.type;
      if (type) expect(type).toMatch(/^http:\/\/adlnet\.gov\/expapi\/activities\/[a-z.]+$/);
    }
  });

  it('speaks both languages wherever it speaks', async () => {
    for (const { statement, about } of await all(setting)) {
      expect(about).toBeUndefined();
      const maps = JSON.stringify(statement).match(/\{"en":[^{}]*\}/g) ?? [];
      expect(maps.length).toBeGreaterThan(0);
      for (const map of maps) expect(Object.keys(JSON.parse(map))).toEqual(['en', 'es']);
    }
  });

  it('gives the same answer the same id, and another one another', async () => {
    const [one, other] = [await all(setting), await all(setting)];
    const ids = (made: MadeStatement[]): string[] => made.map(({ statement }) => statement.id).slice(7);
    expect(ids(one)).toEqual(ids(other));
    expect(new Set(ids(one)).size).toBe(ids(one).length);
  });
});

describe('interactions', () => {
  it('carry their whole definition: what was asked, the choices, what was right, in both languages', async () => {
    const made = await all(SETTINGS['xapi']!);
    const found = Object.fromEntries(
      made.map(({ statement }) => [statement.object.id.split('/').at(-1), statement]),
    );
    expect(found['item-secret']).toMatchObject({
      object: {
        definition: {
          interactionType: 'choice',
          name: { en: 'Keeping a secret (en)', es: 'Keeping a secret (es)' },
          description: { en: 'What now?', es: 'What now?' },
          correctResponsesPattern: ['b'],
          choices: [
            { id: 'a', description: { en: 'a', es: 'a' } },
            { id: 'b', description: { en: 'b', es: 'b' } },
            { id: 'c', description: { en: 'c', es: 'c' } },
          ],
        },
      },
    });
    expect(found['item-match']!.object.definition).toMatchObject({
      interactionType: 'matching',
      correctResponsesPattern: ['a[.]a[,]b[.]b'],
      source: [{ id: 'a' }, { id: 'b' }],
      target: [{ id: 'a' }, { id: 'b' }, { id: '1' }],
    });
    expect(found['item-match']!.result).toMatchObject({
      response: 'a[.]a[,]b[.]1',
      success: false,
      duration: 'PT3.05S',
    });
    expect(found['item-word']!.object.definition?.correctResponsesPattern?.[0]).toBe(
      '{case_matters=false}mutual',
    );
    expect(found['item-order']!.object.definition).toMatchObject({
      interactionType: 'sequencing',
      choices: [{}, {}, {}],
    });
    expect(found['item-true']!.result?.response).toBe('false');
    expect(found['crossroads']).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/responded' },
      object: {
        definition: {
          interactionType: 'sequencing',
          name: { en: 'Crossroads (en)', es: 'Crossroads (es)' },
          description: { en: 'A day & a night (en)' },
          choices: [
            { id: 'start.a', description: { en: 'Lend it (en)', es: 'Lend it (es)' } },
            { id: 'start.b' },
          ],
        },
      },
      result: {
        response: 'start.a',
        completion: true,
        extensions: { [`${COURSE.iri}/extensions/ending`]: 'good' },
      },
    });
  });

  it('an unanswered item has no response, and its try and objective are named', async () => {
    const statements = new Statements(COURSE, SETTINGS['xapi']!, await words(), 'who');
    const { statement } = statements.answered(answers().at(-1)!, AT);
    expect(statement.result).not.toHaveProperty('response');
    expect(statement.context.contextActivities).toMatchObject({
      parent: [{ id: `${COURSE.iri}/assessment/tries/1` }],
      other: [{ id: `${COURSE.iri}/objectives/obj-purpose` }],
    });
  });

  it('knows which words it lacks', async () => {
    const lacking = (await all(SETTINGS['cmi5']!, false)).filter(({ about }) => about);
    expect(lacking.length).toBe(7 + answers().length + 6);
    const none = await words(false);
    for (const { about } of lacking) expect(define(COURSE, none, about!).whole).toBe(false);
  });
});

it('cmi5: the template first and whole, the categories where they belong', async () => {
  const template = {
    contextActivities: {
      grouping: { id: 'https://lms.example/one' } as never,
      category: [{ id: 'https://lms.example/c' }],
    },
    extensions: { 'https://x.example/e': 1 },
  };
  const statements = new Statements(COURSE, { ...SETTINGS['cmi5']!, template }, await words(), 'who');
  expect(statements.completed(AT, ID, 0).statement.context.contextActivities).toEqual({
    grouping: [
      { id: 'https://lms.example/one' },
      {
        objectType: 'Activity',
        id: COURSE.iri,
        definition: {
          type: 'http://adlnet.gov/expapi/activities/course',
          name: { en: 'The course (en)', es: 'The course (es)' },
        },
      },
    ],
    category: [
      { id: 'https://lms.example/c' },
      { id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' },
      { id: 'https://w3id.org/xapi/cmi5/context/categories/moveon' },
    ],
  });
  expect(statements.progressed(AT, ID, 9).statement.context.contextActivities?.category).toEqual([
    { id: 'https://lms.example/c' },
  ]);
});

it('a day of work is PT24H: the library would say P1DT, which is no duration', async () => {
  const { default: XAPI } = await import('@xapi/xapi');
  const [, , , , passed] = await all(SETTINGS['cmi5']!);
  expect(passed!.statement.result?.duration).toBe('PT24H');
  const theirs = XAPI.calculateISO8601Duration(new Date(0), new Date(86_400_000));
  // ISO 8601: a T is followed by a time
  expect(theirs).toMatch(/T$/);
});

it('cmi5: nothing is dated before the session, and the time at which it was given goes along', async () => {
  const statements = new Statements(COURSE, { ...SETTINGS['cmi5']!, since: AT }, await words(), 'who');
  const [early, next] = answers();
  expect(early!.at).toBeLessThan(AT);
  const begun = [statements.initialized(AT, ID), statements.resumed(AT, ID)];
  const told = [
    ...begun,
    statements.answered(early!, AT),
    statements.answered(next!, AT),
    statements.terminated(AT, ID, 0),
  ];
  const times = told.map(({ statement }) => Date.parse(statement.timestamp));
  expect(times).toEqual([AT, AT + 1, AT + 2, AT + 3, AT + 4]);
  expect(told[2]!.statement.context.extensions).toMatchObject({
    [`${COURSE.iri}/extensions/original-time`]: new Date(early!.at).toISOString(),
  });
});

it('xAPI: an answer of an earlier sitting keeps its time', async () => {
  const statements = new Statements(COURSE, { ...SETTINGS['xapi']!, since: AT }, await words(), 'who');
  const [early] = answers();
  expect(statements.answered(early!, AT).statement.timestamp).toBe(new Date(early!.at).toISOString());
});

it('an answer has the same id whenever it is told, and another one in another form; those that an earlier version kept have theirs', async () => {
  const statements = new Statements(COURSE, SETTINGS['xapi']!, await words(), 'who');
  const [given] = answers();
  const ids = [undefined, 1, 1, 2].map((seed) => statements.answered({ ...given!, seed }, AT).statement.id);
  expect(new Set(ids).size).toBe(3);
  expect(ids[1]).toBe(ids[2]);
  expect(ids[0]).toBe(namedUuid(['who', 'answered', 0, 1, given!.item.id, given!.at].join('\n')));
});

it('no two of what follows on each other have one time, whatever the clock does', async () => {
  const statements = new Statements(COURSE, { ...SETTINGS['xapi']!, since: AT }, await words(), 'who');
  const made = [AT, AT, AT - 60_000].map((at, n) => statements.progressed(at, ID, n));
  const times = made.map(({ statement }) => Date.parse(statement.timestamp));
  expect(times).toEqual([AT, AT + 1, AT + 2]);
});

it('says in which language the learner reads, where the launch does not, and nothing that is no language', async () => {
  const spoken = (language: string, template = {}) => {
    const setting: Setting = { ...SETTINGS['xapi']!, template, language: () => language };
    const texts = createCourseTexts(COURSE, async () => new Response('{}'));
    return new Statements(COURSE, setting, texts, 'who').resumed(AT, ID).statement.context['language'];
  };
  expect(spoken('es')).toBe('es');
  expect(spoken('es', { language: 'fr' })).toBe('fr');
  expect([spoken(''), spoken('a b')]).toEqual([undefined, undefined]);
});

it('every activity has a type and a name, checks too, in the object and in the context', async () => {
  for (const setting of Object.values(SETTINGS))
    for (const { statement } of await all(setting)) {
      const { parent = [], grouping = [], other = [] } = statement.context.contextActivities ?? {};
      const own = [statement.object, ...parent, ...grouping, ...other].filter(
        ({ id }) => id !== 'https://lms.example/groups/7',
      );
      for (const { id, definition } of own)
        expect(Object.keys(definition?.name ?? {}), id).toEqual(COURSE.languages);
    }
});
