/**
 * The contract of a `Driver`, run by every driver against a strict fake of its LMS. Clauses are those of
 * src/tracking/SPEC.md. A driver that can't hold a clause names it among its exceptions, with the reason.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Driver } from '../../src/tracking/record.ts';
import type { Call, Fault, LaunchFacts, Seen } from '../../src/lms/scorm.ts';
import { begin, type Begun } from '../fakes/begin.ts';
import { answers, CHECKED, FAILED, LESS, PASSED, writing } from './material.ts';

/** One launch of a driver over a fake. */
export interface Subject {
  driver: Driver;
  seen(): Seen;
  /** Sets or takes away a fault. */
  fault(fault: Fault | undefined): void;
  /** The browser's opinion. */
  online(online: boolean): void;
  calls(): readonly Call[];
  refusals(): readonly Call[];
  /** Until what was sent has arrived. */
  settled(): Promise<void>;
  /** The next launch of the same attempt. */
  again(facts?: LaunchFacts): Subject;
}

/** A launch that can be written. */
type Launched = Subject & Begun;

export interface Standard {
  name: string;
  launch(facts?: LaunchFacts): Subject;
  /** A launch where there is nothing to talk to. */
  nowhere(): Driver;
  /** Clauses that the driver can't hold, and why. */
  exceptions: Partial<Record<`T${number}`, string>>;
}

const ANNA: LaunchFacts = { learnerId: 'anna-1', learnerName: 'Arendt, Anna', language: 'es', passMark: 70 };

export function learnerRecordContract(standard: Standard): void {
  const clause = (number: `T${number}`, words: string, test: () => Promise<void>): void => {
    const reason = standard.exceptions[number];
    it.skipIf(reason !== undefined)(`${number} ${words}${reason ? ` (not here: ${reason})` : ''}`, () => {
      expect.hasAssertions();
      return test();
    });
  };
  const launched = async (facts?: LaunchFacts, from?: Subject): Promise<Launched> => {
    const subject = from?.again(facts) ?? standard.launch(facts);
    const begun = await begin(subject.driver);
    await subject.settled();
    return { ...subject, ...begun };
  };
  /** Unless a fault was asked for, no call may be refused. */
  const strict = <Some extends Subject>(subject: Some): Some => {
    onTestFinished(() => expect(subject.refusals()).toEqual([]));
    return subject;
  };

  describe(`${standard.name}: contract`, () => {
    clause('T1', 'does nothing before start, and starts once', async () => {
      const subject = strict(standard.launch());
      expect(subject.calls()).toEqual([]);
      const [one, other] = [subject.driver.open(), subject.driver.open()];
      expect((await other).launch).toEqual((await one).launch);
      for (const opened of [await one, await other]) await opened.loadWriter();
      await subject.settled();
      expect(subject.seen().opened).toBe(1);
    });

    clause('T2', 'tells who, how and in which language', async () => {
      const { launch } = await strict(standard.launch(ANNA)).driver.open();
      expect(launch).toEqual({
        connected: true,
        mode: 'normal',
        learner: { id: 'anna-1', name: 'Arendt, Anna' },
        language: 'es',
        passMark: 70,
        saved: '',
      });
    });

    clause('T2', 'leaves out what the LMS does not give', async () => {
      const { launch } = await strict(standard.launch()).driver.open();
      expect(launch).toEqual({ connected: true, mode: 'normal', saved: '' });
    });

    clause('T3', 'answers after a bounded time where there is no LMS, and stays harmless', async () => {
      const { launch, loadWriter, close } = await standard.nowhere().open();
      expect(launch).toMatchObject({
        connected: false,
        mode: 'normal',
        saved: '',
        problem: { code: 'no-lms' },
      });
      expect(await loadWriter(), 'nobody can write').toBeUndefined();
      expect(close).not.toThrow();
    });

    clause('T4', 'marks the attempt as begun and resumable at once', async () => {
      const subject = strict(await launched());
      expect(subject.seen()).toMatchObject({ completion: 'incomplete', resumable: true });
    });

    clause('T5', 'gives back what was stored, though the session never finished', async () => {
      const first = strict(await launched());
      const sent = writing({ saved: 'BBBB' });
      expect(await first.writer.write(sent)).toEqual({ stored: true });
      const { launch } = await strict(first.again()).driver.open();
      expect(launch.saved).toBe(sent.saved);
    });

    clause('T6', 'brings a whole report', async () => {
      const subject = strict(await launched());
      await subject.writer.write(writing(PASSED));
      expect(subject.seen()).toMatchObject({
        completion: 'completed',
        success: 'passed',
        location: 'assessment',
      });
      expect(subject.seen().score).toMatchObject({ raw: '83.33' });
      expect(subject.seen().objectives.map(({ id }) => id)).toEqual(['objPurpose', 'objDeciding']);
      expect(subject.seen().objectives[1]?.['score.raw']).toBe('66.67');
    });

    clause('T6', 'finds its objectives again at the next launch', async () => {
      const first = strict(await launched());
      await first.writer.write(writing({ ...PASSED, completion: 'incomplete', success: 'unknown' }));
      const second = strict(await launched({}, first));
      const [purpose, deciding] = PASSED.objectives ?? [];
      if (!purpose || !deciding) throw new Error('two objectives');
      const added = { ...purpose, id: 'obj-new' };
      await second.writer.write(writing({ ...PASSED, objectives: [added, deciding, purpose] }));
      expect(second.seen().objectives.map(({ id }) => id)).toEqual(['objPurpose', 'objDeciding', 'objNew']);
    });

    clause('T7', 'closes the attempt once, however often finish() is called', async () => {
      const subject = strict(await launched());
      const last = writing({ saved: 'CCCC' });
      const first = await subject.writer.finish(last, 'exit');
      expect(first.stored).toBe(true);
      expect(await subject.writer.finish(writing(), 'page')).toEqual(first);
      expect((await subject.writer.write(writing())).problem?.code).toBe('session-over');
      expect(subject.seen()).toMatchObject({ closed: 1, saved: last.saved, resumable: true });
    });

    clause('T7', 'closes the attempt where the page goes before what writes has been loaded', async () => {
      const subject = strict(standard.launch());
      const { close } = await subject.driver.open();
      close();
      await subject.settled();
      expect(subject.seen()).toMatchObject({ closed: 1, completion: 'incomplete', resumable: true });
    });

    clause('T7', 'closes with nothing to write', async () => {
      const subject = strict(await launched());
      expect(await subject.writer.finish(undefined, 'page')).toEqual({ stored: true });
      expect(subject.seen()).toMatchObject({ closed: 1, completion: 'incomplete' });
    });

    clause('T8', 'knows no score before a form was submitted', async () => {
      const subject = strict(await launched());
      await subject.writer.write(writing({ progress: 0.5, location: 'compass-start' }));
      expect(subject.seen()).toMatchObject({ score: undefined, location: 'compass-start' });
      await subject.writer.write(writing({ score: { raw: 0 } }));
      expect(subject.seen().score).toMatchObject({ raw: '0', min: '0', max: '100' });
    });

    clause('T9', 'lowers nothing that was earned in this session', async () => {
      const subject = strict(await launched());
      await subject.writer.write(writing(PASSED));
      const { objectives } = subject.seen();
      await subject.writer.write(writing({ ...LESS, success: 'failed' }));
      expect(subject.seen()).toMatchObject({
        objectives,
        completion: 'completed',
        success: 'passed',
        score: { raw: '83.33' },
      });
    });

    clause('T9', 'lowers nothing that was earned in an earlier session', async () => {
      const first = strict(await launched());
      await first.writer.write(writing(PASSED));
      // Some LMSs open a completed attempt in normal mode
      const second = strict(await launched({ mode: 'normal', credit: 'credit' }, first));
      const { objectives } = first.seen();
      await second.writer.write(writing(LESS));
      expect(second.seen()).toMatchObject({
        objectives,
        completion: 'completed',
        success: 'passed',
        score: { raw: '83.33' },
      });
    });

    clause(
      'T9',
      'leaves what an earlier session ended with alone until there is something to report',
      async () => {
        const first = strict(await launched());
        await first.writer.write(writing(FAILED));
        await first.writer.finish(undefined, 'exit');
        const { completion, success } = first.seen();
        // A window that is closed again before its first write
        const second = strict(await launched({ mode: 'normal', credit: 'credit' }, first));
        await second.writer.finish(undefined, 'page');
        expect(completion).toBe('completed');
        expect(second.seen()).toMatchObject({ completion, success, resumable: true });
      },
    );

    for (const facts of [
      { mode: 'review' },
      { mode: 'browse' },
      { mode: 'normal', credit: 'no-credit' },
    ] as const) {
      clause('T10', `writes nothing in ${Object.values(facts).join(', ')}`, async () => {
        const subject = strict(await launched(facts));
        expect(subject.launch.mode).toBe(facts.mode === 'normal' ? 'browse' : facts.mode);
        const before = subject.seen();
        expect(await subject.writer.write(writing(PASSED))).toEqual({ stored: true });
        await subject.writer.finish(writing(PASSED), 'exit');
        expect(subject.calls().filter(({ name }) => /Set|Commit/.test(name))).toEqual([]);
        expect(subject.seen()).toMatchObject({
          ...before,
          closed: 1,
          completion: expect.anything(),
          time: expect.anything(),
        });
      });
    }

    clause('T10', 'believes the report too: nothing is written where nothing counts', async () => {
      const subject = strict(await launched());
      expect(await subject.writer.write(writing({ ...PASSED, counts: false }))).toEqual({ stored: true });
      expect(subject.seen()).toMatchObject({ success: 'unknown', saved: '' });
    });

    clause('T11', 'brings every answer once, at its index', async () => {
      const subject = strict(await launched());
      await subject.writer.write(writing({}, { interactions: answers() }));
      await subject.writer.write(writing({}, { interactions: answers(7, 2) }));
      const { interactions } = subject.seen();
      expect(interactions).toHaveLength(14);
      expect(interactions.map(({ id }) => id).slice(0, 7)).toEqual([
        'Q07KeepingASecret',
        'Q12QueMasJose',
        'Q01True',
        'Q03WhoMayKnow',
        'Q04PAUSE',
        'Q05OneWord',
        'Q07KeepingASecret',
      ]);
      const inFull = interactions.slice(0, 7);
      expect(inFull.every((row) => row['objectives.0.id'] === 'objPurpose')).toBe(true);
    });

    clause(
      'T11',
      'goes on after the last index at the next launch, and after the last row where the LMS lost some',
      async () => {
        const first = strict(await launched());
        await first.writer.write(writing({}, { interactions: answers() }));
        const second = strict(await launched({}, first));
        await second.writer.write(writing({}, { interactions: answers(7, 2) }));
        expect(second.seen().interactions).toHaveLength(14);

        const forgetful = await launched();
        await forgetful.writer.write(writing({}, { interactions: answers(7, 2) }));
        expect(forgetful.seen().interactions).toHaveLength(7);
      },
    );

    clause('T12', 'writes only what changed', async () => {
      const subject = strict(await launched());
      const same = { ...PASSED };
      await subject.writer.write(writing(same));
      const before = subject.calls().length;
      await subject.writer.write(writing(same, { activeTime: 70_000 }));
      const set = subject
        .calls()
        .slice(before)
        .filter(({ name }) => name.endsWith('SetValue'));
      // The state in its new envelope, and the time
      expect(set).toHaveLength(2);
    });

    clause('T12', 'makes at most 15 calls before the first screen', async () => {
      for (const subject of [standard.launch(ANNA), strict(await launched(ANNA)).again()]) {
        await subject.driver.open();
        expect(strict(subject).calls().length).toBeLessThanOrEqual(15);
      }
    });

    for (const fault of ['refuses', 'offline'] as const) {
      const number = fault === 'offline' ? 'T14' : 'T13';
      clause(number, `brings everything after a write that failed: ${fault}`, async () => {
        const subject = strict(await launched());
        subject.fault(fault);
        if (fault === 'offline') subject.online(false);
        const failed = await subject.writer.write(writing(PASSED, { interactions: answers() }));
        expect(failed.stored).toBe(false);
        expect(failed.problem?.code).toBe(fault === 'offline' ? 'offline' : 'not-stored');
        // A second failure in between must not hide anything either
        await subject.writer.write(writing(PASSED, { interactions: answers() }));
        await subject.writer.write(writing(PASSED, { interactions: answers() }));
        subject.fault(undefined);
        subject.online(true);
        const last = writing(PASSED, { interactions: answers() });
        expect(await subject.writer.write(last)).toEqual({ stored: true });

        const fresh = strict(await launched());
        await fresh.writer.write({ ...last });
        const { interactions, objectives, score, completion, success, location, saved } = fresh.seen();
        expect(subject.seen()).toMatchObject({
          interactions,
          objectives,
          score,
          completion,
          success,
          location,
          saved,
        });
      });
    }

    clause('T13', 'brings everything though the start itself had failed', async () => {
      const subject = strict(standard.launch());
      subject.fault('refuses');
      const { writer } = await begin(subject.driver);
      subject.fault(undefined);
      await writer.write(writing());
      expect(subject.seen()).toMatchObject({ completion: 'incomplete', resumable: true });
    });

    clause('T14', 'believes no answer while the browser is offline', async () => {
      const subject = strict(await launched());
      subject.online(false);
      expect(await subject.writer.write(writing())).toMatchObject({
        stored: false,
        problem: { code: 'offline' },
      });
      expect((await subject.writer.finish(writing(), 'exit')).stored).toBe(false);
    });

    clause('T15', 'reports a refused state and stores the rest', async () => {
      const subject = await launched();
      const written = await subject.writer.write(writing(PASSED, { saved: 'ü' }));
      expect(written).toMatchObject({ stored: false, problem: { code: 'lms-refused' } });
      expect(subject.seen()).toMatchObject({ completion: 'completed', success: 'passed' });
    });

    clause('T15', 'calls a refused decoration a warning, and does not insist', async () => {
      const subject = await launched();
      const odd = writing({ location: 'a\nb', objectives: [] });
      const broken = answers()
        .slice(0, 1)
        .map((answer) => ({ ...answer, weighting: 5_000_000 }));
      const written = await subject.writer.write({ ...odd, interactions: broken });
      expect(written).toMatchObject({ stored: true, problem: { code: 'lms-refused' } });
      const refusals = subject.refusals().length;
      await subject.writer.write({ ...odd, saved: writing().saved, interactions: broken });
      expect(subject.refusals()).toHaveLength(refusals);
    });

    clause('T16', 'rejects nothing though every call throws', async () => {
      const subject = standard.launch();
      subject.fault('throws');
      const { launch, loadWriter, close } = await subject.driver.open();
      expect(launch).toMatchObject({ connected: false, problem: { code: 'lms-threw' } });
      expect(await loadWriter()).toBeUndefined();
      expect(close).not.toThrow();
    });

    clause('T16', 'rejects nothing though calls begin to throw', async () => {
      const subject = await launched();
      subject.fault('throws');
      expect(await subject.writer.write(writing())).toMatchObject({
        stored: false,
        problem: { code: 'lms-threw' },
      });
      subject.fault(undefined);
      expect(await subject.writer.write(writing())).toEqual({ stored: true });
      subject.fault('throws');
      expect((await subject.writer.finish(writing(), 'page')).stored).toBe(false);
    });

    clause('T17', 'notices a state that was cut off', async () => {
      const subject = strict(await launched({ cutsAt: 12 }));
      expect(await subject.writer.write(writing())).toMatchObject({
        stored: false,
        problem: { code: 'not-stored' },
      });
    });

    clause('T19', 'makes all its calls in the same turn', async () => {
      const subject = strict(await launched());
      const sent = writing(PASSED);
      void subject.writer.write(sent);
      expect(subject.seen()).toMatchObject({ saved: sent.saved, success: 'passed' });
      void subject.writer.finish(undefined, 'page');
      expect(subject.seen().closed).toBe(1);
    });

    clause('T21', 'takes a contradiction for a habit where the first commit was one', async () => {
      const subject = standard.launch();
      subject.fault('contradicts');
      const { writer } = await begin(subject.driver);
      const sent = writing();
      expect(await writer.write(sent)).toMatchObject({ stored: true, problem: { code: 'lms-refused' } });
      expect(subject.seen().saved).toBe(sent.saved);
    });

    clause('T21', 'believes no contradiction after a clear yes', async () => {
      const subject = await launched();
      subject.fault('contradicts');
      expect(await subject.writer.write(writing())).toMatchObject({
        stored: false,
        problem: { code: 'not-stored' },
      });
    });

    clause('T21', 'takes it for a habit no longer once a clear yes has come', async () => {
      const subject = standard.launch();
      subject.fault('contradicts');
      const { writer } = await begin(subject.driver);
      subject.fault(undefined);
      expect(await writer.write(writing())).toEqual({ stored: true });
      subject.fault('contradicts');
      expect(await writer.write(writing())).toMatchObject({
        stored: false,
        problem: { code: 'not-stored' },
      });
    });

    clause('T22', 'leaves out what the LMS has not', async () => {
      const subject = await launched({ without: ['cmi.interactions', 'cmi.objectives'] });
      expect(await subject.writer.write(writing(PASSED, { interactions: answers() }))).toEqual({
        stored: true,
      });
      expect(subject.seen()).toMatchObject({ success: 'passed', objectives: [], interactions: [] });
      expect(subject.refusals().filter(({ name }) => name.endsWith('SetValue'))).toEqual([]);
    });

    clause('T24', 'keeps what was observed, though the page is torn away, and tells it once', async () => {
      const first = strict(await launched());
      first.writer.observe?.([CHECKED], answers());
      const second = strict(await launched({}, first));
      await second.writer.write(writing({}, { interactions: answers() }));
      // The check and the seven answers, which come again with the write
      expect(second.seen().interactions).toHaveLength(8);
    });
  });
}
