/** What an LMS's report shows of an attempt: all that was stored, and nothing that was not. */
import { expect, it } from 'vitest';
import { Attempt, rows, seen } from '../../../src/lms/attempt.ts';
import { SCORM_12 } from '../../../src/lms/rules12.ts';
import { SCORM_2004 } from '../../../src/lms/rules2004.ts';

const COUNTS = { opened: 2, closed: 1, commits: 3 };

const of12 = (data: Record<string, string>, attempt = new Attempt(new Map(Object.entries(data)))) =>
  seen(attempt, '1.2', SCORM_12.elements, COUNTS);
const of2004 = (data: Record<string, string>) =>
  seen(new Attempt(new Map(Object.entries(data))), '2004', SCORM_2004.elements, COUNTS);

it('of nothing shows nothing', () => {
  const none = {
    ...COUNTS,
    score: undefined,
    saved: '',
    location: '',
    resumable: false,
    time: '',
    objectives: [],
    interactions: [],
  };
  expect(of12({})).toEqual({ ...none, completion: 'not attempted', success: 'unknown' });
  expect(of2004({})).toEqual({ ...none, completion: 'unknown', success: 'unknown' });
});

it('of 1.2 shows all that was stored', () => {
  expect(
    of12({
      'cmi.core.lesson_status': 'passed',
      'cmi.core.score.raw': '80',
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.lesson_location': 'part-2',
      'cmi.core.exit': 'suspend',
      'cmi.core.session_time': '0000:10:00.00',
      'cmi.suspend_data': 'abc',
    }),
  ).toMatchObject({
    completion: 'completed',
    success: 'passed',
    score: { raw: '80', min: '0', max: '100' },
    grade: '80',
    saved: 'abc',
    location: 'part-2',
    resumable: true,
    time: '0000:10:00.00',
  });
});

it('of 2004 shows what it alone has: a scaled score, progress and where a learner asked to go', () => {
  const stored = {
    'cmi.completion_status': 'completed',
    'cmi.success_status': 'failed',
    'cmi.score.raw': '50',
    'cmi.score.scaled': '0.5',
    'cmi.progress_measure': '1',
    'adl.nav.request': 'exitAll',
    'cmi.exit': 'normal',
  };
  expect(of2004(stored)).toMatchObject({
    completion: 'completed',
    success: 'failed',
    score: { raw: '50', min: '', max: '', scaled: '0.5' },
    progress: '1',
    navigation: 'exitAll',
    resumable: false,
  });
});

it.each([
  ['passed', 'completed', 'passed'],
  ['failed', 'completed', 'failed'],
  ['completed', 'completed', 'unknown'],
  ['incomplete', 'incomplete', 'unknown'],
  ['browsed', 'browsed', 'unknown'],
])('1.2: one status, %s, stands for two', (status, completion, success) => {
  expect(of12({ 'cmi.core.lesson_status': status })).toMatchObject({ completion, success });
});

it('a grade of the gradebook’s own stands beside the score, even where it has none', () => {
  const attempt = new Attempt(new Map([['cmi.core.score.raw', '80']]));
  attempt.grade = { raw: '60' };
  attempt.ticked = true;
  expect(of12({}, attempt)).toMatchObject({ score: { raw: '80' }, grade: '60', ticked: true });
  attempt.grade = { raw: undefined };
  expect(of12({}, attempt)).not.toHaveProperty('grade');
});

it('rows come in the order of their numbers, with gaps left empty', () => {
  const data = new Map([
    ['cmi.interactions.12.id', 'late'],
    ['cmi.interactions.0.id', 'q1'],
    ['cmi.interactions.0.correct_responses.0.pattern', 'a'],
    ['cmi.interactions._count', '2'],
    ['cmi.objectives.0.id', 'o1'],
    ['x.cmi.interactions.1.id', 'no row'],
  ]);
  const found = rows(data, 'interactions');
  expect(found).toHaveLength(13);
  expect(found[0]).toEqual({ id: 'q1', 'correct_responses.0.pattern': 'a' });
  expect([found[1], found[12]]).toEqual([{}, { id: 'late' }]);
  expect(rows(data, 'objectives')).toEqual([{ id: 'o1' }]);
});

it('an attempt that is reset has nothing of what it was', () => {
  const attempt = new Attempt(new Map([['cmi.suspend_data', 'abc']]));
  Object.assign(attempt, { ticked: true, locked: true, grade: { raw: '1' } });
  attempt.reset();
  expect([attempt.data.size, attempt.ticked, attempt.locked, attempt.grade]).toEqual([
    0,
    false,
    false,
    undefined,
  ]);
});
