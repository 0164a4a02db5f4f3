/** Which states belong to an attempt, as a table of what the LMS and the device hold: src/tracking/SPEC.md, J1, J2, J4 and J8. */
import { describe, expect, it } from 'vitest';
import type { OwedAnswer } from '../../../src/learning/types.ts';
import type { KeptSnapshot } from '../../../src/tracking/device/journal.ts';
import { seal } from '../../../src/tracking/envelope.ts';
import { eachOnce, owedBy, resume } from '../../../src/tracking/session/resume.ts';

const A = 'aaaaaaaaaa';
const B = 'bbbbbbbbbb';
const C = 'cccccccccc';

const kept = (token: string, counter: number, more: Partial<KeptSnapshot> = {}): KeptSnapshot =>
  ({
    token,
    counter,
    body: `${token[0]}${counter}`,
    savedAt: 0,
    confirmed: false,
    acknowledged: false,
    answersOwed: [],
    key: `${token}${counter}`,
    ...more,
  }) as KeptSnapshot;

const owed = (index: number, at = 0, more: Partial<OwedAnswer> = {}): OwedAnswer =>
  ({ index, at, item: `item ${index}`, ...more }) as OwedAnswer;

const sealed = (token: string, counter: number, body = 'lms'): string => seal({ token, counter, body });
const bodies = (snapshots: readonly KeptSnapshot[]): string[] => snapshots.map(({ body }) => body);

describe('what the LMS returns', () => {
  it.each([
    [4, ['a5', 'lms'], 5],
    [5, ['lms', 'a5'], 5],
    [6, ['lms', 'a5'], 6],
  ])('joins what the device has under its token, newest first: %i', (counter, saved, highest) => {
    const found = resume({ saved: sealed(A, counter) }, [kept(A, 5), kept(B, 9, { acknowledged: true })], []);
    expect(found).toMatchObject({ token: A, counter: highest, saved });
    expect(bodies(found.merged)).toEqual(['a5']);
  });

  it('is named once where the device has the same, and an empty one is none', () => {
    const found = resume({ saved: sealed(A, 1, '') }, [kept(A, 5), kept(A, 4, { body: 'a5' })], []);
    expect(found.saved).toEqual(['a5']);
  });

  it('brings the order of answers that the device keeps with it', () => {
    expect(resume({ saved: sealed(A, 1) }, [kept(A, 5, { order: 'x' })], []).saved).toEqual(['a5~x', 'lms']);
  });

  it('is handed on as it is where it is no envelope', () => {
    const own = [kept(A, 5), kept(B, 4, { confirmed: true, acknowledged: true })];
    const found = resume({ saved: 'old', floor: { completed: true } }, own, []);
    expect(found).toMatchObject({ token: undefined, counter: 0, saved: ['old'], merged: [] });
    expect(bodies(found.offered)).toEqual(['a5']);
  });
});

it('is offered as one where no launch is given a state: one alone would be offered each time, and the others never', () => {
  const problem = { code: 'state-refused', detail: '' } as const;
  const own = [kept(A, 5), kept(B, 4, { confirmed: true })];
  const found = resume({ saved: '', problem }, own, [kept(C, 3, { unnamed: true })]);
  expect(bodies(found.offered)).toEqual(['a5', 'b4', 'c3']);
  const other = resume({ saved: '', problem: { ...problem, code: 'offline' } }, own, []);
  expect(bodies(other.offered)).toEqual(['a5']);
});

describe('an LMS that returns nothing', () => {
  it('has a new attempt: what had come back once is over, what never had is asked about', () => {
    const own = [kept(A, 5, { confirmed: true }), kept(B, 4)];
    const found = resume({ saved: '' }, own, []);
    expect(found).toMatchObject({ token: undefined, counter: 0, saved: [], merged: [] });
    expect(bodies(found.offered)).toEqual(['b4']);
  });

  it('that could not be read proves nothing', () => {
    const own = [kept(A, 5, { confirmed: true })];
    const problem = { code: 'lms-refused', detail: '' } as const;
    expect(bodies(resume({ saved: '', problem }, own, []).offered)).toEqual(['a5']);
    expect(bodies(resume({ saved: '' }, own, []).offered)).toEqual([]);
  });

  it.each([{ completed: true }, { passed: false }, { passed: true }, { score: 0 }])(
    'beside %j has lost what it had acknowledged, which joins by itself',
    (floor) => {
      for (const proof of [{ confirmed: true }, { acknowledged: true }]) {
        const found = resume({ saved: '', floor }, [kept(B, 9), kept(A, 5, proof)], []);
        expect(found).toMatchObject({ token: A, counter: 5, saved: ['a5'] });
        expect(bodies(found.offered)).toEqual(['b9']);
      }
    },
  );

  it.each([undefined, {}, { completed: false }])('beside %j has lost no result', (floor) => {
    expect(
      resume({ saved: '', ...(floor && { floor }) }, [kept(A, 5, { acknowledged: true })], []).token,
    ).toBe(undefined);
  });

  it('but has begun: the last that had come back is asked about with all else of it, an earlier one is over', () => {
    const own = [kept(B, 9), kept(A, 5, { confirmed: true }), kept(C, 3, { confirmed: true })];
    expect(bodies(resume({ saved: '', begun: true }, own, []).offered)).toEqual(['b9', 'a5']);
    // One that the LMS returned is no lost one
    expect(bodies(resume({ saved: sealed(B, 1), begun: true }, own, []).offered)).toEqual([]);
  });
});

describe('an offer', () => {
  it('is one question: about what no LMS has before what one had, the named before the unnamed', () => {
    const [had, never, nobodys] = [kept(A, 9, { acknowledged: true }), kept(B, 2), kept(C, 7)];
    expect(bodies(resume({ saved: '' }, [had, never], [nobodys]).offered)).toEqual(['b2']);
    expect(bodies(resume({ saved: '' }, [had], [nobodys]).offered)).toEqual(['a9']);
    expect(bodies(resume({ saved: '' }, [], [nobodys]).offered)).toEqual(['c7']);
    expect(bodies(resume({ saved: '', begun: true }, [had, never], [nobodys]).offered)).toEqual([
      'b2',
      'a9',
      'c7',
    ]);
  });

  it('is made of an attempt that the launch names, though it had come back and another token stands for it by now', () => {
    const own = [
      kept(A, 5, { confirmed: true, attempt: 'x' }),
      kept(B, 4, { confirmed: true, attempt: 'y' }),
    ];
    for (const saved of [sealed(C, 1), ''])
      expect(bodies(resume({ saved, attempt: 'x' }, own, []).offered)).toEqual(['a5']);
    const unnamed = [kept(A, 5, { confirmed: true })];
    expect(bodies(resume({ saved: sealed(C, 1) }, unnamed, []).offered)).toEqual([]);
  });

  it('is of all that pages and launches have left of one attempt', () => {
    const own = [kept(A, 5), kept(B, 4), kept(A, 3, { acknowledged: true }), kept(C, 2, { attempt: 'x' })];
    expect(bodies(resume({ saved: sealed('dddddddddd', 1) }, own, []).offered)).toEqual(['a5', 'a3']);
    const named = [kept(A, 5, { attempt: 'x' }), ...own.slice(1)];
    expect(bodies(resume({ saved: '', attempt: 'x' }, named, []).offered)).toEqual(['a5', 'c2', 'a3']);
  });

  it.each([{ body: '' }, { untouched: true }])('is made for nothing that is no work: %j', (more) => {
    expect(resume({ saved: '' }, [kept(A, 5, more)], [kept(B, 5, more)]).offered).toEqual([]);
  });

  it('beside another attempt is of what no LMS had, then of what one has never given back, and of nothing that was put aside', () => {
    const own = [kept(B, 6, { acknowledged: true }), kept(A, 5), kept(C, 3, { confirmed: true }), kept(C, 2)];
    const other = { saved: sealed('dddddddddd', 1) };
    expect(bodies(resume(other, own, []).offered)).toEqual(['a5']);
    expect(bodies(resume(other, [own[0]!, own[2]!], []).offered)).toEqual(['b6']);
    expect(bodies(resume(other, [own[2]!, own[3]!], []).offered)).toEqual([]);
  });
});

describe('answers that are owed', () => {
  it('are those of all snapshots of the attempt, the newest of each place, and of no other', () => {
    const own = [
      kept(A, 5, { answersOwed: [owed(0, 5), owed(1, 5)] }),
      kept(A, 4, { answersOwed: [owed(1, 4), owed(2, 4)] }),
      kept(B, 9, { answersOwed: [owed(7)] }),
    ];
    const { answersOwed } = resume({ saved: sealed(A, 1) }, own, []);
    expect(answersOwed.map(({ index, at }) => [index, at])).toEqual([
      [0, 5],
      [1, 5],
      [2, 4],
    ]);
    expect(owedBy(own).map(({ index }) => index)).toEqual([0, 1, 2, 7]);
  });

  it.each([
    ['of one attempt have no place in common', owed(1, 5), owed(1, 6), 1],
    ['of one attempt have places of their own', owed(1, 5), owed(2, 5), 2],
    ['of another attempt may have the same place', owed(1, 5, { elsewhere: true }), owed(1, 6), 2],
    ['of another attempt may come behind it', owed(1, 5), owed(1, 6, { elsewhere: true }), 2],
    ['of another attempt are the same at one place and time', owed(1, 5, { elsewhere: true }), owed(1, 5), 1],
  ] as const)('%s', (_name, one, other, count) => {
    expect(eachOnce([one, other])).toHaveLength(count);
    expect(eachOnce([one, other])[0]).toBe(one);
  });
});
