/** The context of a statement: what the launch gave, whole and first, and what belongs to the statement itself. */
import type { CourseStructure } from '../../course/compiled.ts';
import { CMI5_IDS } from './cmi5-ids.ts';
import type { CourseTexts } from './course-texts.ts';
import { brief } from './define.ts';
import type { About, Activity, Context, ContextActivities, Extensions } from './types.ts';

/** What the launch says about every statement. */
export interface Setting {
  /** The launched activity, as the LMS names it. */
  activity: string;
  registration?: string | undefined;
  /** cmi5's context template, or what an xAPI launch gives. Nothing in it is ever overwritten. */
  template: Context;
  /** The cmi5 session. Undefined in an xAPI package, whose statements carry no category. */
  session?: string | undefined;
  /** As the LMS gave it, 0 to 1. */
  masteryScore?: number | undefined;
  /** When this launch began: `initialized` is dated so, and in cmi5 everything else after it. */
  since: number;
  /** The language that the learner is reading in. */
  language?: (() => string | undefined) | undefined;
}

/** How an activity in a context belongs to the statement (xAPI 1.0.3, 2.4.6.2). */
export const ACTIVITY_KINDS = ['parent', 'grouping', 'category', 'other'] as const;

/** What a statement adds. */
export interface OwnContext {
  category?: 'defined' | 'moveOn';
  activities?: ContextActivities;
  extensions?: Extensions;
  /** It is told after it was given: when. */
  reportedAt?: number;
}

/**
 * A template without the words for nothing: some programs write `null` for all that they have not, which no statement may
 * hold (xAPI 1.0.3, part 2, 2.2). The extensions are the LMS's own.
 */
export function templateOf({ extensions, ...given }: Context): Context {
  const template = JSON.parse(JSON.stringify(given, withoutNull)) as Context;
  return { ...template, ...(extensions && { extensions }) };
}

const withoutNull = (_name: string, value: unknown): unknown =>
  Array.isArray(value) ? value.filter((one) => one !== null) : (value ?? undefined);

/**
 * cmi5 10.2.1: the template comes first, whole and in its order, and nothing in it is overwritten; own entries after it.
 */
export function contextOf(
  course: CourseStructure,
  setting: Setting,
  texts: CourseTexts,
  own: OwnContext,
  about: About,
): Context {
  const { template, registration, session, activity } = setting;
  const category: Activity[] =
    session === undefined || !own.category
      ? []
      : [{ id: CMI5_IDS.category }, ...(own.category === 'moveOn' ? [{ id: CMI5_IDS.moveOn }] : [])];
  const grouping =
    about.of === 'course' && activity === course.iri ? [] : [brief(course, texts, { of: 'course' }).activity];
  const mine: ContextActivities = {
    ...own.activities,
    grouping: [...(own.activities?.grouping ?? []), ...grouping],
    category,
  };
  const given = template.contextActivities ?? {};
  const activities = Object.fromEntries(
    ACTIVITY_KINDS.flatMap((kind) => {
      const all = [...activityList(given[kind]), ...(mine[kind] ?? [])];
      const distinct = all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
      return distinct.length === 0 ? [] : [[kind, distinct]];
    }),
  );
  const extensions = { ...own.extensions, ...template.extensions };
  const language = languageTag(setting.language?.());
  return {
    ...(language && { language }),
    revision: course.version,
    ...(registration === undefined ? {} : { registration }),
    ...template,
    ...(Object.keys(activities).length > 0 && { contextActivities: activities }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  };
}

/** xAPI 1.0.3, 2.4.6.2: a single activity may stand for a list of one. */
export const activityList = (activities: unknown): Activity[] =>
  (activities === undefined ? [] : [activities].flat(1)) as Activity[];

/** Undefined for what is no language tag (RFC 5646). */
function languageTag(text: string | undefined): string | undefined {
  try {
    return text ? Intl.getCanonicalLocales(text)[0] : undefined;
  } catch {
    return undefined;
  }
}
