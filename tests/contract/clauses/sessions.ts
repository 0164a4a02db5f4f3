/** The contract: how a session begins, what the LMS tells then, and how it ends. */
import { expect } from 'vitest';
import type { LaunchFacts } from '../../../src/lms/scorm.ts';
import { PASSED, writing } from '../material.ts';
import type { Clauses } from './clauses.ts';

const ANNA: LaunchFacts = { learnerId: 'anna-1', learnerName: 'Arendt, Anna', language: 'es', passMark: 70 };

export function sessions({ clause, launched, standard, strict }: Clauses): void {
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

  clause('T12', 'makes at most 15 calls before the first screen', async () => {
    for (const subject of [standard.launch(ANNA), strict(await launched(ANNA)).again()]) {
      await subject.driver.open();
      expect(strict(subject).calls().length).toBeLessThanOrEqual(15);
    }
  });
}
