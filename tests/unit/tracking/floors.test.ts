/** What the LMS holds is a floor: two devices, one learner, and a page whose own state is the older one. */
import { describe, expect, it } from 'vitest';
import { LMSS } from '../../../src/lms/habits.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import { createDriver as create12 } from '../../../src/tracking/scorm/scorm12.ts';
import { createDriver as create2004 } from '../../../src/tracking/scorm/scorm2004.ts';
import { answers, COURSE, LESS, PASSED, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { FakeClock } from '../../fakes/clock.ts';

type Lms = Scorm12Lms | Scorm2004Lms;

describe.each([
  { version: '1.2', Lms: Scorm12Lms, create: create12 },
  { version: '2004', Lms: Scorm2004Lms, create: create2004 },
] as const)('SCORM $version', ({ version, Lms, create }) => {
  const on = async (lms: Lms, clock = new FakeClock()) =>
    (await begin(create(COURSE, { scope: lms.scope, clock, online: () => true }))).writer;

  it('T9 a third device with an old state takes nothing from what a second one earned', async () => {
    const second = new Lms(LMSS.plain[version]);
    await (await on(second)).write(writing(PASSED, { interactions: answers() }));
    const earned = second.seen();
    // An older page put its own state in the place of that one's
    second.attempt.data.set('cmi.suspend_data', writing({ saved: 'old' }).saved);

    const third = second.relaunch();
    const writer = await on(third);
    // Its state knows of no try: it counts from 0
    await writer.write(writing(LESS, { interactions: answers(0, 1) }));
    const { interactions, score, completion, success, objectives } = third.seen();
    expect({ score, completion, success, objectives }).toEqual({
      score: earned.score,
      completion: earned.completion,
      success: earned.success,
      objectives: earned.objectives,
    });
    expect(interactions).toHaveLength(14);
    expect(interactions.slice(0, 7)).toEqual(earned.interactions);
    await writer.write(writing(LESS, { interactions: answers(7, 2) }));
    expect(third.seen().interactions, 'and goes on from there').toHaveLength(21);
  });

  it('T11 answers that an earlier session had handed in stay in their place', async () => {
    const first = new Lms(LMSS.plain[version]);
    await (await on(first)).write(writing({}, { interactions: answers() }));
    const next = first.relaunch();
    const again = writing(
      {},
      { interactions: answers(), earlier: new Set(answers().map((one) => one.index)) },
    );
    await (await on(next)).write(again);
    expect(next.seen().interactions).toEqual(first.seen().interactions);
  });

  it.each([200_000, -3_600_000])(
    'T9 looks again after a pause of %i ms by the clock, where the LMS can tell what another device did',
    async (pause) => {
      const lms = new Lms(LMSS.plain[version]);
      const clock = new FakeClock();
      const writer = await on(lms, clock);
      await writer.write(writing({ score: { raw: 40 } }));
      const raw = version === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw';
      const method = version === '1.2' ? 'LMSGetValue' : 'GetValue';
      const api = lms.api as unknown as Record<string, (element: string) => string>;
      const own = api[method]!;
      api[method] = (element) => (element === raw ? '90' : own(element));
      clock.leap(pause);
      const from = lms.calls.length;
      await writer.write(writing({ score: { raw: 50 } }));
      expect(lms.calls.slice(from).some(({ element, name }) => /Set/.test(name) && element === raw)).toBe(
        false,
      );
    },
  );

  it('T9 looks again before a form is handed in: nothing falls below what another device did, nor takes its rows', async () => {
    const lms = new Lms(LMSS.plain[version]);
    const writer = await on(lms);
    await writer.write(writing({}));
    const raw = version === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw';
    const method = version === '1.2' ? 'LMSGetValue' : 'GetValue';
    const api = lms.api as unknown as Record<string, (element: string) => string>;
    const own = api[method]!;
    const elsewhere: Readonly<Record<string, string>> = { [raw]: '100', 'cmi.interactions._count': '3' };
    api[method] = (element) => elsewhere[element] ?? own(element);
    const from = lms.calls.length;
    await writer.write(writing({ score: { raw: 0 } }, { interactions: answers().slice(0, 1) }));
    const set = lms.calls.slice(from).filter(({ name }) => /Set/.test(name));
    expect(set.some(({ element }) => element === raw)).toBe(false);
    const rows = set.filter(({ element }) => element.startsWith('cmi.interactions'));
    expect(rows.map(({ element }) => element)).toContain('cmi.interactions.3.id');
    expect(rows.some(({ element }) => element.startsWith('cmi.interactions.0'))).toBe(false);
  });

  it.each(['4294967295', '-1', 'many'])(
    'T9 a count of answers that can be none (%s) moves no answer, and ends no try',
    async (count) => {
      const lms = new Lms(LMSS.plain[version]);
      const method = version === '1.2' ? 'LMSGetValue' : 'GetValue';
      const api = lms.api as unknown as Record<string, (element: string) => string>;
      const own = api[method]!;
      api[method] = (element) => (element === 'cmi.interactions._count' ? count : own(element));
      const { launch, writer } = await begin(
        create(COURSE, { scope: lms.scope, clock: new FakeClock(), online: () => true }),
      );
      expect(launch.floor?.interactionsCount).toBeUndefined();
      await writer.write(writing({}, { interactions: answers() }));
      expect(lms.seen().interactions).toHaveLength(7);
    },
  );

  it.each(['850', '101', '-5'])(
    'T27 points of another course (%s), in whose place this one was put, are no score of this one',
    async (points) => {
      const objective = 'cmi.objectives.0';
      const held = new Map([
        [version === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw', points],
        [version === '1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status', 'incomplete'],
        [`${objective}.id`, 'objPurpose'],
        [`${objective}.score.raw`, points],
      ]);
      for (const saved of ['', 'of another course']) {
        const lms = new Lms(LMSS.plain[version], {}, new Map([...held, ['cmi.suspend_data', saved]]));
        const course = { ...COURSE, objectives: [{ id: 'obj-purpose', no: 0, graded: true }] };
        const driver = create(course, { scope: lms.scope, clock: new FakeClock(), online: () => true });
        const { launch, writer } = await begin(driver);
        expect(launch.floor).toBeUndefined();
        await writer.write(writing(PASSED));
        expect(lms.seen().score?.raw).toBe('83.33');
      }
    },
  );

  it('T9 a page that was left open does not say again what another one has raised since', async () => {
    const first = new Lms(LMSS.strict[version]);
    const raised = await on(first);
    await raised.write(writing(LESS));
    const left = first.relaunch();
    const writer = await on(left);
    await raised.write(writing(PASSED));
    const from = left.calls.length;
    await writer.write(writing({ ...LESS, progress: 0.5 }));
    const set = left.calls.slice(from).filter(({ name }) => /Set/.test(name));
    // The scaled one with the raw: there are LMSs that grade by it
    expect(set.filter(({ element }) => /score\./.test(element))).toEqual([]);
    // SCORM 2004 in Moodle brings the whole record along, whatever the page says
    if (version === '1.2') expect(left.seen().score?.raw).toBe(first.seen().score?.raw);
  });

  it.each([
    ['throws', true],
    ['says no', false],
  ])(
    'T9 an LMS that tells no rows %s at an objective: no other one comes in its place',
    async (_, isThrown) => {
      const first = new Lms(LMSS['open-edx'][version], { learnerId: 'anna-1' });
      await (await on(first)).write(writing(PASSED));
      const earned = first.seen().objectives;
      expect(earned).toHaveLength(2);

      const next = first.relaunch();
      const writer = await on(next);
      const method = version === '1.2' ? 'LMSSetValue' : 'SetValue';
      const api = next.api as unknown as Record<string, (element: string, value: string) => string>;
      const own = api[method]!;
      api[method] = (element, value) => {
        if (element !== 'cmi.objectives.0.id') return own(element, value);
        api[method] = own;
        if (isThrown) throw new TypeError('gone for a moment');
        return 'false';
      };
      await writer.write(writing(PASSED));
      expect(next.seen().objectives).toEqual(earned);
      await writer.write(writing(PASSED));
      expect(next.seen().objectives, 'nor with the next write').toEqual(earned);
    },
  );

  it.each(['throws', 'says nothing'])(
    'T17 a state that was cut off is noticed though the LMS %s where it is first asked for it',
    async (how) => {
      const lms = new Lms(LMSS.plain[version], { cutsAt: 12 });
      const writer = await on(lms);
      const method = version === '1.2' ? 'LMSGetValue' : 'GetValue';
      const api = lms.api as unknown as Record<string, (element: string) => string>;
      const own = api[method]!;
      api[method] = (element) => {
        if (element !== 'cmi.suspend_data') return own(element);
        api[method] = own;
        if (how === 'throws') throw new TypeError('gone for a moment');
        return '';
      };
      const written = await writer.write(writing());
      expect(written).toMatchObject({ stored: false, problem: { code: 'not-stored' } });
    },
  );

  it('T12 reads nothing of that before the first screen', async () => {
    const lms = new Lms(LMSS.plain[version]);
    await create(COURSE, { scope: lms.scope, clock: new FakeClock(), online: () => true }).open();
    expect(lms.calls.some(({ element }) => /score\.raw|_count/.test(element))).toBe(false);
  });

  it('T2 tells what the LMS holds: at once what tells a wiped state from a new attempt, and the rest with the writer', async () => {
    const course = {
      ...COURSE,
      objectives: ['obj-purpose', 'obj-deciding'].map((id, n) => ({ id, no: n, graded: true })),
    };
    const over = (lms: Lms) =>
      create(course, { scope: lms.scope, clock: new FakeClock(), online: () => true });
    const first = new Lms(LMSS.plain[version]);
    const begun = await begin(over(first));
    expect(begun.launch.floor).toBeUndefined();
    await begun.writer.write(writing(PASSED, { interactions: answers() }));

    const second = await over(first.relaunch()).open();
    expect(second.launch.floor).toEqual({ completed: true, passed: true });
    await second.loadWriter();
    expect(second.launch.floor).toEqual({
      completed: true,
      passed: true,
      score: 83.33,
      interactionsCount: 7,
      objectives: [
        { id: 'obj-purpose', score: 100 },
        { id: 'obj-deciding', score: 66.67 },
      ],
    });

    first.attempt.data.delete('cmi.suspend_data');
    const wiped = await over(first.relaunch()).open();
    expect(wiped.launch.floor).toEqual({ completed: true, passed: true, score: 83.33 });
  });

  it.each([
    ['begins with a score of 0', 'not attempted', '0'],
    ['has a score of 0, and a status of a visit in which nothing was done', 'incomplete', '0.00'],
    ['has the score of an earlier attempt', 'not attempted', '90'],
  ])('T27 %s: no try was handed in, and what is there is not lowered', async (_what, status, raw) => {
    const [score, completion] =
      version === '1.2'
        ? ['cmi.core.score.raw', 'cmi.core.lesson_status']
        : ['cmi.score.raw', 'cmi.completion_status'];
    const held = new Map([
      [score, raw],
      [completion, status],
      ['cmi.exit', 'suspend'],
    ]);
    const lms = new Lms(LMSS.plain[version], {}, held);
    const driver = create(COURSE, { scope: lms.scope, clock: new FakeClock(), online: () => true });
    const { launch, writer } = await begin(driver);
    expect(launch.floor?.score).toBeUndefined();
    await writer.write(writing({ score: { raw: 50 } }));
    expect(Number(lms.seen().score?.raw)).toBe(Math.max(50, Number(raw)));
  });

  it('T27 a score from an earlier attempt counts from the second launch on: it may be another device’s by then', async () => {
    const score = version === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw';
    const held = new Map([
      [score, '90'],
      ['cmi.exit', 'suspend'],
    ]);
    const lms = new Lms(LMSS.plain[version], {}, held);
    await (await on(lms)).write(writing());
    const { launch } = await begin(
      create(COURSE, { scope: lms.relaunch().scope, clock: new FakeClock(), online: () => true }),
    );
    expect(launch.floor?.score).toBe(90);
  });

  it('T27 a score of 0 beside answers was earned, also where the state is gone', async () => {
    const lms = new Lms(LMSS.plain[version]);
    await (
      await on(lms)
    ).write(writing({ success: 'failed', score: { raw: 0 } }, { interactions: answers() }));
    lms.attempt.data.delete('cmi.suspend_data');
    const driver = create(COURSE, {
      scope: lms.relaunch().scope,
      clock: new FakeClock(),
      online: () => true,
    });
    const opened = await driver.open();
    await opened.loadWriter();
    expect(opened.launch.floor).toMatchObject({ score: 0, interactionsCount: 7 });
  });

  it.each([
    [66.666, 66.66, 'passed', 66.67],
    [66.666, 66.66, 'unknown', 66.66],
    [80, 79.99, 'passed', 79.99],
    [50, 66.66, 'passed', 66.66],
  ] as const)(
    'T6 a pass mark of %d: a score of %d, rounded down, with the success %s is written as %d, for LMSs judge by it themselves',
    async (passMark, raw, success, written) => {
      const lms = new Lms(LMSS.plain[version], { passMark });
      await (await on(lms)).write(writing({ success, score: { raw } }));
      expect(Number(lms.seen().score?.raw)).toBe(written);
      if (version === '2004') expect(Number(lms.seen().score?.['scaled'])).toBeCloseTo(written / 100, 9);
    },
  );

  it('T27 takes a pass for no completion where the two have a status each: lessons may be left', async () => {
    const lms = new Lms(LMSS.plain[version]);
    const floor = async () => {
      const { scope } = lms.relaunch();
      const driver = create(COURSE, { scope, clock: new FakeClock(), online: () => true });
      return (await driver.open()).launch.floor;
    };
    const writer = await on(lms);
    await writer.write(writing({ ...PASSED, completion: 'incomplete' }));
    expect(await floor()).toEqual(version === '1.2' ? undefined : { passed: true });
    await writer.write(writing(PASSED));
    expect(await floor()).toEqual({ completed: true, passed: true });
  });
});
