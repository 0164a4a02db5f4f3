/** What a SCORM report of Moodle tells of answers and objectives, and of what is known already. */
import { describe, expect, it } from 'vitest';
import { eachRecords } from './each-records.ts';
import { BASIC, tabs, attemptsIn } from './scorm-report.ts';

const records = eachRecords();
const { take } = records;
const attempts = () => attemptsIn(records);

describe('a SCORM report of Moodle', () => {
  it('gives answers, and knows the course’s question under every spelling of its number', async () => {
    await records.store.setReference('course_items', [
      { item: 'a-secret', number: 7, title: 'Keeping a secret', objective: 'A', section: 's', removed: 0 },
    ]);
    const report = (id: string) =>
      tabs(
        [
          'Name',
          'Email address',
          'Attempt',
          'Started on',
          'Last accessed on',
          'Score',
          'The course',
          'Question 0',
          'Response 0',
          'Right answer 0',
          'Result 0',
        ],
        [
          'Ann Able',
          'ann@example.org',
          '1',
          '4 March 2026, 1:14 PM',
          '4 March 2026, 2:15 PM',
          '0',
          'Incomplete',
          id,
          'b',
          'a',
          'wrong',
        ],
      );
    await take(report('Q07_Keeping_a_secret'));
    await take(report('Q07KeepingASecret'));
    const answers = await records.store.query(
      'select distinct item, response, correct, pattern from records.answers',
    );
    expect(answers).toEqual([{ item: 'a-secret', response: 'b', correct: 0, pattern: 'a' }]);
    expect(await attempts()).toMatchObject([{ score: 0, completion: 'incomplete' }]);
  });

  it('knows a question by number and title, by the number alone beside most others of the course, and none of another course', async () => {
    const item = (id: string, number: number, title: string) => ({
      item: id,
      number,
      title,
      objective: 'A',
      section: 's',
      removed: 0,
    });
    await records.store.setReference('course_items', [
      item('a-secret', 1, 'Keeping a secret'),
      item('drill', 2, 'The fire drill'),
      item('cafe', 3, 'At the café'),
    ]);
    const head = ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score'];
    const questions = [0, 1, 2].flatMap((n) => [
      `Question ${n}`,
      `Response ${n}`,
      `Right answer ${n}`,
      `Result ${n}`,
    ]);
    const row = (who: string, ids: readonly string[]) => [
      who,
      `${who}@example.org`,
      '1',
      '4 March 2026, 1:14 PM',
      '4 March 2026, 2:15 PM',
      '50',
      ...ids.flatMap((id) => [id, 'a', 'a', 'correct']),
    ];
    await take(
      tabs(
        [...head, ...questions],
        row('ours', ['Q01Secrets', 'Q02_The_fire_drill', 'Q03AtTheCafe']),
        row('other', ['Q1_Warehouse', 'Q2_FireExit', 'Q03AtTheCafe']),
      ),
    );
    const of = async (who: string) =>
      (
        await records.store.query(
          `select item from records.answers where person = '${who}@example.org' order by 1`,
        )
      ).map(({ item: id }) => id);
    expect(await of('ours')).toEqual(['a-secret', 'cafe', 'drill']);
    expect(await of('other')).toEqual(['Q1_Warehouse', 'Q2_FireExit', 'cafe']);
  });

  it('gives objectives', async () => {
    const report = tabs(
      [
        'Name',
        'Email address',
        'Attempt',
        'Started on',
        'Last accessed on',
        'Score',
        'The course',
        'obj_rights status',
        'obj_rights score',
      ],
      [
        'Ann Able',
        'ann@example.org',
        '1',
        '4 March 2026, 1:14 PM',
        '4 March 2026, 2:15 PM',
        '50',
        '50',
        'failed',
        '25',
      ],
    );
    await take(report);
    expect(await records.store.query('select kind, object, score, ok from records.events')).toEqual([
      { kind: 'objective', object: 'obj_rights', score: 25, ok: 0 },
    ]);
  });

  it('changes nothing a second time, and an older one takes nothing away', async () => {
    await take(BASIC);
    const before = await records.store.query('select * from records.attempts');
    await take(BASIC);
    await take(BASIC.replace('2:15 PM', '1:20 PM').replace('83.33', '12'));
    expect(await records.store.query('select * from records.attempts')).toEqual(before);
  });
});
