/** What each statement says about the learner, word for word: result, categories, and the context around it. */
import { describe, expect, it } from 'vitest';
import { contextOf, type OwnContext, type Setting } from '../../../src/tracking/lrs/context.ts';
import { createCourseTexts } from '../../../src/tracking/lrs/course-texts.ts';
import { Statements } from '../../../src/tracking/lrs/statements.ts';
import type { About, Context } from '../../../src/tracking/lrs/types.ts';
import { answers } from '../../contract/material.ts';
import { AT, COURSE } from './harness.ts';

const ID = '6d2f3a6e-0b1c-4d5e-8f90-a1b2c3d4e5f6';
const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/';
const CMI5: Setting = { activity: 'https://lms.example/42', session: 's', template: {}, since: 0 };
const XAPI: Setting = { activity: COURSE.iri, template: {}, since: 0 };

const texts = createCourseTexts(COURSE, async () => new Response('{}'));
const statements = (setting: Setting, who = 'who') => new Statements(COURSE, setting, texts, who);
const categories = (context: Context): string[] =>
  (context.contextActivities?.category ?? []).map(({ id }) => id.replace(CATEGORY, ''));

describe('results', () => {
  const speaker = () => statements({ ...CMI5, masteryScore: 0.8 });
  const score = (scaled: number) => ({ scaled, raw: scaled * 100, min: 0, max: 100 });

  it.each([
    ['initialized', (say: Statements) => say.initialized(AT, ID), undefined, ['cmi5']],
    ['resumed', (say: Statements) => say.resumed(AT, ID), undefined, []],
    [
      'progressed',
      (say: Statements) => say.progressed(AT, ID, 34),
      { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 34 } },
      [],
    ],
    [
      'completed',
      (say: Statements) => say.completed(AT, ID, 1_050),
      { completion: true, duration: 'PT1.05S' },
      ['cmi5', 'moveon'],
    ],
    ['terminated', (say: Statements) => say.terminated(AT, ID, 60_000), { duration: 'PT1M' }, ['cmi5']],
    [
      'passed',
      (say: Statements) => say.passedOrFailed('passed', AT, ID, 1_050, 90, 'ABC-1'),
      {
        score: score(0.9),
        success: true,
        duration: 'PT1.05S',
        extensions: { [`${COURSE.iri}/extensions/record-number`]: 'ABC-1' },
      },
      ['cmi5', 'moveon'],
    ],
    [
      'failed',
      (say: Statements) => say.passedOrFailed('failed', AT, ID, 1_050, 40),
      { score: score(0.4), success: false, duration: 'PT1.05S' },
      ['cmi5', 'moveon'],
    ],
    [
      'passed, without a score',
      (say: Statements) => say.passedOrFailed('passed', AT, ID, 1_050, undefined),
      { success: true, duration: 'PT1.05S' },
      ['cmi5', 'moveon'],
    ],
  ])('of %s', (verb, make, result, named) => {
    const { statement } = make(speaker());
    expect(statement.verb.id).toBe(`http://adlnet.gov/expapi/verbs/${verb.split(',')[0]}`);
    expect(statement.id).toBe(ID);
    expect(statement.result).toEqual(result);
    expect(categories(statement.context)).toEqual(named);
  });

  it.each([
    [0.8, { 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.8 }],
    [0, { 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0 }],
    [undefined, undefined],
  ])('a result names the mastery score that the LMS gave: %s', (masteryScore, extensions) => {
    const { statement } = statements({ ...CMI5, masteryScore }).passedOrFailed('failed', AT, ID, 0, 40);
    expect(statement.context.extensions).toEqual(extensions);
  });

  it('of an answer has credit and points of its weight, and the time that it took', () => {
    const [answer] = answers();
    const told = speaker().answered(
      { ...answer!, credit: 1 / 3, weighting: 2, correct: false, latency: 3.05 },
      AT,
    );
    expect(told.statement.result).toEqual({
      response: expect.any(String),
      success: false,
      score: { scaled: 0.3333, raw: 0.6667, min: 0, max: 2 },
      duration: 'PT3.05S',
    });
  });
});

describe('ids of what is said once', () => {
  const id = (...what: string[]): string => statements(CMI5).onceId(...what);

  it('are the same for the same, from whatever page or device', () => {
    expect(id('passed')).toBe(id('passed'));
    expect(id('passed')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['what is said', () => id('completed')],
    ['session', () => statements({ ...CMI5, session: 'another' }).onceId('passed')],
    ['package, where there is no session', () => statements(XAPI).onceId('passed')],
    ['learner', () => statements(CMI5, 'somebody else').onceId('passed')],
  ])('differ by %s', (_name, other) => {
    expect(other()).not.toBe(id('passed'));
  });

  it('of answers differ by place, try, item and time', () => {
    const [answer] = answers();
    const { item } = answer!;
    const given = [
      answer!,
      { ...answer!, index: 9 },
      { ...answer!, tryNumber: 9 },
      { ...answer!, item: { ...item, id: 'item-order' } },
      { ...answer!, at: 9 },
    ].map((one) => statements(XAPI).answered(one, AT).statement.id);
    expect(new Set(given).size).toBe(given.length);
  });

  it('are those that earlier versions gave, for what waits on devices and lies in LRSs', () => {
    const say = statements(XAPI);
    expect(say.onceId('passed')).toBe('91529b53-6d9a-57fd-b3ca-e4ff72dd6da0');
    expect(say.answered(answers()[0]!, AT).statement.id).toBe('dd392a3a-4570-5049-a170-c37de4438439');
  });

  it('what is stamped elsewhere is later than what was said before', () => {
    const say = statements(XAPI);
    say.resumed(AT, ID);
    expect(say.nextTime(AT)).toBe(AT + 1);
  });
});

describe('the context', () => {
  const WHOLE: About = { of: 'course' };
  const of = (setting: Setting, own: OwnContext = {}, about: About = WHOLE): Context =>
    contextOf(COURSE, setting, texts, own, about);
  const activity = (id: string) => ({ id });
  const ids = (context: Context, kind: 'parent' | 'grouping' | 'category' | 'other'): string[] =>
    (context.contextActivities?.[kind] ?? []).map(({ id }) => id);

  it('has the course as it is, and nothing that is empty', () => {
    expect(of(XAPI)).toStrictEqual({ revision: COURSE.version });
  });

  it('names the course where the LMS calls it otherwise, and where it is about a part', () => {
    expect(ids(of(CMI5), 'grouping')).toEqual([COURSE.iri]);
    expect(ids(of(XAPI, {}, { of: 'assessment' }), 'grouping')).toEqual([COURSE.iri]);
    expect(ids(of(XAPI), 'grouping')).toEqual([]);
  });

  it("has the launch's activities first and its own after them, each once", () => {
    const template = {
      contextActivities: {
        parent: [activity('https://a.example')],
        grouping: activity('https://g.example') as never,
        other: [activity('https://o.example'), activity('https://o.example')],
      },
    };
    const own = {
      activities: {
        parent: [activity('https://a.example'), activity('https://b.example')],
        grouping: [activity('https://h.example')],
      },
    };
    const context = of({ ...CMI5, template }, own);
    expect(ids(context, 'parent')).toEqual(['https://a.example', 'https://b.example']);
    expect(ids(context, 'grouping')).toEqual(['https://g.example', 'https://h.example', COURSE.iri]);
    expect(ids(context, 'other')).toEqual(['https://o.example']);
    expect(Object.keys(context.contextActivities ?? {})).toEqual(['parent', 'grouping', 'other']);
  });

  it.each([
    [CMI5, 'defined', ['cmi5']],
    [CMI5, 'moveOn', ['cmi5', 'moveon']],
    [CMI5, undefined, []],
    [XAPI, 'moveOn', []],
  ] as const)("has cmi5's categories in a session of cmi5 alone: %#", (setting, category, named) => {
    expect(categories(of(setting, category && { category }))).toEqual(named);
  });

  it('overwrites nothing of the launch', () => {
    const template = { revision: 'theirs', registration: 'theirs', extensions: { a: 1 }, platform: 'An LMS' };
    const context = of({ ...XAPI, registration: 'ours', template }, { extensions: { a: 2, b: 3 } });
    expect(context).toEqual({ ...template, extensions: { a: 1, b: 3 } });
  });

  it('tells the registration', () => {
    expect(of({ ...XAPI, registration: 'r' })).toEqual({ revision: COURSE.version, registration: 'r' });
  });

  it.each([
    ['es', 'es'],
    ['ES-us', 'es-US'],
    ['', undefined],
    ['a b', undefined],
    [undefined, undefined],
  ])('says that the learner reads %j as %s', (said, language) => {
    expect(of({ ...XAPI, language: () => said })['language']).toBe(language);
  });
});
