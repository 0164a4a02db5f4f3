/** What statements say: who, where they stand, what was answered and what was voided. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { eachRecords } from './each-records.ts';

const records = eachRecords();
const { take } = records;

describe('statements', () => {
  const statement = (id: string, verb: string, object: object, more: object = {}) => ({
    id,
    actor: { name: 'Ann', mbox: 'mailto:Ann@example.org' },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object,
    timestamp: '2026-03-04T13:14:00.000Z',
    context: { registration: 'r', revision: '1.0.0', language: 'es' },
    ...more,
  });
  const course = {
    id: 'https://course.test',
    definition: { type: 'http://adlnet.gov/expapi/activities/course', name: { en: 'Ethics' } },
  };
  const ALL = [
    statement('1', 'initialized', course),
    statement(
      '2',
      'answered',
      {
        id: 'https://course.test/items/q1',
        definition: {
          type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
          correctResponsesPattern: ['a'],
        },
      },
      {
        result: { response: 'b', success: false, duration: 'PT1M2.5S' },
        context: {
          registration: 'r',
          contextActivities: {
            parent: [{ id: 'https://course.test/assessment/tries/2' }],
            other: [{ id: 'https://course.test/objectives/A' }],
          },
        },
      },
    ),
    statement('3', 'passed', course, { result: { score: { scaled: 0.9 }, success: true } }),
    statement('4', 'completed', course, { timestamp: '2026-03-04T15:14:00+01:00' }),
    statement('5', 'terminated', course, { result: { duration: 'PT1H' } }),
  ];

  it.each([
    ['a line each', ALL.map((one) => JSON.stringify(one)).join('\n')],
    ['as a list', JSON.stringify(ALL)],
    ['as an LRS answers', JSON.stringify({ statements: ALL, more: '/more' })],
    ['as an LRS answers, spaced', JSON.stringify({ more: '', statements: ALL }, undefined, 2)],
    ['compressed', gzipSync(JSON.stringify(ALL))],
  ])('are read %s, and once only', async (_, content) => {
    expect(await take(content)).toMatchObject({ title: 'xAPI statements', rows: 5 });
    expect(await take(content)).toMatchObject({ rows: 0 });
    expect(await records.store.query('select * from records.attempts')).toMatchObject([
      {
        person: 'ann@example.org',
        source: 'LRS',
        started: '2026-03-04 13:14:00',
        finished: '2026-03-04 14:14:00',
        completion: 'completed',
        success: 'passed',
        score: 90,
        seconds: 3600,
        tries: 2,
        version: '1.0.0',
        language: 'es',
      },
    ]);
    expect(
      await records.store.query(
        'select item, try_number, response, correct, seconds, objective from records.answers',
      ),
    ).toEqual([{ item: 'q1', try_number: 2, response: 'b', correct: 0, seconds: 62.5, objective: 'A' }]);
  });

  it('takes 0.57 for 57 %, and no less', async () => {
    await take(JSON.stringify([statement('1', 'passed', course, { result: { score: { scaled: 0.57 } } })]));
    expect(await records.store.query('select score from records.attempts')).toEqual([{ score: 57 }]);
  });

  it.each(['MAILTO:Ann@example.org', 'mailto: ann@example.org', ' Ann@example.org '])(
    'knows an address however it is written: “%s”',
    async (mbox) => {
      await take(JSON.stringify([statement('1', 'passed', course, { actor: { mbox } })]));
      expect(await records.store.query('select person, email from records.people')).toEqual([
        { person: 'ann@example.org', email: 'ann@example.org' },
      ]);
    },
  );

  it('takes a score that is no per cent for none, so that nobody passes by it', async () => {
    const scoredCourse = { id: 'https://example.test/course' };
    const scored = (id: string, score: object) =>
      JSON.stringify(
        statement(id, 'scored', scoredCourse, { timestamp: `2026-03-04T13:1${id}:00Z`, result: { score } }),
      );
    const all = [
      scored('1', { raw: 850 }),
      scored('2', { raw: 24, max: 30 }),
      scored('3', { scaled: 0 }),
      scored('4', { scaled: 1.5, raw: 1 }),
      scored('5', { raw: 1 }).replace('"raw":1', '"raw":1e999'),
      scored('6', { scaled: -0.5 }),
    ];
    await take(all.join('\n'));
    const scores = await records.store.query('select score from records.events order by happened');
    expect(scores.map(({ score }) => score)).toEqual([null, 80, 0, null, null, -50]);
  });

  it('knows again what was voided, where that was told in a file before or an earlier file comes again', async () => {
    const voiding = (id: string, of: string) =>
      JSON.stringify([statement(id, 'voided', { objectType: 'StatementRef', id: of })]);
    const left = async () =>
      records.store.query(
        `select item as left_ from records.answers union select kind from records.events where kind = 'passed'`,
      );
    await take(voiding('9', '2'));
    await take(JSON.stringify(ALL));
    expect(await left(), 'told in a file before').toEqual([{ left_: 'passed' }]);
    await take(voiding('10', '3'));
    await take(JSON.stringify(ALL));
    expect(await left(), 'an earlier file comes again').toEqual([]);
    expect(await records.store.query('select person from records.people')).toEqual([
      { person: 'ann@example.org' },
    ]);
  });

  it('knows nobody of whom all that was said was voided, in either order', async () => {
    const people = () => records.store.query('select person from records.people order by person');
    const wrong = statement('w', 'passed', course, { actor: { mbox: 'mailto:wrong@example.org' } });
    const files = [[...ALL, wrong], [statement('v', 'voided', { objectType: 'StatementRef', id: 'w' })]];
    for (const order of [files, files.toReversed()])
      for (const file of order) {
        await take(JSON.stringify(file));
        expect((await people()).some(({ person }) => person === 'wrong@example.org')).toBe(
          order === files && file === files[0],
        );
      }
    expect(await people()).toEqual([{ person: 'ann@example.org' }]);
  });

  it('lets go of what was voided, whichever comes first', async () => {
    const voiding = statement('9', 'voided', { objectType: 'StatementRef', id: '2' });
    await take(JSON.stringify([...ALL, voiding]));
    expect(await records.store.query('select count(*) as rows_ from records.answers')).toEqual([
      { rows_: 0 },
    ]);
    await take(JSON.stringify(ALL.slice(2)));
    await take(JSON.stringify([statement('10', 'voided', { objectType: 'StatementRef', id: '3' })]));
    expect(await records.store.query(`select kind from records.events where kind = 'passed'`)).toEqual([]);
    expect(await records.store.query('select completion, success, version from records.attempts')).toEqual([
      { completion: 'completed', success: null, version: '1.0.0' },
    ]);
  });

  it('joins what comes later to what it belongs to', async () => {
    await take(JSON.stringify(ALL.slice(0, 2)));
    expect(await records.store.query('select completion, success from records.attempts')).toEqual([
      { completion: 'incomplete', success: null },
    ]);
    await take(JSON.stringify(ALL.slice(2)));
    expect(await records.store.query('select completion, success, version from records.attempts')).toEqual([
      { completion: 'completed', success: 'passed', version: '1.0.0' },
    ]);
  });
});
