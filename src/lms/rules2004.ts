/** SCORM 2004 (3rd and 4th edition) as a table: RTE 4.2, and what every known LMS accepts of it. */
import type { Habit } from './habits.ts';
import { countOf, type Codes, type Model, type Rule, type Standard } from './standard.ts';

/** real(10,7). */
const REAL = { valid: /^-?\d+(\.\d{1,7})?$/, strict: /^-?\d{1,5}(\.\d{1,7})?$/ } as const;
/** long_identifier_type: 4,000 characters without white space. */
const IDENTIFIER = { valid: /^\S{1,4000}$/, strict: /^[A-Za-z0-9_]{1,250}$/ } as const;
/** localized_string_type; strict: no line break, no brace that would open a language tag. */
const LINE = { valid: /^(\{lang=[^}]*\})?[^]{0,250}$/, strict: /^[^{\r\n][^\r\n]{0,249}$/ } as const;
/** timeinterval (second,10,2). */
const DURATION = {
  valid: /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/,
  strict: /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/,
} as const;
const YEAR = '(19[7-9]\\d|20[0-2]\\d|203[0-8])';
const MONTH = '(0[1-9]|1[0-2])';
const DAY = '(0[1-9]|[12]\\d|3[01])';
const HOUR = '([01]\\d|2[0-3])';
const SIXTY = '[0-5]\\d';
/** time (second,10,0): as exact as one likes, and a zone only after a fraction. */
const TIMESTAMP = {
  valid: new RegExp(
    `^${YEAR}(-${MONTH}(-${DAY}(T${HOUR}(:${SIXTY}(:${SIXTY}(\\.\\d{1,2}(Z|[+-]${HOUR}(:${SIXTY})?)?)?)?)?)?)?)?$`,
  ),
  strict: new RegExp(`^${YEAR}-${MONTH}-${DAY}T${HOUR}:${SIXTY}:${SIXTY}(\\.\\d{1,2}Z?)?$`),
} as const;
const COMPLETION = {
  mode: 'rw',
  valid: /^(completed|incomplete|not attempted|unknown)$/,
  initial: 'unknown',
} as const;
const SUCCESS = { mode: 'rw', valid: /^(passed|failed|unknown)$/, initial: 'unknown' } as const;
const SCALED = { mode: 'rw', ...REAL, range: [-1, 1] } as const;
const NUMBER = { mode: 'rw', ...REAL } as const;
const MEASURE = { mode: 'rw', ...REAL, range: [0, 1] } as const;
const LANGUAGE = /^([a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})?)?$/;
const READ: Rule = { mode: 'r' };

const RULES: Readonly<Record<string, Rule>> = {
  'cmi._version': { mode: 'r', initial: '1.0' },
  'cmi.completion_status': COMPLETION,
  'cmi.completion_threshold': READ,
  'cmi.success_status': SUCCESS,
  'cmi.credit': READ,
  'cmi.entry': READ,
  'cmi.exit': { mode: 'w', valid: /^(time-out|suspend|logout|normal|)$/ },
  'cmi.launch_data': READ,
  'cmi.max_time_allowed': READ,
  'cmi.learner_id': READ,
  'cmi.learner_name': READ,
  'cmi.learner_preference._children': READ,
  'cmi.learner_preference.audio_level': { mode: 'rw', valid: /^\d+(\.\d+)?$/, initial: '1' },
  'cmi.learner_preference.language': { mode: 'rw', valid: LANGUAGE, initial: '' },
  'cmi.learner_preference.delivery_speed': { mode: 'rw', valid: /^\d+(\.\d+)?$/, initial: '1' },
  'cmi.learner_preference.audio_captioning': { mode: 'rw', valid: /^(-1|0|1)$/, initial: '0' },
  'cmi.location': { mode: 'rw', valid: /^[^]{0,1000}$/, strict: /^.{1,1000}$/ },
  'cmi.mode': READ,
  'cmi.progress_measure': MEASURE,
  'cmi.scaled_passing_score': READ,
  'cmi.score._children': READ,
  'cmi.score.scaled': SCALED,
  'cmi.score.raw': NUMBER,
  'cmi.score.min': NUMBER,
  'cmi.score.max': NUMBER,
  'cmi.session_time': { mode: 'w', ...DURATION },
  'cmi.suspend_data': { mode: 'rw', valid: /^[^]{0,64000}$/, strict: /^[\x20-\x7e]{0,64000}$/ },
  'cmi.time_limit_action': READ,
  'cmi.total_time': { mode: 'r', initial: 'PT0S' },
  'cmi.objectives._children': READ,
  'cmi.objectives._count': READ,
  'cmi.objectives.n.id': { mode: 'rw', ...IDENTIFIER },
  'cmi.objectives.n.score._children': READ,
  'cmi.objectives.n.score.scaled': SCALED,
  'cmi.objectives.n.score.raw': NUMBER,
  'cmi.objectives.n.score.min': NUMBER,
  'cmi.objectives.n.score.max': NUMBER,
  'cmi.objectives.n.success_status': SUCCESS,
  'cmi.objectives.n.completion_status': COMPLETION,
  'cmi.objectives.n.progress_measure': MEASURE,
  'cmi.objectives.n.description': { mode: 'rw', ...LINE },
  'cmi.interactions._children': READ,
  'cmi.interactions._count': READ,
  'cmi.interactions.n.id': { mode: 'rw', ...IDENTIFIER },
  'cmi.interactions.n.type': {
    mode: 'rw',
    valid: /^(true-false|choice|fill-in|long-fill-in|matching|performance|sequencing|likert|numeric|other)$/,
  },
  'cmi.interactions.n.objectives._count': READ,
  'cmi.interactions.n.objectives.n.id': { mode: 'rw', ...IDENTIFIER },
  'cmi.interactions.n.timestamp': { mode: 'rw', ...TIMESTAMP },
  'cmi.interactions.n.correct_responses._count': READ,
  'cmi.interactions.n.correct_responses.n.pattern': { mode: 'rw' },
  'cmi.interactions.n.weighting': NUMBER,
  'cmi.interactions.n.learner_response': { mode: 'rw' },
  'cmi.interactions.n.result': {
    mode: 'rw',
    valid: /^(correct|incorrect|unanticipated|neutral|-?\d{1,4}(\.\d{1,7})?)$/,
  },
  'cmi.interactions.n.latency': { mode: 'rw', ...DURATION },
  'cmi.interactions.n.description': { mode: 'rw', ...LINE },
  'adl.nav.request': {
    mode: 'rw',
    valid: /^(previous|continue|exit|exitAll|abandon|abandonAll|suspendAll|_none_)$/,
    initial: '_none_',
  },
};

const CHILDREN: Readonly<Record<string, string>> = {
  'cmi.score': 'scaled,raw,min,max',
  'cmi.objectives': 'progress_measure,completion_status,success_status,description,score,id',
  'cmi.objectives.n.score': 'scaled,raw,min,max',
  'cmi.interactions':
    'id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description',
  'cmi.learner_preference': 'audio_level,language,delivery_speed,audio_captioning',
};

const CODES: Codes = {
  argument: 201,
  initialised: 103,
  ended: 104,
  closed: { finish: [112, 113], commit: [142, 143], get: [122, 123], set: [132, 133] },
  unknown: [401, 401],
  empty: [301, 351],
  noCount: 301,
  noChildren: 301,
  lacking: 402,
  keyword: 404,
  readOnly: 404,
  writeOnly: 405,
  type: 406,
  range: 407,
  noRow: 301,
  unset: 403,
};

const list = (member: string): RegExp => new RegExp(`^${member}(\\[,\\]${member})*$`);
const forms = (short: string) =>
  ({
    choice: list(short),
    sequencing: list(short),
    'true-false': /^(true|false)$/,
    matching: list(`${short}\\[\\.\\]${short}`),
    'fill-in': /^[^{}[\]\r\n]{1,250}$/,
  }) as Readonly<Record<string, RegExp>>;

const STRICT = forms('[A-Za-z0-9_]{1,250}');
const LETTERS_AND_DIGITS = forms('[A-Za-z0-9]{1,250}');
/** short_identifier_type: no white space, and none of the delimiters. */
const PLAIN: Readonly<Record<string, RegExp>> = {
  ...forms('[^\\s[\\],.]{1,250}'),
  'fill-in': /^[^]{0,250}$/,
  'long-fill-in': /^[^]{0,4000}$/,
  performance: /^[^]{1,4000}$/,
  likert: /^\S{1,250}$/,
  numeric: /^-?\d+(\.\d{1,7})?(\[:\]-?\d+(\.\d{1,7})?)?$/,
  other: /^[^]{0,4000}$/,
};

function formsOf(habits: ReadonlySet<Habit>): Readonly<Record<string, RegExp>> {
  if (habits.has('plain-identifiers')) return LETTERS_AND_DIGITS;
  return habits.has('narrow-formats') ? STRICT : PLAIN;
}

/** Rows come one after the other, begin with their id, and an objective's id is its own for ever. */
function misplaced(element: string, value: string, page: Model): number {
  const steps = [...element.matchAll(/(.+?)\.(\d+)(?=\.)/g)];
  let parent = '';
  for (const [whole = '', , index] of steps) {
    const collection = (parent + whole).replace(/\.\d+$/, '');
    if (Number(index) > countOf(page, collection)) return 351;
    parent += whole;
  }
  if (steps.length === 0) return 0;
  const first = element.replace(/^(cmi\.\w+\.\d+)\..*$/, '$1.id');
  if (element !== first && !page.has(first)) return 408;
  if (!/objectives\.\d+\.id$/.test(element)) return 0;
  const had = page.get(element);
  if (had !== undefined && had !== value && element.startsWith('cmi.objectives')) return 351;
  const siblings = element.replace(/\d+\.id$/, '');
  for (const [other, id] of page) {
    if (other !== element && other.startsWith(siblings) && other.endsWith('.id') && id === value) return 351;
  }
  return 0;
}

function mistyped(element: string, value: string, page: Model, habits: ReadonlySet<Habit>): number {
  const [, at, field] =
    /^(cmi\.interactions\.\d+)\.(learner_response|correct_responses\.\d+\.pattern)$/.exec(element) ?? [];
  if (!at || !field) return 0;
  const type = page.get(`${at}.type`);
  if (type === undefined) return 408;
  if (!formsOf(habits)[String(type)]?.test(value)) return 406;
  const parts = value.split('[,]');
  if (parts.length > 36) return 351;
  if (type === 'choice' && new Set(parts).size < parts.length) return 406;
  if (type === 'choice' && field.startsWith('correct')) {
    for (const [other, pattern] of page) {
      // Some take the same pattern in its own place for a second one
      const isOther = other !== element || habits.has('narrow-formats');
      if (isOther && other.startsWith(`${at}.correct_responses.`) && pattern === value) return 351;
    }
  }
  return 0;
}

const UNITS = { D: 86_400, H: 3600, M: 60, S: 1 } as const;

function seconds(duration: string): number {
  let sum = 0;
  for (const [, amount, unit] of duration.matchAll(/([\d.]+)([DHMS])/g))
    sum += Number(amount) * UNITS[unit as keyof typeof UNITS];
  return sum;
}

const ELEMENTS = {
  status: 'cmi.completion_status',
  success: 'cmi.success_status',
  raw: 'cmi.score.raw',
  min: 'cmi.score.min',
  max: 'cmi.score.max',
  location: 'cmi.location',
  exit: 'cmi.exit',
  sessionTime: 'cmi.session_time',
  totalTime: 'cmi.total_time',
} as const;

export const SCORM_2004: Standard = {
  version: '2004',
  prefix: '',
  finish: 'Terminate',
  rules: RULES,
  children: CHILDREN,
  codes: CODES,
  elements: ELEMENTS,
  given: {
    'cmi.learner_id': ({ learnerId }) => learnerId ?? '',
    'cmi.learner_name': ({ learnerName }) => learnerName ?? '',
    'cmi.mode': (_facts, { mode }) => mode,
    'cmi.credit': (_facts, { credit }) => credit,
    'cmi.entry': (_facts, { entry }) => entry,
    'cmi.learner_preference.language': ({ language }) => language ?? '',
    'cmi.scaled_passing_score': ({ passMark }) =>
      passMark === undefined ? undefined : String(passMark / 100),
    'cmi.launch_data': ({ launchData }) => launchData,
    'cmi.completion_threshold': ({ completionThreshold }) => completionThreshold,
    'cmi.max_time_allowed': ({ timeLimit }) => timeLimit,
    'cmi.time_limit_action': ({ timeLimitAction }) => timeLimitAction ?? 'continue,no message',
  },
  misplaced,
  mistyped,
  /** A new type makes the patterns of the old one meaningless (4.2.9). */
  afterSet(element, page) {
    const [, at] = /^(cmi\.interactions\.\d+)\.type$/.exec(element) ?? [];
    if (!at) return;
    for (const key of page.keys()) if (key.startsWith(`${at}.correct_responses.`)) page.delete(key);
  },
  atFinish() {},
  /** An attempt that did not end with "suspend" is over: the next launch begins a new one (4.2.8). */
  restore({ data }) {
    if (data.get(ELEMENTS.exit) !== 'suspend') data.clear();
    const kept = new Map(data);
    kept.delete(ELEMENTS.sessionTime);
    kept.delete('adl.nav.request');
    return kept;
  },
  entry: (data) => (data.size > 0 ? 'resume' : 'ab-initio'),
  // Reviewed is what was completed, whatever the success
  over: (data) => data.get(ELEMENTS.status) === 'completed',
  addTime: (one, other) => `PT${Number((seconds(one) + seconds(other)).toFixed(2))}S`,
};
