/** Exports in the form in which Moodle downloads them: what is shown is what stands in their own columns. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import { setExpected } from '../../../src/workbench/records/expected.ts';
import { callActivity } from '../../../src/workbench/records/import/activity.ts';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { emptyStore } from '../../fakes/records-store.ts';

const FOLDER = 'tests/fixtures/records';
const FILTERS = { now: '2026-12-01 00:00:00', passMark: 80 };

let store: Store;
beforeEach(async () => {
  store = await emptyStore();
  const item = (number: number) => ({
    item: `q${number}`,
    number,
    title: ['Milk', 'Tea', 'Cup', 'Pot'][number - 1]!,
    objective: number % 2 ? 'obj-water' : 'obj-leaves',
    section: null,
    removed: 0,
  });
  await store.setReference('course_items', [item(1), item(2), item(3), item(4)]);
});
afterEach(() => store.close());

const take = (name: string) => importFile(store, join(FOLDER, name), { form: 2 });
const people = async () =>
  Object.fromEntries(
    (await ask(store, 'people', FILTERS)).map(({ name, status, best_score: best, tries }) => [
      name,
      [status, best, tries],
    ]),
  );

const AGAIN = 'Nothing of it is new: all of it was taken in already.';

describe('Moodle’s exports', () => {
  it('show the scores and the tries that they have', async () => {
    await take('moodle-interactions.csv');
    expect(await people()).toEqual({
      'Lea Lake': ['in progress', 50, 1],
      'Max Moor': ['passed', 100, 2],
      'Ida Isle': ['in progress', 0, 0],
      'Ole Oak': ['not started', null, null],
    });
    // Max Moor's first form was half right, his last one all right
    expect(
      await store.query(
        `select try_number, sum(correct) as correct from records.forms where person = 'max@example.org' group by 1 order by 1`,
      ),
    ).toEqual([
      { try_number: 1, correct: 1 },
      { try_number: 2, correct: 2 },
    ]);
    expect(await ask(store, 'group', FILTERS)).toMatchObject([
      { objective: 'obj-water', people: 1, mean_share: 0 },
      { objective: 'obj-leaves', people: 2, mean_share: 1 },
    ]);
  });

  it('have a score of 0 for whoever only opened the course, which is kept and is no result', async () => {
    await take('moodle-interactions.csv');
    expect(await store.query(`select score from records.attempts where person = 'ida@example.org'`)).toEqual([
      { score: 0 },
    ]);
    const none = async () =>
      (await ask(store, 'people', FILTERS)).filter(({ no_result: one }) => one === 1).map(({ name }) => name);
    expect(await none()).toEqual(['Ida Isle']);
    // Lea has 50 and Max 100
    expect(await ask(store, 'weeks', FILTERS)).toMatchObject([{ people: 3, mean_score: 75 }]);
    await take('moodle-basic.csv');
    expect(await none()).toEqual(['Ida Isle']);
  });

  it('say that nothing is new where they come again, and not where anything is', async () => {
    const again = [AGAIN];
    for (const name of ['basic', 'interactions', 'completion', 'grades']) {
      // the second knows of one of the same attempts more than the first
      expect((await take(`moodle-${name}.csv`)).notes, name).toEqual(
        name === 'interactions'
          ? ['1 entry that was in the records already is brought up to date.', '2 entries are as they were.']
          : [],
      );
      expect((await take(`moodle-${name}.csv`)).notes, name).toEqual(again);
    }
    // an older one of what is known takes nothing away, and brings nothing
    expect((await take('moodle-basic.csv')).notes).toEqual(again);
    expect((await take('statements.ndjson')).notes).toEqual([]);
    expect((await take('statements.ndjson')).notes).toEqual(['No statement in it is new.']);
  });

  it('are one story together, in whatever order, once the report’s activity is said', async () => {
    const files = ['basic', 'interactions', 'objectives', 'completion', 'completion-excel', 'grades'];
    for (const order of [files, files.toReversed()]) {
      for (const name of order)
        expect(
          (await take(`moodle-${name}.csv`)).notes?.filter(
            (note) => note !== AGAIN && !/up to date|as (they were|it was)/.test(note),
          ),
          name,
        ).toEqual([]);
      await callActivity(store, 'A cup of tea', 'Tea for all');
      const only = { ...FILTERS, course: 'Tea for all' };
      const standing = (await ask(store, 'now', only)).map(({ name, status }) => [name, status]);
      expect(Object.fromEntries(standing)).toEqual({
        'Lea Lake': 'in progress',
        'Max Moor': 'completed',
        'Ida Isle': 'in progress',
        'Ole Oak': 'not started',
      });
    }
    expect(await people()).toMatchObject({
      'Lea Lake': ['in progress', 50, 1],
      'Max Moor': ['completed', 100, 2],
    });
    const objectives = await store.query(
      `select object, score from records.events where kind = 'objective' order by 1`,
    );
    expect(objectives).toEqual([
      { object: 'obj_leaves', score: 50 },
      { object: 'obj_water', score: 100 },
    ]);
  });

  it('give the groups of Participants and Grades, and expect nobody who teaches', async () => {
    await take('moodle-grades.csv');
    expect(await setExpected(store, join(FOLDER, 'moodle-participants.csv'))).toEqual({
      people: 2,
      unknown: [],
      unclear: [],
      teaching: 1,
    });
    expect(await store.query('select name, team from records.people order by name')).toEqual([
      { name: 'Ida Isle', team: 'South' },
      { name: 'Lea Lake', team: 'North' },
      { name: 'Max Moor', team: 'North' },
      { name: 'Ole Oak', team: 'South' },
    ]);
  });
});

describe('exports of other systems', () => {
  it('show the figures of an agency’s workbook', async () => {
    expect(await take('agency.xlsx')).toMatchObject({ title: 'a table (sheet “Learners” alone)', rows: 3 });
    const rows = await ask(store, 'people', FILTERS);
    expect(
      rows.map(({ name, team, status, best_score: best, finished }) => [name, team, status, best, finished]),
    ).toEqual([
      ['Ida Isle', 'South', 'not started', null, null],
      ['Lea Lake', 'North', 'in progress', 50, null],
      ['Max Moor', 'North', 'completed', 100, '2026-03-02 00:00:00'],
    ]);
  });

  it('show the figures of an LRS’s statements', async () => {
    expect(await take('statements.ndjson')).toMatchObject({ title: 'xAPI statements', rows: 11 });
    const rows = await ask(store, 'people', FILTERS);
    expect(
      rows.map(({ name, status, best_score: best, tries, minutes }) => [name, status, best, tries, minutes]),
    ).toEqual([
      ['Lea Lake', 'failed', 50, 1, 35],
      ['Max Moor', 'completed', 100, 1, 41],
    ]);
    expect(await ask(store, 'group', FILTERS)).toMatchObject([
      { objective: 'obj-water', people: 2, mean_share: 0.5, mastered: 1 },
      { objective: 'obj-leaves', people: 2, mean_share: 1, mastered: 2 },
    ]);
    expect(await ask(store, 'weeks', FILTERS)).toEqual([
      { week: '2026-03-02', people: 2, completed: 1, passed: 1, mean_score: 75 },
    ]);
  });
});
