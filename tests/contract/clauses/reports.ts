/** The contract: what the record is told, once and never lower. */
import { expect } from 'vitest';
import { answers, CHECKED, FAILED, LESS, PASSED, writing } from '../material.ts';
import type { Clauses } from './clauses.ts';

export function reports({ clause, launched, strict }: Clauses): void {
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
}
