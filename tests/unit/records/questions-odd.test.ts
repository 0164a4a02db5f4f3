/** What questions answer of records that lack something, or have it twice, and when a day ends. */
import { describe, expect, it } from 'vitest';
import { ask, type QuestionName } from '../../../src/workbench/records/ask.ts';
import type { Filters } from '../../../src/workbench/records/filters.ts';
import { noRows, type Cell } from '../../../src/workbench/records/tables.ts';
import { wallClock } from '../../../src/workbench/records/wall-clock.ts';
import { PASS_MARK, twelve } from './twelve.ts';
import { emptyStore } from '../../fakes/records-store.ts';

const FILTERS: Filters = { now: '2026-04-01 00:00:00', passMark: PASS_MARK };

it('a day by which people should have finished ends where the supervisor is', async () => {
  const store = await emptyStore();
  await store.whole(() => store.put(twelve()));
  const late = async (time: Date) =>
    (await ask(store, 'now', { now: wallClock(time), passMark: 80, due: '2026-11-30 23:59:59' })).some(
      ({ overdue }) => overdue === 1,
    );
  // half past four in the afternoon in California, and half past one in the night in Berlin
  const at = (time: string, offset: number) =>
    Object.assign(new Date(time), { getTimezoneOffset: () => offset });
  expect(await late(at('2026-12-01T00:30:00Z', 480))).toBe(false);
  expect(await late(at('2026-12-01T00:30:00Z', -60))).toBe(true);
  expect(await late(at('2026-11-30T23:30:00Z', -60))).toBe(true);
  store.close();
});

it('what happened in the last second of a day is of that day', async () => {
  const store = await emptyStore();
  const { people, attempts } = twelve();
  const last = { ...attempts[0]!, last_seen: '2026-03-01 23:59:59.5' };
  await store.whole(() => store.put({ ...noRows(), people, attempts: [last] }));
  const seen = async (times: Partial<Filters>) =>
    (await ask(store, 'people', { ...FILTERS, ...times })).filter((row) => row['last_seen'] !== null);
  expect(await seen({ until: '2026-03-01 23:59:59' })).toHaveLength(1);
  expect(await seen({ since: '2026-03-02 00:00:00' })).toHaveLength(0);
  store.close();
});

describe('what a supervisor asks, of odd records', () => {
  it('takes a score for each objective where no answers are named, for the group, its weakest and Thursday too', async () => {
    const other = await emptyStore();
    const { people, attempts, events } = twelve();
    const score = (objective: string, at: number) => ({
      ...events[0]!,
      event: `objective-${objective}`,
      kind: 'objective',
      object: objective,
      response: null,
      score: at,
    });
    await other.whole(() =>
      other.put({ people, attempts, answers: [], events: [score('A', 50), score('B', 80)] }),
    );
    const of = (name: QuestionName) => ask(other, name, FILTERS);
    expect(await of('principles')).toMatchObject([
      { person: 'p01', objective: 'A', share: 0.5, asked: 0, mastered: 0 },
      { person: 'p01', objective: 'B', share: 0.8, mastered: 1 },
    ]);
    expect(await of('group')).toMatchObject([
      { objective: 'A', people: 1, mean_share: 0.5, mastered: 0 },
      { objective: 'B', people: 1, mean_share: 0.8, mastered: 1 },
    ]);
    expect((await of('people'))[0]).toMatchObject({ person: 'p01', weakest: 'A', weakest_share: 0.5 });
    expect(await of('thursday')).toMatchObject([{ what: 'principle', id: 'A', figure: 0.5 }]);
    other.close();
  });

  it('keeps what somebody holds though they answered in a later course whose questions have no objective', async () => {
    const other = await emptyStore();
    const rows = twelve();
    const isOf = ({ person }: { person: Cell }): boolean => person === 'p04';
    const [attempt] = rows.attempts.filter(isOf);
    const [answer] = rows.answers.filter(isOf);
    await other.whole(() =>
      other.put({
        people: rows.people.filter(isOf),
        attempts: [
          attempt!,
          { ...attempt!, attempt: 'foreign', course: 'Other', started: '2026-03-20 09:00:00' },
        ],
        answers: [
          ...rows.answers.filter(isOf),
          {
            ...answer!,
            answer: 'foreign',
            attempt: 'foreign',
            item: 'https://other.org/q1',
            objective: null,
          },
        ],
        events: [],
      }),
    );
    expect(await ask(other, 'principles', FILTERS)).toMatchObject([
      { objective: 'A', share: 1 },
      { objective: 'B', share: 0.5 },
    ]);
    other.close();
  });

  it('counts of several ways the one that was taken first: of one moment by their ids, and one without a moment last', async () => {
    const other = await emptyStore();
    const { people, attempts, events } = twelve();
    const way = (person: string, event: string, happened: string | null, response: string) => ({
      ...events[0]!,
      attempt: `${person}-1`,
      person,
      event,
      happened,
      response,
    });
    await other.whole(() =>
      other.put({
        people,
        attempts,
        answers: [],
        events: [
          way('p01', 'a1', '2026-03-02 09:00:00', 'talk'),
          way('p01', 'b1', '2026-03-02 08:00:00', 'take'),
          way('p01', 'c1', '2026-03-02 10:00:00', 'talk'),
          way('p02', 'b2', '2026-03-02 09:00:00', 'take'),
          way('p02', 'a2', '2026-03-02 09:00:00', 'talk'),
          way('p03', 'a3', null, 'take'),
          way('p03', 'b3', '2026-03-02 09:00:00', 'talk'),
          { ...way('p03', 'c3', '2026-03-02 09:00:00', 'talk'), object: 'other' },
        ],
      }),
    );
    expect(await ask(other, 'dilemmas', FILTERS)).toMatchObject([
      { dilemma: 'other', way: 'talk', chosen: 1, people: 1 },
      { dilemma: 'scarf', way: 'talk', chosen: 2, people: 3 },
      { dilemma: 'scarf', way: 'take', chosen: 1, people: 3 },
    ]);
    other.close();
  });

  it('takes what somebody holds from the attempt that began last, and not from one of which nobody knows when it began', async () => {
    const other = await emptyStore();
    const rows = twelve();
    const isOf = ({ person }: { person: Cell }): boolean => person === 'p04';
    const [attempt] = rows.attempts.filter(isOf);
    const answers = rows.answers.filter(isOf);
    const inAttempt = (name: string, correct: number) =>
      answers.map((answer) => ({ ...answer, answer: `${name}-${answer.answer}`, attempt: name, correct }));
    await other.whole(() =>
      other.put({
        people: rows.people.filter(isOf),
        attempts: [
          { ...attempt!, attempt: 'a', started: null },
          { ...attempt!, attempt: 'b', started: '2026-03-20 09:00:00' },
          { ...attempt!, attempt: 'c', started: '2026-03-10 09:00:00' },
        ],
        answers: [...inAttempt('a', 0), ...inAttempt('b', 1), ...inAttempt('c', 0)],
        events: [],
      }),
    );
    expect(await ask(other, 'principles', FILTERS)).toMatchObject([
      { objective: 'A', share: 1, asked: 2 },
      { objective: 'B', share: 1, asked: 2 },
    ]);
    other.close();
  });
});
