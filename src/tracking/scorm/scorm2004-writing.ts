/** How SCORM 2004 is written, 3rd and 4th edition (RTE 4.2). */
import type { InteractionReport, ObjectiveReport } from '../../learning/types.ts';
import {
  decimal,
  description,
  duration,
  identifier,
  interactionType,
  itemIdentifier,
  localTime,
  patterns,
  response,
  SPELLING_2004,
  timestamp,
} from './formats.ts';
import type { Value, WritingDialect } from './dialect.ts';
import type { ScormRecord, ScormSession } from './scorm.ts';
import { ScormWriter } from './writing.ts';

export const createWriter = (session: ScormSession): ScormRecord => new ScormWriter(session, DIALECT);

/**
 * Each commit of Moodle's brings the whole model along, and a page that closes can send 64 KiB, in which each value has some
 * 90 bytes around it: the first questions are told in full at their first try, the others in brief, and beyond so many
 * rows no more is told.
 */
const MOST_ROWS = 50;
const MOST_IN_FULL = 25;
/** Of one question: a word to fill in may have forty right spellings, of which the first is the one that a learner is shown. */
const MOST_PATTERNS = 1;
/** Of a description. */
const MOST_CHARACTERS = 100;

const DIALECT: WritingDialect = {
  sendsAll: true,
  mostInteractions: MOST_ROWS,
  time: duration,
  location: ({ location, progress }) => [
    // Nowhere yet, as on the cover: some take no empty place
    ...(location ? [['cmi.location', location.slice(0, 1000)] as const] : []),
    ['cmi.progress_measure', decimal(Math.min(Math.max(progress, 0), 1), 4)],
  ],
  score,
  objective,
  objectiveId: ({ id }) => identifier(id),
  interactionId: ({ item }) => itemIdentifier(item),
  interaction,
  // Some refuse a time that ends in Z: without a zone it is the learner's own
  inOtherWords: (field, value) => (field === 'timestamp' ? localTime(Date.parse(value)) : undefined),
  // `exitAll` makes Moodle's Terminate throw, `exit` makes it fail: all take this, and what is done stays done
  navigation: () => [['adl.nav.request', 'suspendAll']],
};

function interaction(answer: InteractionReport, place: number): Value[] {
  const { item, response: given, correct, weighting, at, latency, tryNumber } = answer;
  const text = response(item, given, SPELLING_2004);
  const isWhole = tryNumber === 1 && place < MOST_IN_FULL;
  const inFull = (...values: Value[]): Value[] => (isWhole ? values : []);
  return [
    // Before any response: else 408, dependency not established
    ['type', interactionType(item)],
    ...inFull(['objectives.0.id', identifier(item.objective)]),
    ['timestamp', timestamp(at)],
    ...inFull(
      ...patterns(item, SPELLING_2004, MOST_PATTERNS).map((pattern, n): Value => [
        `correct_responses.${n}.pattern`,
        pattern,
      ]),
    ),
    ...(weighting === 1 ? [] : inFull(['weighting', decimal(weighting)])),
    ...(text === undefined ? [] : [['learner_response', text] as const]),
    ['result', correct ? 'correct' : 'incorrect'],
    ...inFull(
      ['latency', duration(latency * 1000)],
      ['description', description(item.plain, MOST_CHARACTERS)],
    ),
  ];
}

/** All four: Moodle grades from raw alone, others from scaled. */
function score(raw: number): Value[] {
  return [
    ['scaled', decimal(raw / 100, 4)],
    ['raw', decimal(raw)],
    ['min', '0'],
    ['max', '100'],
  ];
}

function objective({ description: words, score: earned, completion, success }: ObjectiveReport): Value[] {
  return [
    ...(earned ? score(earned.raw).map(([field, value]): Value => [`score.${field}`, value]) : []),
    ['success_status', success],
    // Reports show this one alone: what isn't mastered is not done
    ['completion_status', success === 'passed' ? completion : 'incomplete'],
    ...(words ? [['description', description(words, MOST_CHARACTERS)] as const] : []),
  ];
}
