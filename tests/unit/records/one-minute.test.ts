/** Two activities that somebody began in one minute, each for the first time: their attempts have one number and one beginning. */
import { describe, expect, it } from 'vitest';
import { activitiesIn, callActivity } from '../../../src/workbench/records/import/activity.ts';
import { eachRecords } from './each-records.ts';
import { asText, rowsOf, type Attempt } from './scorm-attempts.ts';

const records = eachRecords();
const began = '1:00 PM';
const ANN: Attempt = { who: 'ann', began, last: '1:30 PM', score: 75, answers: 'q1 q2 q3 -q4' };
/** Of another activity, which asks some of the same questions. */
const ELSEWHERE: Attempt = { who: 'ann', began, last: '1:50 PM', score: 50, answers: 'q1 -q9' };
const BEN: Attempt = { who: 'ben', began: '1:10 PM', last: '1:40 PM', score: 90, answers: 'q1 q2 q3 q4' };
const CYD: Attempt = { who: 'cyd', began: '1:15 PM', last: '1:45 PM', score: 100, answers: 'q1 q9' };
const DAN: Attempt = { who: 'dan', began: '1:16 PM', last: '1:46 PM', score: 90, answers: 'q1 q9' };
const EVE: Attempt = { ...BEN, who: 'eve' };

const ETHICS = [ANN, BEN, EVE];
const SAFETY = [ELSEWHERE, CYD, DAN];

const take = (
  attempts: readonly Attempt[],
  title: string,
  kind: 'interactions' | 'objectives' = 'interactions',
) => records.take(asText(rowsOf(attempts, { kind })).replace('Ethics', title), { form: 4 });

const ofAnn = () =>
  records.store.query(`
    select course, score, strftime(last_seen, '%H:%M') as last, string_agg(an.item || ' ' || an.correct, ', ' order by an.item) as answers
    from records.attempts a left join records.answers an using (attempt)
    where a.person = 'ann@e.org' group by all order by course`);

const IN_ETHICS = { course: 'Ethics', score: 75, last: '13:30', answers: 'q1 1, q2 1, q3 1, q4 0' };
const IN_SAFETY = { course: 'Safety', score: 50, last: '13:50', answers: 'q1 1, q9 0' };
const AGAIN = ['Nothing of it is new: all of it was taken in already.'];

describe('two activities begun in one minute', () => {
  it.each([
    ['one', ETHICS, 'Ethics', SAFETY, 'Safety'],
    ['the other', SAFETY, 'Safety', ETHICS, 'Ethics'],
  ] as const)(
    'have an attempt each, with its own answers, where %s comes first',
    async (_, ours, our, theirs, their) => {
      await take(ours, our);
      await take(theirs, their);
      expect(await ofAnn()).toEqual([IN_ETHICS, IN_SAFETY]);
      expect((await take(ours, our)).notes).toEqual(AGAIN);
      expect((await take(theirs, their)).notes).toEqual(AGAIN);
      expect(await ofAnn()).toEqual([IN_ETHICS, IN_SAFETY]);
    },
  );

  it.each([
    ['at once', { last: began, score: 100 }],
    ['without a result', { last: '1:02 PM', score: 0 }],
  ])('are two though whoever began both left both in one minute, %s', async (_, left) => {
    const ann: Attempt = { who: 'ann', began, ...left };
    await take([ann, BEN, EVE], 'Ethics');
    await take([ann, CYD, DAN], 'Safety');
    expect((await ofAnn()).map(({ course }) => course)).toEqual(['Ethics', 'Safety']);
  });

  it('have objectives each', async () => {
    await take(ETHICS, 'Ethics', 'objectives');
    await take(SAFETY, 'Safety', 'objectives');
    expect(
      await records.store.query(`select score from records.events where person = 'ann@e.org' order by 1`),
    ).toEqual([{ score: 50 }, { score: 75 }]);
  });

  it('are one once somebody says so: what was seen last stays, and its next report finds it', async () => {
    for (const kind of ['interactions', 'objectives'] as const) {
      await take(ETHICS, 'Ethics', kind);
      await take(SAFETY, 'Safety', kind);
    }
    await records.store.whole(() => callActivity(records.store, 'Safety', 'Ethics'));
    expect((await activitiesIn(records.store)).reports).toEqual(['Ethics']);
    const ONE = [{ ...IN_SAFETY, course: 'Ethics' }];
    expect(await ofAnn()).toEqual(ONE);
    for (const kind of ['interactions', 'objectives'] as const) await take(SAFETY, 'Safety', kind);
    expect(await ofAnn()).toEqual(ONE);
    const events = () => records.store.query(`select score from records.events where person = 'ann@e.org'`);
    expect(await events()).toEqual([{ score: 50 }]);
  });
});

describe('a report', () => {
  it('is of the same activity where one attempt is as it was, though most others were deleted and begun anew', async () => {
    await take([...ETHICS, CYD, DAN], 'Ethics');
    const anew = [ANN, EVE, CYD, DAN].map((one) => ({
      ...one,
      began: '3:00 PM',
      last: '3:10 PM',
      answers: 'q5',
    }));
    const { notes } = await take([...anew, BEN], 'Ethics');
    expect(notes).toEqual([expect.stringMatching(/^4 attempts were begun anew/)]);
    expect((await activitiesIn(records.store)).reports).toEqual(['Ethics']);
  });
});
