/** The contract: what becomes of a write that was refused, lost, cut off or contradicted. */
import { expect } from 'vitest';
import { begin } from '../../fakes/begin.ts';
import { answers, PASSED, writing } from '../material.ts';
import type { Clauses } from './clauses.ts';

export function failures({ clause, launched, standard, strict }: Clauses): void {
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
}
