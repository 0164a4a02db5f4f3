/** What a newer version of the course has saved: this one can't read it, and never writes over it. */
import { describe, expect, it } from 'vitest';
import type { CourseText } from '../../../src/course/compiled.ts';
import { encode, initialState } from '../../../src/learning/index.ts';
import { LearningModel } from '../../../src/player/learning-model.ts';
import { mergeSaved } from '../../../src/tracking/lrs/merge-saved.ts';
import { seal } from '../../../src/tracking/envelope.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { bank, course, NOON, one } from '../learning/builders.ts';
import { Harness } from '../tracking/harness.ts';

const NEWER = '9AAAAAAAAAAAbcde';
const text = { objectives: {} } as CourseText;
const events = [
  { type: 'section-read', section: 'start' },
  { type: 'block-done', block: 'origins-check' },
  { type: 'try-started', seed: 1, at: NOON, bank: bank(one(0)) },
  { type: 'try-submitted', at: NOON, bank: bank(one(0)) },
  { type: 'exit' },
] as const;

describe('a state of a format that is not known', () => {
  it('is never written over, by nothing that a learner or a page does', async () => {
    const saved = seal({ token: 'abcdefghij', counter: 7, body: NEWER });
    const visit = await Harness.open(new FakeRecord({ saved }));
    const learner = new LearningModel(course());
    for (const found of visit.opening.saved) learner.add(found);
    learner.apply({ type: 'launched', mode: 'normal' });
    expect(learner.unknownFormat).toBe(true);
    expect(learner.damaged).toBe(false);

    for (const event of events) {
      learner.apply(event);
      visit.session.active();
      visit.session.update(learner.report(text), 'now');
      await visit.settled();
    }
    visit.page.happens('hidden');
    await visit.clock.advance(200_000);
    await visit.session.end(learner.report(text));
    expect(visit.record.writes).toEqual([]);
    expect(visit.record.finishes).toEqual([{ writing: undefined, leaving: 'exit' }]);
    expect(visit.store.length).toBe(0);
  });

  it('that comes from another window ends what counts in this one', () => {
    const learner = new LearningModel(course());
    learner.add(encode(initialState()));
    learner.apply({ type: 'launched', mode: 'normal' });
    learner.apply({ type: 'section-read', section: 'start' });
    expect(learner.report(text).counts).toBe(true);
    learner.add(NEWER);
    expect(learner.report(text).counts).toBe(false);
    expect(learner.isDone('start')).toBe(true);
  });

  it.each([
    ['state', seal({ token: 'abcdefghij', counter: 7, body: NEWER })],
    ['envelope', `2.abcdefghij.7.${NEWER}`],
  ])(
    'stays in the LRS as it is, where another device has put it there meanwhile: a newer %s',
    (_what, theirs) => {
      const mine = seal({ token: 'abcdefghij', counter: 9, body: encode(initialState()) });
      expect(mergeSaved(course(), mine, theirs)).toBe(theirs);
    },
  );
});
