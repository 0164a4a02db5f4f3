/** Statements of every kind that the records understand, of some people, in every way that an LRS writes them. */

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const TYPES = 'http://adlnet.gov/expapi/activities/';
const COURSE = 'https://course.test';

/** The one whom the page takes out again. */
export const ANA = 'ana@example.org';

const actors = [
  { name: 'Ana', mbox: `mailto:${ANA.toUpperCase()}` },
  { name: 'Ben', account: { homePage: 'https://lms.example.test', name: 'ben-7' } },
  { account: { homePage: 'https://lms.example.test', name: 'Cyd@example.org' } },
  { name: 'Dee', mbox_sha1sum: 'abc' },
  { openid: 'https://id.example.test/eve' },
  { objectType: 'Agent', name: 'Flor Ñúñez' },
] as const;

type Made = { verb: string; object: object; result?: object; around?: object };

const part = (path: string, type: string, more: object = {}) => ({
  id: `${COURSE}${path}`,
  definition: { type: `${TYPES}${type}`, ...more },
});

function item(number: number, person: number): Made {
  const right = (number + person) % 3 > 0;
  return {
    verb: 'answered',
    object: part(`/items/i${number % 9}`, 'cmi.interaction', { correctResponsesPattern: ['a', 'b'] }),
    result: { response: right ? 'a' : 'c "x"\\', success: right, duration: `PT1M${number}.5S` },
    around: {
      parent: [{ id: `${COURSE}/assessment/tries/${1 + (number % 2)}` }],
      other: [{ id: `${COURSE}/objectives/o${number % 3}` }],
    },
  };
}

/** On the certificate of one of them. */
export const numberOf = (person: number): string => `ABCDE-FGHJ${person}-2`;

function madeBy(person: number): Made[] {
  const course = part('', 'course', { name: { es: 'Ética', en: 'Ethics' } });
  const score = { score: { raw: 5 + person, max: 10 } };
  return [
    { verb: 'initialized', object: course },
    { verb: 'completed', object: part('/lessons/one', 'lesson', { name: { es: 'Uno' } }) },
    {
      verb: 'responded',
      object: part('/lessons/one/activities/d', 'cmi.interaction', { name: { 'en-US': 'A secret' } }),
      result: { response: `one.${person % 2}`, extensions: { [`${COURSE}/extensions/ending`]: 'poor' } },
    },
    {
      verb: 'answered',
      object: part('/lessons/one/activities/check', 'cmi.interaction'),
      result: { success: false },
    },
    ...Array.from({ length: 14 }, (_, number) => item(number, person)),
    { verb: 'scored', object: part('/objectives/o1', 'objective'), result: { score: { scaled: 0.5 } } },
    {
      verb: 'scored',
      object: part('/assessment/tries/2', 'attempt'),
      result: { ...score, success: person % 2 > 0 },
    },
    {
      verb: 'progressed',
      object: course,
      result: { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 40 } },
    },
    {
      verb: person % 2 ? 'passed' : 'failed',
      object: course,
      result: { ...score, extensions: { [`${COURSE}/extensions/record-number`]: numberOf(person) } },
    },
    ...(person % 3 ? [{ verb: 'completed', object: course }] : []),
    { verb: 'terminated', object: course, result: { duration: 'P1DT2H3M4S' } },
  ];
}

const idOf = (number: number): string => `00000000-0000-4000-8abc-${String(number).padStart(12, '0')}`;

const inCapitals = <T extends { id: string }>(statement: T): T => ({
  ...statement,
  id: statement.id.toUpperCase(),
});

/** Some are there twice, also with ids in capitals, two are voided, and times are written with zones. */
export function statements(): object[] {
  let number = 0;
  const all = actors.flatMap((actor, person) =>
    madeBy(person).map(({ verb, object, result, around }, step) => ({
      id: idOf((number += 1)),
      actor,
      verb: { id: `${VERBS}${verb}` },
      object,
      ...(result && { result }),
      context: {
        ...(person !== 4 && { registration: `${step % 2 ? 'r' : 'R'}${person}` }),
        revision: '1.0.0',
        language: 'es',
        ...(around && { contextActivities: around }),
      },
      timestamp: `2026-03-0${1 + person}T10:${String(step).padStart(2, '0')}:00.${step % 2 ? '5+01:00' : '000Z'}`,
    })),
  );
  const voiding = (target: number) => ({
    id: idOf(900 + target),
    actor: actors[1],
    verb: { id: `${VERBS}voided` },
    object: { objectType: 'StatementRef', id: idOf(target).toUpperCase() },
    timestamp: '2026-03-20T10:00:00Z',
  });
  return [
    ...all,
    ...all.slice(3, 9),
    ...all.slice(6, 12).map(inCapitals),
    voiding(2),
    voiding(30),
    ...special(),
  ];
}

/**
 * What only some LRSs write: no timestamp, one that nobody can read, a zone of hours, no registration in two courses, a question by
 * itself, points of an untold scale, a group.
 */
function special(): object[] {
  const told = (number: number, verb: string, object: object, more: object) => ({
    id: idOf(2000 + number),
    actor: actors[4],
    verb: { id: `${VERBS}${verb}` },
    object,
    ...more,
  });
  const other = { id: 'https://other.test/course', definition: { type: `${TYPES}course` } };
  const alone = { id: 'https://other.test/q1', definition: { type: `${TYPES}cmi.interaction` } };
  return [
    told(1, 'completed', other, { stored: '2026-03-21T10:00:00Z' }),
    told(2, 'answered', alone, { timestamp: '2026-03-21T10:00:00+02', result: { success: true } }),
    told(4, 'scored', other, { timestamp: '2026-03-21T11:00:00Z', result: { score: { raw: 850 } } }),
    told(5, 'scored', other, {
      timestamp: '2026-03-21T12:00:60Z',
      stored: '2026-03-21T12:01:00Z',
      result: { score: { raw: 12, max: 15 } },
    }),
    told(3, 'completed', other, {
      timestamp: '2026-03-21T10:00:00Z',
      actor: { objectType: 'Group', mbox: 'mailto:team@example.org', member: [actors[0]] },
    }),
  ];
}
