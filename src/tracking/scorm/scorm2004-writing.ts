/** How SCORM 2004 is written, 3rd and 4th edition (RTE 4.2). */
import type { ObjectiveReport } from '../../learning/types.ts';
import {
  decimal,
  description,
  duration,
  identifier,
  interactionType,
  itemIdentifier,
  patterns,
  response,
  SPELLING_2004,
  timestamp,
} from './formats.ts';
import type { RecordWriter } from '../record.ts';
import type { Value, WritingDialect } from './dialect.ts';
import type { ScormSession } from './scorm.ts';
import { ScormWriter } from './writing.ts';

export const createWriter = (session: ScormSession): RecordWriter => new ScormWriter(session, DIALECT);

const DIALECT: WritingDialect = {
  time: duration,
  location: ({ location, progress }) => [
    ['cmi.location', location.slice(0, 1000)],
    ['cmi.progress_measure', decimal(Math.min(Math.max(progress, 0), 1), 4)],
  ],
  score,
  objective,
  objectiveId: ({ id }) => identifier(id),
  interactionId: ({ item }) => itemIdentifier(item),
  interaction: ({ item, response: given, correct, weighting, at, latency }) => {
    const text = response(item, given, SPELLING_2004);
    return [
      // Before any response: else 408, dependency not established
      ['type', interactionType(item)],
      ['objectives.0.id', identifier(item.objective)],
      ['timestamp', timestamp(at)],
      ...patterns(item, SPELLING_2004).map((pattern, n): Value => [
        `correct_responses.${n}.pattern`,
        pattern,
      ]),
      ['weighting', decimal(weighting)],
      ...(text === undefined ? [] : [['learner_response', text] as const]),
      ['result', correct ? 'correct' : 'incorrect'],
      ['latency', duration(latency * 1000)],
      ['description', description(item.plain)],
    ];
  },
  navigation: ({ completion }) => [
    ['adl.nav.request', completion === 'completed' ? 'exitAll' : 'suspendAll'],
  ],
};

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
    ['completion_status', completion],
    ...(words ? [['description', description(words)] as const] : []),
  ];
}
