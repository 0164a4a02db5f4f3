/**
 * The statement vocabulary: what the course says about a learner, in ADL's verbs and activity types. docs/records.md is
 * its description for people who read reports. Pure, but for the ids and the time that are handed in.
 *
 * cmi5 (June 2016) tells **defined** statements, which carry its category (9.6.2.1), from **allowed** ones, which must
 * not. The xAPI package says the same things without the categories.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import type { ActivityEvent, InteractionReport } from '../../learning/types.ts';
import { decimal, duration, response, SPELLING_2004 } from '../scorm/formats.ts';
import { CMI5_IDS } from './cmi5-ids.ts';
import { contextOf, type OwnContext, type Setting } from './context.ts';
import { brief, define, extension, wayPoint } from './define.ts';
import { namedUuid } from './ids.ts';
import { createTimestamps, type Timestamps } from './timestamps.ts';
import type {
  About,
  Activity,
  BareStatement,
  ContextActivities,
  Extensions,
  LanguageMap,
  Score,
} from './types.ts';
import type { CourseTexts } from './course-texts.ts';

const ADL = 'http://adlnet.gov/expapi/verbs/';

/** Verb ids end in their English names. */
const VERBS = {
  initialized: { en: 'initialized', es: 'inicializó' },
  resumed: { en: 'resumed', es: 'reanudó' },
  progressed: { en: 'progressed', es: 'avanzó' },
  completed: { en: 'completed', es: 'completó' },
  answered: { en: 'answered', es: 'respondió' },
  responded: { en: 'responded', es: 'contestó' },
  scored: { en: 'scored', es: 'obtuvo una puntuación' },
  passed: { en: 'passed', es: 'aprobó' },
  failed: { en: 'failed', es: 'no aprobó' },
  terminated: { en: 'terminated', es: 'terminó' },
} satisfies Record<string, LanguageMap>;

export type Verb = keyof typeof VERBS;

export const verbId = (verb: Verb): string => ADL + verb;

/** A statement to be kept, and whether its words in some language are still missing. */
export interface MadeStatement {
  statement: BareStatement;
  about?: About;
}

export interface Statements {
  readonly timestamps: Timestamps;
  initialized(at: number, id: string): MadeStatement;
  resumed(at: number, id: string): MadeStatement;
  /** @param percent A whole number below 100 (cmi5 9.5.5.1). */
  progressed(at: number, id: string, percent: number): MadeStatement;
  /** The whole course. */
  completed(at: number, id: string, activeTime: number): MadeStatement;
  passedOrFailed(
    verb: 'passed' | 'failed',
    at: number,
    id: string,
    activeTime: number,
    score: number | undefined,
    /** Of the certificate. */
    record?: string,
  ): MadeStatement;
  terminated(at: number, id: string, activeTime: number): MadeStatement;
  /** An answer of a submitted form. The same answer always has the same id. */
  answered(answer: InteractionReport, now: number): MadeStatement;
  activityDone(event: ActivityEvent): MadeStatement[];
  /** The id of what is said once in a registration, or in a cmi5 session, by whatever page or device. */
  onceId(...what: readonly string[]): string;
}

/** @param who Makes ids differ between learners and registrations. */
export function createStatements(
  course: CourseStructure,
  setting: Setting,
  texts: CourseTexts,
  who: string,
): Statements {
  const { activity } = setting;
  const timestamps = createTimestamps(setting.since, setting.session !== undefined);

  function make(
    verb: Verb,
    at: number,
    id: string,
    about: About,
    more: Partial<Pick<BareStatement, 'result'>> & OwnContext = {},
  ): MadeStatement {
    const defined = define(course, texts, about, about.of === 'course' ? activity : undefined);
    const { result, reportedAt, ...own } = more;
    const stamp = reportedAt === undefined ? timestamps.next(at) : timestamps.given(at, reportedAt);
    const statement: BareStatement = {
      id,
      verb: { id: verbId(verb), display: VERBS[verb] },
      object: defined.activity,
      ...(result && { result }),
      context: contextOf(course, setting, texts, { ...own, ...original(at, stamp, reportedAt) }, about),
      timestamp: new Date(stamp).toISOString(),
    };
    const whole = defined.whole && brief(course, texts, { of: 'course' }).whole;
    return whole ? { statement } : { statement, about };
  }

  /** An answer of an earlier sitting can't be dated as it was given: that time goes along. */
  function original(at: number, stamp: number, reportedAt = -Infinity): Pick<OwnContext, 'extensions'> {
    if (at > reportedAt || stamp - at < 1_000) return {};
    return { extensions: { [extension(course, 'original-time')]: new Date(at).toISOString() } };
  }

  const named = (...parts: (string | number)[]): string => namedUuid([who, ...parts].join('\n'));
  const part = (about: About): Activity => brief(course, texts, about).activity;
  const whole: About = { of: 'course' };
  const launched = (): Activity => brief(course, texts, whole, activity).activity;
  const mastery: Extensions =
    setting.masteryScore === undefined ? {} : { [CMI5_IDS.masteryScore]: setting.masteryScore };

  function triesOf(number: number): ContextActivities {
    return { parent: [part({ of: 'try', number })], grouping: [part({ of: 'assessment' })] };
  }

  return {
    timestamps,
    onceId: (...what) => named('once', setting.session ?? '', ...what),
    initialized: (at, id) => make('initialized', at, id, whole, { category: 'defined' }),
    resumed: (at, id) => make('resumed', at, id, whole),
    progressed: (at, id, percent) =>
      make('progressed', at, id, whole, { result: { extensions: { [CMI5_IDS.progress]: percent } } }),
    completed: (at, id, activeTime) =>
      make('completed', at, id, whole, {
        category: 'moveOn',
        result: { completion: true, duration: duration(activeTime) },
      }),
    passedOrFailed: (verb, at, id, activeTime, score, record) =>
      make(verb, at, id, whole, {
        category: 'moveOn',
        extensions: mastery,
        result: {
          ...(score === undefined ? {} : { score: decidingScore(verb, score, setting.masteryScore) }),
          success: verb === 'passed',
          duration: duration(activeTime),
          ...(record !== undefined && { extensions: { [extension(course, 'record-number')]: record } }),
        },
      }),
    terminated: (at, id, activeTime) =>
      make('terminated', at, id, whole, { category: 'defined', result: { duration: duration(activeTime) } }),

    answered(answer, now) {
      const { item, at, index, tryNumber, correct, credit, weighting, latency } = answer;
      const about: About = { of: 'item', id: item.id };
      const given = response(item, answer.response, SPELLING_2004);
      const points = number(credit * weighting);
      return make('answered', at, named('answered', index, tryNumber, item.id, at), about, {
        reportedAt: now,
        activities: {
          ...triesOf(tryNumber),
          other: [part({ of: 'objective', id: item.objective })],
        },
        result: {
          ...(given === undefined ? {} : { response: given }),
          success: correct,
          score: { scaled: number(credit), raw: points, min: 0, max: weighting },
          duration: duration(latency * 1000),
        },
      });
    },

    activityDone(event) {
      const { at } = event;
      switch (event.type) {
        case 'lesson-completed': {
          const about: About = { of: 'lesson', lesson: event.lesson };
          return [
            make('completed', at, named(event.type, event.lesson, at), about, {
              activities: { parent: [launched()] },
              result: { completion: true },
            }),
          ];
        }
        case 'check-answered': {
          const { lesson, block, question, correct } = event;
          const given = response(question, event.response, SPELLING_2004);
          const about: About = { of: 'block', lesson, id: block };
          return [
            make('answered', at, named(event.type, block, at), about, {
              activities: { parent: [part({ of: 'lesson', lesson })] },
              result: { ...(given === undefined ? {} : { response: given }), success: correct },
            }),
          ];
        }
        case 'scenario-ended': {
          const { lesson, block, way, ending } = event;
          const taken = way.map(({ scene, choice }) => wayPoint(scene, choice)).join(SPELLING_2004.list);
          return [
            make(
              'responded',
              at,
              named(event.type, block, taken, at),
              { of: 'block', lesson, id: block },
              {
                activities: { parent: [part({ of: 'lesson', lesson })] },
                result: {
                  completion: true,
                  response: taken,
                  ...(ending && { extensions: { [extension(course, 'ending')]: ending } }),
                },
              },
            ),
          ];
        }
        case 'try-submitted': {
          const { number: tryNumber, startedAt } = event;
          const each = event.objectives.map(({ id, score, mastered }) =>
            make(
              'scored',
              at,
              named(event.type, tryNumber, at, id),
              { of: 'objective', id },
              {
                activities: triesOf(tryNumber),
                result: { score: scoreOf(score), success: mastered },
              },
            ),
          );
          const form = make(
            'scored',
            at,
            named(event.type, tryNumber, at),
            { of: 'try', number: tryNumber },
            {
              activities: { parent: [part({ of: 'assessment' })], grouping: [launched()] },
              result: {
                score: scoreOf(event.score),
                success: event.passed,
                duration: duration(at - startedAt),
              },
            },
          );
          return [...each, form];
        }
      }
    },
  };
}

const number = (value: number): number => Number(decimal(value, 4));

const scoreOf = (raw: number): Score => ({ scaled: number(raw / 100), raw: number(raw), min: 0, max: 100 });

/**
 * cmi5 9.5.2: a pass is at least the mastery score. The course rounds down what it shows; a mastery score of two thirds
 * has more decimals than that.
 */
function decidingScore(verb: 'passed' | 'failed', raw: number, masteryScore = 0): Score {
  const score = scoreOf(raw);
  return verb === 'passed' && score.scaled < masteryScore
    ? { ...score, scaled: masteryScore, raw: number(masteryScore * 100) }
    : score;
}
