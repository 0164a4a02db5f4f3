/** A teacher deleted an attempt in the LMS, and the learner began it anew: it has the number of the old one. */
import { join } from 'node:path';
import writeExcel from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { eachRecords } from './each-records.ts';
import { asText, rowsOf, type Attempt } from './scorm-attempts.ts';

const records = eachRecords();
const FILTERS = { now: '2026-12-01 00:00:00', passMark: 80 };
const FORM = 4;

const ANN: Attempt = { who: 'ann', began: '1:00 PM', last: '1:30 PM', score: 90, answers: 'q1 q2 q3 q4' };
/** Begun after the first was deleted, half way, and of other questions. */
const ANEW: Attempt = { who: 'ann', began: '2:00 PM', last: '2:10 PM', score: 20, answers: 'q5 -q6' };
const DONE: Attempt = { ...ANEW, last: '2:40 PM', score: 50, answers: 'q5 -q6 q7 -q8' };
const OTHERS: readonly Attempt[] = [
  { who: 'ben', began: '1:05 PM', last: '1:20 PM', score: 70, answers: 'q1 q2 q5 -q6' },
  { who: 'cyd', began: '1:06 PM', last: '1:06 PM', score: 0 },
];

const take = (attempts: readonly Attempt[], manner: Parameters<typeof rowsOf>[1] = {}, activity?: string) =>
  records.take(asText(rowsOf(attempts, manner)), { form: FORM, activity });

const ofAnn = async () =>
  records.store.query(`
    select strftime(a.started, '%H:%M') as began, score, string_agg(an.item, ' ' order by an.item) as answers
    from records.attempts a left join records.answers an using (attempt)
    where a.person like '%ann%' group by all order by began`);

const withoutAttempt = () =>
  records.store.query(
    'select item from records.answers where attempt not in (select attempt from records.attempts)',
  );

const REPLACED =
  /^1 attempt was begun anew: the LMS has another of that number now, which began after all that was known of it/;
const LEFT_OUT = /^1 attempt in it was deleted in the LMS since/;
const BOTH = /^1 attempt has the number of another one of the same person/;

const OLD = { began: '13:00', score: 90, answers: 'q1 q2 q3 q4' };
const NEW = { began: '14:00', score: 20, answers: 'q5 q6' };
const NEW_DONE = { began: '14:00', score: 50, answers: 'q5 q6 q7 q8' };

describe('an attempt that was begun anew', () => {
  it('takes the place of the deleted one, which is told, and is on every page what the LMS says now', async () => {
    await take([ANN, ...OTHERS]);
    const { notes } = await take([ANEW, ...OTHERS]);
    expect(notes).toEqual([expect.stringMatching(REPLACED)]);
    expect(await ofAnn()).toEqual([NEW]);
    const [now] = await ask(records.store, 'now', FILTERS);
    expect(now).toMatchObject({ name: 'ann', status: 'in progress', passed: 0 });
    const [ann] = await ask(records.store, 'people', FILTERS);
    expect(ann).toMatchObject({
      status: 'in progress',
      best_score: 20,
      tries: 1,
      last_seen: '2026-03-04 14:10:00',
    });
    const missed = await ask(records.store, 'missed', FILTERS);
    expect(missed.filter(({ name }) => name === 'ann').map(({ item }) => item)).toEqual(['q6']);
    const questions = await ask(records.store, 'questions', FILTERS);
    expect(Object.fromEntries(questions.map(({ item, answers }) => [item, answers]))).toEqual({
      q1: 1,
      q2: 1,
      q5: 2,
      q6: 2,
    });
    expect((await take([DONE, ...OTHERS])).notes).toEqual([
      '1 entry that was in the records already is brought up to date.',
      '2 entries are as they were.',
    ]);
    expect(await ofAnn()).toEqual([NEW_DONE]);
  });

  it('is not put back by an older report, which is told, however often it comes', async () => {
    await take([DONE, ...OTHERS]);
    for (const _ of [1, 2]) {
      const { notes } = await take([ANN, ...OTHERS]);
      expect(notes).toEqual([expect.stringMatching(LEFT_OUT)]);
      expect(await ofAnn()).toEqual([NEW_DONE]);
      expect(await withoutAttempt()).toEqual([]);
    }
    await take([ANEW, ...OTHERS]);
    expect(await ofAnn(), 'an older one of the same attempt').toEqual([NEW_DONE]);
  });

  it('is so in Excel, and where the reports tell of no answers', async () => {
    const excel = async (attempts: readonly Attempt[]) => {
      const path = join(records.folder, 'report.xlsx');
      await writeExcel(rowsOf(attempts).map((row) => row.map((value) => ({ value })))).toFile(path);
      return importFile(records.store, path, { form: FORM });
    };
    await excel([ANN, ...OTHERS]);
    expect((await take([ANEW, ...OTHERS], { kind: 'basic' })).notes).toEqual([
      expect.stringMatching(REPLACED),
    ]);
    expect(await ofAnn()).toEqual([{ ...NEW, answers: null }]);
    await excel([ANEW, ...OTHERS]);
    expect(await ofAnn()).toEqual([NEW]);
    expect((await excel([ANN, ...OTHERS])).notes).toEqual([expect.stringMatching(LEFT_OUT)]);
    expect(await ofAnn()).toEqual([NEW]);
  });

  it('has none of the objectives of the deleted one', async () => {
    await take([ANN, ...OTHERS], { kind: 'objectives' });
    await take([ANEW, ...OTHERS], { kind: 'basic' });
    const objectives = async () =>
      records.store.query(
        `select score from records.events where person = 'ann@e.org' and kind = 'objective'`,
      );
    expect(await objectives()).toEqual([]);
    await take([ANN, ...OTHERS], { kind: 'objectives' });
    expect(await objectives()).toEqual([]);
    await take([ANEW, ...OTHERS], { kind: 'objectives' });
    expect(await objectives()).toEqual([{ score: 20 }]);
  });

  it('leaves nothing of the deleted one in what reports said', async () => {
    await take([ANN, ...OTHERS]);
    await take([{ ...ANN, last: '1:40 PM', score: 95 }, ...OTHERS]);
    await take([ANEW, ...OTHERS]);
    expect(
      await records.store.query(`select score from records.reports where attempt like '%ann@e.org%'`),
    ).toEqual([]);
  });

  it('tells of a deleted attempt that nothing has taken the place of, and keeps it', async () => {
    await take([ANN, ...OTHERS]);
    const { notes } = await take(OTHERS, { listed: ['ann', 'dan'] });
    expect(notes).toContainEqual(
      expect.stringMatching(/^1 attempt that is known of the people in it isn’t in it: /),
    );
    expect(await ofAnn()).toEqual([OLD]);
    await take([{ ...ANN, number: 2, began: '3:00 PM', last: '3:10 PM', score: 10, answers: '' }, ...OTHERS]);
    expect(await ofAnn(), 'another number').toMatchObject([OLD, { began: '15:00' }]);
  });
});

describe('attempts of one number stay both', () => {
  it('where one report has both: they are two people', async () => {
    const two = [ANN, { ...DONE, score: 60 }];
    await take([ANN, ...OTHERS], { named: false });
    const { notes } = await take([...two, ...OTHERS], { named: false });
    expect(notes).not.toContainEqual(expect.stringMatching(BOTH));
    expect(await ofAnn()).toMatchObject([{ score: 90 }, { score: 60 }]);
  });

  it('where people are known by their names alone, which is told', async () => {
    await take([ANN, ...OTHERS], { named: false });
    const { notes } = await take([ANEW, ...OTHERS], { named: false });
    expect(notes).toEqual([expect.stringMatching(BOTH)]);
    expect(await ofAnn()).toEqual([OLD, NEW]);
  });

  it('where one began while the other was at work: their times are of two zones', async () => {
    await take([ANN, ...OTHERS]);
    const { notes } = await take([{ ...ANN, began: '1:20 PM', last: '1:50 PM' }, ...OTHERS]);
    expect(notes).toEqual([expect.stringMatching(BOTH)]);
    expect(await ofAnn()).toMatchObject([{ began: '13:00' }, { began: '13:20' }]);
  });

  it('where nothing shows that the report is of the same activity, though somebody says so', async () => {
    await take([ANN]);
    await take([ANEW]);
    expect(await records.store.query('select distinct course from records.attempts order by 1')).toEqual([
      { course: 'Ethics' },
      { course: 'Ethics (2)' },
    ]);
    expect(await ofAnn()).toEqual([OLD, NEW]);
    await take(
      [
        { ...ANN, who: 'dan' },
        { ...ANN, who: 'eve' },
      ],
      {},
      'Safety',
    );
    const later = [
      { ...DONE, who: 'dan' },
      { ...DONE, who: 'eve' },
    ];
    const { notes } = await take(later, {}, 'Safety');
    expect(notes).toEqual([expect.stringMatching(/^2 attempts have the number of another one/)]);
    // and so they do in its next report, since both activities are called so
    await take([...later, { ...ANN, who: 'fay' }], {}, 'Safety');
    await take([...later, { ...DONE, who: 'fay' }], {}, 'Safety');
    expect(
      await records.store.query(`select count(*) as attempts from records.attempts where course = 'Safety'`),
    ).toEqual([{ attempts: 6 }]);
  });
});

describe('another LMS’s table that numbers attempts', () => {
  const table = (number: string, began: string, last: string, status: string, score: string): string =>
    `Name,Email,Attempt,Started,Last accessed,Status,Score\nAnn,ann@e.org,${number},${began},${last},${status},${score}\n`;
  const first = table('1', '2026-03-04', '2026-03-05', 'Passed', '90');
  const anew = table('1', '2026-04-01', '2026-04-02', 'In progress', '');
  const attempts = () =>
    records.store.query(
      `select strftime(started, '%Y-%m-%d') as began, completion, success, score from records.attempts order by 1`,
    );
  const ANEW_ALONE = [{ began: '2026-04-01', completion: 'incomplete', success: null, score: null }];

  it('has nothing of the deleted attempt in the one that was begun anew, in either order', async () => {
    await records.take(first);
    expect((await records.take(anew)).notes).toEqual([expect.stringMatching(REPLACED)]);
    expect(await attempts()).toEqual(ANEW_ALONE);
    expect((await records.take(first)).notes).toEqual([expect.stringMatching(LEFT_OUT)]);
    expect(await attempts()).toEqual(ANEW_ALONE);
  });

  it('has another attempt where the number is another, or none is told', async () => {
    await records.take(first);
    await records.take(table('2', '2026-04-01', '2026-04-02', 'In progress', ''));
    expect(await attempts()).toHaveLength(2);
    const unnumbered = (began: string): string =>
      `Name,Email,Started,Status\nBen,ben@e.org,${began},Passed\n`;
    await records.take(unnumbered('2026-03-04'));
    await records.take(unnumbered('2026-04-04'));
    expect(await attempts()).toHaveLength(4);
  });

  it('says nothing new the second time where it has one number twice', async () => {
    const twice = `Name,Email,Attempt,Started,Status
Ann,ann@e.org,1,2026-03-04,Passed
Ann,ann@e.org,1,2026-04-01,In progress
`;
    await records.take(twice);
    expect((await records.take(twice)).notes).toEqual([
      'Nothing of it is new: all of it was taken in already.',
    ]);
  });

  it('is read anew where its headings mean something else from now on', async () => {
    const columns = { name: 0, email: 1, attempt: 2, started: 3, seen: 4, status: 5, score: 6 };
    await records.take(first, { reading: { columns } });
    // what was taken for the end was the beginning
    await records.take(first, { reading: { columns: { ...columns, started: 4, seen: 3 } } });
    expect(await attempts()).toEqual([
      { began: '2026-03-05', completion: 'completed', success: 'passed', score: 90 },
    ]);
    await records.take(first, { reading: { columns } });
    expect(await attempts()).toEqual([
      { began: '2026-03-04', completion: 'completed', success: 'passed', score: 90 },
    ]);
  });
});
