/** Every LMS that has a name takes a session that writes what all accept, and keeps what its habits let it keep. */
import { describe, expect, it } from 'vitest';
import { LMSS, type LmsName } from '../../../src/lms/habits.ts';
import { launchLms } from '../../../src/lms/launch.ts';
import { caller } from './harness.ts';

const NAMES = Object.keys(LMSS) as LmsName[];
const EACH = NAMES.flatMap((name) => (['1.2', '2004'] as const).map((version) => ({ name, version })));

describe.each(EACH)('$name, SCORM $version', ({ name, version }) => {
  const session = (status: string, leaving: boolean) => {
    const lms = launchLms(name, version, { learnerId: 'anna-1' });
    const { begin, set, commit, end } = caller(lms.api, version);
    begin();
    const answers = [
      set('exit', 'suspend'),
      set('state', 'abc'),
      set('raw', '80'),
      set('cmi.objectives.0.id', 'o1'),
      set('cmi.interactions.0.id', 'q1'),
      set('cmi.interactions.0.type', 'choice'),
      set(
        version === '1.2' ? 'cmi.interactions.0.student_response' : 'cmi.interactions.0.learner_response',
        'a',
      ),
      set('success', status),
    ];
    lms.leaving = leaving;
    return { lms, ends: [commit(), end()], answers };
  };

  it('refuses nothing', () => {
    const { lms, answers, ends } = session(version === '1.2' ? 'incomplete' : 'unknown', false);
    expect(lms.refusals.filter(({ error }) => error !== 103)).toEqual([]);
    expect(answers.filter((answer) => answer !== undefined).map(String)).not.toContain('false');
    expect(ends).toEqual(['true', 'true']);
    expect(lms.seen()).toMatchObject({ saved: 'abc', closed: 1, interactions: [{ id: 'q1' }] });
  });

  it('keeps a pass and its score', () => {
    const { lms } = session('passed', true);
    const { success, score } = lms.seen();
    expect(score?.raw).toBe('80');
    // Saba takes no final status together with "suspend"
    expect(success).toBe(lms.has('ignores-final-when-suspended') ? 'unknown' : 'passed');
  });
});
