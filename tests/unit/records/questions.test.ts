/** Every question's answer for the twelve, worked out by hand. */
import { describe, expect, it } from 'vitest';
import {
  ask,
  howCounted,
  howMany,
  QUESTIONS,
  type QuestionName,
} from '../../../src/workbench/records/ask.ts';
import type { Filters, Page } from '../../../src/workbench/records/filters.ts';
import { noRows, type Rows } from '../../../src/workbench/records/tables.ts';
import { OUTSIDE } from '../../../src/workbench/records/question-names.ts';
import { secondRegistration, twelve } from './twelve.ts';
import { emptyStore } from '../../fakes/records-store.ts';
import { FILTERS, recordsOfTwelve } from './asked-of-twelve.ts';

describe('what a supervisor asks, of twelve people', () => {
  const { store, asked } = recordsOfTwelve();

  it('shows people a page at a time: the pages together are all of them, in the same order', async () => {
    for (const name of ['now', 'people', 'principles'] as const) {
      const all = await asked(name);
      const pages: unknown[] = [];
      for (let from = 0; from < 12; from += 5) {
        const page = await ask(store(), name, FILTERS, { most: 5, from });
        expect(new Set(page.map(({ person }) => person)).size, name).toBeLessThanOrEqual(5);
        pages.push(...page);
      }
      expect(pages, name).toEqual(all);
    }
  });

  it('counts whom all pages are about: for principles those alone who answered, and in what was narrowed to', async () => {
    const many = (name: QuestionName, filters: Partial<Filters> = {}) =>
      howMany(store(), name, { ...FILTERS, ...filters });
    expect(await many('now')).toBe(12);
    expect(await many('people', { team: 'South' })).toBe(6);
    // p11 opened it, p12 didn't
    expect(await many('principles')).toBe(10);
    expect(await many('principles', { until: '2026-03-05 23:59:59' })).toBe(5);
    expect(await many('questions')).toBeUndefined();
    const first: Page = { most: 2 };
    const rows = await ask(store(), 'principles', { ...FILTERS, since: '2026-03-08 00:00:00' }, first);
    expect(new Set(rows.map(({ person }) => person)), 'nobody of the page is left out').toEqual(
      new Set(['p10', 'p08']),
    );
  });

  it('counts as overdue whoever has neither passed nor completed after the day that was set, and nobody before it', async () => {
    const overdue = async (due: string) =>
      (await asked('now', { due })).filter((row) => row['overdue'] === 1).map(({ person }) => person);
    expect(new Set(await overdue('2026-03-31 23:59:59'))).toEqual(
      new Set(['p06', 'p07', 'p08', 'p09', 'p11', 'p12']),
    );
    expect(await overdue('2026-04-30 23:59:59')).toEqual([]);
  });

  it('names tries, best score, minutes and the weakest principle of each', async () => {
    const people = Object.fromEntries((await asked('people')).map((row) => [row['person'], row]));
    expect(people['p10']).toMatchObject({ best_score: 100, tries: 2, minutes: 30, weakest: null });
    // p08 has one of two in A (0.5), none in B
    expect(people['p08']).toMatchObject({ best_score: 25, tries: 1, weakest: 'B', weakest_share: 0 });
    expect(people['p04']).toMatchObject({ weakest: 'B', weakest_share: 0.5, said_open: 1 });
    expect(people['p01']).toMatchObject({ said_open: 0 });
    expect(people['p12']).toMatchObject({ status: 'not started', best_score: null, tries: null });
  });

  it('takes the last form for what a person holds', async () => {
    const rows = await asked('principles');
    const share = (person: string, objective: string) =>
      rows.find((row) => row['person'] === person && row['objective'] === objective);
    expect(share('p10', 'A')).toMatchObject({ share: 1, asked: 2, mastered: 1 });
    expect(share('p08', 'A')).toMatchObject({ share: 0.5, mastered: 0 });
    expect(rows).toHaveLength(20);
  });

  it('finds the group’s weakest principle', async () => {
    // A: 1,1,1,1,1,1,1,.5,0,1 = 8.5 of 10. B: 1,1,1,.5,.5,0,0,0,0,1 = 5 of 10.
    expect(await asked('group')).toMatchObject([
      { objective: 'B', people: 10, mean_share: 0.5, mastered: 4 },
      { objective: 'A', people: 10, mean_share: 0.85, mastered: 8 },
    ]);
  });

  it('counts one first form of each person in a course, however often they registered for it', async () => {
    const other = await emptyStore();
    const { attempts, answers } = secondRegistration();
    const [attempt] = attempts;
    const named = (name: string, more: object) => ({ ...attempt!, attempt: name, ...more });
    const of = (name: string) =>
      answers.map((row) => ({ ...row, answer: `${name}${row.answer}`, attempt: name }));
    await other.whole(async () => {
      await other.put(twelve());
      await other.put({ ...noRows(), attempts, answers });
      // opened first of all, and nothing was handed in
      await other.put({ ...noRows(), attempts: [named('p09-0', { started: '2026-01-01 09:00:00' })] });
    });
    const measured = async (filters: Partial<Filters> = {}) => {
      const [question] = await ask(other, 'questions', { ...FILTERS, ...filters });
      const options = await ask(other, 'options', { ...FILTERS, ...filters });
      return [
        question?.['answers'],
        question?.['facility'],
        options.reduce((sum, row) => sum + Number(row['chosen']), 0),
      ];
    };
    // q4, the hardest: p01-p03 and p10 of ten; all four questions have ten answers
    expect(await measured()).toEqual([10, 0.4, 40]);
    expect(await measured({ since: '2026-03-12 00:00:00' }), 'the first was before that').toEqual([
      undefined,
      undefined,
      0,
    ]);
    await other.whole(() =>
      other.put({
        ...noRows(),
        attempts: [named('other', { course: 'Other' }), named('unknown', { course: null })],
        answers: [...of('other'), ...of('unknown')],
      }),
    );
    const [, , chosen] = await measured();
    expect(chosen, 'of another course, and of one that nobody names').toBe(48);
    other.close();
  });

  it('measures questions by first forms alone', async () => {
    const rows = Object.fromEntries((await asked('questions')).map((row) => [row['item'], row]));
    // q1: right by all but p09 and p10's first form: 8 of 10. q4: p01-p03 and p10: 4 of 10.
    expect(rows['q1']).toMatchObject({ answers: 10, facility: 0.8, seconds: 10 });
    expect(rows['q4']).toMatchObject({ answers: 10, facility: 0.4, seconds: 40 });
    // Wilson's interval for 8 of 10
    expect(rows['q1']?.['facility_low']).toBeCloseTo(0.4902, 3);
    expect(rows['q1']?.['facility_high']).toBeCloseTo(0.9433, 3);
    expect(rows['q1']?.['discrimination'], 'ten answers are too few').toBeNull();
  });

  it('tells of few answers how many are right, and no more', async () => {
    // first forms of the South: p07 1100, p08 1000, p09 0000, p10 0011
    const rows = Object.fromEntries(
      (await asked('questions', { team: 'South' })).map((row) => [row['item'], row]),
    );
    expect(rows['q1']).toMatchObject({
      answers: 4,
      right_answers: 2,
      facility: null,
      discrimination: null,
      remark: 'too few answers',
    });
    expect(Object.keys(rows), 'the hardest first').toEqual(['q2', 'q3', 'q4', 'q1']);
    const [all] = (await asked('questions')).filter(({ item }) => item === 'q1');
    expect(all).toMatchObject({ answers: 10, right_answers: 8 });
  });

  it('names what each got wrong, in the first form and in the latest of a course', async () => {
    const other = await emptyStore();
    await other.whole(async () => {
      await other.put(twelve());
      await other.put(secondRegistration());
      await other.setReference('course_options', [{ item: 'q1', option: 'b', words: 'Say so', is_key: 0 }]);
    });
    const missed = async (person: string) =>
      (await ask(other, 'missed', { ...FILTERS, person })).map(({ form, on_day: on, item, chosen }) => [
        form,
        on,
        item,
        chosen,
      ]);
    expect(await missed('p04')).toEqual([
      ['only', '2026-03-04', 'q4', 'option b; the question is not in this course'],
    ]);
    expect(await missed('p10')).toEqual([
      ['first', '2026-03-10', 'q1', 'Say so'],
      ['first', '2026-03-10', 'q2', 'option b; the question is not in this course'],
    ]);
    // all wrong, and all right four days later, in another attempt
    expect((await missed('p09')).map(([form]) => form)).toEqual(['first', 'first', 'first', 'first']);
    expect(await missed('p01')).toEqual([]);
    // 1 each of p04 and p05, 2 of p06 and p07, 3 of p08, 4 of p09, 2 of p10
    expect(await ask(other, 'missed', FILTERS)).toHaveLength(15);
    expect((await ask(other, 'missed', FILTERS))[0]).toMatchObject({ course: 'Course', objective: 'A' });
    other.close();
  });

  it('shows who chose what, among the stronger and the weaker half', async () => {
    const q4 = (await asked('options')).filter(({ item }) => item === 'q4');
    // By the rest (q1 to q3): p08 1, p09 0, p10 1 of 3 ... The stronger half: p01 to p05.
    expect(q4).toMatchObject([
      { response: 'b', is_key: 0, chosen: 6, share_of_stronger: 0.4 },
      { response: 'a', is_key: 1, chosen: 4, share_of_stronger: 0.6, share_of_weaker: 0.2 },
    ]);
    expect(q4[0]?.['share_of_weaker']).toBeCloseTo(0.8, 9);
  });

  it('counts the first way that each person took', async () => {
    expect(await asked('dilemmas')).toMatchObject([
      { dilemma: 'scarf', title: 'The scarf', way: 'talk', ending: 'good', chosen: 3, people: 5, share: 0.6 },
      { dilemma: 'scarf', way: 'take', ending: 'poor', chosen: 2, share: 0.4 },
    ]);
  });

  it('takes a 0 for a result where an answer, a word or a statement says so', async () => {
    const [pattern] = twelve().attempts;
    const zero: Rows['attempts'][number] = {
      ...pattern!,
      source: 'Moodle',
      score: 0,
      success: null,
      completion: null,
      tries: null,
    };
    const table = { source: 'Table: Name, Score' };
    const each: Record<string, Partial<typeof zero>> = {
      nothing: {},
      begun: { ...table, completion: 'incomplete' },
      answered: {},
      failed: { success: 'failed' },
      through: { completion: 'completed' },
      stated: { source: 'LRS', completion: 'incomplete' },
      tabled: table,
    };
    const other = await emptyStore();
    const [answer] = twelve().answers;
    await other.whole(() =>
      other.put({
        ...noRows(),
        people: Object.keys(each).map((person) => ({ person, name: person, email: null, team: null })),
        attempts: Object.entries(each).map(([person, more]) => ({
          ...zero,
          ...more,
          person,
          attempt: `at-${person}`,
        })),
        // which nobody could judge
        answers: [{ ...answer!, person: 'answered', attempt: 'at-answered', correct: null }],
      }),
    );
    const rows = await ask(other, 'people', FILTERS);
    const none = rows.filter(({ no_result: one }) => one === 1);
    expect(none.map(({ person, tries }) => [person, tries])).toEqual([
      ['begun', 0],
      ['nothing', 0],
    ]);
    // seven in one week: five have a 0 that counts, and one 90 in another attempt
    await other.whole(() =>
      other.put({ ...noRows(), attempts: [{ ...zero, person: 'nothing', attempt: 'later', score: 90 }] }),
    );
    expect(await ask(other, 'weeks', FILTERS)).toMatchObject([{ people: 7, mean_score: 15 }]);
    expect((await ask(other, 'people', FILTERS)).filter(({ no_result: one }) => one === 1)).toHaveLength(1);
    other.close();
  });

  it('proposes what to talk about', async () => {
    const rows = Object.fromEntries((await asked('thursday')).map((row) => [row['what'], row]));
    expect(rows['principle']).toMatchObject({ id: 'B', people: 10, figure: 0.5 });
    // 1 - (9 + 4) / 25
    expect(rows['dilemma']).toMatchObject({ id: 'scarf', title: 'The scarf', people: 5 });
    expect(rows['dilemma']?.['figure']).toBeCloseTo(0.48, 9);
  });

  it('keeps to the group, the person and the time that were asked for', async () => {
    expect(await asked('now', { team: 'South' })).toHaveLength(6);
    expect(await asked('people', { person: 'p04' })).toHaveLength(1);
    expect((await asked('group', { team: 'North' }))[0]).toMatchObject({ objective: 'B', people: 6 });
    const early = await asked('now', { until: '2026-03-05 23:59:59' });
    expect(early.filter(({ status }) => status !== 'not started' && status !== OUTSIDE)).toHaveLength(5);
  });

  it.each([
    { since: '2026-03-05 00:00:00' },
    { course: 'Other' },
    { version: '2.0.0' },
    { source: 'Moodle' },
  ])(
    'calls nobody “not started”, and nobody late, whose attempts all fall outside of %j',
    async (narrowed) => {
      const due = '2026-03-31 23:59:59';
      for (const name of ['now', 'people'] as const) {
        const rows = await asked(name, { ...narrowed, due });
        expect(rows, name).toHaveLength(12);
        const of = (status: string) => rows.filter((row) => row['status'] === status);
        expect(
          of('not started').map(({ person }) => person),
          name,
        ).toEqual(['p12']);
        expect(of(OUTSIDE), name).toHaveLength(narrowed.since ? 4 : 11);
        if (name === 'now') for (const row of of(OUTSIDE)) expect(row['overdue']).toBe(0);
      }
      const standing = await asked('standing', { ...narrowed, due });
      const people = (status: string) => standing.filter((row) => row['status'] === status);
      expect(people('not started')).toMatchObject([{ people: 1, overdue: 1 }]);
      expect(people(OUTSIDE)).toMatchObject([{ people: narrowed.since ? 4 : 11, overdue: 0 }]);
    },
  );

  it('says nothing of questions, and breaks nothing, where nobody answered', async () => {
    for (const name of QUESTIONS) {
      const rows = await asked(name, { team: 'Nowhere' });
      expect(rows, name).toEqual([]);
    }
  });

  it('says in a sentence how each is counted', async () => {
    // behind the question itself
    for (const name of QUESTIONS) expect(await howCounted(name), name).toMatch(/\? [A-Z][^?]{30,}\.$/);
  });

  it('takes a quotation mark or a backslash in a filter as it is', async () => {
    const team = `O'Brien\\ "x" \\' or 1=1 --`;
    expect(await asked('now', { team })).toEqual([]);
    const other = await emptyStore();
    const rows = { ...noRows(), people: [{ person: 'p', name: null, email: null, team }] };
    await other.whole(() => other.put(rows));
    expect(await ask(other, 'now', { ...FILTERS, team })).toHaveLength(1);
    other.close();
  });
});
