/** Where the twelve stand, worked out by hand: who has passed, failed, completed, or is told of by nobody. */
import { describe, expect, it } from 'vitest';
import { ask, type QuestionName } from '../../../src/workbench/records/ask.ts';
import { noRows } from '../../../src/workbench/records/tables.ts';
import { twelve } from './twelve.ts';
import { emptyStore } from '../../fakes/records-store.ts';
import { FILTERS, recordsOfTwelve } from './asked-of-twelve.ts';

describe('where twelve people stand', () => {
  const { asked } = recordsOfTwelve();

  it('tells where everybody stands', async () => {
    const standing = Object.fromEntries((await asked('now')).map(({ person, status }) => [person, status]));
    expect(standing).toEqual({
      p01: 'completed',
      p02: 'completed',
      p03: 'completed',
      p04: 'passed',
      p05: 'passed',
      p06: 'failed',
      p07: 'failed',
      p08: 'failed',
      p09: 'failed',
      p10: 'completed',
      p11: 'in progress',
      p12: 'not started',
    });
  });

  it('counts how many stand where', async () => {
    const counts = async (due?: string) =>
      (await asked('standing', { due })).map(({ status, overdue, people }) => [status, overdue, people]);
    expect(await counts()).toEqual([
      ['completed', 0, 4],
      ['failed', 0, 4],
      ['in progress', 0, 1],
      ['not started', 0, 1],
      ['passed', 0, 2],
    ]);
    expect(await counts('2026-03-31 23:59:59')).toEqual([
      ['completed', 0, 4],
      ['failed', 1, 4],
      ['in progress', 1, 1],
      ['not started', 1, 1],
      ['passed', 0, 2],
    ]);
  });

  it('calls nobody failed who has passed since or has only a low score, and says who completed and failed', async () => {
    const other = await emptyStore();
    const [pattern] = twelve().attempts;
    const attempt = (person: string, number: number, said: object) => ({
      ...pattern!,
      completion: 'incomplete',
      success: null,
      score: null,
      ...said,
      attempt: `${person}-${number}`,
      person,
    });
    const attempts = [
      attempt('again', 1, { success: 'failed', score: 40 }),
      attempt('again', 2, { success: 'passed', score: 90 }),
      attempt('low', 1, { score: 40 }),
      attempt('failed', 1, { success: 'failed', score: 40 }),
      attempt('failed', 2, {}),
      attempt('through', 1, { completion: 'completed', success: 'failed', score: 40 }),
      attempt('both', 1, { completion: 'completed', success: 'passed', score: 90 }),
    ];
    const people = ['again', 'low', 'failed', 'through', 'both'].map((person) => ({
      person,
      name: person,
      email: null,
      team: null,
    }));
    await other.whole(() => other.put({ ...noRows(), people, attempts }));
    const said = {
      again: ['passed', 1, 0],
      both: ['completed', 1, 0],
      failed: ['failed', 0, 1],
      low: ['in progress', 0, 0],
      through: ['completed', 0, 1],
    };
    for (const name of ['now', 'people'] as const)
      expect(
        Object.fromEntries(
          (await ask(other, name, FILTERS)).map(({ person, status, passed, failed }) => [
            person,
            [status, passed, failed],
          ]),
        ),
        name,
      ).toEqual(said);
    const counted = await ask(other, 'standing', FILTERS);
    expect(counted.map(({ status, passed, failed, people: some }) => [status, passed, failed, some])).toEqual(
      [
        ['completed', 0, 1, 1],
        ['completed', 1, 0, 1],
        ['failed', 0, 1, 1],
        ['in progress', 0, 0, 1],
        ['passed', 1, 0, 1],
      ],
    );
    other.close();
  });

  it('agrees on how many have passed wherever it is told', async () => {
    const passed = async (name: QuestionName): Promise<number> =>
      (await asked(name))
        .map(({ passed: one, people = 1 }) => (name === 'weeks' ? Number(one) : Number(one) * Number(people)))
        .reduce((sum, some) => sum + some, 0);
    // p01 to p05, and p10
    for (const name of ['now', 'people', 'standing', 'weeks'] as const)
      expect(await passed(name), name).toBe(6);
  });

  it('counts no completions by weeks where nobody is known to have completed and the source doesn’t tell', async () => {
    const other = await emptyStore();
    const { attempts, ...rest } = twelve();
    const scores = attempts.map((row) => ({ ...row, success: null, completion: null }));
    await other.whole(() => other.put({ ...rest, attempts: scores }));
    expect((await ask(other, 'weeks', FILTERS)).map(({ completed, passed }) => [completed, passed])).toEqual([
      [null, 1],
      [null, 4],
      [null, 1],
    ]);
    other.close();
  });

  it('tells of whom no report says whether they completed', async () => {
    const other = await emptyStore();
    const { attempts, ...rest } = twelve();
    const scores = attempts.map((row) => ({ ...row, success: null, completion: null }));
    await other.whole(() => other.put({ ...rest, attempts: scores }));
    const untold = async () =>
      (await ask(other, 'standing', FILTERS)).map(({ status, untold: one, people }) => [status, one, people]);
    // six have 70 and more
    expect(await untold()).toEqual([
      ['in progress', 1, 5],
      ['not started', 0, 1],
      ['passed', 1, 6],
    ]);
    await other.whole(() => other.put({ ...noRows(), attempts: attempts.slice(3, 5) }));
    // of p04 and p05 it is said that they have not
    expect(await untold()).toEqual([
      ['in progress', 1, 5],
      ['not started', 0, 1],
      ['passed', 0, 2],
      ['passed', 1, 4],
    ]);
    other.close();
  });
});
