/** Scores of SCORM reports that are no per cents, and cells with nothing in them. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import { eachRecords } from './each-records.ts';
import { tabs } from './scorm-report.ts';

const records = eachRecords();
const FILTERS = { now: '2026-12-01 00:00:00', passMark: 80 };
const WHO = ['Name', 'Email', 'Attempt', 'Started', 'Last', 'Score'];
const ann = (score: string, ...rest: string[]): string[] => [
  'Ann',
  'ann@example.org',
  '1',
  '14 March 2026, 1:14 PM',
  '14 March 2026, 2:15 PM',
  score,
  ...rest,
];

const OUT_OF_RANGE = '1 score (first: line 2) is no number from 0 to the highest and was left empty.';

const scoreSaid = async (): Promise<unknown> =>
  (await records.store.query('select score from records.attempts'))[0]?.['score'];

describe('a score in a report of SCORM', () => {
  it.each(['150', '-5'])(
    'that is no per cent (%s) is none, makes nobody pass, and is told',
    async (score) => {
      expect((await records.take(tabs(WHO, ann(score)))).notes).toEqual([OUT_OF_RANGE]);
      expect(await ask(records.store, 'people', FILTERS)).toMatchObject([
        { status: 'in progress', passed: 0, best_score: null },
      ]);
    },
  );

  it('of an objective is none either', async () => {
    const objective = [...WHO, 'Ethics', 'rights status', 'rights score', 'purpose status', 'purpose score'];
    const row = ann('90', '90', 'passed', '150', '', '50');
    expect((await records.take(tabs(objective, row))).notes).toEqual([OUT_OF_RANGE]);
    expect(await ask(records.store, 'principles', FILTERS)).toMatchObject([
      { objective: 'purpose', share: 0.5 },
    ]);
  });

  it.each([
    ['45', '45/50', 90],
    ['120', '120/160', 75],
    ['90', '90/100', 90],
    ['1', '8,5/10', 85],
  ])('is of the highest that stands beside it: %s is %s', async (score, sco, share) => {
    expect((await records.take(tabs([...WHO, 'Ethics'], ann(score, sco)))).notes).toEqual([]);
    expect(await scoreSaid()).toBe(share);
  });

  it('of several parts is as Moodle has it', async () => {
    await records.take(tabs([...WHO, 'One', 'Two'], ann('60', '10/20', '50/50')));
    expect(await scoreSaid()).toBe(60);
  });
});

it.each(['&nbsp;', '-', ''])('a cell of a question with “%s” in it is no answer', async (nothing) => {
  const questions = ['Question 0', 'Response 0', 'Right answer 0', 'Result 0'];
  await records.take(
    tabs(
      [...WHO, 'Ethics', ...questions, 'Question 1', 'Response 1', 'Right answer 1', 'Result 1'],
      ann('90', '90', 'Q1_One', '-', nothing, 'correct', nothing, nothing, nothing, nothing),
    ),
  );
  const [answer, ...others] = await records.store.query(
    'select item, response, correct from records.answers',
  );
  expect(answer).toEqual({ item: 'Q1_One', response: '-', correct: 1 });
  expect(others).toEqual([]);
});
