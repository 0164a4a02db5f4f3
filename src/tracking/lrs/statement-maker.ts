/** What all statements of a session have in common: ids, timestamps that keep their order, context, words. */
import type { CourseStructure } from '../../course/compiled.ts';
import { contextOf, type OwnContext, type Setting } from './context.ts';
import type { CourseTexts } from './course-texts.ts';
import { brief, define, extension } from './define.ts';
import { namedUuid } from './ids.ts';
import { createTimestamps, type Timestamps } from './timestamps.ts';
import type { About, Activity, BareStatement, ContextActivities } from './types.ts';
import { VERBS, verbId, type Verb } from './verbs.ts';

/** A statement to be kept, and whether its words in some language are still missing. */
export interface MadeStatement {
  statement: BareStatement;
  about?: About;
}

/** What a statement has beside its verb and object. */
export type More = Partial<Pick<BareStatement, 'result'>> & OwnContext;

export class StatementMaker {
  readonly course: CourseStructure;
  readonly setting: Setting;
  readonly timestamps: Timestamps;
  readonly #texts: CourseTexts;
  readonly #who: string;

  /** @param who Makes ids differ between learners and registrations. */
  constructor(course: CourseStructure, setting: Setting, texts: CourseTexts, who: string) {
    this.course = course;
    this.setting = setting;
    this.timestamps = createTimestamps(setting.since, setting.session !== undefined);
    this.#texts = texts;
    this.#who = who;
  }

  make(verb: Verb, at: number, id: string, about: About, more: More = {}): MadeStatement {
    const { course, setting, timestamps } = this;
    const texts = this.#texts;
    const activity = about.of === 'course' ? setting.activity : undefined;
    const defined = define(course, texts, about, activity);
    const { result, reportedAt, ...own } = more;
    const stamp = reportedAt === undefined ? timestamps.next(at) : timestamps.given(at, reportedAt);
    const statement: BareStatement = {
      id,
      verb: { id: verbId(verb), display: VERBS[verb] },
      object: defined.activity,
      ...(result && { result }),
      context: contextOf(
        course,
        setting,
        texts,
        { ...own, ...this.#originalTime(at, stamp, reportedAt) },
        about,
      ),
      timestamp: new Date(stamp).toISOString(),
    };
    const whole = defined.whole && brief(course, texts, { of: 'course' }).whole;
    return whole ? { statement } : { statement, about };
  }

  /** An answer of an earlier sitting can't be dated as it was given: that time goes along. */
  #originalTime(at: number, stamp: number, reportedAt = -Infinity): Pick<OwnContext, 'extensions'> {
    if (at > reportedAt || stamp - at < 1_000) return {};
    return { extensions: { [extension(this.course, 'original-time')]: new Date(at).toISOString() } };
  }

  /** An id that is the same whenever the same is said of the same learner. */
  named(...parts: (string | number)[]): string {
    return namedUuid([this.#who, ...parts].join('\n'));
  }

  /** Of the context. */
  part(about: About): Activity {
    return brief(this.course, this.#texts, about).activity;
  }

  /** The launched activity. */
  launched(): Activity {
    return brief(this.course, this.#texts, { of: 'course' }, this.setting.activity).activity;
  }

  triesOf(number: number): ContextActivities {
    return { parent: [this.part({ of: 'try', number })], grouping: [this.part({ of: 'assessment' })] };
  }
}
