import { describe, expect, it } from 'vitest';
import type { Call } from '../../../src/workbench/shapes.ts';
import { Narrator } from '../../../src/workbench/trial/narrator.ts';
import { answerOf, readable, timeWords } from '../../../src/workbench/trial/report-words.ts';

let nth = 0;
const call = (name: string, element = '', value = '', answer = 'true', error = 0): Call => ({
  nth: nth++,
  at: 0,
  name,
  element,
  value,
  answer,
  error,
});
const set = (element: string, value: string): Call => call('LMSSetValue', element, value);

describe('a call in plain words', () => {
  it.each<[Call, string]>([
    [call('LMSInitialize'), 'began the session'],
    [call('Terminate'), 'ended the session'],
    [call('Commit'), 'committed: asked the LMS to store it all'],
    [set('cmi.core.lesson_location', 'section-3'), 'saved the place: section-3'],
    [set('cmi.core.lesson_status', 'passed'), 'status: passed'],
    [set('cmi.success_status', 'failed'), 'success: failed'],
    [set('cmi.progress_measure', '0.25'), 'progress: 25 %'],
    [set('cmi.suspend_data', 'x'.repeat(1234)), 'saved its state: 1,234 characters'],
    [set('cmi.exit', 'suspend'), 'will leave so that it can go on later'],
    [set('cmi.exit', ''), 'will leave by "normal"'],
    [set('cmi.objectives.0.id', 'objWater'), 'objective 1 is Water'],
    [set('cmi.objectives.0.score.raw', '66.66'), 'objective number 1: score is 66.66'],
    [set('cmi.core.session_time', '0000:01:02.19'), 'time of this session: 1 min 2 s'],
    [set('cmi.interactions.0.latency', 'PT61S'), 'question 1 took 1 min 1 s'],
    [set('cmi.interactions.0.objectives.0.id', 'objWater'), 'question 1 belongs to objective Water'],
    [call('GetValue', 'cmi.interactions._count', '', '0'), 'read the number of interactions: 0'],
    [call('GetValue', 'cmi.objectives.0.score.raw', '', '5'), 'read score of objective 1: 5'],
    [call('GetValue', 'cmi.core.score._children', '', 'raw'), 'read what score can hold: raw'],
    [call('GetLastError', '', '', '405'), 'asked for the last error: 405 (the value has the wrong form)'],
    [set('cmi.launch_data', 'x'), 'set cmi.launch_data to x'],
    [call('LMSGetValue', 'cmi.core.student_name', '', 'Rivera, Ana'), 'read student name: Rivera, Ana'],
    [call('LMSGetLastError', '', '', '0'), 'asked for the last error: none'],
  ])('%o', (one, words) => {
    expect(new Narrator().tell(one)).toMatchObject({ words, trouble: '' });
  });

  it.each([
    'cmi.core.lesson_status',
    'cmi.core.lesson_location',
    'cmi.core.score.raw',
    'cmi.core.exit',
    'cmi.core.session_time',
    'cmi.progress_measure',
    'cmi.suspend_data',
    'cmi.comments',
    'adl.nav.request',
    'cmi.interactions.0.result',
    'cmi.interactions.0.learner_response',
    'cmi.interactions.0.correct_responses.0.pattern',
    'cmi.interactions.0.description',
    'cmi.interactions.0.timestamp',
    'cmi.interactions.0.type',
    'cmi.objectives.0.success_status',
    'cmi.objectives.0.description',
  ])('says in full that %s is empty, set and read', (element) => {
    const narrator = new Narrator();
    for (const one of [set(element, ''), call('GetValue', element, '', '')])
      expect(narrator.tell(one).words).toMatch(
        / (nothing|no \w+[^:]*|took 0 s|"normal"|"nothing"|saved state|at the start)$/,
      );
  });

  it('names a question by the id that it was given', () => {
    const narrator = new Narrator();
    narrator.tell(set('cmi.interactions.4.id', 'Q07_Keeping_a_secret'));
    expect(narrator.tell(set('cmi.interactions.4.result', 'wrong')).words).toBe(
      'answer to Keeping a secret: wrong',
    );
    expect(narrator.tell(set('cmi.interactions.4.student_response', 'a.1,b.2')).words).toBe(
      'answered Keeping a secret with a with 1, b with 2',
    );
  });

  it('knows what was told before from what is new', () => {
    const narrator = new Narrator();
    const told = (value: string): boolean => narrator.tell(set('cmi.location', value)).changed;
    expect([told('a'), told('a'), told('b'), told('b')]).toEqual([true, false, true, false]);
    expect(narrator.tell(call('GetValue', 'cmi.location', '', 'b')).changed).toBe(false);
  });

  it('takes nothing for new that the LMS held when the course began', () => {
    const narrator = new Narrator({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.interactions.0.id': 'Q1_Tea',
    });
    const changed = (one: Call): boolean => narrator.tell(one).changed;
    expect(changed(set('cmi.core.lesson_status', 'incomplete'))).toBe(false);
    expect(changed(call('LMSCommit'))).toBe(false);
    expect(narrator.tell(set('cmi.interactions.0.result', 'wrong')).words).toBe('answer to Tea: wrong');
    expect(changed(set('cmi.core.lesson_status', 'passed'))).toBe(true);
    expect(changed(call('LMSCommit'))).toBe(true);
  });

  it('takes a commit for news only where something was set since the last one', () => {
    const narrator = new Narrator();
    const commit = (answer = 'true', error = 0): boolean =>
      narrator.tell(call('Commit', '', '', answer, error)).changed;
    expect(commit()).toBe(false);
    narrator.tell(set('cmi.location', 'a'));
    expect([commit('false', 101), commit(), commit()]).toEqual([true, true, false]);
    narrator.tell(set('cmi.location', 'a'));
    expect(commit()).toBe(false);
  });

  it('says what went wrong, and does not take what was refused for told', () => {
    const narrator = new Narrator();
    const refused = narrator.tell(call('SetValue', 'cmi.location', 'a', 'false', 406));
    expect(refused).toMatchObject({
      words: 'tried: saved the place: a',
      trouble: 'refused with error 406: the value has the wrong form',
    });
    expect(narrator.tell(set('cmi.location', 'a')).changed).toBe(true);
    expect(narrator.tell(call('Commit', '', '', 'false', 0)).trouble).toBe(
      'answered "false" without an error',
    );
    expect(narrator.tell(call('Commit', '', '', 'threw Error: gone', -1)).trouble).toBe('threw Error: gone');
  });

  it('takes reading what was never set for no trouble', () => {
    expect(new Narrator().tell(call('GetValue', 'cmi.location', '', '', 403)).trouble).toBe('');
  });
});

describe('a request in plain words', () => {
  const statement = (verb: string, result?: object): string =>
    JSON.stringify({
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
      object: { id: 'https://example.org/items/x', definition: { name: { en: 'Keeping a secret' } } },
      ...(result && { result }),
    });

  it.each<[Call, string, string]>([
    [
      call('POST statements', '', statement('answered', { success: false }), '', 200),
      'answer to Keeping a secret: wrong',
      '',
    ],
    [
      call('POST statements', '', statement('passed', { score: { raw: 80, max: 100 } }), '', 200),
      'passed Keeping a secret, 80 of 100',
      '',
    ],
    [call('GET statements', 'verb=x', '', '', 200), 'looked up statements', ''],
    [call('GET activities/state', 'resume', '', '', 200), 'read the state "resume"', ''],
    [call('GET activities/state', 'resume', '', '', 404), 'read the state "resume": there is none', ''],
    [call('PUT activities/state', 'resume', 'abc', '', 204), 'saved the state "resume": 3 characters', ''],
    [
      call('PUT activities/state', 'resume', 'abc', '', 0),
      'tried: saved the state "resume": 3 characters',
      'no answer arrived',
    ],
    [
      call(
        'POST statements',
        '',
        statement('progressed', {
          extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 33 },
        }),
        '',
        200,
      ),
      'progressed Keeping a secret: 33 %',
      '',
    ],
    [
      call('POST statements', '', 'no JSON', '', 400),
      'tried: sent something that is no statement',
      'refused with 400: the request breaks a rule',
    ],
  ])('%o', (one, words, trouble) => {
    expect(new Narrator().tell(one)).toMatchObject({ words, trouble });
  });

  it('is news where the LRS did not hold the document before', () => {
    const narrator = new Narrator({ 'activities/state resume': 'abc' });
    const request = (name: string, value = '', status = 204): boolean =>
      narrator.tell(call(name, 'resume', value, '', status)).changed;
    expect(request('PUT activities/state', 'abc')).toBe(false);
    expect([request('PUT activities/state', 'd', 503), request('PUT activities/state', 'd')]).toEqual([
      true,
      true,
    ]);
    expect(request('PUT activities/state', 'd')).toBe(false);
    expect(request('DELETE activities/state')).toBe(true);
    expect([request('PUT activities/state', 'd'), request('GET activities/state', '', 200)]).toEqual([
      true,
      false,
    ]);
  });

  it('many statements in one request are told by those that weigh most, in their order', () => {
    const one = (verb: string, result: object): unknown => JSON.parse(statement(verb, result));
    const answers = Array.from({ length: 9 }, () => one('answered', { success: true }));
    const all = [...answers, one('passed', { score: { raw: 80, max: 100 } }), one('completed', {})];
    expect(new Narrator().tell(call('POST statements', '', JSON.stringify(all), '', 200))).toMatchObject({
      words:
        'answer to Keeping a secret: right; passed Keeping a secret, 80 of 100; completed Keeping a secret; and 8 more',
      topic: 'status',
    });
  });
});

describe('a report in words', () => {
  it.each([
    ['Q07KeepingASecret', 'Keeping a secret'],
    ['Q07_Keeping_a_secret', 'Keeping a secret'],
    ['urn:x/items/water-for-tea', 'Water for tea'],
    ['objWater', 'Water'],
    ['object', 'Object'],
    ['12', '12'],
  ])('%s is read as %s', (id, words) => expect(readable(id)).toBe(words));

  it.each([
    ['0001:02:03.00', '1 h 2 min 3 s'],
    ['PT1H2M3.4S', '1 h 2 min 3 s'],
    ['PT61S', '1 min 1 s'],
    ['0000:00:00.20', '0 s'],
  ])('%s is %s', (time, words) => expect(timeWords(time)).toBe(words));

  it('shows an answer as it was given', () => {
    expect(answerOf({ id: 'Q01Tea', type: 'choice', student_response: 'a,c', result: 'correct' })).toEqual({
      question: 'Tea',
      answer: 'a, c',
      result: 'right',
    });
    expect(
      answerOf({
        id: 'Q01Tea',
        description: 'What is tea?',
        type: 'fill-in',
        learner_response: 'a, b',
        result: 'incorrect',
      }),
    ).toEqual({ question: 'What is tea?', answer: 'a, b', result: 'wrong' });
    expect(answerOf({ id: 'Q01Tea' }).answer).toBe('no answer');
  });
});
