/** How SCORM 1.2 is written (CMI data model, RTE 1.2 chapter 3.4). */
import type { ObjectiveReport } from '../../learning/types.ts';
import {
  decimal,
  identifier,
  interactionType,
  itemIdentifier,
  patterns,
  response,
  SPELLING_12,
  timeOfDay,
  timespan,
} from './formats.ts';
import type { Value, WritingDialect } from './dialect.ts';
import type { ScormRecord, ScormSession } from './scorm.ts';
import { ScormWriter } from './writing.ts';

export const createWriter = (session: ScormSession): ScormRecord => new ScormWriter(session, DIALECT);

const DIALECT: WritingDialect = {
  time: timespan,
  location: ({ location }) => [['cmi.core.lesson_location', location.slice(0, 255)]],
  score,
  objective,
  objectiveId: ({ id }) => identifier(id),
  interactionId: ({ item }) => itemIdentifier(item),
  interaction: ({ item, response: given, correct, weighting, at, latency }) => [
    ['objectives.0.id', identifier(item.objective)],
    ['time', timeOfDay(at)],
    ['type', interactionType(item)],
    ...patterns(item, SPELLING_12).map((pattern, n): Value => [`correct_responses.${n}.pattern`, pattern]),
    ['weighting', decimal(weighting)],
    ...answered('student_response', response(item, given, SPELLING_12)),
    ['result', correct ? 'correct' : 'wrong'],
    ['latency', timespan(latency * 1000)],
  ],
  navigation: () => [],
  otherSpelling,
};

/** Always all three, else LMSs disagree about the range. */
function score(raw: number): Value[] {
  return [
    ['raw', decimal(raw)],
    ['min', '0'],
    ['max', '100'],
  ];
}

function objective({ score: earned, completion, success }: ObjectiveReport): Value[] {
  return [
    ...(earned ? score(earned.raw).map(([field, value]): Value => [`score.${field}`, value]) : []),
    ['status', success === 'unknown' ? completion : success],
  ];
}

const answered = (field: string, text: string | undefined): Value[] =>
  text === undefined ? [] : [[field, text]];

const OTHER_WORD: Readonly<Record<string, string>> = {
  // Never by way of a status that says less was earned
  passed: 'completed',
  completed: 'passed',
  failed: 'incomplete',
  incomplete: 'browsed',
  suspend: '',
  correct: '1',
  wrong: '0',
  t: '1',
  f: '0',
};

/**
 * Moodle compares element by element, numbers as numbers (`80.0` is 80 to it), with what it last tried to send. Every
 * one of these is followed by the true value in the same write.
 */
function otherSpelling(element: string, value: string): string {
  const field = element.slice(element.lastIndexOf('.') + 1);
  switch (field) {
    case 'raw':
    case 'min':
    case 'max':
    case 'weighting':
      return decimal(Number(value) >= 100 ? Number(value) - 0.001 : Number(value) + 0.001, 3);
    case 'latency':
      return value.replace(/\d$/, (digit) => (digit === '9' ? '8' : String(Number(digit) + 1)));
    case 'id':
      return `${value}0`;
    case 'type':
      return value === 'performance' ? 'choice' : 'performance';
    case 'time':
      return `${value}.00`;
    case 'lesson_location':
      return `${value.slice(0, 254)} `;
    case 'pattern':
    case 'student_response':
      return OTHER_WORD[value] ?? `${value},${value.slice(value.lastIndexOf(',') + 1)}`.slice(0, 255);
    default:
      return OTHER_WORD[value] ?? value;
  }
}
