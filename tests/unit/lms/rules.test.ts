/** The rules of both data models, element by element: what is refused, and its neighbour that is taken. */
import { describe, expect, it } from 'vitest';
import { again, lms12, lms2004, type Caller } from './harness.ts';

type Set = readonly [element: string, value: string];

const INTERACTION: readonly Set[] = [
  ['cmi.interactions.0.id', 'q1'],
  ['cmi.interactions.0.type', 'choice'],
];
/** Eleven rows, so that numbers have two digits. */
const ELEVEN = (collection: string): Set[] =>
  Array.from({ length: 11 }, (_, at) => [`cmi.${collection}.${at}.id`, `one${at}`]);

/** The last of them's error. */
function errorOf({ begin, set, error }: Caller, sets: readonly Set[]): unknown {
  begin();
  for (const [element, value] of sets) set(element, value);
  return error();
}

describe('SCORM 1.2: rows', () => {
  it.each<[string, Set[], string]>([
    ['begin with 0', [['cmi.objectives.0.id', 'o']], '0'],
    ['skip none', [['cmi.objectives.1.id', 'o']], '201'],
    ['go on after the tenth', [...ELEVEN('interactions'), ['cmi.interactions.11.type', 'choice']], '0'],
    ['skip none after the tenth', [...ELEVEN('interactions'), ['cmi.interactions.12.id', 'o']], '201'],
    ['have rows of their own', [...INTERACTION, ['cmi.interactions.0.objectives.0.id', 'o']], '0'],
    ['which skip none either', [...INTERACTION, ['cmi.interactions.0.objectives.1.id', 'o']], '201'],
    [
      'however many there are',
      [
        ...ELEVEN('interactions'),
        ['cmi.interactions.10.objectives.0.id', 'o'],
        ['cmi.interactions.10.objectives.2.id', 'o'],
      ],
      '201',
    ],
  ])('%s', (_what, sets, error) => {
    expect(errorOf(lms12(), sets)).toBe(error);
  });

  it('begin with their id where the LMS is narrow', () => {
    const sets: Set[] = [['cmi.objectives.0.status', 'passed']];
    expect(errorOf(lms12(), sets)).toBe('0');
    expect(errorOf(lms12(['narrow-formats']), sets)).toBe('201');
  });
});

describe('SCORM 1.2: answers', () => {
  const answer = (value: string, at = 0): Set => [`cmi.interactions.${at}.student_response`, value];

  it('are of their type, where that is known', () => {
    expect(errorOf(lms12(), [['cmi.interactions.0.id', 'q1'], answer('anything at all')])).toBe('0');
    expect(errorOf(lms12(), [...INTERACTION, answer('a')])).toBe('0');
    expect(errorOf(lms12(), [...INTERACTION, answer('anything at all')])).toBe('405');
    expect(
      errorOf(lms12(), [...ELEVEN('interactions'), ['cmi.interactions.10.type', 'choice'], answer('?!', 10)]),
    ).toBe('405');
  });

  it('have a type where the LMS is narrow', () => {
    expect(errorOf(lms12(['narrow-formats']), [['cmi.interactions.0.id', 'q1'], answer('a')])).toBe('405');
  });
});

describe('SCORM 1.2: the end', () => {
  it.each([
    [80, undefined, 'incomplete'],
    [undefined, '90', 'incomplete'],
    [80, '80', 'passed'],
    [80, '79', 'failed'],
  ])('with a mastery score of %s and a score of %s is %s', (passMark, raw, status) => {
    const { lms, begin, set, end } = lms12([], passMark === undefined ? {} : { passMark });
    begin();
    set('status', 'incomplete');
    if (raw !== undefined) set('raw', raw);
    end();
    expect(lms.status).toBe(status);
  });

  it('tells what it knows of the learner, and nothing for what it does not', () => {
    const told = ({ begin, get }: Caller): unknown[] => {
      begin();
      return [
        'cmi.core.student_id',
        'cmi.core.student_name',
        'cmi.student_preference.language',
        'cmi.student_data.mastery_score',
      ].map(get);
    };
    const facts = { learnerId: 'anna-1', learnerName: 'Arendt, Anna', language: 'en', passMark: 80 };
    expect(told(lms12([], facts))).toEqual(['anna-1', 'Arendt, Anna', 'en', '80']);
    expect(told(lms12())).toEqual(['', '', '', '']);
  });

  it('adds up hours, minutes, seconds and hundredths', () => {
    const { lms, begin, set, end } = lms12();
    begin();
    set('time', '0012:34:56.78');
    end();
    const next = again(lms);
    next.begin();
    expect(next.get('total')).toBe('0012:34:56.78');
  });
});

describe('SCORM 2004: rows', () => {
  it.each<[string, Set[], string]>([
    ['begin with their id', [['cmi.objectives.0.success_status', 'passed']], '408'],
    ['skip none', [['cmi.objectives.1.id', 'o']], '351'],
    [
      'keep their id',
      [
        ['cmi.objectives.0.id', 'o'],
        ['cmi.objectives.0.id', 'p'],
      ],
      '351',
    ],
    [
      'take their id again',
      [
        ['cmi.objectives.0.id', 'o'],
        ['cmi.objectives.0.id', 'o'],
      ],
      '0',
    ],
    [
      'have no id twice',
      [
        ['cmi.objectives.0.id', 'o'],
        ['cmi.objectives.1.id', 'o'],
      ],
      '351',
    ],
    [
      'may have each an id',
      [
        ['cmi.objectives.0.id', 'o'],
        ['cmi.objectives.1.id', 'p'],
      ],
      '0',
    ],
    ['of questions may change their id', [...INTERACTION, ['cmi.interactions.0.id', 'q2']], '0'],
    [
      'of questions may have an id twice, for a question that comes again',
      [...INTERACTION, ['cmi.interactions.1.id', 'q1']],
      '0',
    ],
    ['go on after the tenth', [...ELEVEN('objectives'), ['cmi.objectives.11.id', 'o']], '0'],
    ['skip none after the tenth', [...ELEVEN('objectives'), ['cmi.objectives.12.id', 'o']], '351'],
    ['have no id twice after the tenth', [...ELEVEN('objectives'), ['cmi.objectives.11.id', 'one10']], '351'],
    [
      'have rows of their own, which skip none either',
      [...INTERACTION, ['cmi.interactions.0.objectives.1.id', 'o']],
      '351',
    ],
    [
      'and tell a question’s objectives apart',
      [
        ...INTERACTION,
        ['cmi.interactions.0.objectives.0.id', 'o'],
        ['cmi.interactions.0.objectives.1.id', 'o'],
      ],
      '351',
    ],
    [
      'but not from those of the next',
      [
        ...INTERACTION,
        ['cmi.interactions.0.objectives.0.id', 'o'],
        ['cmi.interactions.1.id', 'q2'],
        ['cmi.interactions.1.objectives.0.id', 'o'],
      ],
      '0',
    ],
  ])('%s', (_what, sets, error) => {
    expect(errorOf(lms2004(), sets)).toBe(error);
  });
});

describe('SCORM 2004: answers and patterns', () => {
  const letters = (count: number): string => Array.from({ length: count }, (_, at) => `a${at}`).join('[,]');
  const answer = (value: string): Set => ['cmi.interactions.0.learner_response', value];
  const pattern = (value: string, at = 0): Set => [
    `cmi.interactions.0.correct_responses.${at}.pattern`,
    value,
  ];

  it.each<[string, Set[], string]>([
    ['come after their type', [['cmi.interactions.0.id', 'q1'], answer('a')], '408'],
    ['are of their type', [...INTERACTION, answer('a b')], '406'],
    ['have up to 36 parts', [...INTERACTION, answer(letters(36))], '0'],
    ['and no more', [...INTERACTION, answer(letters(37))], '351'],
    ['name a choice once', [...INTERACTION, answer('a[,]a')], '406'],
    [
      'repeat steps',
      [['cmi.interactions.0.id', 'q'], ['cmi.interactions.0.type', 'sequencing'], answer('a[,]a')],
      '0',
    ],
    ['are right in several ways', [...INTERACTION, pattern('a'), pattern('b', 1)], '0'],
    ['and in each way once', [...INTERACTION, pattern('a'), pattern('a', 1)], '351'],
    ['may be said again in their place', [...INTERACTION, pattern('a'), pattern('a')], '0'],
    ['may be answered as they are right', [...INTERACTION, pattern('a'), answer('a')], '0'],
    [
      'of another question are its own',
      [
        ...INTERACTION,
        pattern('a'),
        ['cmi.interactions.1.id', 'q2'],
        ['cmi.interactions.1.type', 'choice'],
        ['cmi.interactions.1.correct_responses.0.pattern', 'a'],
      ],
      '0',
    ],
  ])('%s', (_what, sets, error) => {
    expect(errorOf(lms2004(), sets)).toBe(error);
  });

  it('said again in their place are a second for an LMS that is narrow', () => {
    expect(errorOf(lms2004(['narrow-formats']), [...INTERACTION, pattern('a'), pattern('a')])).toBe('351');
  });

  it('stay where a description changes, and go with the type, of that question alone', () => {
    const { begin, set, get } = lms2004();
    begin();
    for (const at of [0, 1]) {
      set(`cmi.interactions.${at}.id`, `q${at}`);
      set(`cmi.interactions.${at}.type`, 'choice');
      set(`cmi.interactions.${at}.correct_responses.0.pattern`, 'a');
    }
    const counts = (): unknown[] =>
      [0, 1].map((at) => get(`cmi.interactions.${at}.correct_responses._count`));
    set('cmi.interactions.0.description', 'A question');
    expect(counts()).toEqual(['1', '1']);
    set('cmi.interactions.1.type', 'true-false');
    expect(counts()).toEqual(['1', '0']);
  });
});

describe('SCORM 2004: a launch', () => {
  it('tells what it knows of the learner, and nothing for what it does not', () => {
    const told = ({ begin, get }: Caller): unknown[] => {
      begin();
      return [
        'cmi.learner_id',
        'cmi.learner_name',
        'cmi.learner_preference.language',
        'cmi.scaled_passing_score',
      ].map(get);
    };
    const facts = { learnerId: 'anna-1', learnerName: 'Arendt, Anna', language: 'en', passMark: 80 };
    expect(told(lms2004([], facts))).toEqual(['anna-1', 'Arendt, Anna', 'en', '0.8']);
    expect(told(lms2004())).toEqual(['', '', '', '']);
  });

  it('gives back all but the time and the request of the last session', () => {
    const { lms, begin, set, end } = lms2004();
    begin();
    set('exit', 'suspend');
    set('state', 'abc');
    set('time', 'PT10S');
    set('adl.nav.request', 'suspendAll');
    end();
    const next = again(lms);
    expect([...next.lms.delivered.data.keys()]).not.toContain('adl.nav.request');
    expect([...next.lms.delivered.data.keys()]).not.toContain('cmi.session_time');
    expect(next.lms.delivered.data.get('cmi.suspend_data')).toBe('abc');
  });
});
