/** SCORM 1.2 as a table: the Run-Time Environment, version 1.2, chapter 3.4, and what every known LMS accepts of it. */
import { countOf, type Codes, type Model, type Rule, type Standard } from './standard.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;
const SHORT_DECIMAL = /^-?\d{1,3}(\.\d{1,7})?$/;
const STATUS = /^(passed|completed|failed|incomplete|browsed)$/;
const ENDED = /^(passed|completed|failed)$/;
/** CMIIdentifier: up to 255 characters without white space. */
const IDENTIFIER = { valid: /^[!-~]{1,255}$/, strict: /^[A-Za-z0-9_]{1,255}$/ } as const;
const TEXT_255 = { valid: /^[^]{0,255}$/, strict: /^[^\r\n]{0,255}$/ } as const;
/** CMITimespan. Some LMSs add up wrongly unless all digits are there. */
const TIMESPAN = {
  valid: /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/,
  strict: /^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/,
} as const;
const PERCENT = { mode: 'rw', valid: DECIMAL, strict: SHORT_DECIMAL, range: [0, 100] } as const;
const READ: Rule = { mode: 'r' };

const RULES: Readonly<Record<string, Rule>> = {
  'cmi._children': READ,
  'cmi.core._children': READ,
  'cmi.core.student_id': READ,
  'cmi.core.student_name': READ,
  'cmi.core.lesson_location': { mode: 'rw', ...TEXT_255 },
  'cmi.core.credit': READ,
  'cmi.core.lesson_status': { mode: 'rw', valid: STATUS, initial: 'not attempted' },
  'cmi.core.entry': READ,
  'cmi.core.score._children': READ,
  'cmi.core.score.raw': PERCENT,
  'cmi.core.score.min': PERCENT,
  'cmi.core.score.max': PERCENT,
  'cmi.core.total_time': { mode: 'r', initial: '0000:00:00.00' },
  'cmi.core.lesson_mode': READ,
  'cmi.core.exit': { mode: 'w', valid: /^(time-out|suspend|logout|)$/ },
  'cmi.core.session_time': { mode: 'w', ...TIMESPAN },
  'cmi.suspend_data': { mode: 'rw', valid: /^[^]{0,4096}$/, strict: /^[\x20-\x7e]{0,4096}$/ },
  'cmi.launch_data': READ,
  'cmi.comments': { mode: 'rw', valid: /^[^]{0,4096}$/, strict: /^.{0,4096}$/ },
  'cmi.comments_from_lms': READ,
  'cmi.objectives._children': READ,
  'cmi.objectives._count': READ,
  'cmi.objectives.n.id': { mode: 'rw', ...IDENTIFIER },
  'cmi.objectives.n.score._children': READ,
  'cmi.objectives.n.score.raw': PERCENT,
  'cmi.objectives.n.score.min': PERCENT,
  'cmi.objectives.n.score.max': PERCENT,
  'cmi.objectives.n.status': { mode: 'rw', valid: STATUS },
  'cmi.student_data._children': READ,
  'cmi.student_data.mastery_score': READ,
  'cmi.student_data.max_time_allowed': READ,
  'cmi.student_data.time_limit_action': READ,
  'cmi.student_preference._children': READ,
  'cmi.student_preference.language': { mode: 'rw', ...TEXT_255 },
  'cmi.student_preference.audio': { mode: 'rw', valid: /^(-1|\d{1,2}|100)$/ },
  'cmi.student_preference.speed': { mode: 'rw', valid: /^(-?\d{1,2}|-?100)$/ },
  'cmi.student_preference.text': { mode: 'rw', valid: /^(-1|0|1)$/ },
  'cmi.interactions._children': READ,
  'cmi.interactions._count': READ,
  'cmi.interactions.n.id': { mode: 'w', ...IDENTIFIER },
  'cmi.interactions.n.objectives._count': READ,
  'cmi.interactions.n.objectives.n.id': { mode: 'w', ...IDENTIFIER },
  'cmi.interactions.n.time': { mode: 'w', valid: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/ },
  'cmi.interactions.n.type': {
    mode: 'w',
    valid: /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/,
  },
  'cmi.interactions.n.correct_responses._count': READ,
  'cmi.interactions.n.correct_responses.n.pattern': { mode: 'w', ...TEXT_255 },
  'cmi.interactions.n.weighting': { mode: 'w', valid: DECIMAL, strict: SHORT_DECIMAL, range: [-100, 100] },
  'cmi.interactions.n.student_response': { mode: 'w', ...TEXT_255 },
  'cmi.interactions.n.result': {
    mode: 'w',
    valid: /^(correct|wrong|unanticipated|neutral|-?\d+(\.\d+)?)$/,
    strict: /^(correct|wrong|unanticipated|neutral|-?\d{1,3}(\.\d{1,7})?)$/,
  },
  'cmi.interactions.n.latency': { mode: 'w', ...TIMESPAN },
};

const CHILDREN: Readonly<Record<string, string>> = {
  cmi: 'core,suspend_data,launch_data,comments,comments_from_lms,objectives,student_data,student_preference,interactions',
  'cmi.core':
    'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
  'cmi.core.score': 'raw,min,max',
  'cmi.objectives': 'id,score,status',
  'cmi.objectives.n.score': 'raw,min,max',
  'cmi.interactions': 'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
  'cmi.student_data': 'mastery_score,max_time_allowed,time_limit_action',
  'cmi.student_preference': 'audio,language,speed,text',
};

const CODES: Codes = {
  argument: 201,
  // 101 in the standard; 103 here, to tell it from a failing server
  initialised: 103,
  ended: 103,
  closed: { finish: [301, 301], commit: [301, 301], get: [301, 301], set: [301, 301] },
  unknown: [201, 201],
  empty: [201, 201],
  noCount: 203,
  noChildren: 202,
  lacking: 401,
  keyword: 402,
  readOnly: 403,
  writeOnly: 404,
  type: 405,
  range: 405,
  noRow: 201,
  unset: '',
};

/** CMIFeedback (3.4.4), and what is never right: an empty response. Braces may hold a list of the standard's. */
const RESPONSES: Readonly<Record<string, { valid: RegExp; strict: RegExp }>> = {
  choice: { valid: /^\{?([0-9a-z](,?[0-9a-z])*)?\}?$/, strict: /^[0-9a-z](,[0-9a-z])*$/ },
  sequencing: { valid: /^\{?([0-9a-z](,?[0-9a-z])*)?\}?$/, strict: /^[0-9a-z](,[0-9a-z])*$/ },
  'true-false': { valid: /^[01tf].*$/, strict: /^[01tf]$/ },
  matching: {
    valid: /^\{?([0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*)?\}?$/,
    strict: /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/,
  },
  'fill-in': { valid: /^[^]{0,255}$/, strict: /^.{1,255}$/ },
  performance: { valid: /^[^]{0,255}$/, strict: /^.{1,255}$/ },
  likert: { valid: /^[^]{0,1}$/, strict: /^(?!)/ },
  numeric: { valid: DECIMAL, strict: SHORT_DECIMAL },
};

/** Rows come one after the other; some LMSs want a row to begin with its id. */
function misplaced(element: string, _value: string, page: Model, strict: boolean): number {
  const [, collection = '', index = '', field] =
    /^cmi\.(objectives|interactions)\.(\d+)\.(.+)$/.exec(element) ?? [];
  if (!field) return 0;
  if (Number(index) > countOf(page, `cmi.${collection}`)) return 201;
  if (strict && field !== 'id' && !page.has(`cmi.${collection}.${index}.id`)) return 201;
  const [, list = '', inner] = /^(correct_responses|objectives)\.(\d+)\./.exec(field) ?? [];
  if (inner && Number(inner) > countOf(page, `cmi.${collection}.${index}.${list}`)) return 201;
  return 0;
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

function centiseconds(time: string): number {
  const [hours = '0', minutes = '0', seconds = '0'] = time.split(':');
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 100);
}

const ELEMENTS = {
  status: 'cmi.core.lesson_status',
  success: 'cmi.core.lesson_status',
  raw: 'cmi.core.score.raw',
  min: 'cmi.core.score.min',
  max: 'cmi.core.score.max',
  location: 'cmi.core.lesson_location',
  exit: 'cmi.core.exit',
  sessionTime: 'cmi.core.session_time',
  totalTime: 'cmi.core.total_time',
} as const;

export const SCORM_12: Standard = {
  version: '1.2',
  prefix: 'LMS',
  finish: 'Finish',
  rules: RULES,
  children: CHILDREN,
  codes: CODES,
  elements: ELEMENTS,
  given: {
    'cmi.core.student_id': ({ learnerId }) => learnerId ?? '',
    'cmi.core.student_name': ({ learnerName }) => learnerName ?? '',
    'cmi.core.lesson_mode': (_facts, { mode }) => mode,
    'cmi.core.credit': (_facts, { credit }) => credit,
    'cmi.core.entry': (_facts, { entry }) => entry,
    'cmi.student_data.mastery_score': ({ passMark }) => (passMark === undefined ? '' : String(passMark)),
    'cmi.student_data.max_time_allowed': ({ timeLimit }) => timeLimit ?? '',
    'cmi.student_data.time_limit_action': ({ timeLimitAction }) => timeLimitAction ?? '',
    'cmi.launch_data': ({ launchData }) => launchData ?? '',
    'cmi.student_preference.language': ({ language }) => language ?? '',
  },
  misplaced,
  mistyped(element, value, page, habits) {
    const [, at] =
      /^(cmi\.interactions\.\d+)\.(student_response|correct_responses\.\d+\.pattern)$/.exec(element) ?? [];
    if (!at) return 0;
    const type = page.get(`${at}.type`);
    const strict = habits.has('narrow-formats');
    if (type === undefined && !strict) return 0;
    const valid = RESPONSES[String(type)]?.[strict ? 'strict' : 'valid'];
    return valid?.test(value) ? 0 : 405;
  },
  atFinish(page, { passMark }, mode) {
    // 3.4.2.1.1: no status at the end is "completed", and a mastery score decides over the SCO's own word
    if (!page.has(ELEMENTS.status)) page.set(ELEMENTS.status, 'completed');
    const raw = page.get(ELEMENTS.raw);
    if (passMark !== undefined && raw !== undefined && mode === 'normal')
      page.set(ELEMENTS.status, Number(raw) >= passMark ? 'passed' : 'failed');
  },
  restore: ({ data }) => new Map([...data].filter(([element]) => element !== ELEMENTS.sessionTime)),
  entry: (data) => (data.size === 0 ? 'ab-initio' : data.get(ELEMENTS.exit) === 'suspend' ? 'resume' : ''),
  over: (data) => ENDED.test(data.get(ELEMENTS.status) ?? ''),
  addTime(one, other) {
    const sum = centiseconds(one) + centiseconds(other);
    const hours = String(Math.floor(sum / 360_000)).padStart(4, '0');
    return `${hours}:${two((sum / 6000) % 60)}:${two((sum / 100) % 60)}.${two(sum % 100)}`;
  },
};
