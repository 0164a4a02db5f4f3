/** The drivers over an LMS side that the authors of this project did not write. */
import { describe, expect, it } from 'vitest';
import { Scorm12API, Scorm2004API } from 'scorm-again';
import { createDriver as create12 } from '../../../src/tracking/scorm/scorm12.ts';
import { createDriver as create2004 } from '../../../src/tracking/scorm/scorm2004.ts';
import { answers, COURSE, PASSED, writing } from '../../contract/material.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { begin } from '../../fakes/begin.ts';

const QUIET = { logLevel: 5, autocommit: false };
const options = (scope: object): { scope: object; clock: FakeClock; online: () => boolean } => ({
  scope,
  clock: new FakeClock(),
  online: () => true,
});
/** The stored model as plain data. */
const model = (api: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify((api as { cmi: object }).cmi));

describe('scorm-again', () => {
  it('takes a whole SCORM 1.2 course and gives it back', async () => {
    const API = new Scorm12API(QUIET);
    API.loadFromFlattenedJSON({ 'cmi.core.student_id': 'anna-1', 'cmi.core.student_name': 'Anna' });
    const { launch, writer } = await begin(create12(COURSE, options({ API })));
    expect(launch).toMatchObject({
      connected: true,
      mode: 'normal',
      learner: { id: 'anna-1' },
    });
    const last = writing(PASSED, { interactions: answers() });
    expect(await writer.write(last)).toEqual({ stored: true });
    expect(model(API)).toMatchObject({
      suspend_data: last.saved,
      core: {
        lesson_status: 'passed',
        lesson_location: 'assessment',
        score: { raw: '83.33', min: '0', max: '100' },
      },
    });
    expect(API.LMSGetValue('cmi.interactions._count')).toBe('7');
    expect(await writer.finish(writing(PASSED), 'exit')).toEqual({ stored: true });

    const again = new Scorm12API(QUIET);
    again.loadFromJSON(model(API));
    const next = await create12(COURSE, options({ API: again })).open();
    expect(next.launch.saved).not.toBe('');
  });

  it('takes a whole SCORM 2004 course and gives it back', async () => {
    const API_1484_11 = new Scorm2004API(QUIET);
    API_1484_11.loadFromFlattenedJSON({ 'cmi.learner_id': 'anna-1', 'cmi.learner_name': 'Anna' });
    const { launch, writer } = await begin(create2004(COURSE, options({ API_1484_11 })));
    expect(launch).toMatchObject({
      connected: true,
      mode: 'normal',
      learner: { id: 'anna-1' },
    });
    // A learner who has not left the cover is nowhere yet: it takes no empty place
    expect(await writer.write(writing())).toEqual({ stored: true });
    const last = writing(PASSED, { interactions: answers() });
    expect(await writer.write(last)).toEqual({ stored: true });
    expect(model(API_1484_11)).toMatchObject({
      suspend_data: last.saved,
      completion_status: 'completed',
      success_status: 'passed',
      score: { scaled: '0.8333', raw: '83.33', min: '0', max: '100' },
      progress_measure: '1',
    });
    expect(await writer.write(writing(PASSED, { interactions: answers(7, 2) }))).toEqual({ stored: true });
    expect(API_1484_11.GetValue('cmi.interactions._count')).toBe('14');
    expect(await writer.finish(writing(PASSED), 'exit')).toEqual({ stored: true });
  });
});
