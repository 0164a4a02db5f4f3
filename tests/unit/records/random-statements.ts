/** Statements as no two systems write them: spaces, escapes, orders of keys, parts that are missing, odd or null. By a number each. */

type Chance = () => number;

/** Pseudo-random, the same for the same number (mulberry32). */
function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const one = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;

/** JSON that is written already. */
type Json = string;
type Members = readonly (readonly [key: string, value: Json])[];

const WORDS = [
  'a',
  'Ana María Núñez O’Neil',
  'with "marks" and \\ and {[}],:',
  'tab\tand newline\n',
  '🙂 日本',
  'x'.repeat(70),
  '{"id":"https://course.test/items/i1"}',
  '',
];

function words(chance: Chance, text: string): Json {
  const plain = JSON.stringify(text);
  const way = chance();
  if (way < 0.1) return plain.replaceAll('/', String.raw`\/`);
  if (way < 0.2)
    return plain.replaceAll(/[a-zé-ü]/gu, (letter) =>
      chance() < 0.3 ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter,
    );
  return plain;
}

const space = (chance: Chance): string => (chance() < 0.9 ? '' : one(chance, [' ', '  ', '\t', ' \t ']));

/** In any order, with spaces anywhere. */
function object(chance: Chance, members: Members): Json {
  const shuffled = chance() < 0.8 ? members : members.toSorted(() => chance() - 0.5);
  const around = (text: string): string => `${space(chance)}${text}${space(chance)}`;
  return `{${shuffled.map(([key, value]) => `${around(`"${key}"`)}:${around(value)}`).join(',') || space(chance)}}`;
}

const some = (chance: Chance, share: number, ...members: Members): Members =>
  chance() < share ? members : [];

const COURSE = 'https://course.test';

function actor(chance: Chance): Json {
  const name = some(chance, 0.7, ['name', words(chance, one(chance, WORDS))]);
  const number = Math.floor(chance() * 4);
  const known = one<Members>(chance, [
    [['mbox', words(chance, `mailto:Ana${number}@example.test`)]],
    [
      [
        'account',
        object(chance, [
          ['homePage', words(chance, 'https://lms.test/')],
          ['name', words(chance, `p${number}`)],
        ]),
      ],
    ],
    [
      ['mbox', 'null'],
      ['account', object(chance, [['name', words(chance, 'eva@example.test')]])],
    ],
    [['mbox_sha1sum', words(chance, 'ebd31e95054c018b10727ccffd2ef2ec3a016ee9')]],
    [['openid', words(chance, 'https://ana.test/')]],
    [],
  ]);
  const group = some(chance, 0.1, ['objectType', '"Group"'], ['member', '[{"mbox":"mailto:b@e.org"}]']);
  return object(chance, [...group, ...name, ...known]);
}

const VERBS = [
  'answered',
  'completed',
  'scored',
  'passed',
  'failed',
  'responded',
  'terminated',
  'progressed',
];
const verb = (chance: Chance): Json =>
  object(chance, [
    ...some(chance, 0.97, ['id', words(chance, `http://adlnet.gov/expapi/verbs/${one(chance, VERBS)}`)]),
    ...some(chance, 0.5, ['display', '{"en":"did"}']),
  ]);

function thing(chance: Chance): Json {
  const number = Math.floor(chance() * 3);
  const [id, type] = one(chance, [
    [`${COURSE}/items/i${number}`, 'cmi.interaction'],
    [`${COURSE}/lessons/l${number}`, 'lesson'],
    [`${COURSE}/lessons/l1/activities/d${number}`, 'cmi.interaction'],
    [`${COURSE}/assessment/tries/${number}`, 'attempt'],
    [`${COURSE}/objectives/o${number}`, 'objective'],
    [COURSE, 'course'],
    [`https://other.test/question-${number}`, 'cmi.interaction'],
  ] as const);
  const definition = object(chance, [
    ...some(chance, 0.9, ['type', words(chance, `http://adlnet.gov/expapi/activities/${type}`)]),
    ...some(chance, 0.7, [
      'name',
      object(chance, [[one(chance, ['en', 'es', 'en-US']), words(chance, one(chance, WORDS))]]),
    ]),
    ...some(chance, 0.4, ['correctResponsesPattern', one(chance, ['["a"]', '[ "a" , "b" ]', '"a"', '[]'])]),
  ]);
  return object(chance, [
    ...some(chance, 0.97, ['id', words(chance, id)]),
    ...some(chance, 0.9, ['definition', one(chance, [definition, definition, definition, 'null'])]),
  ]);
}

const DURATIONS = [
  'PT12.5S',
  'PT0.1S',
  'PT1H2M3S',
  'P1DT0.25S',
  'P3D',
  'PT90M',
  'PT1.5H',
  'P12DT23H59M59.999S',
  'PT123456789.123456S',
  'PT0.12345678901234567S',
  'P1Y2M3DT4S',
  'P2W',
  'PT1M2M',
  'PT.5S',
  'PT5.S',
  'PT',
  'P',
  'soon',
  '',
];
const NUMBERS = ['1', '0', '0.85', '-0.5', '1e-1', '0.5E0', '85', '101', 'null'];

function result(chance: Chance): Json {
  const score = object(chance, [
    ...some(chance, 0.6, ['scaled', one(chance, NUMBERS)]),
    ...some(chance, 0.4, ['raw', one(chance, NUMBERS)]),
    ...some(chance, 0.4, ['max', one(chance, NUMBERS)]),
  ]);
  const extensions = object(chance, [
    [`${COURSE}/extensions/ending`, words(chance, one(chance, ['good', 'poor', 'Bad']))],
    [`${COURSE}/extensions/progress`, one(chance, ['40', '12.5', '"x"'])],
  ]);
  return object(chance, [
    ...some(chance, 0.4, ['score', score]),
    ...some(chance, 0.6, ['success', one(chance, ['true', 'false', 'null'])]),
    ...some(chance, 0.6, [
      'response',
      one(chance, [words(chance, one(chance, WORDS)), '7', 'null', '["a"]']),
    ]),
    ...some(chance, 0.6, ['duration', words(chance, one(chance, DURATIONS))]),
    ...some(chance, 0.4, ['extensions', extensions]),
    ...some(chance, 0.3, ['completion', 'true']),
  ]);
}

function context(chance: Chance): Json {
  const activities = object(chance, [
    ['parent', `[{"id":${words(chance, `${COURSE}/assessment/tries/${Math.floor(chance() * 3)}`)}}]`],
    ['other', `[{"id":${words(chance, `${COURSE}/objectives/o${Math.floor(chance() * 3)}`)}}]`],
  ]);
  return object(chance, [
    ...some(chance, 0.7, ['registration', one(chance, ['"R1"', '"r1"', '"r2"', '7', 'null'])]),
    ...some(chance, 0.6, ['language', one(chance, ['"en"', '"es"', 'null'])]),
    ...some(chance, 0.6, ['revision', words(chance, one(chance, ['1.0.0', '2.0.0']))]),
    ...some(chance, 0.6, ['contextActivities', one(chance, [activities, activities, 'null'])]),
    ...some(chance, 0.2, ['platform', words(chance, one(chance, WORDS))]),
    ...some(chance, 0.2, ['extensions', `{"deep":${'['.repeat(20)}1.5e3${']'.repeat(20)}}`]),
  ]);
}

/** Each at another time: of two that were at the same, either may have been told last. */
function timestamp(chance: Chance, at: number): Json {
  const time = new Date(Date.UTC(2023, 11, 31, 23, 0, 0) + at * 61_000).toISOString();
  const bare = time.slice(0, 19);
  return `"${one(chance, [
    time,
    `${bare}Z`,
    `${bare}.5Z`,
    `${bare}.123456Z`,
    `${bare}+00:00`,
    time.replace('Z', '-00:00'),
  ])}"`;
}

const idOf = (at: number): string => `0a1b2c3d-4e5f-4a6b-8c7d-${String(at).padStart(12, '0')}`;

/** The parts of one, in the order in which they stand mostly. */
function parts(chance: Chance, at: number): [string, Json][] {
  const id = one(chance, [idOf(at), idOf(at), idOf(at).toUpperCase()]);
  const voided = at > 0 && chance() < 0.05;
  return [
    ['id', `"${id}"`],
    ['actor', actor(chance)],
    ['verb', voided ? '{"id":"http://adlnet.gov/expapi/verbs/voided"}' : verb(chance)],
    [
      'object',
      voided
        ? `{"objectType":"StatementRef","id":"${idOf(Math.floor(chance() * at)).toUpperCase()}"}`
        : thing(chance),
    ],
    ...some(chance, 0.6, ['result', one(chance, [result(chance), result(chance), '{}'])]),
    ...some(chance, 0.8, ['context', one(chance, [context(chance), context(chance), '{}'])]),
    ['timestamp', timestamp(chance, at)],
    ...some(chance, 0.5, ['stored', `"2026-01-01T00:00:00.${at % 1000}Z"`]),
    ...some(chance, 0.5, ['authority', object(chance, [['name', words(chance, one(chance, WORDS))]])]),
    ...some(chance, 0.5, ['version', '"1.0.3"']),
  ].map(([key, value]) => [key, value]);
}

const written = (chance: Chance, made: Members): string =>
  `${object(chance, made)}${one(chance, ['', '', ' ', '\r'])}`;

/** Such as the reader takes. @param at where it stands among the others */
export function randomLine(seed: number, at: number): string {
  const chance = chanceFrom(seed);
  return written(chance, parts(chance, at));
}

const replaced = (made: Members, key: string, value: Json | undefined): Members =>
  value === undefined
    ? made.filter(([name]) => name !== key)
    : [...made.filter(([name]) => name !== key), [key, value]];

/** Such as it leaves: nearly all of them say a statement all the same. */
export function oddLine(seed: number, at: number): string {
  const chance = chanceFrom(seed);
  const made = parts(chance, at);
  const time = new Date(Date.UTC(2025, 5, 1) + at * 61_000).toISOString();
  const bare = time.slice(0, 19);
  const odd = one<readonly [string, Json | undefined]>(chance, [
    ['id', undefined],
    ['id', `"urn:${at}"`],
    ['id', words(chance, `é-${at}`)],
    ['id', String(at)],
    ['id', 'null'],
    ['actor', undefined],
    ['actor', 'null'],
    ['verb', 'null'],
    ['verb', undefined],
    ['context', 'null'],
    ['result', 'null'],
    ['stored', 'null'],
    ['timestamp', `"${bare}+0200"`],
    ['timestamp', `"${bare}-03"`],
    ['timestamp', `"${bare}"`],
    ['timestamp', `"${bare}.1234567Z"`],
    ['timestamp', `"${time.slice(0, 10)}"`],
    ['timestamp', `"${bare.replace('T', ' ')}Z"`],
  ]);
  const changed = replaced(made, ...odd);
  // an object is known as a context, an actor or such by its key alone, however that is written
  if (chance() < 0.2)
    return written(
      chance,
      changed.map(([key, value]) => [key === 'context' ? String.raw`conte\u0078t` : key, value]),
    );
  return written(chance, changed);
}

/** No statement, or not as it should be. */
export function brokenLine(seed: number, at: number): string {
  const chance = chanceFrom(seed);
  const made = parts(chance, at);
  const line = written(chance, made);
  const cut = Math.floor(chance() * line.trimEnd().length);
  return one(chance, [
    line.slice(0, Math.max(cut, 1)),
    line.slice(cut + 1) || '}',
    `${line.slice(0, cut)}\u0001${line.slice(cut)}`,
    `${line.slice(0, cut)}"${line.slice(cut)}`,
    `${line.slice(0, cut)}}${line.slice(cut)}`,
    `${line} x`,
    '[1]',
    '7',
    '{}',
    '"text"',
    written(chance, [...made, ['actor', '{}']]),
    written(chance, [...made, ['timestamp', '"2026-01-01T00:00:00Z"']]),
    written(chance, replaced(made, 'actor', '"Ana"')),
    written(chance, replaced(made, 'actor', '{"account":7}')),
    written(chance, replaced(made, 'verb', '"answered"')),
    written(chance, replaced(made, 'result', '{"success":"maybe"}')),
    written(chance, replaced(made, 'result', '{"score":{"scaled":"much"}}')),
    written(chance, replaced(made, 'result', '{"response":"a","response":"b"}')),
    written(chance, replaced(made, 'result', '{"duration":"PT1S","duration":"PT2S"}')),
    written(chance, replaced(made, 'result', '{"duration":"PT1S","duration":"soon"}')),
    written(chance, replaced(made, 'result', '{"duration":"soon","duration":"PT1S"}')),
    written(chance, replaced(made, 'result', '[]')),
    written(chance, replaced(made, 'context', '[]')),
    written(chance, replaced(made, 'timestamp', '"2026-02-30T00:00:00Z"')),
    written(chance, replaced(made, 'timestamp', '"yesterday"')),
    written(chance, replaced(made, 'authority', '{"a":01}')),
    written(chance, replaced(made, 'authority', '{"a":[1}]')),
    written(chance, replaced(made, 'authority', '{"a":tru}')),
  ]);
}
