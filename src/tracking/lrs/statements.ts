/**
 * The statement vocabulary: what the course says about a learner, in ADL's verbs and activity types. docs/records.md is
 * its description for people who read reports. Pure, but for the ids and the time that are handed in.
 *
 * cmi5 (June 2016) tells **defined** statements, which carry its category (9.6.2.1), from **allowed** ones, which must
 * not. The xAPI package says the same things without the categories.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import type { ActivityEvent, InteractionReport } from '../../learning/types.ts';
import { duration, response, SPELLING_2004 } from '../scorm/formats.ts';
import { activityStatements } from './activity-statements.ts';
import { CMI5_IDS } from './cmi5-ids.ts';
import type { Setting } from './context.ts';
import type { CourseTexts } from './course-texts.ts';
import { extension } from './define.ts';
import { decidingScore, number } from './scores.ts';
import { StatementMaker, type MadeStatement } from './statement-maker.ts';
import type { About, Extensions } from './types.ts';

const WHOLE_COURSE: About = { of: 'course' };

export class Statements {
  readonly #maker: StatementMaker;

  /** @param who Makes ids differ between learners and registrations. */
  constructor(course: CourseStructure, setting: Setting, texts: CourseTexts, who: string) {
    this.#maker = new StatementMaker(course, setting, texts, who);
  }

  /** The time of a statement that is made elsewhere: after all that was stamped before. */
  nextTime(at: number): number {
    return this.#maker.timestamps.next(at);
  }

  /** The id of what is said once in a registration, or in a cmi5 session, by whatever page or device. */
  onceId(...what: readonly string[]): string {
    return this.#maker.named('once', this.#maker.setting.session ?? '', ...what);
  }

  initialized(at: number, id: string): MadeStatement {
    return this.#maker.make('initialized', at, id, WHOLE_COURSE, { category: 'defined' });
  }

  resumed(at: number, id: string): MadeStatement {
    return this.#maker.make('resumed', at, id, WHOLE_COURSE);
  }

  /** @param percent A whole number below 100 (cmi5 9.5.5.1). */
  progressed(at: number, id: string, percent: number): MadeStatement {
    const result = { extensions: { [CMI5_IDS.progress]: percent } };
    return this.#maker.make('progressed', at, id, WHOLE_COURSE, { result });
  }

  /** The whole course. */
  completed(at: number, id: string, activeTime: number): MadeStatement {
    const result = { completion: true, duration: duration(activeTime) };
    return this.#maker.make('completed', at, id, WHOLE_COURSE, { category: 'moveOn', result });
  }

  /** @param record The number on the certificate. */
  passedOrFailed(
    verb: 'passed' | 'failed',
    at: number,
    id: string,
    activeTime: number,
    score: number | undefined,
    record?: string,
  ): MadeStatement {
    const { course, setting } = this.#maker;
    const { masteryScore } = setting;
    const mastery: Extensions = masteryScore === undefined ? {} : { [CMI5_IDS.masteryScore]: masteryScore };
    return this.#maker.make(verb, at, id, WHOLE_COURSE, {
      category: 'moveOn',
      extensions: mastery,
      result: {
        ...(score === undefined ? {} : { score: decidingScore(verb, score, masteryScore) }),
        success: verb === 'passed',
        duration: duration(activeTime),
        ...(record !== undefined && { extensions: { [extension(course, 'record-number')]: record } }),
      },
    });
  }

  terminated(at: number, id: string, activeTime: number): MadeStatement {
    const result = { duration: duration(activeTime) };
    return this.#maker.make('terminated', at, id, WHOLE_COURSE, { category: 'defined', result });
  }

  /** An answer of a submitted form. The same answer always has the same id. */
  answered(answer: InteractionReport, now: number): MadeStatement {
    const maker = this.#maker;
    const { item, at, index, tryNumber, seed, correct, credit, weighting, latency } = answer;
    const given = response(item, answer.response, SPELLING_2004);
    const points = number(credit * weighting);
    return maker.make(
      'answered',
      at,
      maker.named('answered', index, tryNumber, item.id, at, ...(seed === undefined ? [] : [seed])),
      { of: 'item', id: item.id },
      {
        reportedAt: now,
        activities: {
          ...maker.triesOf(tryNumber),
          other: [maker.part({ of: 'objective', id: item.objective })],
        },
        result: {
          ...(given === undefined ? {} : { response: given }),
          success: correct,
          score: { scaled: number(credit), raw: points, min: 0, max: weighting },
          duration: duration(latency * 1000),
        },
      },
    );
  }

  activityDone(event: ActivityEvent): MadeStatement[] {
    return activityStatements(this.#maker, event);
  }
}
